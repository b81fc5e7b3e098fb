"""Paths → documents, one broken file never stopping the others."""

import os
import warnings
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kg.errors import InputError, fail
from kg.model import Document
from kg.output import shown
from kg.read.files import OnError, files
from kg.read.kinds import KINDS, kind_of
from kg.read.metadata import KEYS, Metadata


def warn(note: str) -> None:
    warnings.warn(note, stacklevel=3)  # the line that asked for the documents


def read(
    paths: str | Path | Iterable[str | Path],
    *,
    defaults: Metadata | None = None,
    on_error: OnError = fail,
    on_note: Callable[[str], None] = warn,
) -> Iterator[Document]:
    """The documents of files and folders, in the order given, a folder's sorted by name, each file once.

    `defaults` fill in what a text's front matter leaves open. What cannot be read goes to `on_error` as an
    `InputError`, and reading goes on with the next file; without `on_error` the first one is raised.
    A key of front matter that is not read is told to `on_note`, once for all files, since those of another tool have
    the same in each; without `on_note` it is a warning.
    """
    defaults = defaults or Metadata()
    seen: set[str] = set()
    told: set[str] = set()
    for path in [paths] if isinstance(paths, str | Path) else paths:
        for file in files(path, walked, on_error):
            if (real := os.path.realpath(file)) in seen:
                continue
            seen.add(real)
            for found, unknown in documents(file, defaults, on_error):
                if new := [key for key in unknown if key not in told]:
                    told.update(new)
                    on_note(not_read(file, new))
                yield found


def walked(file: Path) -> bool:
    """Whether a file is read because it lies in a folder that is."""
    kind = kind_of(file)
    return kind is not None and kind.walked


def documents(file: Path, defaults: Metadata, on_error: OnError) -> Iterator[tuple[Document, list[str]]]:
    """What is in a file; a fault of it goes to `on_error`."""
    try:
        if (kind := kind_of(file)) is None:
            raise InputError(f"{shown(file)}: {unread(file)}")
        yield from kind.read(file, defaults, on_error)
    except InputError as error:
        on_error(error)


def unread(file: Path) -> str:
    what = f"{shown(file.suffix)} files are" if file.suffix else "a file without a suffix is"
    return f"{what} not read; save the article as one of those that are: {', '.join(KINDS)}."


def not_read(file: Path, keys: list[str]) -> str:
    names = ", ".join(ascii(key) if not key.isprintable() else repr(key) for key in keys)
    return f"{shown(file)}: front matter, {names}: not read; the keys that are read are {', '.join(KEYS)}."
