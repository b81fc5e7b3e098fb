"""Whose words a stretch of text is: every quotation of an article, with speaker, cue and addressee."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc

from kg.find.clauses import clause_quotes
from kg.find.direct import direct_quotes, nested_quotes
from kg.find.headlined import headlined_quotes
from kg.find.introduction import Found
from kg.find.phrases import trimmed
from kg.find.quotation import Quote, QuoteType, Span, owners
from kg.find.quotemarks import quoted
from kg.find.running import running_quotes
from kg.find.speech import SpeechVerbs
from kg.find.told import told_speech

__all__ = ["Quote", "QuoteType", "Span", "owners", "quotes"]


def quotes(doc: Doc, speech: SpeechVerbs) -> list[Quote]:
    """The quotations of a text, in the order in which their content begins, outer ones before inner ones.

    `doc` needs `pos_`, `dep_`, `morph`, `lemma_` after Universal Dependencies; content in quotation marks is found
    without a good parse too. Spans count characters of `doc.text`.
    """
    stretches = quoted(doc.text)
    clauses = list(distinct(clause_quotes(doc, speech)))
    direct = list(direct_quotes(doc, stretches, clauses, speech))
    clauses = [before_colon(doc, clause, direct) for clause in clauses if not is_marked(doc, clause, direct)]
    found = [*direct, *clauses]
    running = list(running_quotes(doc, found, speech))
    told = list(told_speech(doc, [*found, *running], speech))
    found += [*running, *told, *nested_quotes(doc, stretches, [*running, *told], found)]
    found += headlined_quotes(doc, found)
    found = [apart(doc, quote, direct) for quote in found]
    found.sort(key=lambda quote: (min(quote.content), -len(quote.content)))
    return [quote.quote(doc) for quote in found]


def apart(doc: Doc, quote: Found, direct: Iterable[Found]) -> Found:
    """A frame does not hold other words that it introduces too: »„…“, sagte X, „…“«."""
    others = (other.content for other in direct if other.by.cue == quote.by.cue and other.content != quote.content)
    frame = quote.by.frame.difference(*others)
    return replace(quote, by=replace(quote.by, frame=trimmed(doc, frame)))


def before_colon(doc: Doc, clause: Found, direct: Iterable[Found]) -> Found:
    """»X hofft, dass es gelingt: „…“«: the words after the colon are a quotation of their own."""
    starts = [min(quote.content) for quote in direct if quote.content <= clause.content]
    colons = [at - 1 for at in starts if at and doc[at - 1].text == ":"]
    if not colons or min(colons) <= min(clause.content):
        return clause
    return replace(clause, content=trimmed(doc, frozenset(i for i in clause.content if i < min(colons))))


def distinct(found: Iterable[Found]) -> Iterator[Found]:
    """Of several introductions of the same words, the first."""
    kept: dict[int, list[Found]] = defaultdict(list)  # by the tokens of their content
    for quote in found:
        near = {id(other): other for token in quote.content for other in kept[token]}
        if not any(same(quote, other) for other in near.values()):
            for token in quote.content:
                kept[token].append(quote)
            yield quote


def same(quote: Found, other: Found) -> bool:
    """Whether two quotations have the same words; not if one holds the words that introduce the other."""
    if nests(quote, other) or nests(other, quote):
        return False
    return 2 * len(quote.content & other.content) > 1.6 * max(len(quote.content), len(other.content))


def nests(outer: Found, inner: Found) -> bool:
    return bool(inner.by.cue) and inner.by.cue <= outer.content


def is_marked(doc: Doc, clause: Found, direct: Iterable[Found]) -> bool:
    """Whether a clause lies in quotation marks altogether, or is what the marks stand around."""
    words = frozenset(i for i in clause.content if not doc[i].is_punct)
    return any(words <= quote.content for quote in direct)
