"""»das *100 Milliarden Euro* schwere Paket«: the measure of an adjective, which the parse takes for its noun."""

from spacy.tokens import Token

from kg.analyse.grammar import NOUNS
from kg.analyse.settled import has, sent_of
from kg.analyse.words import is_a

MARKS = ("case", "det")


def set_measure(adjective: Token) -> None:
    """Hangs the measure on the adjective; the noun behind it takes its article, its preposition and its place."""
    noun, place = adjective.head, adjective.i - 1
    if noun.i < adjective.i or noun.pos_ not in NOUNS or place <= sent_of(adjective).start:
        return
    measure = adjective.doc[place]
    if measure.pos_ != "NOUN" or not (is_a(adjective, "measured") and has(measure, "nummod")):
        return
    if measure.head not in (adjective, noun):
        set_in_place_of(noun, measure)
    marks = [word for word in measure.subtree if word.dep_ in MARKS and word.i < place]
    measure.head, measure.dep_ = adjective, "obl"
    for mark in marks:
        mark.head = noun
        if mark.dep_ == "case" and noun.dep_ == "obj":
            noun.dep_ = "obl"


def set_in_place_of(noun: Token, measure: Token) -> None:
    """The noun hangs where the measure did."""
    if measure.dep_ == "ROOT":
        noun.head, noun.dep_ = noun, "ROOT"
    elif noun.head != measure.head or measure.dep_ != "obl":
        noun.head, noun.dep_ = measure.head, measure.dep_
