"""A publisher: its articles, of whom it tells, and through whom it knows."""

from dataclasses import dataclass

import pyoxigraph as ox

from kg.serve.pages.paging import Paged, paged
from kg.serve.pages.rows import rows
from kg.serve.pages.statements import Article, article, told_by
from kg.serve.pages.things import Names, Thing
from kg.serve.pages.wanted import Wanted
from kg.store import Store

MOST = 15


@dataclass(frozen=True)
class Source:
    name: str
    articles: Paged[tuple[Article, int]]  # each with the number of its positions
    told: tuple[tuple[Thing, int], ...]
    through: tuple[tuple[Thing, int], ...]


def page(store: Store, names: Names, wanted: Wanted) -> Source | None:
    """None for a publisher that is not known."""
    name = ox.Literal(wanted.get("name"))
    found = list(dict.fromkeys(row["article"] for row in rows(store, "of-source", name=name)))
    if not found:
        return None
    cut = paged(found, wanted.number("page"))
    shown = ((article(store, iri), len(told_by(store, iri))) for iri in cut.items)
    known = ((one, count) for one, count in shown if one)
    told = [(names.thing(row["holder"]), int(row["count"])) for row in rows(store, "told-by", name=name)[:MOST]]
    through = [(names.thing(row["party"]), int(row["count"])) for row in rows(store, "known-through", name=name)[:MOST]]
    return Source(name.value, cut.of(known), tuple(told), tuple(through))
