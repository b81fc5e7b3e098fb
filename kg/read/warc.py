"""WARC files (ISO 28500:2017) and the WET files of Common Crawl, page by page → documents.

The readers that there are, warcio and fastwarc, end in silence where a file is cut off, and the first holds a line of
any length. So the file is read here: a version line, header lines, an empty line, a block of so many bytes, two empty
lines (clause 4), one record after the other, each unpacked as it comes.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kg.errors import InputError
from kg.read import page
from kg.read.apart import ask
from kg.read.files import MAX_BYTES, OnError
from kg.read.http import HTML, Page, answered
from kg.read.metadata import Metadata, address, day, tag
from kg.read.pieces import believable
from kg.read.rows import TOO_LARGE, Reading, Seen, Source, one
from kg.read.streams import PIECE, decoded, opened

VERSION = re.compile(rb"WARC/\d\.\d+\r?\n")
NO_WARC = "it does not begin like one (WARC/1.0); this is no WARC file, or it is damaged."
WRONG_LENGTH = "its length is wrong; what is between it and the next is lost."
MAX_LINE = 1 << 16  # bytes of a header; an address has at most a few thousand
MAX_LINES = 200  # headers of a record; they have twenty


@dataclass(frozen=True)
class Record:
    """Headers by their names in lower case, and the block."""

    headers: Mapping[str, str]
    block: bytes


def documents(path: Path, defaults: Metadata, on_error: OnError) -> Reading:
    """The documents of the records that hold a page; those of requests, robots, pictures are passed over.

    Raises `InputError` for a file that is cut off, behind what could be read of it.
    """
    source = Source(path, defaults, on_error, noun="record")
    seen = Seen()
    with opened(path) as file:
        for number, found in records(file):
            try:
                if isinstance(found, ValueError):
                    raise found
                if (text := article(found)) is not None:
                    yield one(number, *text, found.headers.get("warc-record-id", "").strip("<>"), source, seen), []
            except (InputError, ValueError) as error:
                on_error(source.fault(number, error))


def article(record: Record) -> tuple[str, Metadata] | None:
    """The text of a page and what is known of it; None if there is none to be had. Raises `ValueError`."""
    about = described(record.headers)
    match record.headers.get("warc-type"):
        case "conversion":
            return decoded(record.block), about
        case "response":
            return extracted(answered(record.block), about)
        case "resource":
            kind = record.headers.get("content-type", "")
            return extracted(Page(record.block, kind), about)
        case _:
            return None


def extracted(found: Page | None, about: Metadata) -> tuple[str, Metadata] | None:
    if found is None or found.kind not in HTML:
        return None
    if len(found.body) > page.LIMITS.size:
        raise ValueError(f"larger than {page.LIMITS.size // 1_000_000} MB, which no page with an article is.")
    hints = {"url": about.url or "", "charset": found.charset or ""}
    (values,) = ask("kg.read.page", found.body, hints, page.LIMITS.seconds)
    return values["text"], believable(values).or_else(about)


def described(headers: Mapping[str, str]) -> Metadata:
    """What the record says. The day is that of the visit: an article is not younger than that."""
    try:
        url = address(headers.get("warc-target-uri", "").strip("<>"))
    except ValueError:
        url = None
    try:
        visited = day(headers.get("warc-date", ""))
    except ValueError:
        visited = None
    spoken = headers.get("warc-identified-content-language", "").partition(",")[0]  # the likeliest first
    return Metadata(published=visited, url=url, language=tag(spoken) or None)


def records(file: BinaryIO) -> Iterator[tuple[int, Record | ValueError]]:
    """Each with its number, from 1 on; where the length of one is wrong, it goes on with the next that begins a line.

    Raises `EOFError` where the file is cut off.
    """
    number, lost = 0, False
    while start := file.readline(MAX_LINE):
        if VERSION.fullmatch(start):
            number += 1
            found = record(file)
            lost = isinstance(found, ValueError)
            yield number, found
        elif start.strip() and not lost:
            lost = True
            yield max(number, 1), ValueError(WRONG_LENGTH if number else NO_WARC)


def record(file: BinaryIO) -> Record | ValueError:
    """The record behind its version line. Raises `EOFError`."""
    try:
        headers = fields(file)
        length = headers["content-length"]
    except KeyError:
        return ValueError("it has no Content-Length; what is between it and the next is lost.")
    except ValueError as error:
        return error
    if not re.fullmatch(r"[0-9]{1,15}", length):
        return ValueError(f"its Content-Length is no number ({length[:20]}); what is between it and the next is lost.")
    if int(length) <= MAX_BYTES:
        block = exactly(file, int(length))
        return ValueError(WRONG_LENGTH) if file.readline(MAX_LINE).strip() else Record(headers, block)
    for start in range(0, int(length), PIECE):
        exactly(file, min(PIECE, int(length) - start))
    return (
        ValueError(TOO_LARGE) if headers.get("warc-type") in ("response", "conversion", "resource") else Record({}, b"")
    )


def fields(file: BinaryIO) -> dict[str, str]:
    """The headers up to the empty line. Raises `ValueError` for too many or too long ones, and `EOFError`."""
    found: dict[str, str] = {}
    for _ in range(MAX_LINES):
        data = file.readline(MAX_LINE)
        if not data.endswith(b"\n"):
            if len(data) < MAX_LINE:
                raise EOFError
            break
        if not data.strip():
            return found
        name, _, value = data.decode(errors="replace").partition(":")
        found.setdefault(name.strip().lower(), value.strip())
    raise ValueError("its headers do not end; what is between it and the next is lost.")


def exactly(file: BinaryIO, size: int) -> bytes:
    """So many bytes. Raises `EOFError` if there are fewer."""
    data = file.read(size)
    if len(data) < size:
        raise EOFError
    return data
