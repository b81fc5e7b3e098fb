"""Speech that a sentence tells without its words: »X sprach von einem Erfolg«, »X forderte den Abzug«."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from kg.analyse.closed import closed
from kg.analyse.grammar import is_passive
from kg.analyse.settled import children
from kg.find.introduction import Found, Introduction
from kg.find.phrases import Indices, phrase
from kg.find.speakers import case_of, speakers
from kg.find.speech import SpeechVerbs


def told_speech(doc: Doc, found: Sequence[Found], speech: SpeechVerbs) -> Iterator[Found]:
    """Sentences whose main verb says something, and that hold no words of the speaker as a clause."""
    taken = frozenset(i for quote in found for i in (*quote.content, *quote.by.cue))
    for sentence in doc.sents:
        verb = sentence.root
        if verb.i in taken or is_passive(verb) or not (speech.says(verb) and has_topic(verb, speech)):
            continue
        speaker = next(speakers(verb), None)
        if speaker is not None and speaker.lower_ not in closed(verb).nobody | closed(verb).we | closed(verb).it:
            content: Indices = frozenset(token.i for token in sentence if not token.is_space)
            yield Found(content, "Reported", Introduction(speaker=phrase(speaker)))


def has_topic(verb: Token, speech: SpeechVerbs) -> bool:
    """Whether the sentence says what the speech was about: the object of a demand, a reproach; else »von«, »als« …"""
    about = any(case_of(noun) in closed(verb).topics for noun in children(verb, "obl", "xcomp", "obl:arg"))
    if verb.lemma_ in speech.stances:
        return about or any(children(verb, "obj"))
    return about and verb.lemma_ in speech.saying
