"""»der Politiker«, »die 54-Jährige«, »das Land« and nothing more: the person or the state that was just named."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from spacy.tokens import Span, Token

from kg.analyse.grammar import preceding
from kg.analyse.words import is_a
from kg.find.names import Name
from kg.link.nouns import is_bare
from kg.model import Party

BACK = 3  # sentences, the own one included
ACTING = ("nsubj", "nsubj:pass", "obl:agent")
Named = Sequence[tuple[Name, Party]]  # in text order


def person_described(noun: Token, people: Named, is_another: Callable[[Party, Token], bool]) -> Party | None:
    """»Jonas Merk kam an. *Der Politiker* sagte …«: of the sentence before the only one, else its subject."""
    if not (is_a(noun, "described-person") and is_bare(noun)):
        return None
    for sent in list(preceding(noun, BACK))[1:]:
        if found := [(name, party) for name, party in within(sent, people) if not is_another(party, noun)]:
            return the_one(sent, found)
    return None


def state_described(noun: Token, states: Named) -> Party | None:
    """»Ghana legte Berufung ein. *Das Land* verlangt …«"""
    if not (is_a(noun, "described-state") and is_bare(noun)):
        return None
    for sent in list(preceding(noun, BACK))[1:]:
        if found := within(sent, states):
            return the_one(sent, found)
    return None


def the_one(sent: Span, found: Named) -> Party | None:
    """The only party of a sentence, else the one that acts in it."""
    parties = {party.name: party for _, party in found}
    acting = {party.name: party for name, party in found if is_acting(sent, name)}
    chosen = parties if len(parties) == 1 else acting
    return next(iter(chosen.values())) if len(chosen) == 1 else None


def is_acting(sent: Span, name: Name) -> bool:
    return any(token.dep_ in ACTING for token in sent.doc[name.start : name.end])


def within(sent: Span, named: Named) -> Named:
    first, behind = (bisect_left(named, place, key=lambda one: one[0].start) for place in (sent.start, sent.end))
    return named[first:behind]
