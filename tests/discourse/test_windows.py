"""Time windows."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.discourse.networks import congruence
from kg.discourse.statements import Statement
from kg.discourse.windows import Window, windows
from kg.errors import InputError

MAY = date(2031, 5, 1)


def on(*days: int) -> list[Statement]:
    return [Statement("x", f"issue {day}", 1, date(2031, 5, day)) for day in days]


def spans(found: list[Window]) -> list[tuple[int, int, int]]:
    return [(one.start.day, one.end.day, len(one.statements)) for one in found]


@pytest.mark.parametrize(
    ("days", "step", "expected"),
    [
        (2, 1, [(1, 2, 2), (2, 3, 1), (3, 4, 0), (4, 5, 1)]),
        (2, 2, [(1, 2, 2), (3, 4, 0), (5, 6, 1)]),  # the last goes beyond the last day rather than leave it out
        (3, 2, [(1, 3, 2), (3, 5, 1)]),
        (5, 1, [(1, 5, 3)]),
        (9, 4, [(1, 9, 3)]),
        (1, 3, [(1, 1, 1), (4, 4, 0)]),  # what lies between two windows is in none
        (1, 10**15, [(1, 1, 1)]),
    ],
)
def test_windows_move_by_a_step_until_the_last_day_is_in_one(
    days: int, step: int, expected: list[tuple[int, int, int]]
) -> None:
    assert spans(windows(on(1, 2, 5), days=days, step=step)) == expected


def test_the_first_and_the_last_day_can_be_given() -> None:
    found = windows(on(3, 9), days=4, step=4, start=date(2031, 5, 2), end=date(2031, 5, 7))
    assert spans(found) == [(2, 5, 1), (6, 7, 0)]
    assert spans(windows(on(3), days=1, step=5, start=date(2031, 5, 2), end=date(2031, 5, 4))) == [(2, 2, 0)]


def test_what_has_no_day_is_in_no_window() -> None:
    assert windows([Statement("x", "a", 1)], days=7) == []
    assert spans(windows([*on(4), Statement("x", "a", 1)], days=1)) == [(4, 4, 1)]


def test_the_end_of_the_calendar_is_no_error() -> None:
    late = [Statement("x", "a", 1, date(9999, 12, 30))]
    assert [one.end for one in windows(late, days=30)] == [date.max]


@pytest.mark.parametrize(("days", "step"), [(0, 1), (1, 0), (-3, 1)])
def test_a_window_of_no_days_is_refused(days: int, step: int) -> None:
    with pytest.raises(InputError, match="at least a day"):
        windows(on(1), days=days, step=step)


def test_a_slip_of_centuries_is_refused_with_what_helps() -> None:
    with pytest.raises(InputError, match=r"too many .* a later first day"):
        windows([*on(1), Statement("x", "a", 1, date(31, 5, 1))], days=7)


@given(st.lists(st.integers(1, 31), min_size=1), st.integers(0, 5))
def test_by_single_days_and_of_odd_length_they_are_those_of_dna(days: list[int], half: int) -> None:
    """Around each day in turn, so many days before and after, as far as the window does not leave the debate
    (`Exporter.computeTimeWindowMatrices`)."""
    first, last = min(days), max(days)
    around = [(day - half, day + half) for day in range(first, last + 1) if first + half <= day <= last - half]
    found = [(start, end) for start, end, _ in spans(windows(on(*days), days=2 * half + 1))]
    assert found == around or last - first < 2 * half


debates = st.lists(
    st.builds(
        Statement,
        st.sampled_from("pqr"),
        st.sampled_from("ab"),
        st.sampled_from([-1, 1]),
        st.integers(0, 60).map(lambda days: MAY + timedelta(days=days)),
    ),
    min_size=1,
    max_size=20,
)


@given(debates)
def test_a_window_over_all_days_is_no_window(debate: list[Statement]) -> None:
    (only,) = windows(debate, days=61)
    assert list(congruence(only.statements).edges(data=True)) == list(congruence(debate).edges(data=True))


@given(debates, st.integers(1, 20))
def test_windows_that_do_not_overlap_have_each_statement_once(debate: list[Statement], days: int) -> None:
    found = windows(debate, days=days, step=days)
    assert sorted(map(id, debate)) == sorted(id(one) for window in found for one in window.statements)
