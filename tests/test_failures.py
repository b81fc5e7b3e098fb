"""`kg build --failures`, `--partitions` and `kg load`, from the arguments to the files."""

import json
import pickle
from pathlib import Path

import pytest

from kg.cli import main
from kg.errors import KgError
from kg.failures import record
from kg.read import LanguageError

# Sources that are broken, and which part of each is named.
NAMED = {
    "a.txt": "", "b.html": "", "c.rss": "", "d.pdf": "", "e.eml": "", "f.csv": "", "g.parquet": "",
    "h.jsonl": ", row 1", "i.warc": ", record 1", "j.csv.gz": "", "k.docx": "",
}  # fmt: skip
BROKEN = {"f.csv": b"", "h.jsonl": b"{", "i.warc": b"x\r\n"}
GOOD = "Russland lehnt die Stationierung von Nato-Truppen in der Ukraine ab.\n"


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (KgError("it is empty.", "a.txt"), {"source": "a.txt", "reason": "it is empty.", "skipped": False}),
        (KgError("no: never", "a: b/c.txt"), {"source": "a: b/c.txt", "reason": "no: never", "skipped": False}),
        (LanguageError("French", "b.txt"), {"source": "b.txt", "reason": "French", "skipped": True}),
        (KgError("nothing: named"), {"source": None, "reason": "nothing: named", "skipped": False}),
    ],
)
def test_an_error_is_a_source_and_a_reason(error: KgError, expected: dict[str, object]) -> None:
    assert record(error) == expected
    assert record(pickle.loads(pickle.dumps(error))) == expected, "errors come from other processes"
    assert str(error) == ": ".join(filter(None, (error.source, error.sentence)))


def test_every_fault_of_a_source_has_its_whole_name(tmp_path: Path) -> None:
    folder, failures = tmp_path / "a: b", tmp_path / "failures.jsonl"
    folder.mkdir()
    for name in NAMED:
        (folder / name).write_bytes(BROKEN.get(name, b" "))
    sources = [folder, *(folder / name for name in NAMED), tmp_path / "c: d"]
    assert main(["build", *map(str, sources), "-o", str(tmp_path / "g.ttl"), "--failures", str(failures)]) == 1
    told = [json.loads(line)["source"] for line in failures.read_text("utf-8").splitlines()]
    expected = {str(folder / name) + part for name, part in NAMED.items()} | {str(tmp_path / "c: d"), None}
    assert set(told) == expected
    assert told[-1] is None, "that nothing was read at all is the last"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_failures_on_a_full_disk_are_one_sentence(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.txt").write_text(" ", "utf-8")
    arguments = ["build", str(tmp_path), "-o", str(tmp_path / "g.ttl"), "--failures", "/dev/full"]
    assert main(arguments) == 1
    assert capfd.readouterr().err.splitlines()[1:] == [
        "kg: /dev/full: it cannot be written (No space left on device); free some space."
    ]


def test_partitions_are_loaded_and_what_failed_is_written_down(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder, parts, failures = tmp_path / "in", tmp_path / "parts", tmp_path / "failures.jsonl"
    folder.mkdir()
    (folder / "empty.txt").write_text(" ", "utf-8")
    (folder / "good.txt").write_text(GOOD, "utf-8")
    assert main(["build", str(folder), "--partitions", str(parts), "--failures", str(failures)]) == 1
    (line,) = failures.read_text("utf-8").splitlines()
    assert json.loads(line)["source"] == str(folder / "empty.txt")
    assert "empty" in json.loads(line)["reason"]
    assert main(["load", str(tmp_path / "store"), *map(str, parts.iterdir())]) == 0
    assert capfd.readouterr().err.endswith("kg: 1 article → " + str(tmp_path / "store") + "\n")
    assert main(["build", str(folder / "good.txt"), "--store", str(tmp_path / "store")]) == 0
    assert "1 was known" in capfd.readouterr().err


def test_a_load_of_nothing_makes_no_store_and_says_so(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "part.nq").touch()
    assert main(["load", str(tmp_path / "store"), str(tmp_path / "part.nq")]) == 0
    assert capfd.readouterr().err == "kg: 0 articles → no store, since there is nothing to keep\n"
    assert not (tmp_path / "store").exists()


def test_failures_that_cannot_be_written_are_told_before_the_work(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    arguments = ["build", str(tmp_path), "--store", str(tmp_path / "store"), "--failures", str(tmp_path)]
    assert main(arguments) == 1
    assert capfd.readouterr().err.startswith(f"kg: {tmp_path}: it cannot be written (")
    assert not (tmp_path / "store").exists()


def test_ray_needs_a_folder_for_its_files(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(tmp_path), "--store", str(tmp_path / "store"), "--ray"]) == 1
    assert "--ray: its workers write files, not a store; name a folder with --partitions" in capfd.readouterr().err


@pytest.mark.parametrize("how", [["--jobs", "2"], ["--timeout", "5"]])
def test_what_a_single_file_cannot_have_is_told(
    how: list[str], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", str(tmp_path), "-o", str(tmp_path / "x.ttl"), *how]) == 1
    sentence = "kg: --jobs and --timeout: a single file has neither; write with --store or --partitions.\n"
    assert capfd.readouterr().err == sentence


def test_a_load_of_what_is_no_graph_is_one_sentence(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.nq").write_text("<urn:a> <urn:b> <urn:c> .\n", "utf-8")
    assert main(["load", str(tmp_path / "store"), str(tmp_path / "x.nq")]) == 1
    err = capfd.readouterr().err
    assert (
        err
        == f"kg: {tmp_path / 'x.nq'}: it says something outside of an article's graph; build the file again as .nq.\n"
    )
