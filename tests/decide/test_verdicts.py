"""What queries see of a position after a decision on it, and after the decision was undone."""

import pytest

from kg.assemble import check
from kg.assemble.actors import actor_iri
from kg.decide import Change, Verdict
from kg.namespaces import ACTOR
from tests.assemble.examples import FISHERS
from tests.decide.examples import (
    OPENING,
    OPPOSING,
    QUOTING,
    SUPPORTING,
    dataset_of,
    decide,
    filled,
    held,
    plain,
    state,
    undo,
)

BRIDGE = "construction.bridge"
NORTH, ADA = ("nordland", "opposes", BRIDGE), ("ada-beispiel", "opposes", BRIDGE)
PRO, AGAINST = ("nordland", "supports", BRIDGE), ("suedland", "opposes", BRIDGE)
GUESS = ("suedland", "supports", BRIDGE)
FISHING = (str(actor_iri(FISHERS)).removeprefix(ACTOR), "open-to", "x-gespraeche")
DOUBT, SOUTH = ("nordland", "doubts", BRIDGE), ("suedland", "supports", BRIDGE)
DOUBTS, SOUTHERN = Change(stance="doubts"), Change(holder="Südland")
Rows = set[tuple[str, ...]]


def test_without_a_decision_all_is_seen() -> None:
    store = filled()
    assert held(store) == {NORTH, ADA, PRO, AGAINST, GUESS, FISHING}
    assert plain(store) == {NORTH, ADA, PRO, AGAINST}


# Position, verdict, change → what is no longer held, what is held instead; the plain triples that go, those that come.
TABLE: list[tuple[str, Verdict, Change | None, Rows, Rows, Rows, Rows]] = [
    (QUOTING, "accepted", None, set(), set(), set(), set()),
    (QUOTING, "rejected", None, {ADA}, set(), {ADA}, set()),
    (OPPOSING, "rejected", None, {NORTH}, set(), set(), set()),  # Ada says it too, for the north
    (SUPPORTING, "changed", DOUBTS, {PRO}, {DOUBT}, {PRO}, {DOUBT}),
    (SUPPORTING, "changed", SOUTHERN, {PRO}, set(), {PRO}, {SOUTH}),  # which was a guess before
    (OPENING, "rejected", None, {FISHING}, set(), set(), set()),  # under a condition, so nothing plain
]


@pytest.mark.parametrize(("position", "verdict", "change", "gone", "come", "plain_gone", "plain_come"), TABLE)
def test_queries_see_what_stands(
    position: str, verdict: Verdict, change: Change | None, gone: Rows, come: Rows, plain_gone: Rows, plain_come: Rows
) -> None:
    store = filled()
    every, plainly, original = held(store), plain(store), state(store)
    made = decide(store, position, verdict, change)
    assert held(store) == every - gone | come
    assert plain(store) == plainly - plain_gone | plain_come
    undo(store, made)
    assert (held(store), plain(store), state(store)) == (every, plainly, original)


@pytest.mark.parametrize(("verdict", "change"), [("accepted", None), ("rejected", None), ("changed", DOUBTS)])
@pytest.mark.parametrize("position", [OPPOSING, QUOTING, OPENING, SUPPORTING])
def test_a_store_with_decisions_is_what_the_shapes_say(position: str, verdict: Verdict, change: Change | None) -> None:
    pytest.importorskip("pyshacl")
    store = filled()
    made = decide(store, position, verdict, change, note='»"\n} DROP ALL #')
    assert check(dataset_of(store)) == []
    undo(store, made)
    assert check(dataset_of(store)) == []
