"""»macht seine Zustimmung *von einer Reform* abhängig«: what something depends on belongs to the verb."""

from spacy.tokens import Token

from kg.analyse.grammar import NOUNS, case_of

BELOW = ("nmod", "obl", "obl:arg")


def set_dependent(adjective: Token) -> None:
    """Takes the phrase right before »abhängig« for no part of the noun that depends on it, nor of the adjective."""
    verb = adjective.head
    if verb.lemma_ != "machen" or not adjective.i:
        return
    noun = adjective.nbor(-1)
    while noun.head.pos_ in NOUNS and case_of(noun) != "von" and noun.head.i < adjective.i:
        noun = noun.head
    if noun.pos_ in NOUNS and noun.dep_ in BELOW and case_of(noun) == "von" and verb.is_ancestor(noun):
        noun.head, noun.dep_ = verb, "obl"
