"""What a noun shows by itself of whom it means: whether it can act, is one, is »the« one that was spoken of."""

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.grammar import is_plural
from kg.analyse.settled import children, has
from kg.analyse.words import is_a, is_actor
from kg.find.names import Name
from kg.link.parties import names_in

AGENT_LIKE = ("er", "or")  # endings of who does something, and of many devices
MODIFIERS = ("amod", "nmod", "appos", "flat:name", "acl", "acl:relcl", "det:poss")  # of a noun that names its own


def can_act(noun: Token) -> bool:
    """Whether a common noun means somebody: »Kritiker«, »Mission«, but not »Sensor«, »Computer«."""
    thing = is_a(noun, "abstract") and not is_a(noun, "acting") and noun.lemma_.endswith(AGENT_LIKE)
    return noun.pos_ == "NOUN" and is_actor(noun) and not thing


def is_abbreviated(noun: Token) -> bool:
    """»die Mission der Vereinten Nationen im Sudan (*UNMIS*)«: what has a short name is mostly an organisation."""
    last = noun.right_edge
    short = last.doc[max(noun.i, last.i - 2) : last.i + 1]
    return noun.lang_ != "en" and len(short) == 3 and (short[0].text, short[2].text) == ("(", ")") and short[1].is_upper


def is_definite(noun: Token) -> bool:
    """»*die* Mission«, by its article."""
    return any(child.lower_ in closed(noun).definite for child in children(noun, "det"))


def is_bare(noun: Token) -> bool:
    """»die Partei«: one, with the definite article and nothing that tells it from others."""
    return is_definite(noun) and not is_plural(noun) and not has(noun, *MODIFIERS)


def is_female(noun: Token) -> bool:
    """»die 54-Jährige«: by the article, since the noun has one form for both."""
    return is_a(noun, "feminine") or any(child.lower_ == "die" for child in children(noun, "det"))


def is_some_of(noun: Token, name: Name) -> bool:
    """»*viele Deutsche*«, »tausend *christliche Ägypter*«: people of a state; »die Russen« are the state."""
    some = closed(noun).some
    if not some or name.kind != "state" or not names_in(name.candidates[0].demonyms, name.text):
        return False
    counted = has(noun, "nummod") or (has(noun, "amod") and not is_definite(noun)) or noun.left_edge.lower_ in some
    return counted or any(child.lower_ in some for child in children(noun, "det", "amod"))
