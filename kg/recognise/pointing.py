"""Clauses that point back: »forderte, *darauf* zu verzichten«, »kündigte an, *das* zu verhindern«."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.grammar import has_zu
from kg.analyse.settled import hanging, has
from kg.analyse.words import is_a
from kg.recognise.targets import words_in

PLACES = frozenset({"obj", "iobj", "nsubj", "nsubj:pass", "obl", "obl:arg", "advmod"})
CLAUSES = ("ccomp", "xcomp", "csubj", "advcl", "acl", "acl:relcl")


def demonstratives(verb: Token) -> Iterator[Token]:
    """»*das* zu verhindern«, »*darauf* zu verzichten«; not »*dafür* zu sorgen, dass …«, which says itself what."""
    if verb.pos_ != "VERB" or verb.dep_ == "acl:relcl" or has(verb, *CLAUSES):
        return
    demonstrative = closed(verb).demonstrative
    words = (child for child in hanging(verb) if child.lower_ in demonstrative and child.dep_ in PLACES)
    yield from (word for word in words if not has(word, *CLAUSES))


def said_in(phrase: str, pointing: Token | None, targets: tuple[Token, ...]) -> int:
    """How many words say what it is about: in a clause not »zu« and the article, nor who shall do it."""
    verb = targets[-1] if targets else None
    if pointing is None or verb is None or pointing.head != verb or verb.pos_ != "VERB":
        return words_in(phrase)
    if pointing.pos_ == "NOUN" and not (is_a(pointing, "summing") and has_zu(verb)):
        return words_in(phrase)
    own = phrase.rpartition(": ")[2].split()
    return sum(word.lower() not in closed(verb).definite and word not in closed(verb).infinitive for word in own)
