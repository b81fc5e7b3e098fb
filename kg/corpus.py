"""A corpus that grows: each document into a store once, and again only if it or what reads it has changed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path

import pyoxigraph as ox

from kg.alike.signature import signature
from kg.each import OnError
from kg.errors import fail
from kg.model import DOUBTFUL, Document
from kg.store.base import Store
from kg.store.catalogue import Catalogue, Entry

ROUND = 1000  # documents; known ones are told of at its end at the latest, so that memory stays flat
ADDRESS = ("http://", "https://")


@dataclass(frozen=True)
class Recipe:
    """Everything but the text that decides what a document's graph is; passes to other processes."""

    model: Path | None = None
    actors: tuple[Path, ...] = ()
    min_confidence: float = DOUBTFUL
    full_text: bool = False

    def digest(self) -> str:
        from kg.provenance import run_of

        run = run_of(self.model, self.actors)
        return sha256(f"{run.iri}\x1f{self.min_confidence}\x1f{self.full_text}".encode()).hexdigest()[:24]


@dataclass(frozen=True)
class Built:
    """The graph of one document, as N-Triples, so that it passes between processes."""

    document: Document
    triples: bytes
    positions: int


@dataclass(frozen=True)
class Kept:
    """What became of a document: `known` if the store had it already. `positions` counts the new ones."""

    document: Document
    positions: int
    known: bool


Builder = Callable[[Iterable[Document], Recipe, OnError], Iterator[Built]]


def keep(
    documents: Iterable[Document], store: Store, recipe: Recipe, *, build: Builder, on_error: OnError = fail
) -> Iterator[Kept]:
    """Put the graphs of documents into a store, each in a change of its own; what is yielded is kept for good.

    A document that fails goes to `on_error`, and what was read from its place before stays. Raises `StoreError`.
    """
    catalogue, digest = Catalogue(store), recipe.digest()
    waiting = iter(documents)
    for first in waiting:
        some = chain([first], islice(waiting, ROUND - 1))
        yield from kept(some, catalogue, recipe, digest, build, on_error)


def kept(
    documents: Iterable[Document], catalogue: Catalogue, recipe: Recipe, digest: str, build: Builder, on_error: OnError
) -> Iterator[Kept]:
    known: list[Kept] = []

    def unknown() -> Iterator[Document]:
        for document in documents:
            found = Entry(document.iri, digest)
            if catalogue.knows(origin(document), found):
                known.append(Kept(document, 0, known=True))
            elif catalogue.has(found):  # the same article from elsewhere: nothing to read, only to note
                catalogue.put(origin(document), found, {}, signature(document.text))
                known.append(Kept(document, 0, known=True))
            else:
                yield document

    for built in build(unknown(), recipe, on_error):
        yield from taken(known)
        triples = ox.parse(built.triples, format=ox.RdfFormat.N_TRIPLES)
        graph = {built.document.iri: [quad.triple for quad in triples]}
        entry = Entry(built.document.iri, digest)
        catalogue.put(origin(built.document), entry, graph, signature(built.document.text))
        yield Kept(built.document, built.positions, known=False)
    yield from taken(known)


def taken(waiting: list[Kept]) -> Iterator[Kept]:
    """What has gathered so far."""
    while waiting:
        yield waiting.pop(0)


def origin(document: Document) -> str:
    """The address or the absolute path that a document was read from."""
    return place_of(document.source or document.id)


def place_of(source: str) -> str:
    return source if source.startswith(ADDRESS) else str(Path(source).absolute())
