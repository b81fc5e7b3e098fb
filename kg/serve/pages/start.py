"""The first page: how much there is, what is new, what is contested, who says most."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import islice

from kg.serve.pages.rows import rows
from kg.serve.pages.statements import Statement, statements, told_by
from kg.serve.pages.things import Names, Thing
from kg.serve.pages.wanted import Wanted
from kg.store import Store

NEWEST = 6
MOST, LEAST = 10, 3  # issues in a list


@dataclass(frozen=True)
class Issue:
    """How many positions are for it, against it, or neither."""

    issue: Thing
    favour: int
    against: int
    neither: int

    @property
    def all(self) -> int:
        return self.favour + self.against + self.neither


@dataclass(frozen=True)
class Start:
    counts: dict[str, int]
    newest: tuple[Statement, ...]
    contested: tuple[Issue, ...]
    frequent: tuple[Issue, ...]  # of the others
    active: tuple[tuple[Thing, int], ...]


def page(store: Store, names: Names, wanted: Wanted) -> Start:
    counts = {name: int(value) for row in rows(store, "counts") for name, value in row.items() if value}
    active = tuple((names.thing(row["who"]), int(row["count"])) for row in rows(store, "active"))
    contested, frequent = issues(store, names)
    return Start(counts, newest(store, names), contested, frequent, active)


def newest(store: Store, names: Names) -> tuple[Statement, ...]:
    """Of the newest articles the surest position each: six of one article would be no overview."""
    articles = (row["article"] for row in rows(store, "newest-articles"))
    found = (surest(store, names, article) for article in articles)
    return tuple(islice((one for one in found if one), NEWEST))


def surest(store: Store, names: Names, article: str) -> Statement | None:
    return max(statements(store, names, told_by(store, article)), key=lambda one: one.confidence or 0, default=None)


def issues(store: Store, names: Names) -> tuple[tuple[Issue, ...], tuple[Issue, ...]]:
    """Those with the most positions on the weaker of the two sides, and of the others those with the most at all."""
    counts = defaultdict[str, Counter[str]](Counter)
    for row in rows(store, "contested"):
        counts[row["target"]][names.polarity(row["stance"])] += int(row["count"])
    order = sorted(counts, key=lambda iri: (-weaker(counts[iri]), -counts[iri].total(), iri))
    contested = [iri for iri in order if weaker(counts[iri])][:MOST]
    frequent = [iri for iri in order if not weaker(counts[iri])][: max(LEAST, MOST - len(contested))]
    first, second = (tuple(summed(names, iri, counts[iri]) for iri in found) for found in (contested, frequent))
    return first, second


def weaker(count: Counter[str]) -> int:
    return min(count["favour"], count["against"])


def summed(names: Names, iri: str, count: Counter[str]) -> Issue:
    return Issue(names.thing(iri), count["favour"], count["against"], count["neither"])
