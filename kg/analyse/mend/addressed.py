"""»*Der Nachrichtenagentur AFP* sagte Merk, …«: to whom it is said, before the verb, is taken for who says it."""

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.grammar import NOUNS, case_of
from kg.analyse.settled import children
from kg.analyse.words import is_a, is_actor

PERSONS = {"er", "sie"}


def set_told(verb: Token) -> None:
    """Makes the phrase before the verb its dative, and whoever stands right behind it its subject."""
    if not is_a(verb, "telling"):
        return
    told = next((noun for noun in children(verb, "nsubj") if is_told(noun, verb)), None)
    teller = next((noun for noun in children(verb, "nsubj", "obj") if is_teller(noun, verb)), None)
    if told is not None and teller is not None:
        told.dep_, teller.dep_ = "obl:arg", "nsubj"


def is_told(noun: Token, verb: Token) -> bool:
    """»*dem* Sender«, »*der* Zeitung«, which is feminine: no subject has that article."""
    if noun.i > verb.i or noun.pos_ not in NOUNS:
        return False
    article = next((child.lower_ for child in children(noun, "det") if child.i < noun.i), "")
    return article == "dem" or (article == "der" and is_a(noun, "press"))


def is_teller(noun: Token, verb: Token) -> bool:
    """Whoever can speak, behind the verb and without a preposition."""
    if noun.left_edge.i != verb.i + 1 or case_of(noun) or noun.left_edge.lower_ in closed(noun).oblique:
        return False
    return noun.pos_ == "PROPN" or noun.lower_ in PERSONS or is_actor(noun) or bool(noun.ent_type_)
