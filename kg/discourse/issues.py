"""Issues that count as one, or that alone count."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

import pyoxigraph as ox

from kg.discourse.statements import Statement
from kg.errors import QueryError
from kg.query.ask import Graph, opened, query
from kg.query.labels import local
from kg.query.values import value
from kg.store import Store

NARROWER = "SELECT DISTINCT ?narrow ?wide WHERE { ?narrow skos:broader+ ?wide }"
ACTIONS = """
SELECT DISTINCT ?narrow ?action ?wide WHERE {
  ?narrow skos:broader+ ?wide ; pos:facet ?action . ?action a pos:Action
}
"""


def narrower(graph: Graph, issue: str) -> set[str]:
    """An issue and all that are narrower. Raises `QueryError` for what is no issue of the graph."""
    store, wide = opened(graph), named(issue)
    if not any(store.triples(ox.NamedNode(wide))) and not any(store.triples(None, None, ox.NamedNode(wide))):
        raise QueryError(f"The graph has no issue {issue}; kg issues lists all, with --broader those above them too.")
    return {wide, *(str(row[0]) for row in query(store, NARROWER, wide=f"<{wide}>").rows)}


def named(issue: str) -> str:
    term = value(issue)
    if not isinstance(term, ox.NamedNode):
        raise QueryError(f"{issue!r} is no IRI of an issue; kg issues lists them all, like issue:sanctions.")
    return term.value


def about(found: Iterable[Statement], graph: Graph, issues: Iterable[str]) -> list[Statement]:
    """Those on some issues and on what is narrower than these."""
    store = opened(graph)
    chosen = {narrow for issue in issues for narrow in narrower(store, issue)}
    return [one for one in found if one.issue in chosen]


def lifted(found: Iterable[Statement], graph: Graph, issue: str) -> list[Statement]:
    """What is said on issues that are narrower than one counts as said on it, as long as the same is done in both.

    An issue has its broader ones by leaving facets out. Without the action, though, for becomes against: who is for the
    end of sanctions is not for sanctions. Such an issue stays by itself.
    """
    store, wide = opened(graph), named(issue)
    below, lost = narrower(store, issue), losing(store, wide)
    return [replace(one, issue=wide) if one.issue in below - lost else one for one in found]


def losing(store: Store, wide: str) -> set[str]:
    """The narrower issues with an action that the wide one lacks.

    Issues that only stand above others have no facets in the graph, but the name of each issue is made of its facets.
    """
    actions: dict[str, set[str]] = defaultdict(set)
    for narrow, action, _ in query(store, ACTIONS, wide=f"<{wide}>").rows:
        actions[str(narrow)].add(local(str(action)) or "")
    return {narrow for narrow, done in actions.items() if done - parts(wide)}


def parts(issue: str) -> set[str]:
    """The facets in a name, `end.of-import.gas`, with and without the roles that they have."""
    segments = (local(issue) or "").split(".")
    return {name for segment in segments for name in (segment, segment.partition("-")[2])}
