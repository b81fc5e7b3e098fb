"""Measures: »das *100 Milliarden Euro* schwere Paket«, »forderte *fünf Milliarden Euro* Soforthilfe«."""

from spacy.tokens import Token

from kg.analyse.grammar import NOUNS
from kg.analyse.settled import children, has, sent_of
from kg.analyse.words import is_a

MARKS = ("case", "det")
MORE = {"mehr", "weniger"}


def set_measure(adjective: Token) -> None:
    """»das *100 Milliarden Euro* schwere Paket«: the noun behind has its article, preposition and place."""
    noun, place = adjective.head, adjective.i - 1
    if noun.i < adjective.i or noun.pos_ not in NOUNS or place <= sent_of(adjective).start:
        return
    measure = adjective.doc[place]
    if measure.pos_ != "NOUN" or not (is_a(adjective, "measured") and has(measure, "nummod")):
        return
    if measure.head not in (adjective, noun):
        set_in_place_of(noun, measure)
    if measure.is_ancestor(adjective):
        return
    marks = [word for word in measure.subtree if word.dep_ in MARKS and word.i < place]
    measure.head, measure.dep_ = adjective, "obl"
    for mark in marks:
        mark.head = noun
        if mark.dep_ == "case" and noun.dep_ == "obj":
            noun.dep_ = "obl"


def set_measured(noun: Token) -> None:
    """»forderte fünf Milliarden Euro *Soforthilfe*«, »sechs Prozent *mehr Lohn*«: measured, no second object."""
    first = noun.left_edge
    unit = first.nbor(-1) if first.i else first
    same = unit.head == noun.head and unit.dep_ == "obj" and is_a(unit, "unit") and has(unit, "nummod")
    if same and not has(noun, "case") and all(child.lower_ in MORE for child in children(noun, "det")):
        noun.head, noun.dep_ = unit, "nmod"


def set_in_place_of(noun: Token, measure: Token) -> None:
    """The noun hangs where the measure did."""
    if measure.dep_ == "ROOT":
        noun.head, noun.dep_ = noun, "ROOT"
    elif not noun.is_ancestor(measure) and (noun.head != measure.head or measure.dep_ != "obl"):
        noun.head, noun.dep_ = measure.head, measure.dep_
