"""Words that mean something else beside some nouns: »verteidigte das *Trikot*«, »nahm den *Namen* an«; no position.

What the words and the nouns are is in `ontologies/words/senses.ttl`.
"""

from spacy.tokens import Token

from kg.analyse.words import is_a, is_actor
from kg.recognise.candidate import Candidate

OBJECTS = ("obj", "nsubj")


def is_other_sense(candidate: Candidate) -> bool:
    """»nahm den Namen an«, »fördert Öl«, »begrüßte die Gäste«: what is done with such a thing."""
    token = candidate.token
    if token.pos_ not in ("VERB", "ADJ") or token.lang_ == "en" or candidate.frame.target_slot not in OBJECTS:
        return False
    senses = (is_of_game, is_of_thing, is_entitled)
    return any(of(token, noun) for noun in candidate.frame.targets[:1] for of in senses)


def is_entitled(word: Token, noun: Token) -> bool:
    """»die *Regierung* sei berechtigt, … zu …«: what it may do, and no judgement of it; »die Kritik sei berechtigt«."""
    return is_a(word, "entitled") and is_actor(noun)


def is_of_game(verb: Token, noun: Token) -> bool:
    """»verteidigte das *Trikot*«, »wehrte den *Ball* ab«"""
    given = is_a(verb, "winning") and is_a(noun, "trophy")
    return given or (is_a(verb, "warding-off") and is_a(noun, "attempt"))


def is_of_thing(verb: Token, noun: Token) -> bool:
    """»nahm den *Namen* an«, »stürzte 20 *Meter* tief«, »begrüßte *Merkel*«"""
    return (
        (is_a(verb, "taking-on") and is_a(noun, "identity"))
        or (is_a(verb, "welcoming") and (is_a(noun, "guest") or is_person(noun)))
        or (is_a(verb, "extracting") and is_a(noun, "resource"))
        or (is_a(verb, "displaying") and is_a(noun, "displayed"))
        or (is_a(verb, "yielding") and is_a(noun, "yielded"))
        or (is_a(verb, "admitting") and is_a(noun, "admitted"))
        or (is_a(verb, "falling") and is_a(noun, "distance"))
    )


def is_person(noun: Token) -> bool:
    """»begrüßte *Merkel*«, »den *Präsidenten*«; not »*das* begrüßte Merkel«, whose lemma ends as those of agents do"""
    if noun.pos_ == "PROPN":
        return noun.ent_type_ == "PER"
    return noun.pos_ == "NOUN" and is_a(noun, "agent") and not is_a(noun, "abstract")


def is_amount(candidate: Candidate) -> bool:
    """»mit bis zu 130 *Stundenkilometern*«: no amount holds anything; »20 Prozent der Briten« do."""
    noun = candidate.holder_noun
    return noun is not None and is_a(noun, "distance")
