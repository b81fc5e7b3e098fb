"""The stories of a store, kept right as articles come and go. Nothing is held in memory but what changes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain

import pyoxigraph as ox

from kg.alike.groups import OF, Group, graphs, groups, place
from kg.alike.signature import Signature, alike, read
from kg.namespaces import CATALOGUE, DOCUMENT, POS
from kg.store.base import Graphs, Store

TELLS = ox.NamedNode(str(POS.story))


@dataclass(frozen=True)
class Change:
    """The graphs to be put, and those to be dropped, in the same change of the store as the articles."""

    graphs: Graphs = field(default_factory=dict)
    drop: tuple[str, ...] = ()


def change(store: Store, leaving: Iterable[str], joining: Mapping[str, Signature]) -> Change:
    """What becomes of the stories when these articles, by their IRIs, leave the store and others join it.

    Only the stories of the one and of those that are like the other are looked at: the outcome is that of grouping
    all articles anew.
    """
    gone = set(leaving) - joining.keys()
    left = set(chain.from_iterable(members(store, document) for document in gone)) - gone
    touched: list[Group] = groups(signatures(store, left))
    for document, signature in joining.items():
        near = {document, *neighbours(store, signature)} - gone
        whole = near | set(chain.from_iterable(members(store, one) for one in near)) - gone - left
        apart = [group for group in touched if group.isdisjoint(whole)]
        touched = [*apart, frozenset(whole).union(*(group for group in touched if not group.isdisjoint(whole)))]
    return difference(store, graphs(touched), gone.union(*touched))


def anew(store: Store) -> Change:
    """What becomes of the stories of a store that was filled in bulk: all articles are compared, in memory."""
    known = dict(rows(store, ""))
    before = {str(DOCUMENT[name.removeprefix(OF)]) for name in store.graphs() if name.startswith(OF)}
    return difference(store, graphs(groups(known)), before | known.keys())


def difference(store: Store, wanted: Graphs, documents: Iterable[str]) -> Change:
    """The graphs of these documents that are not as they should be."""
    before = {name: set(store.graph(name)) for name in map(place, documents)}
    put = {name: triples for name, triples in wanted.items() if before[name] != set(triples)}
    return Change(put, tuple(sorted(name for name, triples in before.items() if triples and name not in wanted)))


def members(store: Store, document: str) -> list[str]:
    """All articles of the story that a document tells, itself too; none if it tells none that others tell."""
    told = [triple.object for triple in store.triples(ox.NamedNode(document), TELLS)]
    named = (story for story in told if isinstance(story, ox.NamedNode))
    found = chain.from_iterable(store.triples(None, TELLS, story) for story in named)
    return [triple.subject.value for triple in found if isinstance(triple.subject, ox.NamedNode)]


def neighbours(store: Store, signature: Signature) -> list[str]:
    """The articles of the store that are like one with this signature."""
    bands = " ".join(str(ox.Literal(band)) for band in signature.bands)
    near = rows(store, f"VALUES ?band {{ {bands} }}")
    return [document for document, other in near if alike(signature, other)]


def signatures(store: Store, documents: Iterable[str]) -> dict[str, Signature]:
    named = " ".join(str(ox.NamedNode(document)) for document in sorted(documents))
    return dict(rows(store, f"VALUES ?document {{ {named} }}")) if named else {}


def rows(store: Store, only: str) -> list[tuple[str, Signature]]:
    """What the catalogue keeps of its documents; `only` is SPARQL that gives values to ?document or ?band."""
    found = store.query(f"""SELECT DISTINCT ?document ?signature WHERE {{
  {only}
  GRAPH ?entry {{ ?document <{POS.band}> ?band ; <{POS.signature}> ?signature }}
  FILTER(STRSTARTS(STR(?entry), "{CATALOGUE}"))
}}""")
    assert isinstance(found, ox.QuerySolutions)
    return [(row["document"].value, read(row["signature"].value)) for row in found]


def signed(document: str, signature: Signature) -> list[ox.Triple]:
    """What the catalogue keeps of a document, for others to be found alike."""
    node = ox.NamedNode(document)
    kept = ox.Triple(node, ox.NamedNode(str(POS.signature)), ox.Literal(str(signature)))
    return [kept, *(ox.Triple(node, ox.NamedNode(str(POS.band)), ox.Literal(band)) for band in signature.bands)]
