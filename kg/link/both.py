"""»Beide Länder«, »die beiden Regierungen«: the two that were named just before."""

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.grammar import preceding
from kg.analyse.settled import children
from kg.analyse.words import is_a
from kg.link.cast import Cast
from kg.model import Kind, Party

BACK = 2  # sentences
STATES: tuple[Kind, ...] = ("state",)
NAMED: tuple[Kind, ...] = ("state", "organisation", "person")


def both(noun: Token, cast: Cast, *, speaks: bool = False) -> list[Party]:
    """The two parties that »beide« sums up; [] where more or fewer of the kind stand in the sentence before.

    `speaks`: what stands before it in its own sentence is what it says.
    """
    if not has_both(noun) or (noun.pos_ == "NOUN" and cast.party(noun, acts=True) is None):
        return []
    kinds = STATES if is_a(noun, "national") else NAMED
    for sent in list(preceding(noun, BACK))[speaks:]:
        named = (word for word in sent if word.i < noun.i and word.pos_ in ("NOUN", "PROPN"))
        parties = (cast.party(word) for word in named)
        found = {party.name: party for party in parties if party is not None and party.kind in kinds}
        if found:
            return list(found.values()) if len(found) == 2 else []
    return []


def has_both(noun: Token) -> bool:
    """»beide Länder«, »die zwei Länder«, "both sides", "the two sides"; »beide« alone."""
    words = closed(noun).both
    if noun.lower_ in words or any(child.lower_ in words for child in children(noun, "det", "amod", "nummod")):
        return True
    two = any(child.lower_ in closed(noun).two for child in children(noun, "nummod"))
    return two and any(child.lower_ in closed(noun).definite for child in children(noun, "det"))
