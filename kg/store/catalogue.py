"""Which document a store has from which place, and how it was made: what tells a known article from a changed one."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import pyoxigraph as ox
from rdflib import XSD

from kg.alike.signature import Signature
from kg.errors import StoreError
from kg.namespaces import CATALOGUE, POS, SCHEMA
from kg.store.base import Graphs, Store, in_union
from kg.store.decisions import redone
from kg.store.independence import MARK
from kg.store.stories import change, signed

READ_FROM, RECIPE, URL = (ox.NamedNode(str(name)) for name in (POS.readFrom, POS.recipe, SCHEMA.url))


@dataclass(frozen=True)
class Entry:
    """The IRI of a document, which names its graph, and the hash of everything that made the graph from it."""

    document: str
    recipe: str


class Catalogue:
    """The entries of a store by the origin of the documents: a path, or an address on the web.

    They are looked up in the store each time, so that a store of any size takes no memory. Each change of the store
    writes the entry with the graph, so that one never is without the other.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def __len__(self) -> int:
        return sum(1 for _ in said(self._store, None, READ_FROM))

    def knows(self, origin: str, found: Entry) -> bool:
        """Whether exactly this document was read from there, and in this way."""
        return self._noted(ox.NamedNode(found.document), found.recipe, place(origin))

    def has(self, found: Entry) -> bool:
        """Whether the graph is there, wherever it was read from."""
        document = ox.NamedNode(found.document)
        return any(self._noted(document, found.recipe, entry) for entry in self._entries(found.document))

    def put(self, origin: str, found: Entry, graph: Graphs, signature: Signature | None = None) -> None:
        """Keep the graph of a document, in place of what was read from there before. Raises `StoreError`.

        By the signature of its text it is put among the articles that tell the same story. What people decided on its
        positions is done again, and goes over from what was read from there before.
        """
        before = self._document(origin)
        gone = self._left(origin, before) if before and before != found.document else []
        stories = change(self._store, gone, {found.document: signature} if signature else {})
        entry = {place(origin): statements(origin, found, signature)}
        again = redone(self._store, graph, gone, found.document)
        self._store.put({**graph, **again, **stories.graphs, **entry, **MARK}, [*gone, *stories.drop])

    def remove(self, what: str) -> list[str]:
        """Forget what was read from a path or an address, or what has this address or IRI; the origins forgotten.

        A document that was read from elsewhere too stays until that is forgotten. Raises `StoreError` if nothing is
        known of it. Decisions on its positions are kept, and have no effect any more.
        """
        origins = [what] if self._document(what) else self._of(what)
        if not origins:
            raise StoreError(f"{what}: the store has nothing from there; name a path, an address or a document's IRI.")
        for origin in origins:
            document = self._document(origin)
            gone = self._left(origin, document) if document else []
            stories = change(self._store, gone, {})
            lapsed = redone(self._store, {}, gone)
            self._store.put({**lapsed, **stories.graphs, **MARK}, [place(origin), *gone, *stories.drop])
        return origins

    def read_from(self, origin: str) -> list[str]:
        """The IRIs of the documents that were read from a path or an address, or that have this address."""
        there = self._document(origin)
        return [there] if there else sorted(self._at(origin))

    def _document(self, origin: str) -> str | None:
        """The IRI of what was read from there."""
        found = self._store.find(None, READ_FROM, ox.Literal(origin), place(origin))
        return next((quad.subject.value for quad in found if isinstance(quad.subject, ox.NamedNode)), None)

    def _noted(self, document: ox.NamedNode, recipe: str, entry: str) -> bool:
        return any(self._store.find(document, RECIPE, ox.Literal(recipe), entry))

    def _left(self, origin: str, document: str) -> list[str]:
        """The graph that nothing else accounts for when the origin is forgotten."""
        return [document] if self._entries(document).keys() == {place(origin)} else []

    def _of(self, what: str) -> list[str]:
        documents = {what, *self._at(what)}
        return sorted(origin for document in documents for origin in self._entries(document).values())

    def _at(self, address: str) -> Iterator[str]:
        for kind in (XSD.anyURI, XSD.string):
            value = ox.Literal(address, datatype=ox.NamedNode(str(kind)))
            for triple in self._store.triples(None, URL, value):
                if isinstance(triple.subject, ox.NamedNode):
                    yield triple.subject.value

    def _entries(self, document: str) -> dict[str, str]:
        """The origins of a document by the graphs of its entries; none for what is no IRI."""
        try:
            node = ox.NamedNode(document)
        except ValueError:
            return {}
        return {quad.graph_name.value: quad.object.value for quad in said(self._store, node, READ_FROM)}


def said(store: Store, document: ox.NamedNode | None, predicate: ox.NamedNode) -> Iterator[Any]:
    """What entries say, and no article's own graph."""
    found: Iterator[Any] = store.find(document, predicate)
    return (quad for quad in found if not in_union(quad.graph_name.value))


def documents(store: Store) -> dict[str, str]:
    """The IRI of the document that each entry names, by the graph of the entry."""
    return {quad.graph_name.value: quad.subject.value for quad in said(store, None, READ_FROM)}


def statements(origin: str, found: Entry, signature: Signature | None = None) -> tuple[ox.Triple, ...]:
    """What the catalogue says of a document; by the signature of its text others are found that tell its story."""
    document = ox.NamedNode(found.document)
    return (
        ox.Triple(document, READ_FROM, ox.Literal(origin)),
        ox.Triple(document, RECIPE, ox.Literal(found.recipe)),
        *(signed(found.document, signature) if signature else ()),
    )


def place(origin: str) -> str:
    """The graph of an entry: a path may hold what no IRI may."""
    return str(CATALOGUE[sha256(origin.encode()).hexdigest()[:24]])
