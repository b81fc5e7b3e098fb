"""Decisions, and the positions that nobody has decided on, as tables; and their short names, which commands take."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

import pyoxigraph as ox
from rdflib import XSD, Literal, URIRef
from rdflib.term import Node

from kg.decide.finding import decisions
from kg.errors import DecisionError
from kg.namespaces import DECISION, POS
from kg.output import shown
from kg.query import Table, query
from kg.query.labels import labels
from kg.store.base import Store
from kg.store.decision import VERDICTS, Claim, Decision
from kg.store.parts import POSITION, A

SHORT = 8  # characters of a decision's name that tables show
FRAGMENT, HEXADECIMAL = re.compile(r"p-[0-9a-f]{4,}"), re.compile(r"[0-9a-f]{4,24}")
LISTED = {"position": "with --open those without a decision", "decision": "them all"}
COLUMNS = (
    "decision", "at", "by", "verdict", "position", "holder", "side", "stance", "target",
    "newHolder", "newSide", "newStance", "newTarget", "note", "undone", "lapsed",
)  # fmt: skip
OPEN = """SELECT ?position ?holder ?stance ?target ?confidence (SAMPLE(?words) AS ?sentence) WHERE {
  ?position a pos:Position ; pos:holder ?holder ; pos:stance ?stance ; pos:target ?target ; pos:confidence ?confidence .
  OPTIONAL { ?position pos:evidence/oa:hasSelector/oa:exact ?words }
  FILTER NOT EXISTS { ?decision pos:judges ?position ; pos:before ?kept }
  FILTER NOT EXISTS { ?decision prov:generated ?position }
} GROUP BY ?position ?holder ?stance ?target ?confidence ORDER BY ?confidence ?position"""


def listed(store: Store, language: str) -> Table:
    """Every decision for programs, the newest first: what was judged, what changed in it, whether it was undone."""
    found = decisions(store)
    rows = tuple(row(one) for one in found)
    named = labels(store, iris(rows, range(3, len(COLUMNS))), language)
    short = {one.iri: short_of(one) for one in found}
    return Table("select", COLUMNS, rows, {**named, **fragments(one.position for one in found), **short})


def told(store: Store, language: str) -> Table:
    """The same for readers, in few columns."""
    found, rows = decisions(store), []
    claims = [part for one in found for claimed in (one.judged, one.changed) if claimed for part in claim(claimed)]
    named = labels(store, {str(part) for part in (*claims, *(POS[one] for one in VERDICTS)) if part}, language)
    for one in found:
        was, becomes = (claimed and worded(named, claimed) for claimed in (one.judged, one.changed))
        undone = one.undone and f"{one.undone:%Y-%m-%d}"
        words = (short_of(one), f"{one.at:%Y-%m-%d}", one.by, named[str(POS[one.verdict])], was, becomes, undone)
        rows.append(tuple(Literal(word) if word else None for word in (*words, one.lapsed or one.note)))
    columns = ("decision", "at", "by", "verdict", "was", "becomes", "undone", "note")
    return Table("select", columns, tuple(rows))


def undecided(store: Store, language: str) -> Table:
    """The positions that no decision stands on, the least certain first."""
    table = query(store, OPEN)
    named = labels(store, iris(table.terms, range(1, 4)), language)
    return Table("select", table.columns, table.terms, {**named, **fragments(str(row[0]) for row in table.terms)})


def short_of(one: Decision) -> str:
    return one.iri.removeprefix(DECISION)[:SHORT]


def said(store: Store, one: Claim, language: str = "en") -> str:
    return worded(labels(store, [str(part) for part in claim(one) if part], language), one)


def worded(named: Mapping[str, str], one: Claim) -> str:
    """»Northland – opposes – construction of the bridge«, with the side in brackets where it is another."""
    side = f" ({named.get(one.side, one.side)})" if one.side and one.side != one.holder else ""
    holder, stance, target = (named.get(part, part) for part in (one.holder, one.stance, one.target))
    return f"{holder}{side} – {stance} – {target}"


def row(one: Decision) -> tuple[Node | None, ...]:
    judged, new = claim(one.judged), claim(one.changed) if one.changed else (None,) * 4
    changed = (after if after != before else None for before, after in zip(judged, new, strict=True))
    return (
        URIRef(one.iri),
        moment(one.at.isoformat()),
        Literal(one.by),
        POS[one.verdict],
        URIRef(one.position),
        *judged,
        *changed,
        Literal(one.note) if one.note else None,
        moment(one.undone.isoformat()) if one.undone else None,
        Literal(one.lapsed) if one.lapsed else None,
    )


def claim(found: Claim) -> tuple[URIRef | None, ...]:
    parts = (found.holder, found.side, found.stance, found.target)
    return tuple(URIRef(part) if part is not None else None for part in parts)


def moment(text: str) -> Literal:
    return Literal(text, datatype=XSD.dateTime, normalize=False)


def iris(rows: Iterable[tuple[Node | None, ...]], columns: Iterable[int]) -> list[str]:
    wanted = list(columns)
    return sorted({str(row[column]) for row in rows for column in wanted if isinstance(row[column], URIRef)})


def fragments(positions: Iterable[str]) -> dict[str, str]:
    """The beginning of what is behind the article's name (`p-3f2ac01d`), where that names one position only."""
    below = {one: one.rpartition("#")[2] for one in positions}
    short = {one: name[: SHORT + 2] for one, name in below.items() if FRAGMENT.fullmatch(name)}
    often = Counter(short.values())
    return {one: name for one, name in short.items() if often[name] == 1}


def position_named(store: Store, text: str) -> str:
    """The IRI of a position by what it begins with behind the article's name (`p-3f2ac01d`), if only one begins so.

    What is written otherwise is given back. Raises `DecisionError` where none or several begin so.
    """
    if not FRAGMENT.fullmatch(text):
        return text
    return one_of(text, (one for one in every_position(store) if one.rpartition("#")[2].startswith(text)), "position")


def every_position(store: Store) -> Iterator[str]:
    """Those that were rejected too."""
    typed = (triple.subject for triple in store.triples(None, A, POSITION))
    yield from (node.value for node in typed if isinstance(node, ox.NamedNode))
    yield from (one.position for one in decisions(store) if one.stands)


def decision_named(store: Store, text: str) -> str:
    """The IRI of a decision by the first characters of its name, four at least, if only one has them."""
    if not HEXADECIMAL.fullmatch(text):
        return text
    starts: Callable[[Decision], bool] = lambda one: one.iri.startswith(DECISION[text])  # noqa: E731
    return one_of(text, (one.iri for one in decisions(store) if starts(one)), "decision")


def one_of(text: str, found: Iterable[str], what: str) -> str:
    every = sorted(set(found))
    if len(every) > 1:
        raise DecisionError(
            f"{len(every)} {what}s are called {shown(text)}; give the IRI of one: {' or '.join(every)}."
        )
    if not every:
        raise DecisionError(f"The store has no {what} {shown(text)}; kg decisions lists {LISTED[what]}.")
    return every[0]
