"""Which closed classes of grammar apply to a token: those of its language."""

from spacy.strings import get_string_id
from spacy.tokens import Token

from kg.analyse.closed.classes import ClosedClasses
from kg.analyse.closed.english import ENGLISH
from kg.analyse.closed.german import GERMAN

__all__ = ["ClosedClasses", "closed"]
CLASSES = {get_string_id("de"): GERMAN, get_string_id("en"): ENGLISH}


def closed(token: Token) -> ClosedClasses:
    """The classes of the token's language; of an unknown one the German ones."""
    return CLASSES.get(token.lang, GERMAN)  # asked of every word: the name would be looked up each time
