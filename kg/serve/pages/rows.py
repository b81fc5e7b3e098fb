"""The answers to the queries of these pages. Values are passed as terms, and cannot be read as SPARQL."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox

from kg.store import Store
from kg.store.terms import Term

Row = dict[str, str]  # by the names of the variables; one that has no value is empty
LIST = (ox.NamedNode(f"http://www.w3.org/1999/02/22-rdf-syntax-ns#{part}") for part in ("first", "rest"))
FIRST, REST = LIST
LONGEST = 100  # links of a list; a ring has no end


def rows(store: Store, name: str, /, **values: Term) -> list[Row]:
    """The answer to the query in `queries/NAME.rq`."""
    answer = store.query(text(name), values)
    assert isinstance(answer, ox.QuerySolutions)
    names = [variable.value for variable in answer.variables]
    return [dict(zip(names, (plain(term) for term in found), strict=True)) for found in answer]


@lru_cache(maxsize=64)
def text(name: str) -> str:
    return (Path(__file__).parent / "queries" / f"{name}.rq").read_text("utf-8")


def plain(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.BlankNode | ox.Literal) else ""


def node(iri: str) -> ox.NamedNode | None:
    """An IRI as a term; None for what is none."""
    try:
        return ox.NamedNode(iri)
    except ValueError:
        return None


def listed(store: Store, subject: str, predicate: str) -> Iterator[Term]:
    """What stands in the list that is the value of a property."""
    start = node(subject)
    place = first(store, start, ox.NamedNode(predicate)) if start else None
    for _ in range(LONGEST):
        if not isinstance(place, ox.NamedNode):
            return
        if (item := first(store, place, FIRST)) is not None:
            yield item
        place = first(store, place, REST)


def first(store: Store, subject: ox.NamedNode, predicate: ox.NamedNode) -> Term | None:
    """Of several values the first in the order of their texts."""
    found = [one.object for one in store.triples(subject, predicate) if not isinstance(one.object, ox.Triple)]
    return min(found, key=str, default=None)
