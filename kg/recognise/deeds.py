"""A noun for what a verb before it told: »hat das Camp geräumt. Holl kritisierte *die Räumung*«."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.analyse.grammar import VERBAL, preceding
from kg.analyse.settled import children
from kg.recognise.shorten import LONGEST
from kg.recognise.targets import noun_text, words_in

BACK = 3  # sentences
DONE_TO = ("obj", "nsubj:pass")


def same_deed(noun: Token) -> Iterator[str]:
    """»Räumung: Camp der Aktivisten«: the noun, with what the nearest verb of its stem was done to."""
    if noun.pos_ != "NOUN" or noun.lang_ == "en":
        return
    for sent in preceding(noun, BACK):
        for verb in reversed(sent):
            if verb.i < noun.i and verb.pos_ in VERBAL and is_deed_of(noun, verb):
                things = (child for child in children(verb, *DONE_TO) if child.pos_ == "NOUN")
                phrases = (noun_text(thing, verb) for thing in things)
                yield from (phrase for phrase in phrases if phrase and words_in(phrase) < LONGEST)


def is_deed_of(noun: Token, verb: Token) -> bool:
    """»Räumung« of »räumen«, »Test« of »testen«, »Entwicklung« of »entwickeln«."""
    stem = verb.lemma_.lower().removesuffix("n").removesuffix("e")
    deed = noun.lemma_.lower()
    return len(stem) > 2 and deed in (stem, f"{stem}ung", f"{stem[:-2]}{stem[-1]}ung")
