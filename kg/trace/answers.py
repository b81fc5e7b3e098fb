"""What can be asked of positions over time; each answer is a table."""

from collections import defaultdict
from collections.abc import Iterable

from kg.query.ask import Graph, opened
from kg.query.table import Table
from kg.store import Store
from kg.trace import accounts, common, tables
from kg.trace.graph import graph as moves
from kg.trace.ledger import Entry, ledger
from kg.trace.reading import said, the_actor, the_issues
from kg.trace.said import Said


def trace(graph: Graph, actor: str, issue: str = "", /, *, language: str = "de", as_graph: bool = False) -> Table:
    """The ledger of an actor: its positions on each issue, day by day, and how each moved (`kg.trace.moves`).

    That of a state or an organisation has all who speak for it; each step names the holder. `as_graph` gives it as
    triples (`pos:Move`). Raises `QueryError` for an actor or an issue that the graph does not know, or for a name that
    several actors have.
    """
    store = opened(graph)
    who = the_actor(store, actor)
    found = ledger_of(store, who, the_issues(store, issue) if issue else None)
    return moves(who, found) if as_graph else tables.table(store, found, language)


def ledger_of(store: Store, actor: str, issues: set[str] | None = None) -> dict[str, list[Entry]]:
    found = ledger(actor, said(store, actor))
    return {issue: entries for issue, entries in found.items() if issues is None or issue in issues}


def on_issues(store: Store, issues: Iterable[str]) -> dict[tuple[str, str], list[Entry]]:
    """(issue, actor) → its ledger there: of each who holds a position on it, and of each side of those."""
    of: dict[tuple[str, str], list[Said]] = defaultdict(list)
    wanted = set(issues)  # none would be all
    for one in said(store, issues=wanted) if wanted else ():
        for actor in {one.holder, one.side or one.holder}:
            of[one.issue, actor].append(one)
    return {(issue, actor): ledger(actor, on)[issue] for (issue, actor), on in sorted(of.items())}


def contradictions(graph: Graph, /, *, language: str = "de") -> Table:
    """Where an actor's own word and what others say of it disagree, and where two sources tell one day differently."""
    store = opened(graph)
    return tables.named(store, accounts.COLUMNS, accounts.rows(said(store)), language)


def overlap(graph: Graph, one: str, other: str, /, *, language: str = "de") -> Table:
    """What two actors both accept, each with the condition that it hangs on.

    Raises `QueryError` as `trace` does.
    """
    store = opened(graph)
    ledgers = [ledger_of(store, the_actor(store, name)) for name in (one, other)]
    return tables.named(store, common.COLUMNS, common.rows(store, *ledgers), language)
