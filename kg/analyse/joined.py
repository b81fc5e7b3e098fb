"""What »und« joins a verb to: the clause right before it, or the one that reports that clause."""

from itertools import takewhile

from spacy.tokens import Token

from kg.analyse.grammar import VERBAL, finite_verb
from kg.analyse.morphology import feature
from kg.analyse.settled import has

BELOW = ("conj", "ccomp", "csubj", "parataxis", "ROOT")  # what a clause of reported words hangs by, and what is above
NOT_FINITE = ("", "")


def joined_to(verb: Token) -> Token:
    """»X teilte mit, dass Y gelte, und *warnte* vor Z«: »und« joins the nearest verb above of the same tense and mood.

    Only where the verb comes right behind it, as it does in a main clause.
    """
    above, own = verb.head, tense_and_mood(verb)
    behind_and = has(verb, "cc") and verb.left_edge.i + 1 == verb.i
    if own == NOT_FINITE or verb.pos_ not in VERBAL or not behind_and:
        return above
    places = takewhile(lambda word: word.dep_ in BELOW, (above, *above.ancestors))
    return next((word for word in places if tense_and_mood(word) == own), above)


def tense_and_mood(word: Token) -> tuple[str, str]:
    """Those of the finite verb of a clause, as the tagger has them."""
    verb = finite_verb(word)
    return NOT_FINITE if verb is None else (feature(verb, "Tense"), feature(verb, "Mood"))
