"""What goes wrong in use: one sentence each, the good articles still built, never a half-written file."""

import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import rdflib

from kg import pipeline
from kg.cli import main
from kg.errors import ModelError
from kg.model import Document, Extraction
from kg.namespaces import POS, PROV, SCHEMA

GOOD = {
    "a.txt": "Russland lehnt die Stationierung von Nato-Truppen in der Ukraine ab.\n",
    "c.txt": "Deutschland fordert neue Sanktionen gegen Russland.\n",
}
BROKEN = {
    "empty": b"",
    "binary": b"\x89PNG\r\n\x1a\n\0\0",
    "latin-1": "Frankreich lehnt die Zölle ab.".encode("latin-1"),
    "utf-32": "Frankreich lehnt die Zölle ab.".encode("utf-32"),
    "bad address": b"---\nurl: example.org\n---\nFrankreich lehnt das ab.\n",
    "bad yaml": b"---\ntitle: [\n---\nFrankreich lehnt das ab.\n",
    "too large": b"Haus " * 1_000_001,
}
HOSTILE = "\"'`\\<script>alert(1)</script></textarea>{{7*7}}${HOME}%s\u202e\u0000\x1b[2J"

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in GOOD.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def kg(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def sentences(capture: Capture) -> list[str]:
    """The complaints, without the summary."""
    return [line.removeprefix("kg: ") for line in capture.readouterr().err.splitlines() if line.startswith("kg: ")]


def read(path: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(path)


def articles(path: Path) -> int:
    return len(set(read(path).subjects(rdflib.RDF.type, SCHEMA.NewsArticle)))


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_one_broken_file_among_good_ones_is_named_and_the_good_ones_are_built(
    good: Path, out: Path, content: bytes, capfd: Capture
) -> None:
    (good / "b.txt").write_bytes(content)
    assert kg("build", good, "-o", out / "graph.ttl") == 1
    (sentence,) = sentences(capfd)
    assert sentence.startswith(f"{good / 'b.txt'}: ")
    assert articles(out / "graph.ttl") == 2


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("command", ["build", "extract"])
def test_if_nothing_is_readable_nothing_is_written(
    tmp_path: Path, out: Path, command: str, content: bytes, capfd: Capture
) -> None:
    (tmp_path / "b.txt").write_bytes(content)
    (out / "old.ttl").write_bytes(b"old")
    assert kg(command, tmp_path / "b.txt", "-o", out / "old.ttl") == 1
    assert "nothing is written" in sentences(capfd)[-1]
    assert (out / "old.ttl").read_bytes() == b"old"
    assert len(list(out.iterdir())) == 1


def test_a_missing_path_is_named(good: Path, out: Path, capfd: Capture) -> None:
    assert kg("build", good / "missing.txt", good, "-o", out / "graph.ttl") == 1
    assert sentences(capfd) == [f"{good / 'missing.txt'}: there is no such file or folder; check the path."]
    assert articles(out / "graph.ttl") == 2


def test_an_article_in_a_language_without_a_pipeline_is_skipped(
    good: Path, out: Path, capfd: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = pipeline.reader

    def german_only(language: str, model: Path | None, actors: tuple[Path, ...]) -> pipeline.Reader:
        if language == "en":
            raise ModelError("No pipeline for the language 'en' is shipped.")
        return reader(language, model, actors)

    monkeypatch.setattr(pipeline, "reader", german_only)
    (good / "b.txt").write_text("Russia rejects the deployment of troops in the country.\n", "utf-8")
    (good / "d.txt").write_text("La France a rejeté la proposition du gouvernement américain.\n", "utf-8")
    assert kg("build", good, "-o", out / "graph.ttl") == 0
    written = capfd.readouterr().err
    assert f"{good / 'b.txt'}: No pipeline for the language 'en'" in written
    assert f"{good / 'd.txt'}: " in written
    assert "(2 skipped)" in written
    assert articles(out / "graph.ttl") == 2


FRENCH = "La France a rejeté la proposition du gouvernement américain.\n".encode()


@pytest.mark.parametrize(
    ("added", "says"),
    [
        ([], ""),
        ([FRENCH], " (1 skipped)"),
        ([b"", b"\0"], " (2 failed)"),
        ([FRENCH, b"", GOOD["a.txt"].encode()], " (1 skipped, 1 failed, 1 doubled)"),
    ],
    ids=["nothing", "French", "broken", "all"],
)
def test_the_summary_counts_what_was_left_out_and_why(
    good: Path, capfd: Capture, added: list[bytes], says: str
) -> None:
    for number, content in enumerate(added):
        (good / f"x{number}.txt").write_bytes(content)
    assert kg("quotes", good) == (1 if "failed" in says else 0)
    *_, summary = capfd.readouterr().err.splitlines()
    assert summary.startswith("2 documents, ")
    assert "".join(summary.partition(" (")[1:]) == says


@pytest.mark.parametrize("command", ["build", "extract", "quotes", "explain"])
@pytest.mark.parametrize(
    ("texts", "says"),
    [
        ([FRENCH], "every text was passed over"),
        ([FRENCH, b"\0"], "no text could be read"),
    ],
    ids=["French", "French and binary"],
)
def test_where_nothing_could_be_read_every_command_says_so(
    tmp_path: Path, out: Path, command: str, texts: list[bytes], says: str, capfd: Capture
) -> None:
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_bytes(text)
    output = ["-o", out / "graph.ttl"] if command == "build" else []
    assert kg(command, tmp_path, *output) == 1
    assert sentences(capfd)[-1] == f"{says}; nothing is written."
    assert list(out.iterdir()) == []


def test_a_missing_checker_is_named_before_the_work(
    good: Path, out: Path, capfd: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyshacl", None)
    monkeypatch.setattr(pipeline, "extract", None)
    assert kg("build", good, "--check", "-o", out / "graph.ttl") == 1
    assert sentences(capfd) == ["Checking a graph needs pyshacl; install it with: pip install pyshacl."]


def test_an_article_on_which_the_program_fails_does_not_cost_the_others(
    good: Path, out: Path, capfd: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    extract = pipeline.Reader.extract

    def failing(reader: pipeline.Reader, document: Document) -> Extraction:
        if document.id == "a":
            raise IndexError("out of\nrange")
        return extract(reader, document)

    monkeypatch.setattr(pipeline.Reader, "extract", failing)
    assert kg("build", good, "-o", out / "graph.ttl") == 1
    (sentence,) = sentences(capfd)
    assert sentence.startswith(f"{good / 'a.txt'}: kg itself failed on it (IndexError: out of range, test_faults.py:")
    assert articles(out / "graph.ttl") == 1


def test_a_model_that_is_none_is_said_once(good: Path, out: Path, capfd: Capture) -> None:
    assert kg("build", good, "--model", out / "missing", "-o", out / "graph.ttl") == 1
    (sentence,) = sentences(capfd)
    assert "missing" in sentence
    assert list(out.iterdir()) == []


@pytest.mark.parametrize("content", [None, "not Turtle <", "\0"], ids=["missing", "malformed", "binary"])
def test_actors_that_cannot_be_read_are_named(good: Path, out: Path, content: str | None, capfd: Capture) -> None:
    if content:
        (out / "mine.ttl").write_text(content, "utf-8")
    assert kg("build", good, "--actors", out / "mine.ttl", "-o", out / "graph.ttl") == 1
    assert "mine.ttl" in sentences(capfd)[0]
    assert not (out / "graph.ttl").exists()


@pytest.mark.parametrize("place", ["missing/graph.ttl", "file/graph.ttl", "folder.ttl"])
def test_a_wrong_place_is_named_before_the_work(
    good: Path, out: Path, place: str, capfd: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    (out / "file").touch()
    (out / "folder.ttl").mkdir()
    monkeypatch.setattr(pipeline, "extract", None)
    assert kg("build", good, "-o", out / place) == 1
    (sentence,) = sentences(capfd)
    assert str(out / place) in sentence
    assert sorted(path.name for path in out.iterdir()) == ["file", "folder.ttl"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize(
    ("command", "name"), [("build", "graph.ttl"), ("build", "graph.jsonld"), ("extract", "a.jsonl")]
)
def test_a_full_disk_is_one_sentence(good: Path, out: Path, command: str, name: str, capfd: Capture) -> None:
    (out / name).symlink_to("/dev/full")
    assert kg(command, good, "-o", out / name) == 1
    (sentence,) = sentences(capfd)
    assert name in sentence
    assert "No space left on device" in sentence
    assert (out / name).is_symlink()


@contextmanager
def files_end_at(size: int) -> Iterator[None]:
    """As on a disk that fills up while something is written."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("name", ["graph.ttl", "graph.nq", "graph.jsonld", "positions.jsonl", "view.html"])
def test_a_disk_that_fills_up_leaves_what_stood_there(
    good: Path, out: Path, tmp_path: Path, name: str, capfd: Capture
) -> None:
    source = tmp_path / "graph.ttl"
    assert kg("build", good, "-o", source) == 0
    (out / name).write_bytes(b"old")
    command = {"positions.jsonl": ["extract", good], "view.html": ["view", source]}.get(name, ["build", good])
    with files_end_at(1000):
        assert kg(*command, "-o", out / name) == 1
    (sentence,) = sentences(capfd)
    assert sentence.startswith(f"{out / name}: ")
    assert (out / name).read_bytes() == b"old"
    assert len(list(out.iterdir())) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
@pytest.mark.parametrize("command", ["build", "extract"])
def test_a_place_that_may_not_be_written_is_named(good: Path, out: Path, command: str, capfd: Capture) -> None:
    out.chmod(0o500)
    try:
        assert kg(command, good, "-o", out / "graph.ttl") == 1
    finally:
        out.chmod(0o700)
    assert "graph.ttl" in sentences(capfd)[0]


def test_two_builds_are_identical_to_the_byte(seeds: Path, out: Path) -> None:
    for seed in "12":  # of the hashes of texts, which differ between processes and with them the order of sets
        command = [sys.executable, "-m", "kg", "build", str(seeds), "-o", str(out / f"{seed}.trig")]
        subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": seed}, check=True, timeout=120)
    assert (out / "1.trig").read_bytes() == (out / "2.trig").read_bytes()


def test_where_an_article_lies_does_not_change_the_graph(good: Path, out: Path, tmp_path: Path) -> None:
    shutil.copytree(good, tmp_path / "elsewhere")
    assert kg("build", good, "-o", out / "1.nq") == kg("build", tmp_path / "elsewhere", "-o", out / "2.nq") == 0
    assert (out / "1.nq").read_bytes() == (out / "2.nq").read_bytes()


@pytest.mark.parametrize("name", ["-o.txt", "--help.txt", "a'\"b.txt", "a\nb.txt", "a b;c&d|e$(f).txt", "<b>.txt"])
def test_a_strange_file_name_is_a_file_name(
    tmp_path: Path, out: Path, name: str, capfd: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_text(GOOD["a.txt"], "utf-8")
    assert kg("build", "-o", out / "graph.ttl", "--", name) == 0
    assert kg("extract", "-o", out / "a.jsonl", "--", name) == 0
    assert sentences(capfd) == []
    assert articles(out / "graph.ttl") == 1
    assert (out / "a.jsonl").read_bytes().count(b"\n") >= 1


def hostile(kind: str) -> bytes:
    """Articles that try to break out of what they are put into."""
    clean = HOSTILE.replace("\0", "")
    text = f"Russland lehnt die »{clean}« von Nato-Truppen in der Ukraine ab, sagte {clean} Peskow.\n"
    deep = "Er sagte, dass er sagte, " * 30
    front = '---\ntitle: \'<script>alert(1)</script> """ > .\'\npublisher: |\n  a\n  > . <x> <y> <z> .\n---\n'
    return {
        "markup": text,
        "front matter": front + text,
        "nested quotes": "„" * 200 + "Nein" + "“" * 200 + ", sagte Peskow.\n",
        "nested clauses": f"{deep}Russland lehne das ab.\n",
        "one long word": "Russland " + "a" * 20_000 + " lehnt das ab.\n",
        "only signs": "Die Lage:\n\n" + "!?.,;:-–…()[]{}" * 500 + "\n",
        "combining": "Russland lehnt das a" + "\u0301" * 5_000 + "b ab.\n",
    }[kind].encode()


@pytest.mark.parametrize(
    "kind",
    ["markup", "front matter", "nested quotes", "nested clauses", "one long word", "only signs", "combining"],
)
def test_hostile_content_stays_content(tmp_path: Path, out: Path, kind: str) -> None:
    (tmp_path / "a.txt").write_bytes(hostile(kind))
    assert kg("build", tmp_path / "a.txt", "--language", "de", "-o", out / "graph.ttl") == 0
    assert kg("extract", tmp_path / "a.txt", "--language", "de", "-o", out / "a.jsonl") == 0
    graph = read(out / "graph.ttl")
    assert articles(out / "graph.ttl") == 1
    for position in graph.subjects(rdflib.RDF.type, POS.Position):
        assert graph.value(position, PROV.wasDerivedFrom) in set(graph.subjects(rdflib.RDF.type, SCHEMA.NewsArticle))
    assert not {str(node) for node in graph.all_nodes()} & {"x", "y", "z"}
    assert kg("view", out / "graph.ttl", "-o", out / "view.html") == 0
    assert "<script>alert(1)" not in (out / "view.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("content", "says"),
    [(None, "graph.ttl"), (b"", ""), (b"\0\xff", "graph.ttl"), (b"<a> <b", "graph.ttl")],
    ids=["missing", "empty", "binary", "malformed"],
)
@pytest.mark.parametrize("command", [["query", "--name", "who-holds-what"], ["view", "-o", "view.html"]])
def test_a_graph_that_cannot_be_read_is_named(
    out: Path, command: list[str], content: bytes | None, says: str, capfd: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(out)
    if content is not None:
        (out / "graph.ttl").write_bytes(content)
    assert kg(command[0], out / "graph.ttl", *command[1:]) == bool(says)
    assert [says in sentence for sentence in sentences(capfd)] == [True] * bool(says)


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_closed_stream_is_no_traceback(good: Path, out: Path, stream: str) -> None:
    close: Callable[[], None] = lambda: os.close({"stdout": 1, "stderr": 2}[stream])  # noqa: E731
    ended = subprocess.run(
        [sys.executable, "-m", "kg", "build", str(good), "-o", str(out / "graph.ttl")],
        stderr=subprocess.PIPE if stream == "stdout" else None, preexec_fn=close, check=False, timeout=120,
    )  # fmt: skip
    assert ended.returncode == 0
    assert b"Traceback" not in (ended.stderr or b"")
    assert articles(out / "graph.ttl") == 2
