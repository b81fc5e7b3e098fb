"""Clauses with the verb second: »sagte am Montag, *die Regierung müsse* die Steuern senken« tells nothing of Monday.

The parser takes »die« for a relative pronoun, or hangs the subject on a noun before the comma. But a relative clause
ends with its finite verb; here it stands behind the first noun, before the word that closes the clause.
"""

from spacy.tokens import Token

from kg.analyse.grammar import NOUNS, VERBAL, auxiliaries, case_of, is_accusative
from kg.analyse.mend.commas import comma_before
from kg.analyse.morphology import feature
from kg.analyse.settled import children, has, sent_of
from kg.analyse.words import is_a

SUBJECTS = ("nsubj", "nsubj:pass")
ATTRIBUTES = ("ADJ", "NUM")
LEADING = ("DET", "PRON")


def set_said(finite: Token) -> None:
    """Gives the clause of such a verb its subject, and its place below the verb or the noun that reports it."""
    clause = finite.head
    if clause.i < finite.i or has(clause, "mark") or is_last(finite, clause):
        return
    comma = comma_before(finite)
    main = next((word for word in clause.ancestors if word.pos_ in VERBAL), None)
    if comma is None or main is None or main.i > comma.i:
        return
    if (noun := first_noun(comma, finite)) is not None:
        set_subject(noun, clause, comma)
    elif not is_bare(comma.nbor(), finite):
        return
    give_back(clause, main, comma)
    set_place(clause, main, comma.nbor(-1))


def second_verb(clause: Token) -> Token | None:
    """»die Regierung *müsse* sparen«: the finite verb of a clause that another word closes; None where it is last."""
    finite = next((verb for verb in auxiliaries(clause) if verb.i < clause.i), None)
    return None if finite is None or is_last(finite, clause) else finite


def is_last(finite: Token, clause: Token) -> bool:
    """»…, die krank *sei*, …«, »…, die den Streit *hätte verhindern können*«: as a relative clause ends."""
    if clause.i + 1 < sent_of(clause).end and feature(clause, "VerbForm") == "Inf" and clause.nbor().pos_ == "AUX":
        return True
    return finite.nbor().is_punct


def first_noun(comma: Token, finite: Token) -> Token | None:
    """»*die Häfen* müssten«, »*ein neues Gesetz* der Stadt sei«: nothing but one noun phrase up to the verb."""
    phrase = list(finite.doc[comma.i + 1 : finite.i])
    if not phrase or phrase[0].pos_ not in LEADING or any(word.is_punct or word.pos_ in VERBAL for word in phrase):
        return None
    noun = next((word for word in phrase[1:] if word.pos_ not in ATTRIBUTES), None)
    fits = noun is not None and noun.pos_ in NOUNS and not case_of(noun) and not is_accusative(noun)
    return noun if fits else None


def is_bare(first: Token, finite: Token) -> bool:
    """»*Norwegen* muss«, »*Ministerin Kern* habe«: a subject without an article."""
    subject = next(children(finite.head, *SUBJECTS), first)
    whole = subject.left_edge.i == first.i and subject.right_edge.i + 1 == finite.i
    return whole and subject.pos_ in NOUNS and first.pos_ not in LEADING


def set_subject(noun: Token, clause: Token, comma: Token) -> None:
    """The noun behind the comma is the subject, where none stands behind the verb; its article is no pronoun."""
    article = noun.doc[comma.i + 1]
    others = [word for word in children(clause, *SUBJECTS) if word.i > comma.i and word not in (article, noun)]
    article.head, article.dep_, article.pos_ = noun, "det", "DET"
    if noun.head != clause or noun.dep_ not in SUBJECTS:
        subject = "nsubj:pass" if has(clause, "aux:pass") else "nsubj"
        noun.head, noun.dep_ = clause, "obj" if others else subject


def give_back(clause: Token, main: Token, comma: Token) -> None:
    """What stands before the comma belongs to the verb there: »sagte *Parteichef Lund*, die Häfen müssten …«."""
    for word in [child for child in clause.children if child.i < comma.i and child.right_edge.i <= comma.i]:
        if word.dep_ in SUBJECTS:
            word.head, word.dep_ = main, "obj" if has(main, *SUBJECTS) else "nsubj"
        elif not word.is_punct:
            word.head = main


def set_place(clause: Token, main: Token, before: Token) -> None:
    """»gegen die *Behauptung*, die Häfen müssten …«: what a noun sums up hangs on it, all else on the verb."""
    if is_a(before, "summing"):
        clause.head, clause.dep_ = before, "ccomp"
    elif clause.dep_ == "acl:relcl":
        clause.head, clause.dep_ = main, "parataxis" if has(main, "obj") else "ccomp"
    elif clause.dep_ == "xcomp":
        clause.dep_ = "ccomp"
