"""The same debate at different times."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kg.discourse.statements import Statement
from kg.errors import InputError

MOST = 10_000


@dataclass(frozen=True)
class Window:
    """The statements from one day to another, both included."""

    start: date
    end: date
    statements: tuple[Statement, ...]


def windows(
    found: Iterable[Statement], *, days: int, step: int = 1, start: date | None = None, end: date | None = None
) -> list[Window]:
    """Windows of so many days, each so many days after the one before; empty ones too. What has no day is in none.

    The first begins on the first day, the last is the first that reaches the last day, and none begins after it; these
    are those of the statements, unless they are given. With a step of one day and an odd number of days these are the
    moving windows of DNA (`timeWindow = "days"`; Leifeld 2016, *Policy Debates as Dynamic Networks*), which takes one
    day more where the number is even, and has none of a debate that is shorter. Raises `InputError` for lengths that
    are none and for too many windows.
    """
    if days < 1 or step < 1:
        raise InputError("A window takes at least a day, and so does a step; give numbers from 1 on.")
    dated = sorted(((one.day, one) for one in found if one.day is not None), key=day_of)
    if not dated:
        return []
    first, last = start or dated[0][0], end or dated[-1][0]
    between = (last - first).days
    number = 1 + max(0, min(-(-(between + 1 - days) // step), between // step))
    if number > MOST:
        raise InputError(f"{number} windows are too many (at most {MOST}); take a longer step or a later first day.")
    starts = (first + timedelta(days=step * turn) for turn in range(number))
    return [window(dated, one, min(after(one, days), last) if end else after(one, days)) for one in starts]


def after(start: date, days: int) -> date:
    """The last of so many days, or the last of the calendar."""
    return start + timedelta(days=min(days - 1, (date.max - start).days))


def window(dated: list[tuple[date, Statement]], start: date, end: date) -> Window:
    first, last = bisect_left(dated, start, key=day_of), bisect_right(dated, end, key=day_of)
    return Window(start, end, tuple(one for _, one in dated[first:last]))


def day_of(pair: tuple[date, Statement]) -> date:
    return pair[0]
