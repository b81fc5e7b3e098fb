"""One position: everything that is known of it, and where it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from kg.namespaces import POS
from kg.serve.pages.choices import Choices, choices
from kg.serve.pages.decided import Judged, as_it_was, on_position
from kg.serve.pages.rows import Row, listed, node, plain, rows
from kg.serve.pages.statements import Statement, statement, statements
from kg.serve.pages.things import Names
from kg.serve.pages.wanted import Wanted
from kg.store import Store

ALIKE = 10
DONE = ("accepted", "rejected", "changed", "undone")


@dataclass(frozen=True)
class Position:
    one: Statement
    stands: bool  # whether it is in the graph; else a decision has taken it out or put another into its place
    rule: tuple[str, ...]
    run: Row | None  # version, model, vocabulary
    alike: tuple[Statement, ...]  # of the same holder on the same issue
    decisions: tuple[Judged, ...]
    choices: Choices | None  # where it can be corrected
    done: str  # what was just decided


def page(store: Store, names: Names, wanted: Wanted) -> Position | None:
    iri = node(wanted.get("iri"))
    if iri is None:
        return None
    stands = statement(store, names, iri.value)
    one = stands or as_it_was(store, names, iri.value)
    if one is None:
        return None
    run = rows(store, "run", run=node(one.run) or iri)
    return Position(
        one=one,
        stands=stands is not None,
        rule=tuple(plain(step) for step in listed(store, iri.value, str(POS.rule))),
        run=run[0] if run else None,
        alike=tuple(alike(store, names, one)),
        decisions=on_position(store, names, iri.value),
        choices=choices(store, names, one) if wanted.writable and stands else None,
        done=wanted.get("done") if wanted.get("done") in DONE else "",
    )


def alike(store: Store, names: Names, one: Statement) -> Iterator[Statement]:
    holder, target = node(one.holder.iri), node(one.target.iri)
    found = rows(store, "alike", holder=holder, target=target) if holder and target else []
    others = (row["position"] for row in found)
    yield from statements(store, names, islice((other for other in others if other != one.iri), ALIKE))
