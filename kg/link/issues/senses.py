"""What the words of a phrase stand for."""

from dataclasses import dataclass
from typing import Literal

Sort = Literal[
    "topic", "actor", "adjective", "quality", "preposition", "article", "filler", "conjunction", "possessive",
    "leading", "office",
]  # fmt: skip
NOUNS = ("topic", "actor")


@dataclass(frozen=True)
class Sense:
    """One meaning: `value` is an IRI, or the role of a preposition."""

    sort: Sort
    value: str = ""
    use: str = ""  # seat: a capital that may stand for its state; short: »US-«, which is as good as an adjective


@dataclass(frozen=True)
class Piece:
    """A word or name of the phrase. `parts` has several senses for a compound, its head last."""

    parts: tuple[Sense, ...]
    form: str  # as written
    verb: bool = False
    infinitive: bool = False  # the base form, with or without »zu«
    several: bool = False  # an English action with an s, which may be a verb ("limits abortions")
    genitive: bool = False  # a name with the genitive's s
    act: bool = False  # stands before a colon: »Entsendung: Truppen«

    @property
    def sort(self) -> Sort:
        return self.parts[-1].sort

    @property
    def head(self) -> str:
        """The value of the last part."""
        return self.parts[-1].value
