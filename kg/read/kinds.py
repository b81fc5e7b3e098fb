"""The kinds of sources, by the suffix of the file. Each is one module, loaded when it is first needed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from kg.model import Document
from kg.read.columns import Columns
from kg.read.files import OnError
from kg.read.metadata import Metadata, Unread

# Documents of a file, each with what it says of itself and is not read. A fault of the whole file is raised as
# `InputError`, one of a document among several goes to `on_error`.
Reading = Callable[[Path, Metadata, OnError], Iterator[tuple[Document, list[Unread]]]]
# Of a table, which asks for the names of its columns too.
TableReading = Callable[[Path, Metadata, OnError, Columns], Iterator[tuple[Document, list[Unread]]]]


@dataclass(frozen=True)
class Kind:
    """`module` has a `Reading` called `documents`, that of a table a `TableReading`.

    `walked`: whether a folder's files of that kind are read too.
    """

    module: str
    walked: bool = True
    table: bool = False

    def read(
        self, path: Path, defaults: Metadata, on_error: OnError, columns: Columns
    ) -> Iterator[tuple[Document, list[Unread]]]:
        if self.table:
            tables: TableReading = import_module(self.module).documents
            return tables(path, defaults, on_error, columns)
        reading: Reading = import_module(self.module).documents
        return reading(path, defaults, on_error)


TEXT = Kind("kg.read.text")
PAGE = Kind("kg.read.page")
FEED = Kind("kg.read.feed")
# Those of a folder are not read unasked: they may be what we have written ourselves.
LINES = Kind("kg.read.jsonl", walked=False, table=True)
DELIMITED = Kind("kg.read.delimited", walked=False, table=True)
PARQUET = Kind("kg.read.parquet", walked=False, table=True)
WARC = Kind("kg.read.warc", walked=False)
KINDS = {
    ".txt": TEXT,
    ".md": TEXT,
    ".html": PAGE,
    ".htm": PAGE,
    ".rss": FEED,
    ".atom": FEED,
    ".xml": Kind("kg.read.feed", walked=False),  # most files of this name are something else
    ".pdf": Kind("kg.read.pdf"),
    ".eml": Kind("kg.read.mail"),
    ".jsonl": LINES,
    ".ndjson": LINES,
    ".jsonl.gz": LINES,
    ".ndjson.gz": LINES,
    ".csv": DELIMITED,
    ".tsv": DELIMITED,
    ".csv.gz": DELIMITED,
    ".tsv.gz": DELIMITED,
    ".parquet": PARQUET,
    ".warc": WARC,
    ".warc.gz": WARC,
    ".wet": WARC,
    ".wet.gz": WARC,
}


def kind_of(path: Path) -> Kind | None:
    """By the longest suffix that is known: `.warc.gz` before `.gz`."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    known = ("".join(suffixes[start:]) for start in range(len(suffixes)))
    return next((KINDS[suffix] for suffix in known if suffix in KINDS), None)
