"""Long lists, a page at a time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
S = TypeVar("S")
LENGTH = 20


@dataclass(frozen=True)
class Paged(Generic[T]):
    """Those of one page, and how many there are in all."""

    items: tuple[T, ...]
    number: int
    pages: int
    all: int

    def of(self, items: Iterable[S]) -> "Paged[S]":
        """The same page, with other things in the place of those."""
        return Paged(tuple(items), self.number, self.pages, self.all)


def paged(every: Sequence[T], number: int, length: int = LENGTH) -> Paged[T]:
    """The page of that number; the last one, where there are fewer."""
    pages = max(1, -(-len(every) // length))
    number = min(number, pages)
    return Paged(tuple(every[(number - 1) * length : number * length]), number, pages, len(every))
