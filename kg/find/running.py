"""Konjunktiv that runs on: sentences that nobody introduces, and that are still somebody's words."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from kg.analyse.grammar import auxiliaries
from kg.find.introduction import Found, Indices, Introduction


def running_quotes(doc: Doc, found: Sequence[Found]) -> Iterator[Found]:
    """Sentences in the Konjunktiv without a verb of saying, neighbours joined, each run with the speaker before it."""
    taken = frozenset(i for quote in found for i in quote.content)
    run: list[Span] = []
    for sentence in (*doc.sents, None):
        if sentence is not None and is_reported(sentence, taken) and (not run or adjoins(run[-1], sentence)):
            run.append(sentence)
            continue
        if run:
            yield as_quote(doc, run, found)
        run = [sentence] if sentence is not None and is_reported(sentence, taken) else []


def is_reported(sentence: Span, taken: Indices) -> bool:
    words = [token for token in sentence if not (token.is_space or token.is_punct)]
    free = [token for token in words if token.i not in taken]
    return bool(words) and len(free) > 0.7 * len(words) and in_konjunktiv(sentence.root)


def in_konjunktiv(verb: Token) -> bool:
    finite = [token for token in (verb, *auxiliaries(verb)) if token.morph.get("VerbForm") == ["Fin"]]
    return any(token.morph.get("Mood") == ["Sub"] for token in finite)


def adjoins(sentence: Span, following: Span) -> bool:
    return sentence.end == following.start and "\n\n" not in sentence.text_with_ws[-3:] and "\n\n" not in following.text[:2]


def as_quote(doc: Doc, run: Sequence[Span], found: Sequence[Found]) -> Found:
    content = frozenset(token.i for sentence in run for token in sentence if not token.is_space)
    first = min(content)
    earlier = [quote for quote in found if min(quote.content) < first and quote.by.speaker]
    if not earlier:
        return Found(content, "FreeIndirect")
    nearest = max(earlier, key=lambda quote: max(max(quote.content), max(quote.by.frame, default=0)))
    return Found(content, "IndirectFreeIndirect", Introduction(speaker=nearest.by.speaker))
