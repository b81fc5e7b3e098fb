"""Verbs that mean something else beside some nouns: »verteidigte das *Trikot*«, »nahm den *Namen* an«; no position.

What the verbs and the nouns are is in `ontologies/words/senses.ttl`.
"""

from spacy.tokens import Token

from kg.analyse.words import is_a
from kg.recognise.candidate import Candidate

OTHER_SENSES = {
    "winning": "trophy",
    "taking-on": "identity",
    "welcoming": "guest",
    "extracting": "resource",
    "displaying": "displayed",
    "yielding": "yielded",
    "falling": "distance",
    "warding-off": "attempt",
}
OBJECTS = ("obj", "nsubj")


def is_other_sense(candidate: Candidate) -> bool:
    """»nahm den Namen an«, »fördert Öl«, »begrüßte die Gäste«: what is done with such a thing."""
    token = candidate.token
    if token.pos_ != "VERB" or token.lang_ == "en" or candidate.frame.target_slot not in OBJECTS:
        return False
    senses = [noun for verb, noun in OTHER_SENSES.items() if is_a(token, verb)]
    targets = candidate.frame.targets[:1] if senses else ()
    return any(is_a(target, noun) for target in targets for noun in senses) or any(
        is_a(token, "welcoming") and is_person(target) for target in targets
    )


def is_person(noun: Token) -> bool:
    """»begrüßte *Merkel*«, »den *Präsidenten*«"""
    return noun.ent_type_ == "PER" if noun.pos_ == "PROPN" else is_a(noun, "agent")


def is_amount(candidate: Candidate) -> bool:
    """»mit bis zu 130 *Stundenkilometern*«: no amount holds anything; »20 Prozent der Briten« do."""
    noun = candidate.holder_noun
    return noun is not None and is_a(noun, "distance")
