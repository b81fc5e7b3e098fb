"""Positions as JSON Lines: the format of `kg extract --jsonl`."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from kg.model import Extraction, Passage, Position


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
            yield json.dumps(record(position), ensure_ascii=False).encode("utf-8", "replace") + b"\n"
