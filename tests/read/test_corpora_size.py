"""Files of any size and of any malice: memory stays flat, and nothing but an `InputError` comes."""

import gzip
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.read import read
from kg.read.kinds import KINDS
from tests.read.test_corpora import FORMS, GERMAN, jsonl, parquet, table
from tests.read.test_warc import PAGE, record

MEGABYTE = 1_000_000
COUNT = """
import resource, sys
from kg.read import read
faults = []
read(sys.argv[1])
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
number = sum(1 for _ in read(sys.argv[1], on_error=faults.append))
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(number, len(faults), (after - before) // 1024)
"""


def read_apart(file: Path) -> tuple[int, int, int]:
    """The number of documents and of faults, and by how many MB the memory of the process grew."""
    command = [sys.executable, "-c", COUNT, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    documents, faults, grown = map(int, done.stdout.split())
    return documents, faults, grown


def bomb(file: Path, head: bytes, fill: bytes, tail: bytes, megabytes: int) -> Path:
    with gzip.open(file, "wb", compresslevel=1) as target:
        target.write(head)
        for _ in range(megabytes):
            target.write(fill * (MEGABYTE // len(fill)))
        target.write(tail)
    return file


ROW = jsonl([{"text": GERMAN, "language": "de"}])
WET = record(GERMAN.encode(), more="WARC-Identified-Content-Language: deu\r\n")


@pytest.mark.parametrize(("name", "head", "fill", "tail"), [
    ("a.jsonl.gz", ROW + b'{"text": "', b"x", b'"}\n' + ROW),
    ("a.csv.gz", b'language,text\nde,"a"\nde,"', b"x", b'"\nde,b\n'),
    ("a.csv.gz", b'language,text\nde,"a"\nde,"', b'x""' + b"x" * 997 + b"\n", b'"\nde,b\n'),
    ("a.wet.gz", WET + b"WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 100000000\r\n\r\n", b"x", b"\r\n" + WET),
    ("a.wet.gz", WET + b"WARC/1.0\r\nX: ", b"x", b"\r\n" + WET),
])  # fmt: skip
def test_a_row_of_a_hundred_megabytes_is_refused_without_being_held(
    tmp_path: Path, name: str, head: bytes, fill: bytes, tail: bytes
) -> None:
    documents, faults, grown = read_apart(bomb(tmp_path / name, head, fill, tail, 100))
    assert (documents, faults) == (2, 1)
    assert grown < 60


@pytest.mark.slow
@pytest.mark.parametrize(("name", "make"), [("a.jsonl", jsonl), ("a.csv", table), ("a.parquet", parquet)])
def test_memory_is_flat(tmp_path: Path, name: str, make: Callable[[list[dict[str, object]]], bytes]) -> None:
    rows: list[dict[str, object]] = [
        {"id": str(number), "text": f"{GERMAN} {number} " * 200, "language": "de"} for number in range(7_000)
    ]
    file = tmp_path / name
    file.write_bytes(make(rows))
    documents, faults, grown = read_apart(file)
    assert (documents, faults) == (7_000, 0)
    assert grown < 130  # pyarrow alone has 60; the rows have 100


@pytest.mark.slow
def test_a_large_parquet_row_is_refused(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [{"text": GERMAN}, {"text": "x" * 6_000_000}, {"text": GERMAN + " "}]
    (tmp_path / "a.parquet").write_bytes(parquet(rows))
    assert read_apart(tmp_path / "a.parquet")[:2] == (2, 1)


DAMAGED = 3_000  # tables and archives
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40) | st.just(GERMAN),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
PARTS = st.sampled_from(["text", "title", "date", "publisher", "url", "id", "language", "source.name", "x", ""])
ROWS = st.lists(st.dictionaries(PARTS, VALUES, max_size=8), max_size=4)


def packed(name: str, rows: list[dict[str, object]]) -> bytes:
    """Rows, good and bad, in the form of a file of that name, as something that can be damaged."""
    if name.startswith(("a.jsonl", "a.ndjson")):
        return FORMS[name](rows)
    if name in FORMS:
        return FORMS[name]([{"id": "1", "text": GERMAN, "title": json.dumps(row)} for row in rows] or [{"text": ""}])
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.encode()
    archive = record(json.dumps(rows).encode()) + record(answer, "response")
    return gzip.compress(archive) if name.endswith(".gz") else archive


@pytest.mark.slow
@settings(max_examples=DAMAGED, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_nothing_but_an_input_error_comes(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    file = tmp_path_factory.getbasetemp() / data.draw(st.sampled_from([*FORMS, "a.warc", "a.wet.gz"]))
    content = bytearray(packed(file.name, data.draw(ROWS)))
    for _ in range(data.draw(st.integers(0, 3))):
        start = data.draw(st.integers(0, len(content)))
        content[start : start + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    file.write_bytes(content)
    faults: list[InputError] = []
    for document in read(file, on_error=faults.append):
        assert document.text.strip()
        assert "\0" not in document.text
        assert document.iri
    assert all(str(fault).startswith(str(file)) and str(fault).isprintable() for fault in faults)


def test_every_kind_of_corpus_is_tried() -> None:
    tables = {suffix for suffix, kind in KINDS.items() if kind.table}
    assert tables >= {Path(name).name.removeprefix("a") for name in FORMS}
