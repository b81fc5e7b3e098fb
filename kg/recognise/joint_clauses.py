"""Clauses joined to the one that a position is about, and that are a position by themselves."""

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.grammar import VERBAL, auxiliaries, corrects, finite_verb, has_zu
from kg.analyse.settled import children, has
from kg.find.konjunktiv import FIRST

COMPLEMENTS = ("obj", "iobj", "obl", "obl:arg")


def said_apart(clause: Token) -> list[Token]:
    """»…, dass A endet und *dass B beginnt*«, »…, A zu öffnen und *B zu senken*«, »werde A öffnen und *B senken*«."""
    joint = [other for other in children(clause, "conj") if not corrects(other)]
    return [other for other in joint if has_own_that(other) or (is_own(other) and goes_on(other, clause))]


def has_own_that(clause: Token) -> bool:
    return any(mark.lower_ in closed(mark).that for mark in children(clause, "mark"))


def is_own(other: Token) -> bool:
    """»und *B zu senken*«; »zu prüfen und *zu ändern*« is one deed."""
    return other.pos_ in VERBAL and other.lang_ != "en" and has(other, *COMPLEMENTS)


def goes_on(other: Token, clause: Token) -> bool:
    """Both with »zu«, or both below one modal verb of reported words."""
    if clause.pos_ not in VERBAL or not has(clause, *COMPLEMENTS):
        return False
    if has_zu(clause):
        return has_zu(other)
    return finite_verb(other) is None and any(aux.lower_ in FIRST for aux in auxiliaries(clause))
