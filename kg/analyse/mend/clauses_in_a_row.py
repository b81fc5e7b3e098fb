"""Main clauses in a row: »Norwegen fordert den Bau einer Brücke, *Parteichef Lund lehnte ab*« are two.

The parser takes what stands behind the comma for one more noun of the first clause, and leaves the second verb without
a subject; or it takes the second clause for what »dafür« points to.
"""

from spacy.tokens import Token

from kg.analyse.grammar import NOUNS, case_of, finite_verb, has, is_accusative, is_plural
from kg.analyse.mend.verbs_joined import has_plural_form, is_indicative, is_main
from kg.analyse.relative import is_relative

ADDED = ("parataxis", "conj", "ccomp", "advcl")
ASTRAY = ("conj", "appos", "nmod", "flat:name", "obj", "obl")
SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")
POINTING = {"dafür", "dagegen"}


def set_clause(clause: Token) -> None:
    """Gives the second clause its subject, and its place beside the first one."""
    if clause.dep_ not in ADDED or has(clause, "mark"):
        return
    if clause.dep_ == "ccomp" and points_at(clause) and is_main(clause):
        clause.dep_ = "parataxis"
    elif not has(clause, *SUBJECTS) and (noun := lost_subject(clause)) is not None:
        noun.head, noun.dep_ = clause, "nsubj"
        clause.dep_ = "parataxis"


def points_at(clause: Token) -> bool:
    """»stimmten *dafür*, die Ukraine war dagegen«: without »dass« it is no clause that »dafür« points to."""
    return any(word.lower_ in POINTING and word.i < clause.i for word in clause.head.children)


def lost_subject(clause: Token) -> Token | None:
    """What stands alone between the comma and the finite verb, and hangs on a word before the comma."""
    finite = finite_verb(clause)
    if finite is None or not is_indicative(finite) or finite.i - 2 <= finite.sent.start:
        return None
    comma = next((word for word in reversed(finite.doc[finite.sent.start : finite.i]) if word.text == ","), None)
    if comma is None:
        return None
    phrase = finite.doc[comma.i + 1 : finite.i]
    heads = [word for word in phrase if word.head.i < comma.i and word.dep_ in ASTRAY]
    noun = heads[0] if len(heads) == 1 else None
    if noun is None or noun.pos_ not in NOUNS or case_of(noun) or noun.left_edge.i < comma.i:
        return None
    fits = noun.right_edge.i == finite.i - 1 and not is_accusative(noun) and is_plural(noun) == has_plural_form(finite)
    return noun if fits and not is_verb_last(phrase[0], finite) else None


def is_verb_last(first: Token, finite: Token) -> bool:
    """»…, *die* Ärzte fordern«: a relative clause looks the same where its verb is the last word."""
    return is_relative(first) or (first.pos_ == "DET" and (finite.i + 1 >= len(finite.doc) or finite.nbor().is_punct))
