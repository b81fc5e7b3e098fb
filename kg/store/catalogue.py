"""Which document a store has from which place, and how it was made: what tells a known article from a changed one."""

from collections import defaultdict
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import pyoxigraph as ox

from kg.alike.signature import Signature
from kg.errors import StoreError
from kg.namespaces import CATALOGUE, POS, SCHEMA
from kg.store.base import Graphs, Store
from kg.store.stories import change, signed

ENTRIES = f"""SELECT ?origin ?document ?recipe WHERE {{
  GRAPH ?entry {{ ?document <{POS.readFrom}> ?origin ; <{POS.recipe}> ?recipe }}
  FILTER(STRSTARTS(STR(?entry), "{CATALOGUE}"))
}}"""
BY_ENTRY = f"""SELECT ?entry ?document WHERE {{
  GRAPH ?entry {{ ?document <{POS.readFrom}> ?origin }} FILTER(STRSTARTS(STR(?entry), "{CATALOGUE}"))
}}"""
ADDRESSES = f"SELECT ?document ?address WHERE {{ ?document <{SCHEMA.url}> ?address }}"


@dataclass(frozen=True)
class Entry:
    """The IRI of a document, which names its graph, and the hash of everything that made the graph from it."""

    document: str
    recipe: str


class Catalogue:
    """The entries of a store by the origin of the documents: a path, or an address on the web.

    Each change of the store writes the entry with the graph, so that one never is without the other.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._entries: dict[str, Entry] = {}
        self._origins: dict[str, set[str]] = defaultdict(set)  # by the document's IRI
        for row in self._rows(ENTRIES):
            self._note(row["origin"].value, Entry(row["document"].value, row["recipe"].value))

    def __len__(self) -> int:
        return len(self._entries)

    def knows(self, origin: str, found: Entry) -> bool:
        """Whether exactly this document was read from there, and in this way."""
        return self._entries.get(origin) == found

    def has(self, found: Entry) -> bool:
        """Whether the graph is there, wherever it was read from."""
        return any(self._entries[one] == found for one in self._origins.get(found.document, ()))

    def put(self, origin: str, found: Entry, graph: Graphs, signature: Signature | None = None) -> None:
        """Keep the graph of a document, in place of what was read from there before. Raises `StoreError`.

        By the signature of its text it is put among the articles that tell the same story.
        """
        before = self._entries.get(origin)
        gone = self._left(origin) if before and before.document != found.document else []
        stories = change(self._store, gone, {found.document: signature} if signature else {})
        entry = {place(origin): statements(origin, found, signature)}
        self._store.put({**graph, **stories.graphs, **entry}, [*gone, *stories.drop])
        self._forget(origin)
        self._note(origin, found)

    def remove(self, what: str) -> list[str]:
        """Forget what was read from a path or an address, or what has this address or IRI; the origins forgotten.

        A document that was read from elsewhere too stays until that is forgotten. Raises `StoreError` if nothing is
        known of it.
        """
        origins = [what] if what in self._entries else self._of(what)
        if not origins:
            raise StoreError(f"{what}: the store has nothing from there; name a path, an address or a document's IRI.")
        for origin in origins:
            gone = self._left(origin)
            stories = change(self._store, gone, {})
            self._store.put(stories.graphs, [place(origin), *gone, *stories.drop])
            self._forget(origin)
        return origins

    def _left(self, origin: str) -> list[str]:
        """The graph that nothing else accounts for when the origin is forgotten."""
        document = self._entries[origin].document
        return [document] if self._origins[document] == {origin} else []

    def _of(self, what: str) -> list[str]:
        documents = {what, *(row["document"].value for row in self._rows(ADDRESSES) if row["address"].value == what)}
        return sorted(one for document in documents for one in self._origins.get(document, ()))

    def _note(self, origin: str, found: Entry) -> None:
        self._entries[origin] = found
        self._origins[found.document].add(origin)

    def _forget(self, origin: str) -> None:
        if before := self._entries.pop(origin, None):
            self._origins[before.document].discard(origin)

    def _rows(self, text: str) -> Any:
        return self._store.query(text)


def documents(store: Store) -> dict[str, str]:
    """The IRI of the document that each entry names, by the graph of the entry."""
    found: Any = store.query(BY_ENTRY)
    return {row["entry"].value: row["document"].value for row in found}


def statements(origin: str, found: Entry, signature: Signature | None = None) -> tuple[ox.Triple, ...]:
    """What the catalogue says of a document; by the signature of its text others are found that tell its story."""
    document = ox.NamedNode(found.document)
    return (
        ox.Triple(document, ox.NamedNode(str(POS.readFrom)), ox.Literal(origin)),
        ox.Triple(document, ox.NamedNode(str(POS.recipe)), ox.Literal(found.recipe)),
        *(signed(found.document, signature) if signature else ()),
    )


def place(origin: str) -> str:
    """The graph of an entry: a path may hold what no IRI may."""
    return str(CATALOGUE[sha256(origin.encode()).hexdigest()[:24]])
