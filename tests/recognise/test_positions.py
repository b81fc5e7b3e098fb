"""Whole sentences through the shipped pipelines: who holds what on which issue. They stand in `sentences*.txt`."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.model import Document, Position
from kg.pipeline import Reader
from tests.recognise.conftest import Extract

SENTENCES = {language: Path(__file__).with_name(name) for language, name in
             (("de", "sentences.txt"), ("en", "sentences-en.txt"))}  # fmt: skip


@dataclass(frozen=True)
class Row:
    language: str
    phenomenon: str
    text: str
    positions: frozenset[tuple[str, str, str]]  # holder, stance, part of the target
    missing: str  # why it is not found yet


def rows(language: str) -> Iterator[Row]:
    blocks = [block.splitlines() for block in SENTENCES[language].read_text("utf-8").split("\n\n")]
    for phenomenon, text, *rest in (block for block in blocks if not block[0].startswith("#")):
        said = [line.strip("→ ").split(" | ") for line in rest if line.strip().startswith("→ ")]
        missing = [line.strip().removeprefix("✗ ") for line in rest if line.strip().startswith("✗")]
        positions = frozenset((holder, stance, target) for holder, stance, target in said)
        yield Row(language, phenomenon, text.strip(), positions, "".join(missing))


def parameters() -> Iterator[object]:
    for row in (row for language in SENTENCES for row in rows(language)):
        marks = [pytest.mark.xfail(strict=True, reason=row.missing)] if row.missing else []
        yield pytest.param(row, id=f"{row.language}: {row.phenomenon}", marks=marks)


def fits(position: Position, row: tuple[str, str, str]) -> bool:
    holder, stance, target = row
    return (position.holder.name, position.stance) == (holder, stance) and target in position.target.name


@pytest.mark.parametrize("row", list(parameters()))
def test_the_text_says(positions: Extract, row: Row) -> None:
    found = positions(row.text, row.language)
    said = [(each.holder.name, each.stance, each.target.name) for each in found]
    assert len(said) == len(row.positions), said
    for expected in row.positions:
        assert any(fits(each, expected) for each in found), (expected, said)


@pytest.mark.parametrize(("language", "least"), [("de", 120), ("en", 20)])
def test_the_table_is_read_whole(language: str, least: int) -> None:
    assert len(list(rows(language))) == SENTENCES[language].read_text("utf-8").count("\n\n") >= least


def test_a_verb_that_begins_a_headline_is_no_part_of_a_name(positions: Extract) -> None:
    (position,) = positions("Jonas Merk: Werden Zölle nicht akzeptieren")
    assert (position.holder.name, position.stance, position.target.name) == ("Jonas Merk", "opposes", "Zölle")


def test_every_position_has_the_sentence_as_its_evidence(positions: Extract) -> None:
    first = "Norwegen tagt."
    (position,) = positions(f"{first} Schweden lehnt die Zölle auf Fisch ab. Island schweigt.")
    assert position.evidence.text == "Schweden lehnt die Zölle auf Fisch ab."
    assert position.cue.text == "lehnt"
    assert position.evidence.start == len(first) + 1


def test_the_steps_from_the_cue_to_the_stance_are_told(positions: Extract) -> None:
    (position,) = positions("Schweden schließt Verhandlungen über die Zölle nicht aus.")
    assert position.rule == ("cue ausschließen → opposes", "negated → open-to")


@pytest.mark.parametrize(
    ("text", "language", "target"),
    [
        ("Norwegen will zudem den Handel mit Dünger einschränken.", "de", "den Handel mit Dünger einschränken"),
        ("Norwegen will deshalb den Hafen ausbauen.", "de", "den Hafen ausbauen"),
        ("Norwegen wird dagegen stimmen, die Häfen zu verkaufen.", "de", "die Häfen zu verkaufen"),
        ("Norway accused Ukraine of sabotage.", "en", "Ukraine: sabotage"),
    ],
)
def test_what_it_is_about_to_the_letter(positions: Extract, text: str, language: str, target: str) -> None:
    assert target in [position.target.name for position in positions(text, language)]


def test_what_the_plans_are_is_what_the_position_in_the_title_is_about(german: Reader) -> None:
    title = "Länder lehnen Steuerplan ab"
    text = f"{title}\n\nDie Debatte dauerte lange. Ministerin Ines Wolff verteidigte ihre Pläne."
    *_, position = german.extract(Document(text, "text", language="de", title=title)).positions
    assert position.target.name == "ihre Pläne: Steuerplan"


@pytest.mark.parametrize(
    "text",
    [
        "Der Vorsitzende Jonas Merk und Hessens Ministerpräsident",  # the parse hangs the first on the second
        "Auf Kritik stieß der Plan von der Union",
    ],
)
def test_a_line_without_a_full_stop_is_read_to_its_end(positions: Extract, text: str) -> None:
    assert all(position.evidence.text == text for position in positions(text))
