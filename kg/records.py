"""Positions and quotations as JSON Lines: the formats of `kg extract --jsonl` and `kg quotes --jsonl`."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kg.find.quotation import Quote, Span
from kg.model import Document, Extraction, Passage, Position


def record(position: Position) -> dict[str, Any]:
    """A position as a JSON object with sorted keys.

    `*_names` are all labels known in any language; what is unknown is `None` or `[]`; offsets count characters of
    `Document.text`; `confidence` is from 0 to 1, and `date` ISO 8601.
    """
    document, side, target = position.evidence.document, position.side, position.target
    return {
        "condition": position.condition and passage(position.condition),
        "confidence": round(position.confidence, 4),
        "date": position.date and position.date.isoformat(),
        "document": document.source or document.url,
        "evidence": passage(position.evidence),
        "factuality": position.factuality,
        "holder": position.holder.name,
        "holder_iri": position.holder.iri,
        "holder_names": list(position.holder.names),
        "id": document.id,
        "mode": position.mode,
        "rule": list(position.rule),
        "side": side and side.name,
        "side_iri": side and side.iri,
        "side_names": list(side.names) if side else [],
        "stance": position.stance,
        "target": target.name,
        "target_iri": target.iri,
        "target_names": [label for _, label in target.labels],
        "via": [hop.party.name for hop in position.via],
    }


def passage(stretch: Passage) -> dict[str, str | int]:
    return {"end": stretch.end, "start": stretch.start, "text": stretch.text}


def lines(extractions: Iterable[Extraction]) -> Iterator[bytes]:
    """One line a position, in UTF-8, as the documents come."""
    for extraction in extractions:
        for position in extraction.positions:
            yield encoded(record(position))


def quote_lines(document: Document, quotes: Sequence[Quote]) -> Iterator[bytes]:
    """One line a quotation, in UTF-8."""
    for quote in quotes:
        yield encoded(quote_record(quote, document, quotes))


def encoded(line: dict[str, Any]) -> bytes:
    return json.dumps(line, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


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
