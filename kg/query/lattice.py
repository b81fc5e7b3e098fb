"""The issues of a graph: how many positions there are on each, and what is broader than what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pyoxigraph as ox
from rdflib import SKOS, Literal, URIRef
from rdflib.term import Node

from kg.query.ask import Graph, opened, query
from kg.query.table import Table
from kg.query.values import number
from kg.store import Store

COLUMNS = ("german", "english", "positions", "holders", "issue")
LANGUAGES = ("de", "en")
POSITIONS = (
    "SELECT ?issue ?position ?holder WHERE { ?position a pos:Position ; pos:target ?issue ; pos:holder ?holder "
    "FILTER(isIRI(?issue)) }"
)
BROADER = (
    "SELECT ?narrow ?wide WHERE { ?narrow skos:broader ?wide . [] pos:target/skos:broader* ?narrow "
    "FILTER(isIRI(?narrow) && isIRI(?wide)) }"
)
STEP = "  "


@dataclass
class Lattice:
    """What a graph has positions on, and what stands above it."""

    store: Store
    positions: dict[str, set[tuple[str, str]]] = field(default_factory=dict)  # issue → (position, holder) on it
    wider: dict[str, set[str]] = field(default_factory=dict)  # issue → the issues with one facet less
    below: dict[str, frozenset[str]] = field(default_factory=dict)  # issue → the issues with positions that it covers

    def above(self, issue: str) -> set[str]:
        """The issue and all that are broader."""
        seen, waiting = {issue}, [issue]
        while waiting:
            new = self.wider.get(waiting.pop(), set()) - seen
            seen |= new
            waiting += new
        return seen

    def on(self, issue: str) -> set[tuple[str, str]]:
        """The positions on an issue and on all that are narrower."""
        return {pair for narrow in self.below[issue] for pair in self.positions[narrow]}

    def label(self, issue: str, language: str) -> str:
        found = (one.object for one in self.store.triples(ox.NamedNode(issue), ox.NamedNode(str(SKOS.prefLabel))))
        return min((one.value for one in found if isinstance(one, ox.Literal) and one.language == language), default="")

    def name(self, issue: str) -> str:
        """What sorts it."""
        return next(filter(None, (self.label(issue, language) for language in LANGUAGES)), issue).casefold()


def issues(graph: Graph, /, *, broader: bool = False, indented: bool = False) -> Table:
    """The issues that positions are on, the most debated first, with their labels in German and English.

    With `broader` the issues above them too, as far as they join several, each with those below it; they count what is
    held on all of these. An issue that has several above it stands below each, what is below it only the first time.
    `level` says how deep, or with `indented` the labels themselves.
    """
    lattice = lattice_of(opened(graph))
    if not broader:
        found = sorted(lattice.positions, key=lambda issue: (-len(lattice.positions[issue]), lattice.name(issue)))
        lattice.below = {issue: frozenset({issue}) for issue in found}
        return Table("select", COLUMNS, tuple(row(lattice, issue) for issue in found))
    rows = walk(lattice, right_below(joints(lattice)), "", 0, set())
    if indented:
        return Table("select", COLUMNS, tuple(row(lattice, issue, STEP * depth) for issue, depth in rows))
    return Table("select", ("level", *COLUMNS), tuple((number(depth), *row(lattice, one)) for one, depth in rows))


def order_of(store: Store) -> Lattice:
    """What stands above what, without the positions."""
    lattice = Lattice(store)
    for narrow, wide in query(store, BROADER).rows:
        lattice.wider.setdefault(str(narrow), set()).add(str(wide))
    return lattice


def lattice_of(store: Store) -> Lattice:
    lattice = order_of(store)
    for issue, position, holder in query(store, POSITIONS).rows:
        lattice.positions.setdefault(str(issue), set()).add((str(position), str(holder)))
    covered: dict[str, set[str]] = {}
    for issue in lattice.positions:
        for wide in lattice.above(issue):
            covered.setdefault(wide, set()).add(issue)
    lattice.below = {issue: frozenset(narrow) for issue, narrow in covered.items()}
    return lattice


def joints(lattice: Lattice) -> dict[str, set[str]]:
    """The issues to show, each with those above it: those with positions, and the narrowest that join several."""
    narrowest: dict[frozenset[str], str] = {}
    for issue in sorted(lattice.below, key=lambda issue: (-len(lattice.above(issue)), lattice.name(issue))):
        narrowest.setdefault(lattice.below[issue], issue)
    shown = {*lattice.positions, *(issue for narrow, issue in narrowest.items() if len(narrow) > 1)}
    return {
        issue: {wide for wide in lattice.above(issue) & shown if issue not in lattice.above(wide)} for issue in shown
    }


def right_below(above: Mapping[str, set[str]]) -> dict[str, list[str]]:
    """Issue → those that stand right below it; '' is above everything."""
    below: dict[str, list[str]] = {}
    for issue, wide in above.items():
        covered = {wider for one in wide for wider in above[one]}  # above something that is above the issue itself
        for parent in (wide - covered) or {""}:
            below.setdefault(parent, []).append(issue)
    return below


def walk(
    lattice: Lattice, below: Mapping[str, list[str]], top: str, depth: int, shown: set[str]
) -> Iterator[tuple[str, int]]:
    """(issue, depth) of all that is right below an issue, each followed, the first time, by what is below it."""
    for issue in sorted(below.get(top, ()), key=lambda issue: (-len(lattice.on(issue)), lattice.name(issue))):
        yield issue, depth
        if issue not in shown:
            shown.add(issue)
            yield from walk(lattice, below, issue, depth + 1, shown)


def row(lattice: Lattice, issue: str, indent: str = "") -> tuple[Node | None, ...]:
    found = lattice.on(issue)
    labels = (lattice.label(issue, language) for language in LANGUAGES)
    texts = [Literal(indent + text, lang=tag) if text else None for text, tag in zip(labels, LANGUAGES, strict=True)]
    return *texts, number(len({one for one, _ in found})), number(len({holder for _, holder in found})), URIRef(issue)
