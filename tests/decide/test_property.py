"""Whatever is decided and undone, in whatever order: in the end the store is what it was."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.decide import Change, deciding, decisions, undoing
from kg.errors import DecisionError
from kg.query import query
from kg.store import Store, recount
from kg.store.base import in_union
from tests.assemble.examples import ARTICLE, CHANGED
from tests.decide.examples import NOON, filled, keep, put, state, union

CHANGES = [
    Change(stance="doubts"),
    Change(holder="Südland"),
    Change(holder="Fischer vom Grenzfluss", side=""),
    Change(target="Bau der Brücke", stance="supports"),
    Change(holder="Nordland", side="Nordland", stance="opposes", target="construction: bridge"),
    Change(target="Lieferung von Kähnen an Südland"),
]
VERDICTS = st.sampled_from([("accepted", None), ("rejected", None), *(("changed", change) for change in CHANGES)])
REFUSED = ("would change", "how it was found", "it stands", "no position")  # since the last build does not find it
VERSIONS = [
    ARTICLE,
    replace(ARTICLE, positions=tuple(replace(one, confidence=0.5) for one in ARTICLE.positions)),
    replace(ARTICLE, positions=ARTICLE.positions[1:3]),
    replace(ARTICLE, positions=(), relations=()),
]
DECIDE = st.tuples(st.just("decide"), st.integers(0, 9), VERDICTS)
UNDO = st.tuples(st.just("undo"), st.integers(0, 9), st.none())
BUILD = st.tuples(st.just("build"), st.integers(0, len(VERSIONS) - 1), st.none())


@settings(max_examples=15, deadline=None)
@given(st.lists(st.one_of(DECIDE, DECIDE, UNDO), max_size=12))
def test_any_decisions_and_undos_end_in_the_original_graphs(steps: list[tuple[str, int, Any]]) -> None:
    store = filled()
    original, positions = state(store), every(store)
    for number, step in enumerate(steps):
        take(store, positions, number, step)
        assert union(store.graph(name) for name in store.graphs() if in_union(name)) == frozenset(store.triples())
    for number, one in enumerate(decisions(store)):
        if one.stands:
            put(store, undoing(store, one.iri, at=NOON + timedelta(hours=number)))
    assert state(store) == original


@settings(max_examples=15, deadline=None)
@given(st.lists(st.one_of(DECIDE, DECIDE, UNDO, BUILD), max_size=12))
def test_with_builds_between_they_end_in_what_the_last_build_made(steps: list[tuple[str, int, Any]]) -> None:
    store = filled()
    positions, last = every(store), ARTICLE
    for number, step in enumerate(steps):
        take(store, positions, number, step)
        last = VERSIONS[step[1]] if step[0] == "build" else last
        assert union(store.graph(name) for name in store.graphs() if in_union(name)) == frozenset(store.triples())
    for number, one in enumerate(decisions(store)):
        if one.stands:
            put(store, undoing(store, one.iri, at=NOON + timedelta(hours=number)))
    assert state(store) == state(filled(None, last, CHANGED))


def every(store: Store) -> list[str]:
    return [str(row[0]) for row in query(store, "SELECT ?p WHERE { ?p a pos:Position } ORDER BY ?p").rows]


def take(store: Store, positions: list[str], number: int, step: tuple[str, int, Any]) -> None:
    """One step; what is no decision leaves everything as it is."""
    kind, which, how = step
    if kind == "build":
        keep(store, VERSIONS[which], f"recipe {number}")
        recount(store)
        return
    at = NOON + timedelta(minutes=number)
    standing = [one for one in decisions(store) if one.stands]
    if kind == "undo":
        if standing:
            put(store, undoing(store, standing[which % len(standing)].iri, at=at))
        return
    known = [*positions, *(one.made for one in standing if one.made)]
    try:
        put(store, deciding(store, known[which % len(known)], how[0], by="Ada", at=at, change=how[1]))
    except DecisionError as error:
        assert any(words in str(error) for words in REFUSED)  # noqa: PT017
