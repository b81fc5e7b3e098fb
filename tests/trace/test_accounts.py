"""Where accounts of a position disagree."""

from typing import Any

import pytest

from kg.trace.accounts import rows
from kg.trace.said import Said
from tests.trace.examples import ADA, AGENCY, SOUTH, said

BY_SOUTH: dict[str, Any] = {"voice": "ascribed", "by": SOUTH}


def kinds(*positions: Said) -> list[str]:
    return [str(row[0]) for row in rows(positions)]


@pytest.mark.parametrize(
    ("own", "other", "found"),
    [
        (said("opposes", 1), said("supports", 2, **BY_SOUTH), True),
        (said("opposes", 3), said("supports", 2, **BY_SOUTH), True),
        (said("denies", 1), said("supports", 2, **BY_SOUTH), True),
        (said("supports", 1, condition="wenn …"), said("opposes", 2, **BY_SOUTH), True),
        (said("opposes", 1, holder=ADA), said("supports", 2, **BY_SOUTH), True),
        (said("opposes", 1), said("warns", 2, **BY_SOUTH), False),
        (said("opposes", 1), said("supports", 2, issue="urn:else", **BY_SOUTH), False),
        (said("opposes", 1), said("supports", 2, speculative=True, **BY_SOUTH), False),
        (said("opposes", 1, earlier=True), said("supports", 2, **BY_SOUTH), False),
        (said("opposes", 1, side=SOUTH, holder=SOUTH), said("supports", 2, **BY_SOUTH), False),
        (said("threatens", 1), said("supports", 2, **BY_SOUTH), False),
        (said("opposes", 1), said("supports", 2), False),
    ],
)
def test_what_others_say_is_held_against_the_actors_own_word(own: Said, other: Said, found: bool) -> None:
    assert kinds(own, other) == ["self and others"] * found


def test_what_counts_is_what_was_held_at_the_time() -> None:
    ascribed = said("opposes", 2, **BY_SOUTH)
    assert kinds(said("opposes", 1), ascribed, said("supports", 3)) == []
    assert kinds(said("supports", 1), ascribed, said("opposes", 3)) == ["self and others"]
    assert kinds(said("supports", 1), said("opposes", 1), ascribed) == ["two sources"]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (said("opposes", 1), said("supports", 1), True),
        (said("supports", 1), said("supports", 1, condition="wenn …"), True),
        (said("opposes", 1), said("warns", 1), False),
        (said("opposes", 1), said("supports", 2), False),
        (said("opposes", 1, chain=AGENCY), said("supports", 1, chain=AGENCY), False),
        (said("opposes", 1), said("supports", 1, holder=ADA), False),
    ],
)
def test_two_sources_may_tell_one_day_differently(one: Said, other: Said, found: bool) -> None:
    assert kinds(one, other) == ["two sources"] * found
    assert kinds(other, one) == ["two sources"] * found
