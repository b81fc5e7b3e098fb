"""Positions as the pages show them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.namespaces import DECISION, POS
from kg.serve.pages.rows import Row, listed, node, rows
from kg.serve.pages.things import Names, Stance, Thing
from kg.store import Store
from kg.store.literals import share
from kg.view.contents import is_web
from kg.view.sentence import cut
from kg.view.values import Sentence
from kg.vocabulary.load import local

UNPLACED = 1 << 62  # after all that have a place


@dataclass(frozen=True)
class Words:
    """A passage of an article: what it is to a position (evidence, cue, condition), and its characters."""

    part: str
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Hop:
    """Who passes on, and the words that say so, where they say more than the name."""

    party: Thing
    words: str


@dataclass(frozen=True)
class Article:
    """`link` is the address, where it is safe to be clicked."""

    iri: str
    headline: str
    publisher: str
    day: str
    language: str
    url: str
    link: str


@dataclass(frozen=True)
class Statement:
    """A position. Unknown texts are empty."""

    iri: str
    holder: Thing
    side: Thing | None  # None where it is the holder itself
    stance: Stance
    target: Thing
    day: str
    said: bool  # whether that is the day on which it was said; else that of the article
    mode: str
    factuality: str
    confidence: float | None
    sources: str
    run: str
    evidence: tuple[Sentence, ...]
    condition: str
    via: tuple[Hop, ...]
    article: Article | None
    checked: str  # accepted or changed, where a person decided on it
    for_itself: bool  # whether the holder is the side


def statements(store: Store, names: Names, iris: Iterable[str]) -> Iterator[Statement]:
    """What is known of each; what is no position is passed over."""
    for iri in iris:
        if found := statement(store, names, iri):
            yield found


def statement(store: Store, names: Names, iri: str) -> Statement | None:
    if not (found := answers(store, iri)):
        return None
    row, spoken = found[0], passages(store, iri)
    return Statement(
        iri=iri,
        holder=names.thing(row["holder"]),
        side=names.side(row["side"], row["holder"]),
        stance=names.stance(row["stance"]),
        target=names.thing(row["target"]),
        day=row["said"] or row["published"],
        said=bool(row["said"]),
        mode=local(row["mode"]),
        factuality=local(row["factuality"]),
        confidence=share(row["confidence"]),
        sources=row["sources"],
        run=row["run"],
        evidence=tuple(sentences(spoken)),
        condition=" · ".join(one.text for one in spoken if one.part == "condition"),
        via=tuple(chain(store, names, iri)),
        article=article(store, row["article"]),
        checked=checked(found),
        for_itself=row["side"] == row["holder"],
    )


def answers(store: Store, iri: str) -> list[Row]:
    """What is known of a position, one row for each way to read it; none of what is no position."""
    position = node(iri)
    return rows(store, "position", position=position) if position else []


def checked(found: list[Row]) -> str:
    """What a decision that was not undone made of it. One that was rejected is none any more."""
    if found[0]["run"].startswith(DECISION):
        return "changed"
    return "accepted" if any(row["decision"] and not row["undone"] for row in found) else ""


def passages(store: Store, iri: str) -> list[Words]:
    """In the order of the article; none of a thing without a name."""
    thing = node(iri)
    found = rows(store, "passages", thing=thing) if thing else []
    return [Words(local(row["part"]), row["words"], number(row["start"]), number(row["end"])) for row in found]


def sentences(spoken: list[Words]) -> Iterator[Sentence]:
    """Every sentence that tells the position, its cues marked."""
    cues = [one for one in spoken if one.part == "cue"]
    for one in spoken:
        if one.part == "evidence":
            yield cut(one.text, [(cue.text, cue.start - one.start) for cue in cues])


def chain(store: Store, names: Names, iri: str) -> Iterator[Hop]:
    for hop in listed(store, iri, str(POS.attribution)):
        if isinstance(hop, ox.NamedNode):
            parties = [one.object for one in store.triples(hop, ox.NamedNode(str(POS.party)))]
            words = " · ".join(one.text for one in passages(store, hop.value))
            for party in sorted(parties, key=str)[:1]:
                found = names.thing(party.value if isinstance(party, ox.NamedNode) else "")
                yield Hop(found, "" if words == found.label else words)


def told_by(store: Store, iri: str) -> list[str]:
    """The positions of an article, in the order of their sentences."""
    found: dict[str, int] = {}
    article = node(iri)
    for row in rows(store, "of-article", article=article) if article else ():
        start = number(row["start"]) if row["start"] else UNPLACED
        found[row["position"]] = min(found.get(row["position"], UNPLACED), start)
    return sorted(found, key=lambda position: (found[position], position))


def article(store: Store, iri: str) -> Article | None:
    found = node(iri)
    known = rows(store, "article", article=found) if found else []
    return told(iri, known[0]) if known else None


def told(iri: str, row: Row) -> Article:
    headline = row["headline"] or row["identifier"] or row["url"] or local(iri)
    link = row["url"] if is_web(row["url"]) else ""
    return Article(iri, headline, row["publisher"], row["published"], row["language"], row["url"], link)


def number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() else 0
