"""Positions over time as bars: how many were for, against, or neither, in each month or year."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kg.view.palette import COLOURS

MONTHS = 30  # more than that are counted by year
WIDTH, HEIGHT, BAR = 720, 120, 44


@dataclass(frozen=True)
class Part:
    polarity: str
    count: int
    y: float
    height: float


@dataclass(frozen=True)
class Bar:
    """A month (2025-03) or a year; what is in it from the bottom up."""

    period: str
    x: float
    width: float
    count: int
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Chart:
    bars: tuple[Bar, ...]
    undated: int
    width: int = WIDTH
    height: int = HEIGHT


def chart(said: Iterable[tuple[str, str]]) -> Chart | None:
    """Of (day, polarity); None where nothing has a day."""
    every = list(said)
    dated = [(day, polarity) for day, polarity in every if is_day(day)]
    if not dated:
        return None
    periods = between({day[:7] for day, _ in dated})
    length = 7 if len(periods) <= MONTHS else 4
    shown = periods if length == 7 else years({day[:4] for day, _ in dated})
    counted = Counter((day[:length], polarity) for day, polarity in dated)
    most = max(sum(counted[period, one] for one in COLOURS) for period in shown)
    step = WIDTH / len(shown)
    bars = tuple(bar(period, number * step, step, counted, most) for number, period in enumerate(shown))
    return Chart(bars, len(every) - len(dated))


def bar(period: str, x: float, step: float, counted: Counter[tuple[str, str]], most: int) -> Bar:
    parts: list[Part] = []
    top = float(HEIGHT)
    for polarity in COLOURS:
        if count := counted[period, polarity]:
            height = max(2.0, round(count / most * (HEIGHT - 4), 1))
            top = round(top - height, 1)
            parts.append(Part(polarity, count, top, height))
    width = min(BAR, step * 0.7)
    return Bar(period, round(x + (step - width) / 2, 1), round(width, 1), sum(one.count for one in parts), tuple(parts))


def is_day(text: str) -> bool:
    try:
        return text[:10] == date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return False


def between(months: set[str]) -> list[str]:
    """All months from the first to the last, if they are not too many to be shown."""
    first, last = (int(one[:4]) * 12 + int(one[5:7]) - 1 for one in (min(months), max(months)))
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(first, min(last, first + MONTHS) + 1)]


def years(found: set[str]) -> list[str]:
    """All years from the first to the last; only those that occur, where these are too many."""
    first, last = int(min(found)), int(max(found))
    return [f"{year:04}" for year in range(first, last + 1)] if last - first < MONTHS else sorted(found)[-MONTHS:]
