"""JSON Lines, one article a line → documents (https://jsonlines.org)."""

import codecs
import json
from collections.abc import Iterator
from pathlib import Path

from kg.read.columns import Columns
from kg.read.files import OnError
from kg.read.metadata import Metadata
from kg.read.rows import TOO_LARGE, Numbered, Reading, Row, Source
from kg.read.rows import documents as of_rows
from kg.read.streams import decoded, lines, opened

ENOUGH = 100  # rows without a text, and none with one: the others have none either


def documents(path: Path, defaults: Metadata, on_error: OnError, columns: Columns) -> Reading:
    """The documents of the lines. Raises `InputError` if none of the first 100 has a text."""
    source = Source(path, defaults, on_error)
    with opened(path) as file:
        yield from of_rows(with_text(rows(lines(file)), source, columns), source, lambda row: columns.of(names(row)))


def with_text(rows: Iterator[Numbered], source: Source, columns: Columns) -> Iterator[Numbered]:
    """The rows that have a text; of the others one sentence tells."""
    without, first, found = 0, None, False
    for number, row in rows:
        if isinstance(row, ValueError):
            yield number, row
            continue
        try:
            columns.of(names(row))
        except ValueError as error:
            without, first = without + 1, first or (number, error)
            if without == ENOUGH and not found:
                raise source.fault(*first) from error
        else:
            found = True
            yield number, row
    if first:
        others = f" ({without - 1:,} more rows are like it)" if without > 1 else ""
        source.on_error(source.fault(first[0], ValueError(f"{first[1]}{others}")))


def names(row: Row) -> list[str]:
    """The columns of a row, those of the objects in it as `source.name`."""
    within = (f"{name}.{inner}" for name, found in row.items() if isinstance(found, dict) for inner in found)
    return [*row, *within]


def rows(lines: Iterator[bytes | None]) -> Iterator[Numbered]:
    """The objects of the lines that are not empty."""
    for number, line in enumerate(lines, 1):
        if line is None:
            yield number, ValueError(TOO_LARGE)
        elif line.strip():
            yield number, parsed(line.removeprefix(codecs.BOM_UTF8) if number == 1 else line)


def parsed(line: bytes) -> Row | ValueError:
    try:
        found = json.loads(decoded(line).rstrip())
    except RecursionError:
        return ValueError("it is nested too deeply; write one flat object a line.")
    except json.JSONDecodeError as error:
        return ValueError(f"it is not JSON ({error.msg}, character {error.colno}); write one object a line.")
    except ValueError as error:  # another encoding; a number of more digits than Python reads
        return error
    return found if isinstance(found, dict) else ValueError("it is no JSON object; write one object a line.")
