"""Which positions are steps, which steps are moves, and why the others are none."""

from typing import Any

import pytest

from kg.trace.ledger import Entry, entries, standing
from kg.trace.said import Said
from kg.trace.steps import steps
from tests.trace.examples import ADA, AGENCY, NORTH, SOUTH, said


def lines(*positions: Said) -> list[Entry]:
    return entries(NORTH, steps(positions))


def short(*positions: Said) -> list[str]:
    """What is said of each step: its move, or why it is none."""
    return [entry.kind or entry.why for entry in lines(*positions)]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"voice": "ascribed", "by": SOUTH}, "ascribed"),
        ({"speculative": True}, "guess"),
        ({"earlier": True}, "looking back"),
        ({"day": None}, "no day"),
    ],
)
def test_what_does_not_count_moves_nothing_and_is_not_moved_from(changes: dict[str, Any], why: str) -> None:
    against, aside, again = said("opposes", 1), said("supports", **{"day": 2, **changes}), said("opposes", 3)
    found = {entry.step.one.position: entry.kind or entry.why for entry in lines(against, aside, again)}
    assert [found[one.position] for one in (against, aside, again)] == ["first", why, "Repeat"]


@pytest.mark.parametrize("stance", ["threatens", "states", "accuses"])
def test_a_stance_without_a_side_moves_nothing(stance: str) -> None:
    assert short(said("supports", 1), said(stance, 2), said("supports", 3)) == ["first", "no side", "Repeat"]


def test_two_positions_of_one_day_are_no_move_of_the_one_to_the_other() -> None:
    weak, strong = said("supports", 2), said("demands", 2)
    assert {entry.step.one: entry.why for entry in lines(weak, strong)} == {weak: "same day", strong: "first"}
    assert sorted(short(said("supports", 1), weak, strong)) == ["Hardening", "first", "same day"]


def test_a_day_that_is_for_and_against_settles_nothing() -> None:
    both = (said("supports", 2), said("opposes", 2))
    assert short(said("supports", 1), *both, said("supports", 3)) == ["first", "both ways", "both ways", "Repeat"]
    assert short(*both, said("supports", 3)) == ["both ways", "both ways", "first"]


def test_an_objection_with_a_way_out_is_a_condition() -> None:
    found = short(said("opposes", 1), said("opposes", 2), said("supports", 2, condition="wenn Südland zahlt"))
    assert found == ["first", "same day", "Conditioning"]


def test_a_denial_leaves_standing_what_was_held_before() -> None:
    held, denied, again = said("supports", 1), said("denies", 2), said("supports", 3)
    found = lines(held, denied, again)
    assert [entry.kind for entry in found] == [None, "Denial", "Repeat"]
    assert [entry.earlier and entry.earlier.one for entry in found] == [None, held, held]


def test_a_denial_answers_what_others_have_said_where_the_actor_has_said_nothing() -> None:
    other = said("supports", 1, voice="ascribed", by=SOUTH)
    (_, denial) = lines(other, said("denies", 2))
    assert denial.earlier is not None
    assert denial.earlier.one == other


def test_a_second_denial_answers_the_first() -> None:
    first, again = said("denies", 1), said("denies", 2)
    assert [entry.earlier and entry.earlier.one for entry in lines(first, again)] == [None, first]


def test_a_denial_of_something_new_is_found_too() -> None:
    (denial,) = lines(said("denies", 2))
    assert (denial.kind, denial.earlier) == ("Denial", None)


def test_articles_that_tell_one_statement_of_one_day_are_one_step() -> None:
    (one, two) = lines(said("opposes", 1), said("opposes", 1, chain=AGENCY), said("opposes", 2))
    assert (one.step.chains, two.step.chains) == (2, 1)


def test_what_rests_on_one_agency_is_one_chain() -> None:
    (one,) = lines(*(said("opposes", 1, chain=AGENCY, story=story) for story in ("urn:a", "urn:b")))
    assert (len(one.step.positions), one.step.chains) == (2, 1)


def test_a_copy_that_appears_later_is_no_repetition() -> None:
    first, copy = (said("opposes", day, story="urn:story", chain="urn:story") for day in (1, 2))
    (one,) = lines(first, copy)
    assert (one.step.positions, one.step.chains) == ((first, copy), 1)
    assert short(first, copy, said("supports", 3), said("opposes", 3, story="urn:story")) == ["first", "Reversal"]


def test_an_article_may_tell_of_two_days() -> None:
    days = [said("opposes", day, expressed=True, story="urn:a", chain="urn:a") for day in (1, 3)]
    assert short(*days) == ["first", "Repeat"]


def test_what_the_holder_says_itself_stands_for_the_step() -> None:
    told, own = said("opposes", 1), said("opposes", 1, voice="declared")
    (one,) = lines(told, own)
    assert one.step.one == own


def test_two_who_speak_for_a_side_are_two_steps() -> None:
    assert len(lines(said("opposes", 1), said("opposes", 1, holder=ADA))) == 2
    (_, move) = lines(said("opposes", 1), said("supports", 2, holder=ADA, side=NORTH))
    assert move.kind == "Reversal"


def test_those_who_do_not_speak_for_a_side_do_not_move_it() -> None:
    opposition = said("supports", 2, holder=ADA, official=False)
    assert short(said("opposes", 1), opposition, said("opposes", 3)) == ["first", "not for it", "Repeat"]


def test_whoever_speaks_for_nobody_moves_itself() -> None:
    own = [said(stance, day, holder=ADA, official=False) for day, stance in ((1, "opposes"), (2, "supports"))]
    assert [entry.kind for entry in entries(ADA, steps(own))] == [None, "Reversal"]


def test_what_stands_in_the_end_is_the_last_that_settled_a_day() -> None:
    held = said("supports", 2)
    found = lines(said("opposes", 1), held, said("supports", 3), said("opposes", 3), said("denies", 4))
    step = standing(found)
    assert step is not None
    assert step.one == held
    assert standing(lines(said("states", 1))) is None


def test_the_order_of_reading_makes_no_difference() -> None:
    positions = [said("opposes", 1), said("supports", 2), said("supports", 2, holder=ADA), said("demands", 3)]
    assert lines(*positions) == lines(*reversed(positions))
