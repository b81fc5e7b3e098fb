"""Builders that end their process, or never come back, on some documents; importable by other processes."""

import os
import signal
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.corpus import Built, Recipe
from kg.each import OnError
from kg.model import Document
from tests.corpus.writer import build as plain


def build(documents: Iterable[Document], recipe: Recipe, on_error: OnError) -> Iterator[Built]:
    """As `writer.build`. A text »once PATH« kills its process the first time it is read, »always« each time, and »hang«
    waits for ever; »slow« takes a while."""
    for document in documents:
        word, _, path = document.text.partition(" ")
        if word == "always" or (word == "once" and first(Path(path))):
            os.kill(os.getpid(), signal.SIGKILL)
        if word in ("hang", "slow"):
            time.sleep(600 if word == "hang" else 0.5)
        yield from plain([document], recipe, on_error)


def first(mark: Path) -> bool:
    try:
        mark.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True
