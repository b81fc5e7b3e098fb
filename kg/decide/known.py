"""What a store knows of the things that a person names."""

from collections.abc import Iterator

import pyoxigraph as ox
from rdflib import URIRef

from kg.errors import DecisionError, QueryError
from kg.query.near import KINDS, Name, named
from kg.query.values import value
from kg.store.base import Store
from kg.store.parts import ACTORS, A, Triples, Whole, names

LONGEST = 500  # characters of a name, or of the words for an issue


def bounded(text: str, longest: int, what: str) -> None:
    """Raises `DecisionError` for what is too long or no text."""
    if len(text) > longest:
        raise DecisionError(f"The {what} is longer than {longest} characters; shorten it.")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise DecisionError(f"The {what} is no text in Unicode; give another.") from error


class Known:
    """The actors and issues of a store, by their names in any language."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def iri(self, words: str) -> str | None:
        """The IRI that is written there; None for a name. Raises `DecisionError` for what is neither."""
        bounded(words, LONGEST, "name")
        if not words.strip():
            raise DecisionError("An empty name is given; give one, or leave the part as it is.")
        try:
            found = value(words)
        except QueryError as error:
            raise DecisionError(error.sentence) from error
        return found.value if isinstance(found, ox.NamedNode) else None

    def kind(self, iri: str) -> URIRef | None:
        """The class of an actor, or None."""
        if not iri:
            return None
        found = (one.object for one in self._store.triples(ox.NamedNode(iri), A))
        kinds = sorted(one.value for one in found if isinstance(one, ox.NamedNode) and one in ACTORS)
        return URIRef(kinds[0]) if kinds else None

    def is_a(self, iri: str, kind: URIRef) -> bool:
        return any(self._store.triples(ox.NamedNode(iri), A, ox.NamedNode(str(kind))))

    def actors(self, asked: str) -> set[str]:
        """Who is called so; `asked` is case-folded, as it is for all of these."""
        return {one.iri for kind in KINDS["actor"] for one in self._named(kind) if one.text.casefold() == asked}

    def surnames(self, asked: str) -> set[str]:
        return {one.iri for one in self._named("Person") if one.text.casefold().endswith(f" {asked}")}

    def issues(self, asked: str) -> set[str]:
        return {one.iri for one in self._named("Issue") if one.text.casefold() == asked}

    def _named(self, kind: str) -> Iterator[Name]:
        return named(self._store, kind)

    def described(self, iri: str) -> Triples:
        """What the store says of an actor, of a stance, of an issue and of the issues above it."""
        found, waiting = dict[ox.NamedNode, list[ox.Triple]](), [ox.NamedNode(iri)]
        while waiting:
            node = waiting.pop()
            if node not in found:
                found[node] = self._told(node)
                waiting += [one.object for one in found[node] if isinstance(one.object, ox.NamedNode)]
        triples = (one for about in found.values() for one in about)
        return Whole("", triples).descriptions(ox.NamedNode(iri))

    def _told(self, node: ox.NamedNode) -> list[ox.Triple]:
        about = list(self._store.triples(node))
        actor = any(one.predicate == A and one.object in ACTORS for one in about)
        return [one for one in about if names(one.predicate)] if actor else about
