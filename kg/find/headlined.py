"""Words that a headline gives to whom it names before a colon: »Merz: Steuersenkung falsch«."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from kg.analyse.headlines import headlines, is_left_out, parted
from kg.analyse.settled import children, has
from kg.analyse.words import is_actor
from kg.find.introduction import Found, Introduction
from kg.find.phrases import phrase

NAMING = frozenset({"NOUN", "PROPN", "ADJ", "DET"})
MOST = 5  # words that name a speaker


def headlined_quotes(doc: Doc, found: Sequence[Found]) -> Iterator[Found]:
    """What stands behind the colon, unless it has been found already, or tells what happens in a place."""
    taken = frozenset(i for quote in found for i in quote.content)
    for line in headlines(doc):
        named, words = parted(line)
        speaker = speaking(named) if named and named[-1].nbor().text == ":" else None
        if speaker is None or len(words) < 2 or any(word.i in taken for word in words):
            continue
        content = frozenset(word.i for word in words)
        if not is_where(speaker, words):
            frame = frozenset(word.i for word in named)
            yield Found(content, "Indirect", Introduction(phrase(speaker) & frame, frame=frame))


def speaking(named: Sequence[Token]) -> Token | None:
    """»*Außenministerin* Kern«, »*Moskau*«: who is named alone."""
    noun = next((word for word in named if word.pos_ in ("NOUN", "PROPN")), None)
    if noun is None or len(named) > MOST or any(word.pos_ not in NAMING for word in named):
        return None
    return noun if noun.ent_type_ or is_actor(noun) or has(noun, "flat:name", "appos") else None


def is_where(speaker: Token, words: Sequence[Token]) -> bool:
    """»Georgien: Rücktritte nach Skandal«: where something happens; »Moskau: Nein zu …« is what a state says."""
    if speaker.ent_type_ != "LOC":
        return False
    nouns = (noun for word in words for noun in children(word, "nsubj", "nsubj:pass"))
    said = any(is_left_out(word) or has(word, "cop") for word in words)
    return not said or any(noun.i != speaker.i and is_actor(noun) for noun in nouns)
