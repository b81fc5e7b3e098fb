"""A sentence in pieces: the words that show the stance, and those in quotation marks."""

from itertools import pairwise

from kg.find.quotemarks import CURLY, GUILLEMETS, HIGH, STRAIGHT, is_apostrophe, quoted
from kg.view.values import Sentence

Span = tuple[int, int]


def cut(sentence: str, cues: list[tuple[str, int]], *, within: bool = False) -> Sentence:
    """`cues` are words with their place in it, and count where they really stand there.

    `within`: quoted words carry the stance, so that a sentence without marks stands amid a longer quotation.
    """
    marked = {"quoted": quotations(sentence, within), "cue": places(sentence, cues)}
    edges = {0, len(sentence), *(edge for spans in marked.values() for span in spans for edge in span)}
    return tuple(
        (sentence[start:end], " ".join(name for name, spans in marked.items() if lies(start, end, spans)))
        for start, end in pairwise(sorted(edges))
    )


def places(sentence: str, cues: list[tuple[str, int]]) -> list[Span]:
    found, done = list[Span](), 0
    for word, at in cues:
        if word and at >= done and sentence.startswith(word, at):
            done = at + len(word)
            found.append((at, done))
    return found


def quotations(sentence: str, within: bool) -> list[Span]:
    """The stretches in quotation marks, the marks too, none inside another."""
    found, done = list[Span](), 0
    for one in quoted(sentence):
        if one.start >= done:
            done = one.end
            found.append((one.start, one.end))
    return found or ([(0, ending(sentence))] if within else [])


def ending(sentence: str) -> int:
    """Where a quotation ends that began in a sentence before: behind its closing mark, if that stands here."""
    closing = [
        at
        for at, mark in enumerate(sentence)
        if mark in GUILLEMETS + CURLY + HIGH + STRAIGHT and not is_apostrophe(sentence, at)
    ]
    return closing[-1] + 1 if closing else len(sentence)


def lies(start: int, end: int, spans: list[Span]) -> bool:
    return any(first <= start and end <= last for first, last in spans)
