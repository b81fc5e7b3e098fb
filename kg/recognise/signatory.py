"""Who says »we« in a press release, a joint statement, a speech: who signs it, announces it or declares it.

Guideline, »Decided cases«: "we" in a press release is the signatory.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Span, Token

from kg.analyse.closed import closed
from kg.analyse.grammar import VERBAL, children
from kg.analyse.words import is_a
from kg.link.cast import Cast
from kg.link.nominal import english_attributes
from kg.model import Party

SPEAKERS = ("by", "from")  # who speaks, wherever in the headline
DIRECTLY = ("of", "with")  # who speaks, right behind the word for what is spoken
INNER = ("of", "for")  # within the name of an office
COLLECTIVE = ("state", "organisation")


def signed(speaking: Sequence[Token], cast: Cast) -> Party | None:
    """»Wir, die Außenminister der G7, …«"""
    for pronoun in speaking:
        if pronoun.lower_ in closed(pronoun).we and pronoun.i + 1 < len(cast.doc) and cast.doc[pronoun.i + 1].text == ",":
            for noun in children(pronoun, "appos"):
                if (party := cast.party(noun)) is not None:
                    return party if party.iri else replace(party, name=signature(noun) or party.name)
    return None


def signature(noun: Token) -> str:
    """»die Außenministerinnen und Außenminister der G7«, without its article and what else is joined to it."""
    words = list(takewhile(lambda token: not token.is_punct and token.lower_ not in ("sowie", "as"), behind(noun)))
    name = [token.text for token in takewhile(lambda token: token.pos_ not in VERBAL, words)]
    if noun.lang_ != "en":
        return " ".join(name)
    before = list(english_attributes(noun))
    listed = before and words[-1].i + 1 < len(noun.doc) and words[-1].nbor().text == "," and len(name) > 1
    more = words[-1].nbor(2).pos_ in ("PROPN", "DET") if listed and words[-1].i + 2 < len(noun.doc) else False
    return " ".join([*before, *(name[:1] if more else name)])


def behind(noun: Token) -> Span:
    """The noun and the rest of its sentence."""
    return noun.doc[noun.i : noun.sent.end]


def addressed(title: Cast) -> Party | None:
    """»Rede von Außenminister Merk«: the first actor behind a word for a speech or a statement."""
    place = next((token.i for token in title.doc if is_a(token, "address")), None)
    if place is None:
        return None
    if title.doc.lang_ == "en":
        return named_behind(title, place) or named_before(title, place)
    return first_actor(title, title.doc[place + 1 :])


def first_actor(cast: Cast, tokens: Sequence[Token] | Span) -> Party | None:
    found = (cast.party(token) for token in tokens if token.pos_ in ("NOUN", "PROPN"))
    return next((party for party in found if party is not None), None)
