"""One position: everything that is known of it, and where it comes from."""

from dataclasses import dataclass

import pyoxigraph as ox

from kg.namespaces import POS
from kg.serve.pages.rows import Row, listed, node, plain, rows
from kg.serve.pages.statements import Statement, statement, statements
from kg.serve.pages.things import Names
from kg.serve.pages.wanted import Wanted
from kg.store import Store

ALIKE = 10


@dataclass(frozen=True)
class Position:
    one: Statement
    rule: tuple[str, ...]
    run: Row | None  # version, model, vocabulary
    alike: tuple[Statement, ...]  # of the same holder on the same issue


def page(store: Store, names: Names, wanted: Wanted) -> Position | None:
    iri = node(wanted.get("iri"))
    one = statement(store, names, iri.value) if iri else None
    if iri is None or one is None:
        return None
    run = rows(store, "run", run=node(one.run) or iri)
    holder, target = ox.NamedNode(one.holder.iri), ox.NamedNode(one.target.iri)
    others = [row["position"] for row in rows(store, "alike", holder=holder, target=target)]
    return Position(
        one=one,
        rule=tuple(plain(step) for step in listed(store, iri.value, str(POS.rule))),
        run=run[0] if run else None,
        alike=tuple(statements(store, names, [other for other in others if other != iri.value][:ALIKE])),
    )
