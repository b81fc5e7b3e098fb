"""Verbs in a row: »Norwegen begrüßte den Plan, *forderte* Hilfe und kündigte …« has one subject.

The parser takes what stands before the comma for words that the second verb reports (»…, forderte Merk«).
"""

from spacy.tokens import Token

from kg.analyse.grammar import bare_nominals, finite_verb, is_accusative, is_plural
from kg.analyse.mend.copula import take_place
from kg.analyse.morphology import feature
from kg.analyse.settled import children, has, sent_of
from kg.analyse.words import is_a, is_actor

REPORTED = ("ccomp", "parataxis", "advcl")
SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")


def set_joined(verb: Token) -> None:
    """Joins a verb right behind a comma to the clause before it where nothing in its own can be its subject."""
    if verb.i <= sent_of(verb).start or verb.nbor(-1).text != "," or not is_indicative(verb):
        return
    first = clause_before(verb)
    if first is None or not is_main(first) or not agree(first, verb) or not goes_on(verb):
        return
    if first.head == verb:
        take_place(first, verb)
    verb.head, verb.dep_ = first, "conj"
    for noun in bare_nominals(verb):
        if noun.dep_ == "nsubj" and not has(verb, "obj"):
            noun.dep_ = "obj"


def clause_before(verb: Token) -> Token | None:
    """What ends at the comma: a clause that the verb is taken to report, or that it is loosely added to."""
    comma = verb.i - 1
    above = [verb.head] if verb.dep_ == "parataxis" and verb.head.i < comma else []
    below = [
        child for child in children(verb, *REPORTED) if child.i < comma and child.right_edge.i in (comma, comma - 1)
    ]
    return next((clause for clause in (*below, *above) if clause.pos_ == "VERB"), None)


def is_main(clause: Token) -> bool:
    """Whether its finite verb comes second, with its subject beside it, and in the indicative."""
    finite = finite_verb(clause)
    subject = next(children(clause, *SUBJECTS), None)
    if finite is None or subject is None or has(clause, "mark") or not is_indicative(finite):
        return False
    before = finite.nbor(-1) if finite.i > sent_of(finite).start else finite
    return subject.i > finite.i or before == subject or subject.is_ancestor(before)


def is_indicative(verb: Token) -> bool:
    return verb.pos_ in ("VERB", "AUX") and feature(verb, "Mood") == "Ind"


def agree(first: Token, second: Token) -> bool:
    """By their endings: the tagger is often wrong about the number."""
    finite = finite_verb(first) or first
    return has_plural_form(finite) == has_plural_form(second)


def has_plural_form(verb: Token) -> bool:
    return verb.lower_ == "sind" or (verb.lower_.endswith("n") and not verb.lower_.endswith("nn"))


def goes_on(verb: Token) -> bool:
    """Whether the verb has an object or is followed by »und« and a third one, and nobody who could be its subject."""
    nouns = bare_nominals(verb)
    if any(child.pos_ == "PRON" and child.dep_ in SUBJECTS for child in verb.children):
        return False
    if any(could_act(noun, verb) for noun in nouns):
        return False
    third = any(
        child.pos_ == "VERB" and has(child, "cc") and not has(child, "nsubj") for child in children(verb, "conj")
    )
    return third or any(noun.i > verb.i and (noun.dep_ == "obj" or is_accusative(noun)) for noun in nouns)


def could_act(noun: Token, verb: Token) -> bool:
    """»…, forderte *der Minister*«; not »den Minister«, and no noun of another number."""
    if is_accusative(noun) or is_plural(noun) != has_plural_form(verb):
        return False
    return noun.pos_ == "PROPN" or is_actor(noun) or is_a(noun, "document") or noun.i < verb.i
