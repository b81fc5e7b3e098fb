"""What a store says of its nodes: each is asked for once, and several values always come in the same order."""

from collections import defaultdict

import pyoxigraph as ox
from rdflib import RDF, SKOS, URIRef

from kg.store import Store
from kg.store.terms import Name, Term
from kg.vocabulary.load import local


class Facts:
    """Statements by subject and property; `language` of the labels."""

    def __init__(self, store: Store, language: str) -> None:
        self._store = store
        self._language = language
        self._known: dict[Name, dict[str, list[Term]]] = {}

    def subjects(self, name: URIRef, value: URIRef) -> list[Name]:
        """In the order of their texts."""
        found = self._store.triples(None, ox.NamedNode(name), ox.NamedNode(value))
        return sorted({one.subject for one in found if isinstance(one.subject, Name)}, key=written)

    def all(self, node: Term, name: URIRef) -> list[Term]:
        """The values of a property, in the order of their texts; of a literal nothing is said."""
        return [] if isinstance(node, ox.Literal) else self._of(node).get(str(name), [])

    def one(self, node: Term, name: URIRef) -> Term | None:
        """Of several values the first, so that two runs agree."""
        found = self.all(node, name)
        return found[0] if found else None

    def text(self, node: Term, name: URIRef) -> str:
        found = self.one(node, name)
        return "" if found is None else found.value

    def items(self, head: Term | None) -> list[Term]:
        """The members of a list; one that runs in a circle ends where it began."""
        members, seen = list[Term](), set[Term]()
        while head is not None and head not in seen:
            seen.add(head)
            members += self.all(head, RDF.first)[:1]
            head = self.one(head, RDF.rest)
        return members

    def reached(self, node: Term, name: URIRef) -> list[Term]:
        """The node, and all that the property leads to from it."""
        found, ahead = dict[Term, None](), [node]
        while ahead:
            one = ahead.pop()
            if one not in found:
                found[one] = None
                ahead += self.all(one, name)
        return list(found)

    def label(self, node: Term) -> str:
        """The preferred label in the page's language, else in none, else in any; without one the IRI's last part."""
        found = [one for one in self.all(node, SKOS.prefLabel) if isinstance(one, ox.Literal)]
        order = {self._language: 0, None: 1}
        best = min(found, key=lambda o: (order.get(o.language, 2), str(o.language), o.value), default=None)
        return best.value if best and best.value else local(node.value)

    def _of(self, node: Name) -> dict[str, list[Term]]:
        if node not in self._known:
            found = defaultdict[str, list[Term]](list)
            for one in self._store.triples(node):
                if isinstance(one.object, Term):  # and not a statement, as RDF 1.2 has it
                    found[one.predicate.value].append(one.object)
            self._known[node] = {name: sorted(values, key=written) for name, values in found.items()}
        return self._known[node]


def written(term: Term) -> str:
    return term.value


def named(iri: str) -> Term:
    """The node of that name. What is no IRI, though it stands where one should, is a text, of which nothing is said."""
    try:
        return ox.NamedNode(iri)
    except ValueError:
        return ox.Literal(iri)
