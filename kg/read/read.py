"""Paths → documents, one broken file never stopping the others."""

import os
import warnings
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from kg.errors import InputError, fail
from kg.model import Document
from kg.output import shown
from kg.read import web
from kg.read.columns import Columns
from kg.read.files import OnError, OnNote, files
from kg.read.kinds import KINDS, kind_of
from kg.read.metadata import KEYS, Metadata
from kg.read.web import is_address

# What is at a path or an address, once it is known how it is read.
Opened = Callable[[Metadata, OnError], Iterator[tuple[Document, list[str]]]]


def warn(note: str) -> None:
    warnings.warn(note, stacklevel=3)  # the line that asked for the documents


def read(
    paths: str | Path | Iterable[str | Path],
    *,
    defaults: Metadata | None = None,
    columns: Columns | None = None,
    on_error: OnError = fail,
    on_note: OnNote = warn,
    allow_private: bool = False,
) -> Iterator[Document]:
    """The documents of files, folders and web addresses, in the order given, a folder's sorted by name, each file once.

    `allow_private`: web addresses may lead to this machine and into its own networks.

    `defaults` fill in what a text's front matter leaves open; `columns` says what is where in a table. What cannot be
    read goes to `on_error` as an `InputError`, and reading goes on with the next file; without `on_error` the first
    one is raised.
    A key of front matter that is not read is told to `on_note`, once for all files, since those of another tool have
    the same in each, and which files of a folder are not; without `on_note` it is a warning.
    """
    defaults, columns = defaults or Metadata(), columns or Columns()
    seen: set[str] = set()
    told: set[str] = set()
    left_out: list[str] = []
    for path in [paths] if isinstance(paths, str | Path) else paths:
        for place, reading in sources(path, columns, on_error, left_out.append, allow_private):
            if place in seen:
                continue
            seen.add(place)
            for found, unknown in documents(reading, defaults, on_error):
                if new := [key for key in unknown if key not in told]:
                    told.update(new)
                    on_note(not_read(found.source, new))
                yield found
        while left_out:
            on_note(left_out.pop())


def sources(
    path: str | Path, columns: Columns, on_error: OnError, on_note: OnNote, allow_private: bool
) -> Iterator[tuple[str, Opened]]:
    """What a path stands for: each file or address by its one true name, and how it is read."""
    if is_address(path):
        yield str(path), partial(web.documents, str(path), allow_private=allow_private)
        return
    for file in files(path, walked, on_error, on_note):
        yield os.path.realpath(file), partial(of_kind, file, columns)


def walked(file: Path) -> bool:
    """Whether a file is read because it lies in a folder that is."""
    kind = kind_of(file)
    return kind is not None and kind.walked


def documents(reading: Opened, defaults: Metadata, on_error: OnError) -> Iterator[tuple[Document, list[str]]]:
    """What is in a file or at an address; a fault of it goes to `on_error`."""
    try:
        yield from reading(defaults, on_error)
    except InputError as error:
        on_error(error)


def of_kind(
    file: Path, columns: Columns, defaults: Metadata, on_error: OnError
) -> Iterator[tuple[Document, list[str]]]:
    if (kind := kind_of(file)) is None:
        raise InputError(unread(file), shown(file))
    yield from kind.read(file, defaults, on_error, columns)


def unread(file: Path) -> str:
    what = f"{shown(file.suffix)} files are" if file.suffix else "a file without a suffix is"
    return f"{what} not read; save the article as one of those that are: {', '.join(KINDS)}."


def not_read(file: str, keys: list[str]) -> str:
    names = ", ".join(ascii(key) if not key.isprintable() else repr(key) for key in keys)
    return f"{shown(file)}: front matter, {names}: not read; the keys that are read are {', '.join(KEYS)}."
