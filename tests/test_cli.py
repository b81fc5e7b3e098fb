"""`kg`, from its arguments to its exit status."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import rdflib

from kg.cli import main
from kg.query import names

ARTICLES = {
    "truppen.txt": "Russland lehnt die Stationierung von Nato-Truppen in der Ukraine ab.\n",
    "sanktionen.md": "---\ndate: 2025-12-17\n---\nDeutschland fordert neue Sanktionen gegen Russland.\n",
}
SUFFIXES = {".ttl": "turtle", ".trig": "trig", ".nq": "nquads", ".jsonld": "json-ld"}


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def graph(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("graph") / "graph.trig"
    assert main(["build", str(articles), "-o", str(path)]) == 0
    return path


def kg(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def process(*arguments: object, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """`kg` as a process of its own."""
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, timeout=120, **options)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_build_writes_a_graph_in_the_format_of_its_suffix(
    articles: Path, tmp_path: Path, suffix: str, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"graph{suffix}"
    assert kg("build", articles, "-o", path) == 0
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(path, format=SUFFIXES[suffix])
    assert dataset.query("ASK { ?holder <https://w3id.org/diplokg/positions#opposes> ?issue }").askAnswer
    written = capfd.readouterr()
    assert written.out == ""
    assert written.err.startswith("2 documents, ")
    assert written.err.endswith(f" → {path}\n")


def test_build_checks_the_graph_on_request(articles: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyshacl", reason="the extra `check` is not installed")
    assert kg("build", articles, "-o", tmp_path / "graph.ttl", "--check") == 0


def test_a_graph_that_breaks_the_shapes_is_a_failure(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("kg.assemble.check", lambda _: ["p-1 has no holder."])
    assert kg("build", articles, "-o", tmp_path / "graph.ttl", "--check") == 1
    assert "graph.ttl: p-1 has no holder." in capfd.readouterr().err


def test_extract_prints_one_json_object_a_line(articles: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert kg("extract", articles, "--jsonl") == 0
    written = capfd.readouterr()
    records = [json.loads(line) for line in written.out.splitlines()]
    assert {"opposes", "demands"} <= {record["stance"] for record in records}
    assert {record["id"] for record in records} == {"truppen", "sanktionen"}
    for record in records:
        text = ARTICLES[Path(record["document"]).name].rpartition("---\n")[2]
        evidence = record["evidence"]
        assert text[evidence["start"] : evidence["end"]] == evidence["text"]
    assert written.err == f"2 documents, {len(records)} position{'s' * (len(records) != 1)}\n"


def test_extract_writes_the_same_to_a_file(articles: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert kg("extract", articles, "--jsonl") == 0
    printed = capfd.readouterr().out
    assert kg("extract", articles, "--jsonl", "-o", tmp_path / "positions.jsonl") == 0
    assert (tmp_path / "positions.jsonl").read_text("utf-8") == printed
    assert capfd.readouterr().out == ""


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="the system has no /dev/stdout")
def test_extract_writes_into_a_pipe(articles: Path) -> None:
    ended = process("extract", articles, "-o", "/dev/stdout")
    assert ended.returncode == 0
    assert all(json.loads(line) for line in ended.stdout.splitlines())
    assert ended.stdout


def test_what_is_too_uncertain_is_left_out(articles: Path, capfd: pytest.CaptureFixture[str]) -> None:
    kg("extract", articles)
    confidences = sorted(json.loads(line)["confidence"] for line in capfd.readouterr().out.splitlines())
    assert confidences
    kg("extract", articles, "--min-confidence", min(1, confidences[-1] + 0.001))
    assert capfd.readouterr().out == ""


def test_what_is_known_of_an_article_can_be_said_by_options(articles: Path, tmp_path: Path) -> None:
    about = {
        "--title": "Zur Lage", "--published": "2025-12-16", "--publisher": "Blatt",
        "--url": "https://example.org/a", "--language": "de",
    }  # fmt: skip
    options = [part for option in about.items() for part in option]
    assert kg("build", articles / "truppen.txt", *options, "-o", tmp_path / "graph.ttl") == 0
    written = (tmp_path / "graph.ttl").read_text("utf-8")
    assert [value for value in about.values() if value not in written] == []


def test_query_answers_sparql(graph: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = "SELECT ?stance ?holder { ?holder ?stance ?issue FILTER(?stance IN (pos:opposes, pos:demands)) }"
    assert kg("query", graph, f"PREFIX pos: <https://w3id.org/diplokg/positions#> {text}", "--format", "csv") == 0
    rows = list(csv.DictReader(io.StringIO(capfd.readouterr().out)))
    assert {row["stance"].rpartition("#")[2] for row in rows} == {"opposes", "demands"}
    assert any(row["holder"].endswith("/russia") for row in rows)


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_query_answers_a_stored_query(graph: Path, form: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert kg("query", graph, "--name", "who-holds-what", "--format", form) == 0
    assert "Russland" in capfd.readouterr().out


def test_a_stored_query_asks_for_what_is_set(graph: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert kg("query", graph, "--name", "positions-of", "--set", "actor=Deutschland") == 0
    written = capfd.readouterr().out
    assert "Sanktionen" in written
    assert "Truppen" not in written


@pytest.mark.parametrize("asked", [["query", "{}", "--name", "conflicts"], ["actors", "{}"], ["issues", "{}"]])
def test_the_address_of_an_endpoint_stays_as_it_is(asked: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    address = "http://127.0.0.1:9/query"  # the port of nobody
    assert main([word.format(address) for word in asked]) == 1
    assert f"{address}: the endpoint cannot be reached" in capfd.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["SELECT nonsense"],
        ["--name", "no-such-query"],
        ["--name", "../../etc/passwd"],
        ["SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"],
        ["--name", "positions-of", "--set", "no-such-key=1"],
        ["--name", "positions-of", "--set", "actor=Russland", "--set", "actor=Deutschland"],
        ["--name", "ASK {?s ?p ?o}"],
        ["--name", ""],
        [""],
    ],
)
def test_a_query_that_is_wrong_is_one_sentence(
    graph: Path, arguments: Sequence[str], capfd: pytest.CaptureFixture[str]
) -> None:
    assert kg("query", graph, *arguments) == 1
    written = capfd.readouterr()
    assert written.out == ""
    assert written.err.startswith("kg: ")
    assert written.err.count("\n") == 1


def test_a_wrong_name_lists_all(graph: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert kg("query", graph, "--name", "Actors") == 1
    said = capfd.readouterr().err
    assert [name for name, _ in names() if name not in said] == []


def test_an_empty_answer_to_an_unknown_value_is_an_answer_and_says_so(
    graph: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert kg("query", graph, "--name", "positions-of", "--set", "actor=Rusland", "--format", "csv") == 0
    written = capfd.readouterr()
    assert written.out.startswith("holder,")
    assert written.out.count("\n") == 1
    assert written.err.startswith("kg: No actor is called 'Rusland'; did you mean Russland")
    assert written.err.count("\n") == 1


def test_a_table_is_as_wide_as_the_terminal_and_whole_in_a_pipe(
    graph: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    widths = []
    for columns in ("90", "0"):
        monkeypatch.setenv("COLUMNS", columns)
        assert kg("query", graph, "--name", "who-holds-what") == 0
        widths.append(max(map(len, capfd.readouterr().out.splitlines())))
    assert 80 < widths[0] <= 90 < widths[1]


def test_actors_are_listed_in_every_format(graph: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert kg("actors", graph, "--format", "csv") == 0
    rows = list(csv.DictReader(io.StringIO(capfd.readouterr().out)))
    russia = next(row for row in rows if row["actor"].endswith("/russia"))
    assert (russia["name"], russia["kind"], russia["positions"], russia["articles"]) == ("Russland", "Staat", "1", "2")
    assert "Russian Federation" in russia["names"].split(" | ")
    assert kg("actors", graph) == 0
    assert "actor:russia" in capfd.readouterr().out
    assert kg("actors", graph, "--format", "json") == 0
    assert len(json.loads(capfd.readouterr().out)["results"]["bindings"]) == len(rows)


def test_issues_have_labels_in_both_languages(graph: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert kg("issues", graph, "--format", "csv") == 0
    rows = list(csv.DictReader(io.StringIO(capfd.readouterr().out)))
    assert list(rows[0]) == ["german", "english", "positions", "holders", "issue"]
    named = {row["issue"].rpartition("/")[2]: row for row in rows}
    troops = named["presence.troops.by-nato.in-ukraine"]
    assert troops["german"] == "Präsenz von Nato-Truppen in der Ukraine"
    assert troops["english"] == "presence of NATO troops in Ukraine"
    assert (troops["positions"], troops["holders"]) == ("1", "1")


def test_issues_prints_a_table_whose_last_column_can_be_asked_for(
    graph: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert kg("issues", graph) == 0
    head, _, *lines = capfd.readouterr().out.splitlines()
    assert head.split() == ["german", "english", "positions", "holders", "issue"]
    asked = lines[0].split()[-1]
    assert asked.startswith("issue:")
    assert kg("query", graph, "--name", "positions-of", "--set", "actor=Russland", "--set", f"issue={asked}") == 0


def test_issues_shows_what_joins_several_above_them(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(
        "Russland lehnt die Stationierung von Nato-Truppen in der Ukraine ab.\n"
        "Frankreich unterstützt die Stationierung europäischer Truppen in der Ukraine.\n",
        "utf-8",
    )
    assert kg("build", tmp_path, "-o", tmp_path / "graph.ttl") == 0
    assert kg("issues", tmp_path / "graph.ttl", "--broader") == 0
    starts = [line[:11] for line in capfd.readouterr().out.splitlines()[2:]]
    assert starts == ["Präsenz von", "  Präsenz v", "  Präsenz v"]
    assert kg("issues", tmp_path / "graph.ttl", "--broader", "--format", "json") == 0
    found = json.loads(capfd.readouterr().out)["results"]["bindings"]
    values = [{name: cell["value"].rpartition("/")[2] for name, cell in row.items()} for row in found]
    assert [(row["level"], row["issue"], row["positions"]) for row in values] == [
        ("0", "presence.troops.in-ukraine", "2"),
        ("1", "presence.troops.by-europe.in-ukraine", "1"),
        ("1", "presence.troops.by-nato.in-ukraine", "1"),
    ]


@pytest.mark.parametrize("command", ["build", "extract", "quotes", "explain"])
def test_the_same_article_counts_once(tmp_path: Path, command: str, capfd: pytest.CaptureFixture[str]) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(ARTICLES["truppen.txt"], "utf-8")
    output = ["-o", tmp_path / "graph.ttl"] if command == "build" else []
    assert kg(command, tmp_path, *output) == 0
    lines = capfd.readouterr().err.splitlines()
    assert lines[:2] == [
        f"kg: {tmp_path / f'{name}.txt'} is the same article as {tmp_path / 'a.txt'}; it counts once." for name in "bc"
    ]
    assert [line.partition(",")[0] for line in lines[2:]] == ([] if command == "explain" else ["1 document"])


def test_a_key_of_front_matter_that_is_not_read_is_named(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.md").write_text(f"---\ntitel: Streit: A\n---\n{ARTICLES['truppen.txt']}", "utf-8")
    assert kg("extract", tmp_path) == 0
    assert capfd.readouterr().err.startswith(f"kg: {tmp_path / 'a.md'}: front matter, 'titel': not read; the keys")


def test_view_writes_a_page(graph: Path, tmp_path: Path) -> None:
    assert kg("view", graph, "-o", tmp_path / "view.html") == 0
    assert "Russland" in (tmp_path / "view.html").read_text("utf-8")


def test_the_page_has_the_title_and_the_language_that_are_asked_for(graph: Path, tmp_path: Path) -> None:
    page = tmp_path / "view.html"
    assert kg("view", graph, "-o", page, "--title", "Troops & sanctions", "--language", "en") == 0
    assert '<html lang="en">' in page.read_text("utf-8")
    assert "<h1>Troops &amp; sanctions</h1>" in page.read_text("utf-8")


def test_quotes_prints_one_json_object_a_line(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = "Der Minister sagte am Montag in Wien, der Vertrag sei tot.\n"
    (tmp_path / "vertrag.txt").write_text(text, "utf-8")
    assert kg("quotes", tmp_path / "vertrag.txt", "--jsonl") == 0
    written = capfd.readouterr()
    (quote,) = [json.loads(line) for line in written.out.splitlines()]
    assert (quote["type"], quote["text"]) == ("Indirect", "der Vertrag sei tot")
    assert [text[start:end] for start, end in quote["speaker"] + quote["cue"]] == ["Der Minister", "sagte"]
    assert written.err == "1 document, 1 quotation\n"


def test_explain_tells_what_extraction_leaves_out(articles: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert kg("explain", articles / "truppen.txt", "--min-confidence", 1) == 0
    written = capfd.readouterr().out
    assert "  ~ " in written
    assert " is below 1 [" in written
    assert "  + " not in written


def test_explain_prints_the_way_of_each_position(articles: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert kg("explain", articles / "truppen.txt") == 0
    written = capfd.readouterr().out
    assert "ablehnen" in written
    assert "opposes" in written


@pytest.fixture
def scored(tmp_path: Path) -> list[Path]:
    gold = {
        "holder": "Russland", "holder_alt": [], "side": "Russland", "side_alt": [], "stance": ["opposes"],
        "target": "Truppen", "target_keys": [["trupp"]], "optional": False,
    }  # fmt: skip
    said = gold | {"id": "a", "holder_names": [], "side_names": [], "target_names": [], "stance": "supports"}
    (tmp_path / "a.json").write_text(json.dumps({"id": "a", "lang": "de", "positions": [gold]}), "utf-8")
    (tmp_path / "said.jsonl").write_text(json.dumps(said), "utf-8")
    return [tmp_path, tmp_path / "said.jsonl"]


def test_score_prints_tables(scored: list[Path], capfd: pytest.CaptureFixture[str]) -> None:
    assert kg("score", *scored, "--errors") == 0
    written = capfd.readouterr().out
    assert "strict" in written
    assert "missed  Russland – opposes – Truppen" in written


def test_score_prints_json(scored: list[Path], capfd: pytest.CaptureFixture[str]) -> None:
    assert kg("score", *scored, "--json") == 0
    scores = json.loads(capfd.readouterr().out)["scores"]["all"]
    assert (scores["strict"]["f1"], scores["holder"]["f1"]) == (0, 1)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["no-such-command"],
        ["build"],
        ["build", "a.txt"],
        ["build", "a.txt", "-o", "graph.xyz"],
        ["build", "a.txt", "-o", "graph"],
        ["build", "a.txt", "-o", "g.ttl", "--published", "gestern"],
        ["build", "a.txt", "-o", "g.ttl", "--url", "javascript:alert(1)"],
        ["build", "a.txt", "-o", "g.ttl", "--language", "fr"],
        ["build", "a.txt", "-o", "g.ttl", "--min-confidence", "nan"],
        ["query", "g.ttl"],
        ["query", "g.ttl", "ASK {}", "--name", "who-holds-what"],
        ["query", "g.ttl", "--name", "positions-of", "--set", "actor"],
        ["actors"],
        ["actors", "g.ttl", "--format", "turtle"],
        ["issues"],
        ["issues", "g.ttl", "--format", "turtle"],
        ["view", "g.ttl"],
        ["view", "g.ttl", "-o", "view.pdf"],
        ["view", "g.ttl", "-o", "view.html", "--language", "fr"],
    ],
)
def test_wrong_usage_is_status_2(arguments: Sequence[str], capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: kg" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["build", "a.txt", "-o", "g.ttl", "--min-confidence", "abc"], "abc is not a number from 0 to 1"),
        (["build", "a.txt", "-o", "g.ttl", "--min-confidence", "2"], "2 is not a number from 0 to 1"),
        (["serve", "g.ttl", "--timeout", "abc"], "abc is not a number of seconds up to 86400"),
    ],
)
def test_a_wrong_number_is_named(arguments: Sequence[str], says: str, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(arguments)
    assert capfd.readouterr().err.endswith(f": {says}\n")


def test_a_page_is_named_as_one(
    graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit):
        kg("view", graph, "-o", "view.pdf")
    assert "argument -o/--output: view.pdf is no name of a page; let it end in .html\n" in capfd.readouterr().err
    assert [kg("view", graph, "-o", name) for name in ("a.html", "b.HTM", "c")] == [0, 0, 0]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.html", "b.HTM", "c"]


def test_version_and_help() -> None:
    assert process("--version").stdout.startswith(b"kg ")
    assert b"commands:" in process("--help").stdout


def test_it_speaks_utf8_whatever_the_locale(articles: Path) -> None:
    poor = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    ended = process("extract", articles / "truppen.txt", env=poor)
    assert ended.returncode == 0
    assert "Präsenz" in ended.stdout.decode() or "Stationierung" in ended.stdout.decode()
    assert json.loads(ended.stdout.splitlines()[0])


def test_a_reader_that_leaves_ends_it_quietly(articles: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "kg", "extract", str(articles)]
    ended = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, timeout=120, check=False)
    os.close(writing)
    assert ended.returncode == 141
    assert ended.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_output_that_cannot_be_printed_is_one_sentence(articles: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "kg", "extract", str(articles)]
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, timeout=120, check=False)
    assert ended.returncode == 1
    assert ended.stderr.decode().splitlines() == [
        "kg: standard output: it cannot be written (No space left on device); write to a file."
    ]


def test_progress_is_shown_on_a_terminal_only(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    arguments = ("extract", articles, "-o", tmp_path / "positions.jsonl")
    kg(*arguments)
    assert "…" not in capfd.readouterr().err
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    kg(*arguments)
    assert "1 document, 1 found, " in capfd.readouterr().err


def test_an_interruption_is_no_traceback(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kg.pipeline.extract", interrupted)
    assert kg("extract", articles, "-o", tmp_path / "positions.jsonl") == 130
    assert list(tmp_path.iterdir()) == []
