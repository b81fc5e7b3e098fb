"""What has a word in its name: actors, issues, articles, publishers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.serve.pages.rows import Row, rows
from kg.serve.pages.statements import Article, article
from kg.serve.pages.things import Names, Thing
from kg.serve.pages.wanted import Wanted
from kg.store import Store

MOST = 30  # of each kind
LONGEST = 200  # characters


@dataclass(frozen=True)
class Hit:
    """A thing, and the name that fits, where it is another than the one that is shown."""

    thing: Thing
    name: str


@dataclass(frozen=True)
class Found:
    words: str
    actors: tuple[Hit, ...]
    issues: tuple[Hit, ...]
    articles: tuple[Article, ...]
    sources: tuple[str, ...]
    more: bool  # whether there are others

    @property
    def any(self) -> bool:
        return bool(self.actors or self.issues or self.articles or self.sources)


def page(store: Store, names: Names, wanted: Wanted) -> Found:
    """Every word must stand in the same name, in whatever place; whole names come first."""
    words = wanted.get("q")[:LONGEST].lower().split()
    if not words:
        return Found("", (), (), (), (), False)
    letters = ox.Literal(max(words, key=len))
    called, headlined, published = (
        ranked(rows(store, name, letters=letters), words) for name in ("named", "headlined", "published-by")
    )
    things = [Hit(thing, row["name"]) for row, thing in known(names, called)]
    actors = [hit for hit in things if hit.thing.kind not in ("issue", "unknown", "place")]
    issues = [hit for hit in things if hit.thing.kind == "issue"]
    articles = (article(store, iri) for iri in dict.fromkeys(row["thing"] for row in headlined[:MOST]))
    return Found(
        words=wanted.get("q")[:LONGEST],
        actors=tuple(actors[:MOST]),
        issues=tuple(issues[:MOST]),
        articles=tuple(one for one in articles if one),
        sources=tuple(row["name"] for row in published[:MOST]),
        more=any(len(found) > MOST for found in (actors, issues, headlined, published)),
    )


def known(names: Names, called: Iterable[Row]) -> Iterator[tuple[Row, Thing]]:
    """Each thing once, by the name that fits best."""
    seen: set[str] = set()
    for row in called:
        if row["thing"] not in seen:
            seen.add(row["thing"])
            yield row, names.thing(row["thing"])


def ranked(found: list[Row], words: list[str]) -> list[Row]:
    fitting = [row for row in found if all(word in row["name"].lower() for word in words)]
    return sorted(fitting, key=lambda row: (distance(row["name"].lower(), " ".join(words)), row["name"]))


def distance(name: str, words: str) -> tuple[int, int]:
    """How far a name is from what was asked: the same, one that begins so, one that has a word that begins so."""
    order = [name == words, name.startswith(words), f" {words}" in name]
    return next((place for place, fits in enumerate(order) if fits), len(order)), len(name)
