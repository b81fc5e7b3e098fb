"""Parquet tables, one article a row → documents (https://parquet.apache.org/docs/file-format/)."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import InputError
from kg.output import shown
from kg.read.columns import Columns, holder, oneline
from kg.read.files import MAX_BYTES, OnError, reason, require_file
from kg.read.metadata import Metadata
from kg.read.rows import TOO_LARGE, Numbered, Reading, Row, Source
from kg.read.rows import documents as of_rows

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

BATCH = 16  # rows: a few large ones, and not a thousand, are in memory together
MAX_METADATA = 20_000_000  # bytes of one text of the footer, and its entries; pyarrow allows five times as much


def documents(path: Path, defaults: Metadata, on_error: OnError, columns: Columns) -> Reading:
    """The documents of the rows, from one batch after the other: no row group is ever whole in memory.

    What a page of the file holds is unpacked at once; the format bounds it to 2 GB, and writers make it 1 MB.
    Raises `InputError`, also where pyarrow is not installed (the extra `corpus`).
    """
    file = opened(path)
    try:
        parts = columns.of_header(file.schema_arrow.names)
    except ValueError as error:
        raise InputError(str(error), shown(path)) from error
    source = Source(path, defaults, on_error)
    yield from of_rows(rows(path, file, sorted(set(parts.values()))), source, lambda _: parts)


def opened(path: Path) -> "ParquetFile":
    try:
        import pyarrow as pa
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise InputError(
            "a Parquet file needs pyarrow; install it with: pip install 'diplokg[corpus]'.", shown(path)
        ) from error
    try:
        require_file(path)
        return ParquetFile(
            path, pre_buffer=False, thrift_string_size_limit=MAX_METADATA, thrift_container_size_limit=MAX_METADATA
        )
    except (pa.ArrowException, ValueError) as error:
        raise malformed(path, error) from error
    except OSError as error:
        raise (malformed(path, error) if error.errno is None else InputError(reason(error), shown(path))) from error


def rows(path: Path, file: "ParquetFile", names: list[str]) -> Iterator[Numbered]:
    """The rows with the columns of these names. Raises `InputError` where the file is damaged."""
    import pyarrow as pa

    there = sorted({top for name in names if (top := holder(name, file.schema_arrow.names))})
    number = 0
    try:
        for batch in file.iter_batches(BATCH, columns=there, use_threads=False):
            for row in range(batch.num_rows):
                number += 1
                yield number, converted({name: batch.column(name)[row] for name in there})
    except (pa.ArrowException, OSError, ValueError) as error:
        raise malformed(path, error, f", behind row {number:,}" if number else "") from error


def converted(cells: dict[str, Any]) -> Row | ValueError:
    """The cells as Python has them; none of a row that is too large."""
    texts = (cell for cell in cells.values() if hasattr(cell, "as_buffer") and cell.is_valid)
    try:
        if sum(cell.as_buffer().size for cell in texts) > MAX_BYTES:
            return ValueError(TOO_LARGE)
        return {name: cell.as_py() for name, cell in cells.items()}
    except (ValueError, OverflowError) as error:  # a text that is not UTF-8, a day that no calendar has
        return ValueError(f"{error}; write the table anew.")


def malformed(path: Path, error: Exception, place: str = "") -> InputError:
    return InputError(
        f"no Parquet file that can be read ({oneline(str(error))}); fetch it again.", f"{shown(path)}{place}"
    )
