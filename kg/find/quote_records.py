"""A quotation as one JSON object, as a line of `kg quotes --jsonl`."""

from collections.abc import Iterable
from typing import Any

from kg.find.quotation import Quote, Span
from kg.model import Document


def quote_record(quote: Quote, document: Document, others: Iterable[Quote] = ()) -> dict[str, Any]:
    """The line of DESIGN "The command line"; spans are [start, end] in characters of `document.text`.

    `via` names the speakers of the quotations among `others` that hold this one, nearest first; `text` is the content,
    its spans joined by »…«.
    """
    around = sorted((other for other in others if holds(other, quote)), key=lambda other: other.length)
    return {
        "id": document.id,
        "document": document.source,
        "content": pairs(quote.content),
        "speaker": pairs(quote.speaker),
        "cue": pairs(quote.cue),
        "addressee": pairs(quote.addressee),
        "frame": pairs(quote.frame),
        "type": quote.type,
        "via": [words(other.speaker, document) for other in around if other.speaker and other.speaker != quote.speaker],
        "text": words(quote.content, document),
    }


def holds(outer: Quote, inner: Quote) -> bool:
    larger = outer.type != "Reported" and outer.length > inner.length
    return larger and all(outer.contains(start, end) for start, end in inner.content)


def pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[start, end] for start, end in spans]


def words(spans: Iterable[Span], document: Document) -> str:
    return " … ".join(document.text[start:end] for start, end in spans)
