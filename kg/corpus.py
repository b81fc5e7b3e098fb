"""A corpus that grows: each document into a store once, and again only if it or what reads it has changed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path

import pyoxigraph as ox

from kg.address import address_of
from kg.alike.signature import signature
from kg.each import OnError
from kg.errors import fail
from kg.model import DOUBTFUL, Document
from kg.store.base import Store
from kg.store.catalogue import Catalogue, Entry
from kg.store.independence import recount

ROUND = 1000  # documents; known ones are told of at its end at the latest, so that memory stays flat


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
    for some in rounds(documents):
        yield from kept(some, catalogue, recipe, digest, build, on_error)
    recount(store)


def rounds(documents: Iterable[Document]) -> Iterator[Iterator[Document]]:
    """So many at a time, each round to be taken to its end before the next."""
    waiting = iter(documents)
    for first in waiting:
        yield chain([first], islice(waiting, ROUND - 1))


def kept(
    documents: Iterable[Document], catalogue: Catalogue, recipe: Recipe, digest: str, build: Builder, on_error: OnError
) -> Iterator[Kept]:
    known: list[Kept] = []
    copies: dict[str, list[Document]] = {}  # by the IRI of what is being read, and is not in the store yet

    def note(copy: Document) -> None:
        """The same article from elsewhere: nothing to read."""
        catalogue.put(origin(copy), Entry(copy.iri, digest), {}, signature(copy.text))
        known.append(Kept(copy, 0, known=True))

    def unknown() -> Iterator[Document]:
        for document in documents:
            iri = document.iri
            found = Entry(iri, digest)
            if catalogue.knows(origin(document), found):
                known.append(Kept(document, 0, known=True))
            elif iri in copies:
                copies[iri].append(document)
            elif catalogue.has(found):
                note(document)
            else:
                copies[iri] = []
                yield document

    for built in build(unknown(), recipe, on_error):
        yield from taken(known)
        yield put(built, catalogue, digest)
        for copy in copies.pop(built.document.iri):
            note(copy)
    yield from taken(known)
    # What was being read did not come: its copies by themselves.
    if failed := list(chain.from_iterable(copies.values())):
        yield from kept(failed, catalogue, recipe, digest, build, on_error)


def put(built: Built, catalogue: Catalogue, digest: str) -> Kept:
    document = built.document
    triples = ox.parse(built.triples, format=ox.RdfFormat.N_TRIPLES)
    graph = {document.iri: [quad.triple for quad in triples]}
    catalogue.put(origin(document), Entry(document.iri, digest), graph, signature(document.text))
    return Kept(document, built.positions, known=False)


def taken(waiting: list[Kept]) -> Iterator[Kept]:
    """What has gathered so far."""
    while waiting:
        yield waiting.pop(0)


def origin(document: Document) -> str:
    """The address or the absolute path that a document was read from."""
    return place_of(document.source or document.id)


def place_of(source: str) -> str:
    return address_of(source) or str(Path(source).absolute())
