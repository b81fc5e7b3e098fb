"""German compounds, taken apart by known words: »Waffenlieferungsstopp« is *Waffen*, *Lieferung*, *Stopp*."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import TypeVar

T = TypeVar("T")
LINKS = ("", "s", "n", "en", "es", "er", "ns")  # what may stand between two parts
MIN_PART = 2
Find = Callable[[str], T | None]


def split(word: str, modifier: Find[T], head: Find[T]) -> tuple[T, ...] | None:
    """The parts of a word, the head last; None if a part is unknown or two readings are equally short.

    `modifier` and `head` say what a lower-case part means as a former and as the last part of a compound. Where there
    are hyphens, they are the only joints but for compounds between them.
    """
    *former, last = word.split("-")
    if not former:
        return solid(word, modifier, head)
    end = single(last, head) or solid(last, modifier, head)
    front = [single(part, linked(modifier)) or solid(part, modifier, linked(modifier)) for part in former]
    if end is None or any(part is None for part in front):
        return None
    return tuple(item for part in (*front, end) for item in part or ())


def single(part: str, find: Find[T]) -> tuple[T, ...] | None:
    found = find(part)
    return (found,) if found is not None else None


def solid(word: str, modifier: Find[T], head: Find[T]) -> tuple[T, ...] | None:
    """The shortest row of parts that covers the whole word."""
    text = word.lower()
    find = linked(modifier)

    @cache
    def readings(start: int) -> tuple[tuple[T, ...], ...]:
        end = head(text[start:]) if start else None
        found: list[tuple[T, ...]] = [] if end is None else [(end,)]
        for cut in range(len(text) - MIN_PART, start + MIN_PART - 1, -1):
            if (part := find(text[start:cut])) is not None:
                found += [(part, *rest) for rest in readings(cut)]
        return tuple(dict.fromkeys(found))

    return unique(readings(0))


def unique(readings: tuple[tuple[T, ...], ...]) -> tuple[T, ...] | None:
    shortest = min(map(len, readings), default=0)
    best = [reading for reading in readings if len(reading) == shortest]
    return best[0] if len(best) == 1 else None


def linked(modifier: Find[T]) -> Find[T]:
    """A former part with or without its linking element."""

    def find(part: str) -> T | None:
        return next((found for bare in unlinked(part) if (found := modifier(bare)) is not None), None)

    return find


def unlinked(part: str) -> Iterator[str]:
    return (part.removesuffix(link) for link in LINKS if part.endswith(link) and len(part) - len(link) >= MIN_PART)
