"""What queries see of a position after a decision on it, and after the decision was undone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kg.alike.independence import independence
from kg.assemble import check
from kg.assemble.actors import actor_iri
from kg.assemble.positions import position_iri
from kg.decide import Change, Verdict
from kg.namespaces import ACTOR, INDEPENDENCE, POS
from kg.query import query
from tests.assemble.examples import ARTICLE, CHANGED, FISHERS, OPPOSES
from tests.decide.examples import (
    ABOUT,
    LATER,
    NOON,
    OPENING,
    OPPOSING,
    QUOTING,
    SUPPORTING,
    dataset_of,
    decide,
    filled,
    held,
    keep,
    plain,
    reworded,
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


def test_what_was_rejected_can_be_changed_when_nothing_else_names_its_issue() -> None:
    pytest.importorskip("pyshacl")
    store = filled()
    original = state(store)
    decide(store, OPENING, "rejected")
    made = decide(store, OPENING, "changed", DOUBTS, at=NOON + timedelta(hours=1))
    assert (FISHING[0], "doubts", "x-gespraeche") in held(store)
    assert check(dataset_of(store)) == []
    undo(store, made)
    assert state(store) == original


@pytest.mark.parametrize(("verdict", "change"), [("accepted", None), ("rejected", None), ("changed", DOUBTS)])
def test_the_sources_of_what_stands_are_counted(verdict: Verdict, change: Change | None) -> None:
    """Two papers tell what Ada says; a person judges the telling of the one."""
    store = filled()
    keep(store, reworded(ARTICLE), origin="/other")
    decide(store, QUOTING, verdict, change)
    numbers = {str(quad.subject): str(quad.object) for quad in independence(dataset_of(store))}
    assert {str(one.subject): str(one.object) for one in store.graph(INDEPENDENCE)} == numbers
    rows = query(store, "SELECT ?n WHERE { ?p pos:holder actor:ada-beispiel ; pos:independentSources ?n }").rows
    assert sorted(rows) == ([("2",), ("2",)] if verdict == "accepted" else [("1",)] * (1 + (verdict == "changed")))


def test_a_change_to_what_the_same_sentence_says_already_is_said_once() -> None:
    doubled = replace(ARTICLE, positions=(*ARTICLE.positions, replace(OPPOSES, stance="supports", rule=("again",))))
    store = filled(None, doubled)
    original = state(store)
    made = decide(store, OPPOSING, "changed", Change(stance="supports"))
    (row,) = query(store, "SELECT ?p WHERE { ?p pos:holder actor:nordland ; pos:stance pos:supports }").rows
    assert row == (made.made,)
    undo(store, made)
    assert state(store) == original


@pytest.mark.parametrize(("verdict", "change"), [("accepted", None), ("rejected", None), ("changed", DOUBTS)])
def test_undoing_puts_nothing_into_a_graph_that_was_not_there(verdict: Verdict, change: Change | None) -> None:
    """Somebody else's graph may have the positions only, and not what follows from them."""
    store = filled()
    store.put({ABOUT: [one for one in store.graph(ABOUT) if one.predicate.value != str(POS.opposes)]})
    original = state(store)
    undo(store, decide(store, QUOTING, verdict, change))
    assert state(store) == original


def test_a_graph_of_another_name_keeps_its_articles() -> None:
    """As a graph has that somebody put over HTTP, or that holds what was coded in many articles."""
    store = filled()
    both = [*store.graph(ABOUT), *store.graph(LATER)]
    store.put({"urn:coded": both}, [ABOUT, LATER])
    original = state(store)
    made = [decide(store, str(position_iri(one)), "rejected") for one in CHANGED.positions]  # all of one article
    assert len(query(store, "SELECT ?a WHERE { ?a a schema:NewsArticle }").rows) == 2
    assert not {PRO, AGAINST} & held(store)
    for one in made:
        undo(store, one)
    assert state(store) == original
