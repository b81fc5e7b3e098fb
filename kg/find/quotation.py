"""What a quotation is: whose words, which words, and how they are introduced."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]  # characters of the text, start inclusive, end exclusive
QuoteType = Literal["Direct", "Indirect", "FreeIndirect", "IndirectFreeIndirect", "Reported"]


@dataclass(frozen=True)
class Quote:
    """Words that the text gives to somebody else, after Petersen-Frey and Biemann (LREC-COLING 2024).

    Every part is a tuple of spans, in order, because a frame may stand in the middle of the words it introduces.
    `content` has the words, quotation marks too; `speaker` the phrase that names who said them, `cue` the words that
    say that something is said (»teilte … mit«, »laut«), `addressee` to whom; `frame` is all that introduces the words.
    """

    content: tuple[Span, ...]
    type: QuoteType
    speaker: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    addressee: tuple[Span, ...] = ()
    frame: tuple[Span, ...] = ()

    @property
    def length(self) -> int:
        """How many characters the content has."""
        return sum(end - start for start, end in self.content)

    def contains(self, start: int, end: int) -> bool:
        """Whether one span of the content holds the characters from `start` to `end`."""
        return any(a <= start and end <= b for a, b in self.content)


def owners(quotes: Sequence[Quote], start: int, end: int) -> list[Quote]:
    """Whose words the characters from `start` to `end` are: the quotations that hold them, the innermost first.

    Reported speech is left out: there the words are the article's own.
    """
    holding = (quote for quote in quotes if quote.type != "Reported" and quote.contains(start, end))
    return sorted(holding, key=lambda quote: quote.length)
