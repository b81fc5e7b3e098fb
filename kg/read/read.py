"""Paths → documents, one broken file never stopping the others."""

import os
import warnings
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from kg.address import address_of
from kg.errors import InputError, fail
from kg.model import Document
from kg.output import shown
from kg.read import web
from kg.read.columns import Columns
from kg.read.files import OnError, OnNote, files
from kg.read.kinds import KINDS, kind_of
from kg.read.metadata import KEYS, Metadata, Unread

# What is at a path or an address, once it is known how it is read.
Opened = Callable[[Metadata, OnError], Iterator[tuple[Document, list[Unread]]]]


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
    the same in each, and so is a date that is none, and which files of a folder are not read; without `on_note` it is a
    warning.
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
            for found, unread in documents(reading, defaults, on_error):
                new = [one for one in unread if one.key not in told]
                told.update(one.key for one in new)
                for sentence in sentences(found.source, new):
                    on_note(sentence)
                yield found
        while left_out:
            on_note(left_out.pop())


def sources(
    path: str | Path, columns: Columns, on_error: OnError, on_note: OnNote, allow_private: bool
) -> Iterator[tuple[str, Opened]]:
    """What a path stands for: each file or address by its one true name, and how it is read."""
    if address := address_of(path):
        yield address, partial(web.documents, address, allow_private=allow_private)
        return
    for file in files(path, walked, on_error, on_note):
        yield os.path.realpath(file), partial(of_kind, file, columns)


def walked(file: Path) -> bool:
    """Whether a file is read because it lies in a folder that is."""
    kind = kind_of(file)
    return kind is not None and kind.walked


def documents(reading: Opened, defaults: Metadata, on_error: OnError) -> Iterator[tuple[Document, list[Unread]]]:
    """What is in a file or at an address; a fault of it goes to `on_error`."""
    try:
        yield from reading(defaults, on_error)
    except InputError as error:
        on_error(error)


def of_kind(
    file: Path, columns: Columns, defaults: Metadata, on_error: OnError
) -> Iterator[tuple[Document, list[Unread]]]:
    if (kind := kind_of(file)) is None:
        raise InputError(unread(file), shown(file))
    yield from kind.read(file, defaults, on_error, columns)


def unread(file: Path) -> str:
    what = f"{shown(file.suffix)} files are" if file.suffix else "a file without a suffix is"
    return f"{what} not read; save the article as one of those that are: {', '.join(KINDS)}."


def sentences(file: str, unread: list[Unread]) -> Iterator[str]:
    if keys := [one.key for one in unread if not one.wrong]:
        yield not_read(file, keys)
    for one in unread:
        if one.wrong:
            yield f"{shown(file)}: {one.key}: {one.wrong} (left out; others like it are too, without a word)."


def not_read(file: str, keys: list[str]) -> str:
    names = ", ".join(ascii(key) if not key.isprintable() else repr(key) for key in keys)
    return f"{shown(file)}: front matter, {names}: not read; the keys that are read are {', '.join(KEYS)}."
