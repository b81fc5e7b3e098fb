"""Extraction over a gold folder, and for each position whether it is right."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from kg.model import Document, Extraction, Position
from kg.records import record
from kg.score.measure import MEASURES, Score, paired, score
from kg.score.records import GoldDocument, prediction, read_gold


def documents(folder: Path, language: str) -> Iterator[Document]:
    """The texts of a gold folder in one language."""
    for path in sorted(folder.glob(f"{language}-*.json")):
        data = json.loads(path.read_text("utf-8"))
        published = date.fromisoformat(data["published"]) if data.get("published") else None
        title, publisher = data.get("title"), data.get("publisher")
        yield Document(data["text"], data["id"], str(path), language, title, published, publisher)


def actors_of(folder: Path, language: str) -> dict[str, list[dict[str, Any]]]:
    """The annotated actors (`name`, `type`, `same_as`) of each document in one language, by its id."""
    read = (json.loads(path.read_text("utf-8")) for path in sorted(folder.glob(f"{language}-*.json")))
    return {data["id"]: data.get("actors", []) for data in read}


def gold_of(folder: Path, language: str) -> dict[str, GoldDocument]:
    return {name: each for name, each in read_gold(folder).items() if each.language == language}


def scored(gold: dict[str, GoldDocument], extractions: list[Extraction], minimum: float = 0.0) -> Score:
    """The score of the positions that are at least so sure."""
    said = {
        extraction.document.id: [
            prediction(record(each)) for each in extraction.positions if each.confidence >= minimum
        ]
        for extraction in extractions
    }
    return score(gold, said)


def judged(gold: dict[str, GoldDocument], extraction: Extraction) -> Iterator[tuple[Position, bool]]:
    """Each position with whether it pairs with a gold record, an optional one too, in holder, stance and target."""
    said = [prediction(record(position)) for position in extraction.positions]
    pairs = paired(gold[extraction.document.id].records, said, MEASURES["strict"])
    yield from ((position, number in pairs) for number, position in enumerate(extraction.positions))
