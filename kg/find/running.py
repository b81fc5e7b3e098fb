"""Konjunktiv that runs on: sentences that nobody introduces, and that are still somebody's words."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from kg.analyse.closed import closed
from kg.analyse.grammar import shows_feeling
from kg.analyse.settled import sent_of
from kg.analyse.words import is_actor
from kg.find.introduction import Found, Introduction
from kg.find.konjunktiv import is_hearsay, is_relayed, reports, supposes
from kg.find.phrases import NONE, Indices
from kg.find.speakers import is_person, subject_of
from kg.find.speech import SpeechVerbs

RUNNING = ("IndirectFreeIndirect", "FreeIndirect")


def running_quotes(doc: Doc, found: Sequence[Found], speech: SpeechVerbs) -> Iterator[Found]:
    """Sentences in the Konjunktiv without a verb of saying, neighbours joined, each run with the speaker before it."""
    taken = frozenset(i for quote in found for i in quote.content)
    ends = {end for quote in found for end in (max(quote.content), max(quote.by.frame, default=0))}
    known = list(found)
    run: list[Span] = []
    for sentence in doc.sents:
        follows = bool(run) or any(end in ends for end in range(sentence.start - 40, sentence.start))
        follows = follows or is_told_before(sentence, speech)
        reported = is_reported(sentence, taken, follows)
        if run and not (reported and adjoins(run[-1], sentence)):
            known.append(as_quote(doc, run, known))
            yield known[-1]
            run = []
        if reported:
            run.append(sentence)
    if run:
        yield as_quote(doc, run, known)


def is_told_before(sentence: Span, speech: SpeechVerbs) -> bool:
    """»X forderte ein Verbot. *Die Länder müssten handeln.*«: the sentence before tells of speech without its words."""
    before = sent_of(sentence.doc[sentence.start - 1]) if sentence.start else None
    return before is not None and (speech.says(before.root) or shows_feeling(before.root)) and bool(subject_of(before))


def is_reported(sentence: Span, taken: Indices, follows: bool) -> bool:
    """Konjunktiv I by itself, Konjunktiv II only where others' words go before."""
    root = sentence.root
    if root.i in taken:
        return False
    return reports(root) or is_hearsay(root) or (follows and (supposes(root) or is_relayed(root)))


def adjoins(sentence: Span, following: Span) -> bool:
    return (
        sentence.end == following.start
        and "\n\n" not in sentence.text_with_ws[-3:]
        and "\n\n" not in following.text[:2]
    )


def as_quote(doc: Doc, run: Sequence[Span], found: Sequence[Found]) -> Found:
    content = frozenset(token.i for sentence in run for token in sentence if not token.is_space)
    first = min(content)
    before = sent_of(doc[first - 1]) if first else None
    found = found if reports(run[0].root) else [quote for quote in found if quote.type not in RUNNING]
    speaker = speaker_before(doc, first, found)
    if not speaker and before is not None:
        acting = subject_of(before)
        goes_on = reports(run[0].root) and not can_speak(doc, acting)
        speaker = (goes_on and speaker_further(doc, before, found)) or acting
    return Found(content, "IndirectFreeIndirect" if speaker else "FreeIndirect", Introduction(speaker=speaker))


def speaker_before(doc: Doc, first: int, found: Sequence[Found]) -> Indices:
    """The speaker of the words that end in the sentence before; of several, of those that hold the others."""
    start = sent_of(doc[first - 1]).start if first else 0
    ended = [
        quote for quote in found if quote.by.speaker and start <= last_of(quote) < first and min(quote.content) < first
    ]
    return max(ended, key=lambda quote: len(quote.content)).by.speaker if ended else NONE


def speaker_further(doc: Doc, between: Span, found: Sequence[Found]) -> Indices:
    """»X sagte, … *Die Reform war im Mai beschlossen worden.* Sie sei …«: who spoke before a sentence of facts."""
    if "\n\n" in between.text_with_ws[-3:]:
        return NONE
    return speaker_before(doc, between.start, found)


def can_speak(doc: Doc, phrase: Indices) -> bool:
    """Whether a phrase names somebody: a name, a pronoun of a person, a group or a body."""
    nouns = [doc[i] for i in sorted(phrase) if doc[i].head.i not in phrase or doc[i].dep_ == "ROOT"]
    return any(is_person(noun) or is_actor(noun) for noun in nouns if noun.lower_ not in closed(noun).it)


def last_of(quote: Found) -> int:
    return max(max(quote.content), max(quote.by.frame, default=0))
