"""Which closed classes of grammar apply to a token: those of its language."""

from spacy.tokens import Token

from kg.analyse.closed.classes import ClosedClasses
from kg.analyse.closed.english import ENGLISH
from kg.analyse.closed.german import GERMAN

__all__ = ["ClosedClasses", "closed"]
CLASSES = {"de": GERMAN, "en": ENGLISH}


def closed(token: Token) -> ClosedClasses:
    """The classes of the token's language; of an unknown one the German ones."""
    return CLASSES.get(token.lang_, GERMAN)
