"""»*Wenige Stunden später* stellte Norwegen Hilfe bereit«: how long after or before, taken for an object."""

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.grammar import case_of
from kg.analyse.settled import children, sent_of
from kg.analyse.words import is_a

BARE = ("obj", "nsubj", "iobj", "obl:arg")
SINCE = {"später", "zuvor", "danach", "darauf", "davor", "vorher", "nachher", "lang", "früher", "nach", "vor"}


def set_timed(noun: Token) -> None:
    """A period that begins the sentence, with »später« or »nach …« behind it, is no part of what is done."""
    if noun.dep_ not in BARE or noun.i + 1 >= len(noun.doc) or noun.nbor().lower_ not in SINCE:
        return
    if is_a(noun, "period") and noun.i - sent_of(noun).start <= 2 and not case_of(noun) and not is_named(noun):
        noun.dep_ = "obl"


def is_named(noun: Token) -> bool:
    """»*die Zeit nach* dem Krieg«; not »das Jahr zuvor«."""
    return noun.nbor().pos_ == "ADP" and any(child.lower_ in closed(noun).definite for child in children(noun, "det"))
