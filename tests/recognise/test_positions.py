"""Whole sentences through the shipped pipeline: who holds what on which issue. The sentences are in `sentences.txt`."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.model import Position
from tests.recognise.conftest import Extract

SENTENCES = Path(__file__).with_name("sentences.txt")


@dataclass(frozen=True)
class Row:
    phenomenon: str
    text: str
    positions: frozenset[tuple[str, str, str]]  # holder, stance, part of the target
    missing: str  # why it is not found yet


def rows() -> Iterator[Row]:
    blocks = [block.splitlines() for block in SENTENCES.read_text("utf-8").split("\n\n")]
    for phenomenon, text, *rest in (block for block in blocks if not block[0].startswith("#")):
        said = [line.strip("→ ").split(" | ") for line in rest if line.strip().startswith("→ ")]
        missing = [line.strip().removeprefix("✗ ") for line in rest if line.strip().startswith("✗")]
        positions = frozenset((holder, stance, target) for holder, stance, target in said)
        yield Row(phenomenon, text.strip(), positions, "".join(missing))


def parameters() -> Iterator[object]:
    for row in rows():
        marks = [pytest.mark.xfail(strict=True, reason=row.missing)] if row.missing else []
        yield pytest.param(row, id=row.phenomenon, marks=marks)


def fits(position: Position, row: tuple[str, str, str]) -> bool:
    holder, stance, target = row
    return (position.holder.name, position.stance) == (holder, stance) and target in position.target.name


@pytest.mark.parametrize("row", list(parameters()))
def test_the_text_says(positions: Extract, row: Row) -> None:
    found = positions(row.text)
    said = [(each.holder.name, each.stance, each.target.name) for each in found]
    assert len(said) == len(row.positions), said
    for expected in row.positions:
        assert any(fits(each, expected) for each in found), (expected, said)


def test_the_table_is_read_whole() -> None:
    assert len(list(rows())) == SENTENCES.read_text("utf-8").count("\n\n") >= 60


def test_every_position_has_the_sentence_as_its_evidence(positions: Extract) -> None:
    first = "Norwegen tagt."
    (position,) = positions(f"{first} Schweden lehnt die Zölle auf Fisch ab. Island schweigt.")
    assert position.evidence.text == "Schweden lehnt die Zölle auf Fisch ab."
    assert position.cue.text == "lehnt"
    assert position.evidence.start == len(first) + 1


def test_the_steps_from_the_cue_to_the_stance_are_told(positions: Extract) -> None:
    (position,) = positions("Schweden schließt Verhandlungen über die Zölle nicht aus.")
    assert position.rule == ("cue ausschließen → opposes", "negated → open-to")
