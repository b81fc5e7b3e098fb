"""Who speaks in a report, a letter, a resolution: those whose it is."""

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.grammar import case_of
from kg.analyse.settled import children, has
from kg.analyse.words import is_a, is_actor


def author(noun: Token) -> Token:
    """»der Bericht der OSZE kritisiert …«: what a paper says is said by those whose it is."""
    if not is_a(noun, "document"):
        return noun
    cases = closed(noun).authors | {""}
    owners = (child for child in children(noun, "nmod", "nmod:poss") if case_of(child) in cases)
    return next((owner for owner in owners if can_write(owner)), noun)


def can_write(noun: Token) -> bool:
    """»der Brief der Opposition«, but not »der Brief von Montag«."""
    if noun.lower_.endswith("tag") and case_of(noun) in closed(noun).authors and not has(noun, "det"):
        return False
    named = noun.pos_ == "PROPN" or noun.is_upper or bool(noun.ent_type_)
    return named or is_actor(noun)


def authors(verb: Token) -> list[Token]:
    """»in einem Brief der Opposition wird gefordert, …«"""
    papers = [noun for noun in children(verb, "obl") if case_of(noun) in closed(noun).in_ and is_a(noun, "document")]
    return [owner for noun in papers if (owner := author(noun)) is not noun]
