"""Archives of the web: which records are articles, and what is said of the others and of damage."""

import gzip
import zlib
from datetime import date
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Document
from kg.read import read

GERMAN = "Der Kanzler hat die Lieferung von Waffen an die Ukraine zugesagt."
PAGE = (
    f"<html><head><title>Zusage</title></head><body><article><h1>Zusage</h1><p>{GERMAN * 5}</p></article></body></html>"
)
OK = b"HTTP/1.1 200 OK\r\n"
HTML = b"Content-Type: text/html; charset=utf-8\r\n"


def record(block: bytes, kind: str = "conversion", length: int | str | None = None, more: str = "") -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://example.org/a\r\n"
        f"WARC-Date: 2025-12-17T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:{zlib.crc32(block)}>\r\n{more}"
        f"Content-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def found(file: Path, data: bytes) -> tuple[list[Document], list[str]]:
    file.write_bytes(data)
    faults: list[InputError] = []
    documents = list(read(file, on_error=faults.append))
    assert all(str(fault).isprintable() for fault in faults)
    return documents, [str(fault).removeprefix(f"{file.parent}/") for fault in faults]


def texts(number: int) -> bytes:
    return b"".join(record(f"{GERMAN} {one}".encode()) for one in range(number))


@pytest.mark.parametrize("name", ["a.wet", "a.warc", "a.wet.gz", "a.warc.gz"])
def test_a_conversion_is_an_article(tmp_path: Path, name: str) -> None:
    block = GERMAN.encode()
    data = [record(b"software: x", "warcinfo"), record(block, more="WARC-Identified-Content-Language: deu,eng\r\n")]
    packed = b"".join(map(gzip.compress, data)) if name.endswith(".gz") else b"".join(data)
    id = f"urn:uuid:{zlib.crc32(block)}"
    assert found(tmp_path / name, packed) == (
        [
            Document(
                text=GERMAN,
                id=id,
                source=f"{tmp_path / name}#{id}",
                language="de",
                published=date(2025, 12, 17),
                url="https://example.org/a",
            )
        ],
        [],
    )


@pytest.mark.parametrize(("head", "body"), [
    (OK + HTML, PAGE.encode()),
    (OK + HTML, b"\n" + PAGE.encode()),
    (OK + b"Content-Type: text/html; charset=iso-8859-1\r\n", PAGE.encode("latin-1")),
    (OK + HTML + b"Content-Encoding: gzip\r\n", gzip.compress(PAGE.encode())),
    (OK + HTML + b"Content-Encoding: deflate\r\n", zlib.compress(PAGE.encode())),
    (OK + HTML + b"Content-Encoding: gzip\r\n", PAGE.encode()),
    (OK + HTML + b"Transfer-Encoding: chunked\r\n", b"a;x=y\r\n%b\r\n%x\r\n%b\r\n0\r\n\r\n" % (
        PAGE.encode()[:10], len(PAGE.encode()) - 10, PAGE.encode()[10:])),
    (OK + HTML + b"Transfer-Encoding: chunked\r\n", PAGE.encode()),
])  # fmt: skip
def test_an_answer_with_a_page_is_an_article(tmp_path: Path, head: bytes, body: bytes) -> None:
    (document,), faults = found(tmp_path / "a.warc", record(head + b"\r\n" + body, "response"))
    assert faults == []
    assert GERMAN in document.text
    assert (document.url, document.published) == ("https://example.org/a", date(2025, 12, 17))


@pytest.mark.parametrize("block", [
    b"HTTP/1.1 404 Not Found\r\n" + HTML + b"\r\n" + PAGE.encode(),
    b"HTTP/1.1 301 Moved\r\n" + HTML + b"\r\n",
    OK + b"Content-Type: image/png\r\n\r\nx",
    OK + b"\r\nx",
    b"",
    b"\0" * 100,
])  # fmt: skip
def test_what_is_no_page_is_passed_over(tmp_path: Path, block: bytes) -> None:
    assert found(tmp_path / "a.warc", record(block, "response") + record(block, "request")) == ([], [])


@pytest.mark.parametrize(("block", "says"), [
    (OK + HTML, "the headers of the server's answer do not end; fetch the page again."),
    (OK + b"X: " + b"x" * 200_000 + b"\r\n\r\n", "the headers of the server's answer do not end; "),
    (OK + HTML + b"Content-Encoding: br\r\n\r\nxyz", "the page is packed in a way that is not read (br); "),
    (OK + HTML + b"Content-Encoding: gzip\r\n\r\nxyz", "the page cannot be unpacked ("),
    (OK + HTML + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b" " * 50_000_000), "larger than 5 MB; "),
])  # fmt: skip
def test_what_is_wrong_with_an_answer(tmp_path: Path, block: bytes, says: str) -> None:
    documents, (fault,) = found(tmp_path / "a.warc", record(block, "response") + texts(1))
    assert fault.startswith(f"a.warc, record 1: {says}")
    assert len(documents) == 1


@pytest.mark.parametrize(("bad", "says"), [
    (record(GERMAN.encode(), length=5), "its length is wrong; what is between it and the next is lost."),
    (record(b"\xff" * 50), "it is not in UTF-8 (byte 0xff at position 0); "),
    (record(b"x\0y"), "the text holds a null byte, "),
    (record(b""), "it is empty; "),
    (record(b"x" * 6_000_000), "larger than 5 MB; "),
    (record(b"", length="-5"), "its Content-Length is no number (-5); "),
    (record(b"", length="9" * 5_000), "its Content-Length is no number (99999999999999999999); "),
    (record(b"", length="1_0"), "its Content-Length is no number (1_0); "),
    (b"WARC/1.0\r\nWARC-Type: conversion\r\n\r\n", "it has no Content-Length; "),
    (b"WARC/1.0\r\n" + b"x: y\r\n" * 300 + b"\r\n", "its headers do not end; "),
    (b"WARC/1.0\r\nx: " + b"y" * 7_000_000 + b"\r\n\r\n", "its headers do not end; "),
])  # fmt: skip
def test_one_bad_record_never_stops_the_others(tmp_path: Path, bad: bytes, says: str) -> None:
    documents, (fault,) = found(tmp_path / "a.wet", texts(1) + bad + record(f"{GERMAN} Neu.".encode()))
    assert fault.startswith(f"a.wet, record 2: {says}")
    assert [one.text for one in documents] == [f"{GERMAN} 0", f"{GERMAN} Neu."]


@pytest.mark.parametrize("cut", [5, 40, 150, 200])
def test_a_file_that_is_cut_off_says_so(tmp_path: Path, cut: int) -> None:
    says = "the file is cut off, and the rest is not read; fetch it again."
    documents, faults = found(tmp_path / "a.wet", texts(2) + texts(1)[:-cut])
    assert (len(documents), faults) == (2, [f"a.wet: {says}"])
    packed = gzip.compress(texts(1)) * 2 + gzip.compress(texts(1))[:-cut]
    documents, faults = found(tmp_path / "a.wet.gz", packed)
    assert (len(documents), faults) == (3 if cut == 5 else 2, [f"a.wet.gz: {says}"])  # of the trailer


def test_a_length_beyond_the_file_is_a_cut(tmp_path: Path) -> None:
    documents, faults = found(tmp_path / "a.wet", texts(1) + record(b"x", length=10**14) + texts(1))
    assert (len(documents), faults) == (1, ["a.wet: the file is cut off, and the rest is not read; fetch it again."])


@pytest.mark.parametrize("data", [b"\x89PNG\r\n" + b"x" * 100, b"Kein WARC.\n", b"\0" * 1_000_000])
def test_what_is_no_warc_file_says_so(tmp_path: Path, data: bytes) -> None:
    assert found(tmp_path / "a.warc", data) == (
        [], ["a.warc, record 1: it does not begin like one (WARC/1.0); this is no WARC file, or it is damaged."],
    )  # fmt: skip
