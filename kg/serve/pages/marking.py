"""A text in pieces, each with all that is marked there; what is marked may overlap in any way."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

KINDS = ("cue", "condition", "hop", "tie", "evidence")  # what counts most first: a piece looks like the first it is
NEAR = 2  # characters between two passages that are but the space between two sentences


@dataclass(frozen=True)
class Mark:
    """What is marked from a character up to another; `number` is that of its position, 0 for none."""

    kind: str
    start: int
    end: int
    number: int = 0


@dataclass(frozen=True)
class Piece:
    """A stretch in which nothing begins or ends."""

    text: str
    kinds: tuple[str, ...] = ()  # all that it is
    number: int = 0  # of the position that it leads to
    ending: tuple[int, ...] = ()  # the positions whose proof ends here
    gap: bool = False  # whether something is left out before it


def pieces(text: str, marks: Iterable[Mark], offset: int = 0) -> Iterator[Piece]:
    """The text, whose first character is that of the number `offset`, with the marks in it."""
    last = offset + len(text)
    inside = [one for one in marks if offset <= one.start < min(one.end, last)]
    borders = sorted({offset, last, *(min(place, last) for one in inside for place in (one.start, one.end))})
    for start, end in pairwise(borders):
        here = [one for one in inside if one.start < end and one.end > start]
        kinds = tuple(kind for kind in KINDS if any(one.kind == kind for one in here))
        linked = (one.number for kind in KINDS for one in here if one.kind == kind and one.number)
        ending = {one.number for one in here if one.kind == "evidence" and one.number and min(one.end, last) == end}
        yield Piece(text[start - offset : end - offset], kinds, next(linked, 0), tuple(sorted(ending)))


def joined(passages: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    """Passages by where they start, those that overlap or touch as one."""
    found: list[tuple[int, str]] = []
    for start, words in sorted(passages, key=lambda one: (one[0], -len(one[1]), one[1])):
        if found and start <= (end := found[-1][0] + len(found[-1][1])) + NEAR:
            before, text = found[-1]
            found[-1] = (before, text + " " * (start - end) + words[max(0, end - start) :])
        else:
            found.append((start, words))
    return found


def quoted(passages: Iterable[tuple[int, str]], marks: Iterable[Mark]) -> Iterator[Piece]:
    """What is known of a text of which only passages are there, in its order."""
    every = list(marks)
    for number, (start, words) in enumerate(joined(passages)):
        for count, piece in enumerate(pieces(words, every, start)):
            gap = count == 0 and (number > 0 or start > NEAR)
            yield Piece(piece.text, piece.kinds, piece.number, piece.ending, gap)
