"""Paths → documents, one broken file never stopping the others."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.errors import InputError, fail
from kg.model import Document
from kg.read.files import OnError, files
from kg.read.metadata import Metadata
from kg.read.text import document


def read(
    paths: str | Path | Iterable[str | Path], *, defaults: Metadata | None = None, on_error: OnError = fail
) -> Iterator[Document]:
    """The documents of files and folders, in the order given, a folder's sorted by name, each file once.

    `defaults` fill in what a text's front matter leaves open. What cannot be read goes to `on_error` as an
    `InputError`, and reading goes on with the next file; without `on_error` the first one is raised.
    """
    defaults = defaults or Metadata()
    seen: set[str] = set()
    for path in [paths] if isinstance(paths, str | Path) else paths:
        for file in files(path, on_error):
            if (real := os.path.realpath(file)) in seen:
                continue
            seen.add(real)
            try:
                found = document(file, defaults)
            except InputError as error:
                on_error(error)
            else:
                yield found
