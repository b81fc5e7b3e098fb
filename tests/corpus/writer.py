"""Fills a store and says what it has kept, for tests that end it at any moment:

python -m tests.corpus.writer STORE FIRST LAST [LARGEST FILE IN BYTES]
"""

import resource
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from kg.corpus import Built, Kept, Recipe, keep
from kg.each import OnError
from kg.errors import StoreError, fail
from kg.model import Document
from kg.store import Store, on_disk

STATEMENTS = 50  # that an article has


class Plain(Recipe):
    """A recipe that needs no language pipeline to be told from another."""

    def digest(self) -> str:
        return f"plain {self.min_confidence}"


def article(number: int, text: str = "") -> Document:
    return Document(text=text or f"Artikel {number}", id=f"a{number}", source=f"/articles/{number}.txt")


def build(documents: Iterable[Document], recipe: Recipe, on_error: OnError) -> Iterator[Built]:
    """The graph of an article: what it says itself, and one statement that all share."""
    for document in documents:
        own = [f'<{document.iri}> <urn:says> "{document.text} {number}" .' for number in range(STATEMENTS)]
        yield Built(document, "\n".join([*own, "<urn:all> <urn:share> <urn:this> ."]).encode(), STATEMENTS)


def kept(store: Store, documents: Iterable[Document], recipe: Recipe | None = None) -> Iterator[Kept]:
    return keep(documents, store, recipe or Plain(), build=build, on_error=fail)


def main(place: str, first: str, last: str, limit: str = "") -> None:
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
    try:
        with closing(on_disk(Path(place), create=True)) as store:
            print("open", flush=True)
            for one in kept(store, map(article, range(int(first), int(last)))):
                print(one.document.id, flush=True)
    except StoreError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main(*sys.argv[1:])
