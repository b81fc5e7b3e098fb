"""The ledger as a table."""

from collections.abc import Mapping
from dataclasses import replace

from rdflib import Literal, URIRef
from rdflib.term import Node

from kg.assemble import terms
from kg.namespaces import POS
from kg.query.ask import without
from kg.query.labels import labels
from kg.query.table import Table
from kg.query.values import number
from kg.store import Store
from kg.trace.ledger import Entry
from kg.trace.steps import Step

COLUMNS = (
    "target", "day", "holder", "stance", "condition", "move", "since", "note", "voice", "by", "chains", "sentence",
    "position",
)  # fmt: skip
LEADING = ("position", "source", "otherSource")
Row = tuple[Node | None, ...]


def table(store: Store, ledger: Mapping[str, list[Entry]], language: str) -> Table:
    """One row a step; `since` is the day of the position that it moves from, `note` says why a step is no move."""
    found = [row(entry) for issue in by_name(store, ledger, language) for entry in ledger[issue]]
    return named(store, COLUMNS, found, language)


def named(store: Store, columns: tuple[str, ...], rows: list[Row], language: str) -> Table:
    """A table with the names of all that it has, but of positions, which have none."""
    iris = sorted({str(term) for one in rows for term in one if isinstance(term, URIRef)})
    return Table("select", columns, tuple(rows), labels(store, iris, language))


def by_name(store: Store, ledger: Mapping[str, list[Entry]], language: str) -> list[str]:
    """The issues with most steps first."""
    called = labels(store, ledger, language)
    return sorted(ledger, key=lambda issue: (-len(ledger[issue]), called.get(issue, issue), issue))


def to_be_read(table: Table) -> Table:
    """The table for a terminal, where columns cost room: none that is empty, none that only leads to an article."""
    return replace(without(table.filled, [*LEADING]), labels=table.labels, notes=table.notes)


def row(entry: Entry) -> Row:
    step, earlier = entry.step, entry.earlier
    one = step.one
    return (
        URIRef(one.issue),
        day(step),
        URIRef(one.holder),
        URIRef(one.stance.iri),
        text(one.condition),
        POS[entry.kind] if entry.kind else None,
        day(earlier) if earlier else None,
        text(entry.why),
        POS[one.voice],
        URIRef(one.by) if one.by else None,
        number(step.chains),
        text(one.sentence),
        URIRef(one.position),
    )


def day(step: Step) -> Literal | None:
    return terms.day(step.day) if step.day else None


def text(words: str | None) -> Literal | None:
    return Literal(words) if words else None
