"""The gender that the forms of a noun phrase leave open."""

from spacy.tokens import Token

from kg.analyse.grammar import is_plural
from kg.analyse.morphology import feature
from kg.analyse.settled import children, has

GENDERS = {
    **{form: {"Masc", "Neut"} for form in ("des", "dem", "einem", "eines", "ein", "zum", "vom", "beim", "im", "am")},
    **{form: {"Fem"} for form in ("die", "eine", "einer", "zur")},
    **{form: {"Masc"} for form in ("den", "einen")},
    "das": {"Neut"},
}
EVERY = {"Masc", "Fem", "Neut", "Plur"}


def genders(noun: Token) -> set[str]:
    """What a noun may be, by its article and its preposition, else by the tagger; of a name nothing is known."""
    if is_plural(noun) or has(noun, "conj"):
        return {"Plur"}
    marks = [child.lower_ for child in children(noun, "det", "case")]
    if found := next((GENDERS[mark] for mark in marks if mark in GENDERS), None):
        return found
    if noun.pos_ == "PROPN":
        return {"Neut"} if noun.ent_type_ == "LOC" and not has(noun, "det") else EVERY
    return set(filter(None, feature(noun, "Gender").split(","))) or EVERY
