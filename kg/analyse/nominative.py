"""Which noun phrase of a German clause is its subject, by article and number, where the parse has it otherwise."""

from spacy.tokens import Token

from kg.analyse.grammar import (
    NOUNS,
    case_of,
    finite_verb,
    has_zu,
    is_accusative,
    is_oblique,
    is_passive,
    is_plural,
    number_of,
)
from kg.analyse.morphology import feature
from kg.analyse.relative import is_relative
from kg.analyse.settled import children, has
from kg.analyse.words import is_a, is_actor

BARE = ("obj", "obl:arg", "iobj", "nsubj")
CLAUSES = ("xcomp", "ccomp")
DEEDS = ("ung", "ion", "nahme", "arbeit", "keit", "heit", "gabe", "kehr", "gebot", "vorgehen")
THINGS = ("das", "dies")
BORROWING = ("conj", "xcomp", "amod", "acl", "parataxis")  # clauses that may have no subject of their own


def clearest(verb: Token, found: list[Token]) -> list[Token]:
    """»Die Reform lehnt *der Bundesrat* ab«: of what the parse calls subjects those whose form says so."""
    if verb.lang_ == "en":
        return nearest(verb, found)
    if len(found) > 1:
        marked = [noun for noun in found if is_nominative(noun)]
        return marked or (acting(agreeing(verb, found)) if is_parted(verb, found) else found)
    if found and (is_nominative(found[0]) or found[0].pos_ not in NOUNS or is_relative(found[0])):
        return found
    bare = others(verb)
    marked = [noun for noun in bare if is_nominative(noun)]
    if not marked and found and is_plural_before_singular(found[0], verb):
        marked = [noun for noun in bare if noun.i > verb.i and noun.dep_ == "obj" and is_doing(noun)]
    return marked[:1] or found


def is_plural_before_singular(noun: Token, verb: Token) -> bool:
    """»*Vorwürfe* wies die Regierung zurück«: no subject of a verb in the singular."""
    plural = noun.pos_ == "NOUN" and is_plural(noun) and noun.i < verb.i and not is_actor(noun)
    return plural and number_of(verb) == "Sing" and not is_passive(verb)


def is_doing(noun: Token) -> bool:
    """»die Regierung«, »Norwegen«: one alone that can act."""
    one = not is_plural(noun) and not has(noun, "conj") and not is_object(noun)
    return one and (noun.pos_ == "PROPN" or is_actor(noun))


def nearest(verb: Token, found: list[Token]) -> list[Token]:
    """ "When the talks resumed, *Norway* objected": of two before the verb that a comma parts, the one beside it."""
    before = [noun for noun in found if noun.i < verb.i]
    parted = len(before) > 1 and before[-1].left_edge.i > 0 and before[-1].left_edge.nbor(-1).text == ","
    return before[-1:] if parted else found


def agreeing(verb: Token, found: list[Token]) -> list[Token]:
    return [noun for noun in found if not is_other_number(noun, verb)] or found


def acting(found: list[Token]) -> list[Token]:
    """»Die Entscheidung begrüßte *die Ministerin*«, »*Merk* mag das«: where the forms tell nothing, who can act."""
    somebody = [noun for noun in found if noun.pos_ == "PROPN" or (noun.pos_ == "NOUN" and is_actor(noun))]
    thing = is_deed(found[0]) or found[0].lower_ in THINGS
    return somebody if somebody and (thing or somebody[0] == found[0]) else found


def is_deed(noun: Token) -> bool:
    """»eine Verlängerung«, »die Zusammenarbeit«: what is done, and does nothing; a paper may demand something."""
    return noun.pos_ == "NOUN" and noun.lemma_.endswith(DEEDS) and not (is_actor(noun) or is_a(noun, "document"))


def is_parted(verb: Token, found: list[Token]) -> bool:
    """Whether the finite verb stands between them: on one side of it they may be joint subjects."""
    finite = finite_verb(verb) or verb
    return len({noun.i < finite.i for noun in found}) > 1


def lost_subject(verb: Token) -> list[Token]:
    """»Dem Nachbarn hat *die Regierung* unterstellt, …«: of a clause without a subject what may be one by its form."""
    if verb.lang_ == "en" or verb.dep_ in BORROWING or has_zu(verb) or is_passive(verb) or not number_of(verb):
        return []
    bare = others(verb)
    open_ = [noun for noun in bare if noun.dep_ == "obj" and not is_object(noun) and not is_other_number(noun, verb)]
    return open_[:1] if len(bare) > 1 or has(verb, *CLAUSES) else []


def doer_behind(noun: Token, verb: Token) -> list[Token]:
    """»*Zweifel* äußerte *die Türkei*«: who can act behind the verb, and not the bare noun in front of it."""
    if noun.i > verb.i or has(noun, "det"):
        return []
    behind = (other for other in others(verb) if other.i > noun.i and not is_object(other))
    return [other for other in behind if other.pos_ == "PROPN" or is_actor(other)][:1]


def others(verb: Token) -> list[Token]:
    """The noun phrases of a clause without a preposition, in text order."""
    return [noun for noun in children(verb, *BARE) if noun.pos_ in NOUNS and not case_of(noun)]


def is_object(noun: Token) -> bool:
    return is_accusative(noun) or (is_oblique(noun) and not is_plural(noun))


def is_nominative(noun: Token) -> bool:
    """»der Bundesrat«: no other case of a masculine has that article."""
    masculine = feature(noun, "Gender") == "Masc" and not is_plural(noun)
    articles = (child for child in children(noun, "det") if child.lower_ == "der")
    return masculine and any(feature(article, "Case") == "Nom" for article in articles)


def is_other_number(noun: Token, verb: Token) -> bool:
    """»Die Reform lehnen …«: a singular, and a verb that has more than one as its subject, or the other way round."""
    number, own = number_of(verb), feature(noun, "Number")
    return bool(number and own) and number != ("Plur" if has(noun, "conj") else own)
