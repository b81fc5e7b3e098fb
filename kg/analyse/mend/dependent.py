"""Phrases on the wrong side: »macht seine Zustimmung *von B* abhängig« is the verb's, »seine Forderung *nach B*« no."""

from spacy.tokens import Token

from kg.analyse.grammar import NOUNS, case_of
from kg.analyse.settled import sent_of
from kg.analyse.words import is_a

BELOW = ("nmod", "obl", "obl:arg")


def set_dependent(adjective: Token) -> None:
    """Takes the phrase right before »abhängig« for no part of the noun that depends on it, nor of the adjective."""
    verb = adjective.head
    if verb.lemma_ != "machen" or adjective.i == sent_of(adjective).start:
        return
    noun = adjective.nbor(-1)
    while noun.dep_ != "ROOT" and noun.head.pos_ in NOUNS and case_of(noun) != "von" and noun.head.i < adjective.i:
        noun = noun.head
    if noun.pos_ in NOUNS and noun.dep_ in BELOW and case_of(noun) == "von" and verb.is_ancestor(noun):
        noun.head, noun.dep_ = verb, "obl"


def set_called_for(preposition: Token) -> None:
    """»rückte von seiner *Forderung nach einem Tempolimit* ab«: what is called for belongs to the call."""
    call, noun = preposition.nbor(-1), preposition.head
    if is_a(call, "call") and noun.i > preposition.i and noun.dep_ in ("obl", "obl:arg") and call.head == noun.head:
        noun.head, noun.dep_ = call, "nmod"
