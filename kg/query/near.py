"""Values that name nothing in the graph: the answer to a stored query is empty then, and must say why.

What a value means is decided by the stored queries; the same is written here once more in Python, and
`tests/query/test_near.py` holds both together.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

import pyoxigraph as ox
from rdflib import RDF, SKOS

from kg.namespaces import POS
from kg.store import Store
from kg.store.terms import Term

KINDS = {"actor": ("State", "Organisation", "Person", "Medium", "Group"), "issue": ("Issue",)}
SAYS = {"actor": "No actor is called {!r}", "issue": "No issue has {!r} in its name"}
SHORTEST = 4  # letters of a word that is offered instead of a misspelt one


@dataclass(frozen=True)
class Name:
    """One of the names of a node."""

    iri: str
    kind: str
    text: str

    def meant(self, value: str) -> bool:
        if value == self.iri:
            return True
        if self.kind == "Issue":
            return bool(re.search(r"\w", value)) and spaced(value) in spaced(self.text)
        name, value = self.text.lower(), value.lower()
        return name == value or (self.kind == "Person" and name.endswith(f" {value}"))

    def offers(self) -> list[str]:
        """The name, and what is enough of it: a surname, a word of an issue."""
        words = re.findall(r"\w+", self.text) if self.kind == "Issue" else []
        surname = self.text.split()[-1:] if self.kind == "Person" else []
        return [self.text, *surname, *(word for word in words if len(word) >= SHORTEST)]


def notes(store: Store, values: Mapping[str, Term]) -> Iterator[str]:
    """A sentence for each actor and each issue that the graph does not know, with what may have been meant."""
    for key, term in values.items():
        known = [one for kind in KINDS.get(key, ()) for one in named(store, kind)]
        if key in KINDS and not any(one.meant(term.value) for one in known):
            offers = {offer.lower(): offer for one in known for offer in one.offers()}
            near = [offers[found] for found in get_close_matches(term.value.lower(), offers)]
            hint = f"did you mean {' or '.join(near)}?" if near else f"the stored query {key}s lists them all."
            yield f"{SAYS[key].format(term.value)}; {hint}"


def named(store: Store, kind: str) -> Iterator[Name]:
    for typed in store.triples(None, ox.NamedNode(str(RDF.type)), ox.NamedNode(str(POS[kind]))):
        for name in (SKOS.prefLabel, SKOS.altLabel):
            if isinstance(typed.subject, ox.NamedNode):
                for named in store.triples(typed.subject, ox.NamedNode(str(name))):
                    if isinstance(named.object, ox.Literal):
                        yield Name(typed.subject.value, kind, named.object.value)


def spaced(text: str) -> str:
    """The words with one space before, between and after them."""
    return re.sub(r"\W+", " ", f" {text.lower()} ")
