"""Names with a word that is written small: »con energy ag«, »Hussein al Huthi«."""

from spacy.tokens import Span, Token

from kg.analyse.settled import children
from kg.analyse.words import is_a

FLAT = ("flat:name", "flat")
PARTICLES = {"al", "as", "az", "bin", "ibn", "abu", "ben"}  # of persons


def is_first_name(word: Token) -> bool:
    return is_a(word, "mans-name") or is_a(word, "womans-name")


def from_small_letter(entity: Span) -> Span | None:
    """»*con* energy ag«, »al *Huthi*«: the whole name, of which the recogniser saw one word only."""
    head = entity[0].head if entity[0].dep_ in FLAT else entity[0]
    if head.lang_ == "en" or len(entity) > 1 or head.pos_ != "PROPN" or not head.text[:1].islower():
        return None
    parts = [head, *children(head, *FLAT)]
    in_a_row = parts[-1].i - head.i == len(parts) - 1 > 0
    return Span(entity.doc, head.i, parts[-1].i + 1, label=entity.label_) if in_a_row else None


def has_particle(name: Span) -> bool:
    """»Hussein *al* Huthi« and »*al* Huthi« are persons, »Schatt *al* Arab« is none."""
    place = next((at for at, word in enumerate(name) if word.text in PARTICLES), None)
    return place == 0 or (place is not None and is_first_name(name[0]))


def is_behind_particle(name: Span) -> bool:
    """»al *Huthi*« is one of a family, and not the movement with that name."""
    before = name[0].head
    return name[0].dep_ in FLAT and before.i == name.start - 1 and before.text in PARTICLES
