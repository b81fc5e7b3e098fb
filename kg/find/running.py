"""Konjunktiv that runs on: sentences that nobody introduces, and that are still somebody's words."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from kg.analyse.settled import sent_of
from kg.analyse.words import is_a
from kg.find.introduction import Found, Introduction
from kg.find.konjunktiv import is_hearsay, is_relayed, reports, supposes
from kg.find.phrases import NONE, Indices
from kg.find.speakers import subject_of
from kg.find.speech import SpeechVerbs


def running_quotes(doc: Doc, found: Sequence[Found], speech: SpeechVerbs) -> Iterator[Found]:
    """Sentences in the Konjunktiv without a verb of saying, neighbours joined, each run with the speaker before it."""
    taken = frozenset(i for quote in found for i in quote.content)
    ends = {end for quote in found for end in (max(quote.content), max(quote.by.frame, default=0))}
    run: list[Span] = []
    for sentence in doc.sents:
        follows = bool(run) or any(end in ends for end in range(sentence.start - 40, sentence.start))
        follows = follows or is_told_before(sentence, speech)
        reported = is_reported(sentence, taken, follows)
        if run and not (reported and adjoins(run[-1], sentence)):
            yield as_quote(doc, run, found)
            run = []
        if reported:
            run.append(sentence)
    if run:
        yield as_quote(doc, run, found)


def is_told_before(sentence: Span, speech: SpeechVerbs) -> bool:
    """»X forderte ein Verbot. *Die Länder müssten handeln.*«: the sentence before tells of speech without its words."""
    before = sent_of(sentence.doc[sentence.start - 1]) if sentence.start else None
    told = before is not None and (speech.says(before.root) or is_a(before.root, "showing"))
    return told and before is not None and bool(subject_of(before))


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
    speaker = speaker_before(doc, first, found) or (subject_of(before) if before is not None else NONE)
    return Found(content, "IndirectFreeIndirect" if speaker else "FreeIndirect", Introduction(speaker=speaker))


def speaker_before(doc: Doc, first: int, found: Sequence[Found]) -> Indices:
    """The speaker of the words that end in the sentence before; of several, of those that hold the others."""
    start = sent_of(doc[first - 1]).start if first else 0
    ended = [
        quote for quote in found if quote.by.speaker and start <= last_of(quote) < first and min(quote.content) < first
    ]
    return max(ended, key=lambda quote: len(quote.content)).by.speaker if ended else NONE


def last_of(quote: Found) -> int:
    return max(max(quote.content), max(quote.by.frame, default=0))
