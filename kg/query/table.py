"""What a query answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal as OneOf

from rdflib.term import Node


@dataclass(frozen=True)
class Table:
    """Rows in the order of the query. ASK has one row, `true` or `false`; CONSTRUCT and DESCRIBE one row a triple."""

    kind: OneOf["select", "ask", "construct"]
    columns: tuple[str, ...]
    terms: tuple[tuple[Node | None, ...], ...]  # as rdflib has them, None where a variable is unbound
    labels: Mapping[str, str] = field(default_factory=dict)  # IRI → name, for stored queries
    notes: tuple[str, ...] = ()  # why a stored query found nothing, where a value that it was given is unknown

    @property
    def rows(self) -> tuple[tuple[str | None, ...], ...]:
        """The terms as texts, IRIs in full."""
        return tuple(tuple(None if term is None else str(term) for term in row) for row in self.terms)

    @property
    def named(self) -> tuple[tuple[str | None, ...], ...]:
        """The rows with names in place of the IRIs that have one."""
        return tuple(tuple(None if cell is None else self.labels.get(cell, cell) for cell in row) for row in self.rows)

    @property
    def filled(self) -> "Table":
        """Without the columns in which no row has anything; with all of them if there are no rows."""
        kept = [number for number in range(len(self.columns)) if any(row[number] is not None for row in self.terms)]
        if not kept:
            return self
        terms = tuple(tuple(row[number] for number in kept) for row in self.terms)
        return Table(self.kind, tuple(self.columns[number] for number in kept), terms, self.labels, self.notes)
