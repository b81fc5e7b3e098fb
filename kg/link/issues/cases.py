"""What stands before a noun, and the German cases that it shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.link.issues.senses import Piece, Sense

GENITIVE = ("der", "des", "eines", "einer", "dieser", "dieses", "aller", "jeglicher", "sämtlicher")
ACCUSATIVE = ("die", "das", "eine", "einen")
DATIVE = ("dem", "der", "einem", "einer")


@dataclass
class Waiting:
    """What stands before a noun and waits for it."""

    preposition: Piece | None = None
    article: str = ""
    adjective: str = ""  # the last one as written, whose ending shows the case
    owners: list[Sense] = field(default_factory=list)
    led: list[Sense] = field(default_factory=list)
    qualities: list[str] = field(default_factory=list)
    more: bool = False  # »und« came before

    @property
    def unfinished(self) -> bool:
        """Whether a noun is missing; »als Staat« may well stand at the end."""
        return bool(self.preposition or self.article or self.attributes or self.more)

    @property
    def attributes(self) -> bool:
        return bool(self.owners or self.led or self.qualities)


def is_direction(waiting: Waiting, piece: Piece, genders: Mapping[str, str]) -> bool:
    """Whether the noun is in the accusative, which makes »in« and »auf« a direction."""
    article, adjective = waiting.article, waiting.adjective
    if article in ACCUSATIVE:
        return True
    if article == "den" or (not article and adjective.endswith("en")):
        plural = genders.get(piece.parts[0].value) == "pl"
        return not plural and (piece.sort == "actor" or not piece.form.endswith("n"))
    return not article and adjective.endswith(("e", "es"))


def looks_genitive(waiting: Waiting, piece: Piece) -> bool:
    """Whether a noun without a preposition may be a genitive."""
    if waiting.article:
        return waiting.article in GENITIVE
    adjective = waiting.adjective or piece.form  # »Förderung erneuerbarer Energien« has it within the name
    if adjective[:1].islower():
        return adjective.endswith(("er", "en"))
    return piece.sort == "actor" and piece.genitive
