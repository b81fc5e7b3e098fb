"""What a graph says of one position, as the ledger needs it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from kg.trace.stances import Stance

Voice = Literal["declared", "told", "ascribed"]


@dataclass(frozen=True)
class Said:
    """One position in one article."""

    position: str
    holder: str
    side: str | None
    official: bool  # whether the holder speaks for its side: a country's opposition does not
    issue: str
    stance: Stance
    condition: str | None
    day: date | None  # on which it was said, else on which the article appeared
    expressed: bool  # whether the text tells the day
    earlier: bool  # told looking back (»hatte abgelehnt«), so that `day` is only the latest that it can be
    speculative: bool
    voice: Voice
    by: str | None  # who ascribes it
    chain: str  # whom it is known from in the end: a party, a story, an article
    sentence: str
    source: str
    story: str
    language: str

    @property
    def speaks(self) -> str:
        """On whose account it goes: the side that the holder speaks for, or the holder."""
        return self.side if self.side and self.official else self.holder
