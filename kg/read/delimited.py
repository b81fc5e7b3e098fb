"""Tables with commas, semicolons or tabs, one article a row → documents (RFC 4180 but for what divides the fields)."""

import codecs
import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from kg.errors import InputError
from kg.output import shown
from kg.read.columns import Columns, oneline
from kg.read.files import MAX_BYTES, OnError
from kg.read.metadata import Metadata
from kg.read.rows import TOO_LARGE, Numbered, Reading, Source
from kg.read.rows import documents as of_rows
from kg.read.streams import PIECE, decoded, opened

MAX_COLUMNS = 1_000  # a table of articles has ten; a header of a million names is none
# An odd number of quotes opens a field at its start, and closes it anywhere; in an even one each pair is one character,
# or the field is empty.
ODD = rb'"(?:"")*(?!")'
DELIMITERS = {b",": "comma", b";": "semicolon", b"\t": "tab"}  # Excel writes semicolons where numbers have commas
OPENING = {delimiter: re.compile(rb"(?:\A|%b)" % delimiter + ODD) for delimiter in DELIMITERS}
CLOSING = re.compile(rb'(?<!")' + ODD)


def documents(path: Path, defaults: Metadata, on_error: OnError, columns: Columns) -> Reading:
    """The documents of the rows below the header. Raises `InputError` if the header has no column for the text."""
    usual = b"\t" if ".tsv" in (suffix.lower() for suffix in path.suffixes) else b","
    with opened(path) as file:
        delimiter = likeliest(file.peek(PIECE), usual)
        table = parsed(file, delimiter)
        header = names(path, next(table, None))
        try:
            parts = columns.of_header(header)
        except ValueError as error:
            raise InputError(str(error), shown(path)) from error
        source = Source(path, defaults, on_error)
        yield from of_rows(rows(table, header, DELIMITERS[delimiter]), source, lambda _: parts)


def likeliest(beginning: bytes, usual: bytes) -> bytes:
    """What divides the first line into the most fields, or else what is usual in files of that name."""
    header, *_ = beginning.removeprefix(codecs.BOM_UTF8).lstrip(b"\r\n").splitlines() or [b""]

    def number(delimiter: bytes) -> int:
        found = fields(header, delimiter.decode())
        return 0 if isinstance(found, ValueError) else len(found)

    return max((usual, *DELIMITERS), key=number)


def names(path: Path, first: list[str] | ValueError | None) -> list[str]:
    """The names of the columns. Raises `InputError`."""
    if first is None:
        raise InputError("it is empty; write the names of the columns into its first row.", shown(path))
    if isinstance(first, ValueError):
        raise InputError(oneline(str(first)), f"{shown(path)}, header") from first
    if len(first) > MAX_COLUMNS:
        raise InputError(f"more than {MAX_COLUMNS:,} columns; keep those of the articles.", shown(path))
    return first


def rows(table: Iterator[list[str] | ValueError], header: list[str], divided: str) -> Iterator[Numbered]:
    """The rows below the header, the first of them row 1, by the names of their columns."""
    for number, record in enumerate(table, 1):
        if isinstance(record, ValueError):
            yield number, record
        elif len(record) != len(header):
            fields = f"{len(record)} fields, and the header has {len(header)}"
            mend = f"put quotes around what holds a {divided}, a quote or a line end."
            yield number, ValueError(f"it has {fields}; {mend}")
        else:
            yield number, dict(zip(header, record, strict=True))


def parsed(file: BinaryIO, delimiter: bytes) -> Iterator[list[str] | ValueError]:
    """The fields of each row that is not empty, the header first."""
    csv.field_size_limit(MAX_BYTES)  # of the whole process; no row is longer anyway
    for number, record in enumerate(records(file, delimiter)):
        if record is None:
            yield ValueError(f"{TOO_LARGE[:-1]}, or close its quotes.")
        elif record.strip():
            yield fields(record.removeprefix(codecs.BOM_UTF8) if number == 0 else record, delimiter.decode())


def fields(record: bytes, delimiter: str) -> list[str] | ValueError:
    try:
        row = decoded(record).removesuffix("\n").removesuffix("\r")
        return next(csv.reader([row], delimiter=delimiter, strict=True))
    except csv.Error as error:
        return ValueError(f"it is no row of a table ({error}); put quotes around fields, and double those within.")
    except ValueError as error:
        return error


def records(file: BinaryIO, delimiter: bytes) -> Iterator[bytes | None]:
    """The rows as bytes: a line, or several where a field in quotes goes on; None for one that is too large."""
    while piece := file.readline(MAX_BYTES + 1):
        record, size, within = [piece], len(piece), quoted(piece, False, delimiter)
        while (within or not piece.endswith(b"\n")) and (piece := file.readline(PIECE)):
            size += len(piece)
            record.append(piece)
            if size > MAX_BYTES:
                record.clear()
            within = quoted(piece, within, delimiter)
        yield b"".join(record) if size <= MAX_BYTES else None


def quoted(piece: bytes, within: bool, delimiter: bytes) -> bool:
    """Whether a field in quotes goes on behind a piece of a row, if one did so before it, or not.

    At the start of a piece quotes open a field too, so that it does not matter where a row of them is cut.
    """
    place = 0
    while found := (CLOSING if within else OPENING[delimiter]).search(piece, place):
        place, within = found.end(), not within
    return within
