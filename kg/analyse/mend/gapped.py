"""»Frankreich fordert Zölle, *Deutschland eine Quote*«: a second clause that leaves its verb to the first one."""

from spacy.tokens import Token

from kg.analyse.grammar import NOUNS, case_of, is_accusative
from kg.analyse.mend.commas import comma_before
from kg.analyse.settled import children, has
from kg.analyse.words import is_actor

ASTRAY = ("conj", "appos", "nmod", "flat:name", "parataxis")
ORPHAN = "orphan"  # as Universal Dependencies name what such a clause has left


def set_gapped(verb: Token) -> None:
    """Hangs who holds the second on the verb, and what it is about on that noun."""
    if verb.n_rights < 2:
        return
    things = [noun for noun in children(verb, "obj") if noun.i > verb.i and noun.pos_ in NOUNS]
    if len(things) < 2 or not has(verb, "nsubj"):
        return
    noun = holder_before(things[-1])
    if noun is None or noun.i < things[0].i or case_of(things[-1]):
        return
    noun.head, noun.dep_ = verb, ORPHAN
    things[-1].head, things[-1].dep_ = noun, ORPHAN


def holder_before(thing: Token) -> Token | None:
    """The one who can act between the comma and the second object, whom the parse adds to the first one."""
    first = thing.left_edge
    comma = comma_before(first)
    if comma is None:
        return None
    heads = [word for word in thing.doc[comma.i + 1 : first.i] if word.head.i <= comma.i]
    noun = heads[0] if len(heads) == 1 else None
    if noun is None or noun.dep_ not in ASTRAY or case_of(noun) or is_accusative(noun):
        return None
    return noun if noun.pos_ == "PROPN" or (noun.pos_ == "NOUN" and is_actor(noun)) else None
