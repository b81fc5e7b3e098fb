"""»Der Bau der Brücke stieß *auf Ablehnung*«: what something meets with, hung on the noun before it."""

from spacy.tokens import Token

from kg.analyse.grammar import NOUNS, case_of
from kg.analyse.settled import children, has, sent_of


def set_met(verb: Token) -> None:
    """Hangs »auf« with its bare noun on the verb »stoßen«, which has no other."""
    if verb.lemma_ != "stoßen" or any(case_of(noun) == "auf" for noun in children(verb, "obl", "obl:arg")):
        return
    behind = verb.doc[verb.i + 1 : sent_of(verb).end]
    nouns = (word for word in behind if word.dep_ == "nmod" and word.pos_ in NOUNS and case_of(word) == "auf")
    met = next((noun for noun in nouns if not has(noun, "det") and verb.is_ancestor(noun)), None)
    if met is not None:
        met.head, met.dep_ = verb, "obl"
