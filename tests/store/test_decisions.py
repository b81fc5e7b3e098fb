"""Decisions in each kind of store: in memory, on disk, behind an endpoint."""

import pytest

from kg.decide import Change, Verdict, decisions
from kg.store import Catalogue, Store
from kg.store.base import in_union
from tests.assemble.examples import ARTICLE
from tests.decide.examples import QUOTING, decide, filled, held, keep, state, undo, union

DECIDED: list[tuple[Verdict, Change | None]] = [
    ("accepted", None),
    ("rejected", None),
    ("changed", Change(stance="doubts", target='Bau » einer " Fähre')),
]


@pytest.mark.parametrize(("verdict", "change"), DECIDED)
def test_a_decision_takes_effect_and_loses_it(store: Store, verdict: Verdict, change: Change | None) -> None:
    original, every = state(filled(store)), held(store)
    made = decide(store, QUOTING, verdict, change, note='»"\\\n')
    assert decisions(store) == [made]
    assert (held(store) == every) == (verdict == "accepted")
    assert frozenset(store.triples()) == union(store.graph(name) for name in store.graphs() if in_union(name))
    keep(store, ARTICLE, "second")
    assert decisions(store) == [made]
    undo(store, made)
    assert state(store) == original
    Catalogue(store).remove("/bridge")
    assert frozenset(store.triples()) == union(store.graph(name) for name in store.graphs() if in_union(name))
