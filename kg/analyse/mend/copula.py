"""Predicates that the parser takes for something else: »*Notwendig* sei ein Verbot«, »wir sind *gegen den Plan*«."""

from spacy.tokens import Doc, Token

from kg.analyse.grammar import NOUNS, case_of
from kg.analyse.mend.for_or_against import SIDES
from kg.analyse.settled import children, has, sent_of

COMPLEMENT = ("xcomp", "ccomp", "obj", "advmod:pred")


def set_predicates(doc: Doc) -> None:
    """A fronted adjective, and »für« or »gegen« with its noun, become what the sentence says of its subject."""
    for token in doc:
        if token.pos_ == "AUX" and token.dep_ == "cop":
            set_fronted(token)
        elif token.pos_ == "AUX" and token.lemma_ == "sein" and token.dep_ not in ("aux", "aux:pass"):
            set_side(token)


def set_fronted(copula: Token) -> None:
    """»*Notwendig* sei eine Lösung«: the adjective right before the verb, which takes the noun for its subject."""
    adjective = copula.nbor(-1) if copula.i > sent_of(copula).start else copula
    noun = copula.head
    if adjective.pos_ != "ADJ" or noun.pos_ not in NOUNS or noun.i < copula.i or has(adjective, "case", "det"):
        return
    if adjective.head == noun and adjective.dep_ in ("nsubj", "advmod", "amod") and not has_subject(noun, adjective):
        take_place(adjective, noun)
        noun.head, noun.dep_ = adjective, "nsubj"
        move_clause(noun, adjective)
    elif noun.head == adjective and noun.dep_ == "nsubj":
        move_clause(noun, adjective)


def has_subject(noun: Token, adjective: Token) -> bool:
    return any(child != adjective for child in children(noun, "nsubj"))


def move_clause(noun: Token, adjective: Token) -> None:
    """What belongs to the clause and stands between the verb and the noun phrase goes with the predicate."""
    for child in [child for child in noun.children if child.dep_ in ("cop", "advmod", "mark", "aux")]:
        child.head = adjective


def set_side(verb: Token) -> None:
    """»Ich bin *gegen den Verkauf*«: the noun is the predicate."""
    sides = [noun for noun in children(verb, "obl", "obl:arg") if case_of(noun) in SIDES]
    if len(sides) != 1 or not has(verb, "nsubj") or has(verb, *COMPLEMENT):
        return
    noun = sides[0]
    others = [child for child in verb.children if child != noun]
    take_place(noun, verb)
    verb.head, verb.dep_ = noun, "cop"
    for child in others:
        child.head = noun


def take_place(word: Token, above: Token) -> None:
    """The word hangs where the other one did."""
    root = above.dep_ == "ROOT"
    word.head, word.dep_ = word if root else above.head, above.dep_
