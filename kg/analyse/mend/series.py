"""Objects in a series: »den Plan, die Reform und den Verkauf der Häfen« is one object, whatever the parse says."""

from spacy.tokens import Token

from kg.analyse.grammar import NOUNS, case_of
from kg.analyse.settled import children, has

LOOSE = ("obl", "obl:arg", "parataxis", "nsubj")  # what the parse takes the further ones for


def set_series(verb: Token) -> None:
    """Joins each further object behind a comma to the first, and what »und« joins to their complements."""
    first = next((noun for noun in children(verb, "obj") if noun.pos_ in NOUNS and has(noun, "det")), None)
    if first is None:
        return
    before = first
    for noun in [noun for noun in children(verb, "obj", *LOOSE) if noun.i > first.i]:
        if not goes_on(noun, before):
            return
        noun.head, noun.dep_ = first, "conj"
        set_last(noun, first)
        before = noun


def goes_on(noun: Token, before: Token) -> bool:
    """»…, *die Reform*«: right behind a comma; what is no object for the parse has to be closed by an »und«."""
    opening = noun.left_edge
    beside = opening.text == "," and before.right_edge.i + 1 == opening.i
    whole = noun.pos_ in NOUNS and has(noun, "det") and not case_of(noun)
    return beside and whole and (noun.dep_ == "obj" or any(has(word, "cc") for word in children(noun, "conj")))


def set_last(noun: Token, first: Token) -> None:
    """»…, das Referendum über die Verfassung *und die Reform*«: without the preposition it ends the series."""
    for word in [word for word in noun.subtree if word.dep_ == "conj" and has(word, "cc") and has(word, "det")]:
        if word.pos_ in NOUNS and not case_of(word) and (word.head.i == noun.i or case_of(word.head)):
            word.head = first
