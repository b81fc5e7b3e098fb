"""Work on one document after the other, one that fails never stopping the others."""

import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from kg.errors import KgError, ModelError
from kg.model import Document
from kg.output import shown
from kg.read import LanguageError

T = TypeVar("T")
OnError = Callable[[KgError], None]


def each(
    documents: Iterable[Document], work: Callable[[Document], T], *, model: Path | None, on_error: OnError
) -> Iterator[T]:
    """What comes of each document; `on_error` is told of those that nothing comes of.

    A language without a pipeline is a `LanguageError`, and a fault of ours a `KgError` that says where it happened.
    Other `KgError`s (the vocabulary, the pipeline at `model`) would come with every document, and are raised.
    """
    for document in documents:
        name = shown(document.source or document.id)
        try:
            done = work(document)
        except ModelError as error:
            if model:
                raise
            on_error(LanguageError(str(error), name))
        except KgError:
            raise
        except Exception as error:  # a fault of ours in one article must not cost the thousand others
            on_error(KgError(f"kg itself failed on it ({cause(error)}); please report that.", name))
        else:
            yield done


def cause(error: Exception) -> str:
    """What went wrong and where, on one line."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    return " ".join(f"{type(error).__name__}: {error}, {Path(place.filename).name}:{place.lineno}".split())
