"""Half a year of a quarrel: every move that a reader finds in the 47 texts is found, and no other.

`expected.csv` was written by hand from the texts. `x` is an issue that could not be taken apart.
"""

import csv
from collections import Counter
from pathlib import Path

import pytest

from kg.namespaces import ACTOR, ISSUE
from kg.query import query
from kg.store.local import LocalStore
from kg.trace import contradictions, overlap, trace
from kg.trace.answers import ledger_of
from kg.trace.reading import said
from kg.trace.steps import Step

HERE = Path(__file__).parent
SIDES = ("arcania", "belutan", "cortavia", "doravia")
Line = tuple[str, str, str, str, str]


def expected() -> set[Line]:
    with (HERE / "expected.csv").open(encoding="utf-8") as lines:
        return {tuple(row.values()) for row in csv.DictReader(lines)}  # type: ignore[misc]


def moves(store: LocalStore, side: str) -> set[Line]:
    found = ledger_of(store, str(ACTOR[side]))
    return {
        (side, local(issue), day(entry.step), entry.kind, day(entry.earlier))
        for issue, entries in found.items()
        for entry in entries
        if entry.kind
    }


def local(issue: str) -> str:
    name = issue.removeprefix(str(ISSUE))
    return "x" if name.startswith("x-") else name


def day(step: Step | None) -> str:
    return str(step.day) if step else ""


def test_the_ledgers_are_those_that_a_reader_keeps(store: LocalStore) -> None:
    found = {line for side in SIDES for line in moves(store, side)}
    assert sorted(found ^ expected()) == []


def test_each_class_of_move_occurs_three_times(store: LocalStore) -> None:
    counts = Counter(kind for side in SIDES for *_, kind, _ in moves(store, side))
    assert set(counts) == {"Repeat", "Hardening", "Softening", "Reversal", "Conditioning", "Denial"}
    assert min(counts.values()) >= 3


def test_every_text_is_in_the_ledger_of_somebody(store: LocalStore) -> None:
    texts = len(list((HERE / "history").glob("*.txt")))
    assert texts >= 40
    assert len({one.source for one in said(store)}) == texts


@pytest.mark.parametrize(
    ("actor", "issue", "on", "why"),
    [
        ("Belutan", "ceasefire", "2031-02-11", "ascribed"),
        ("Belutan", "ceasefire", "2031-03-05", "guess"),
        ("Arcania", "deployment.troops.to-cortavia", "2031-05-08", "looking back"),
        ("Arcania", "deployment.troops.to-cortavia", "2031-06-25", "ascribed"),
        ("Arcania", "deployment.troops.to-cortavia", "2031-06-15", "not for it"),
        ("Belutan", "deployment.troops.to-cortavia", "2031-05-30", "first"),
        ("Cortavia", "sanctions.against-belutan", "2031-02-16", "first"),
        ("Doravia", "sanctions.new.against-belutan", "2031-05-06", "first"),
        ("Doravia", "ceasefire", "2031-06-30", "both ways"),
        ("Arcania", "ceasefire", "2031-03-16", None),
    ],
    ids=[
        "an opponent's word", "a guess", "a look back", "diplomats", "the opposition", "a guest who is quoted",
        "a wider issue", "the same words of another side", "two papers at odds", "a copy",
    ],
)  # fmt: skip
def test_what_could_be_taken_for_a_reversal_is_none(
    store: LocalStore, actor: str, issue: str, on: str, why: str | None
) -> None:
    table = trace(store, actor, f"issue:{issue}", language="en")
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.named]
    own = [row for row in rows if row["day"] == on]
    assert [row["move"] for row in own] == [None] * len(own)
    assert {row["note"] for row in own} == ({why} if why else set())


def test_an_actors_own_word_and_what_others_say_of_it_disagree(store: LocalStore) -> None:
    table = contradictions(store, language="en")
    places = [table.columns.index(name) for name in ("kind", "holder", "day", "by", "otherDay")]
    assert [tuple(row[place] for place in places) for row in table.named] == [
        ("self and others", "Ines Prado", "2031-02-10", "Jon Falk", "2031-02-11"),
        ("two sources", "Doravia", "2031-06-30", None, "2031-06-30"),
        ("self and others", "Arcania", "2031-06-20", "Diplomaten", "2031-06-25"),
    ]


def test_what_two_accept_has_the_condition_of_each(store: LocalStore) -> None:
    table = overlap(store, "Arcania", "Belutan", language="en")
    wanted = ("target", "condition", "otherCondition")
    places = [table.columns.index(name) for name in wanted]
    assert [tuple(row[place] for place in places) for row in table.named] == [
        ("ceasefire", "if Belutan withdraws its troops", "if Arcania withdraws its troops")
    ]


def test_a_narrower_issue_lies_within_the_wider_one_that_the_other_accepts(store: LocalStore) -> None:
    table = overlap(store, "Arkanien", "Kortavien", language="en")
    assert [row[:2] for row in table.named] == [("immediate ceasefire", "ceasefire")]
    assert [row[:2] for row in overlap(store, "Kortavien", "Arkanien", language="en").named] == [
        ("immediate ceasefire", "ceasefire")
    ]


def test_what_only_diplomats_say_is_dropped_by_one_query(store: LocalStore) -> None:
    def claims(name: str) -> list[tuple[str | None, ...]]:
        return [row[:3] for row in query(store, name, language="en").named]

    assert claims("unnamed-sources") == [("Doravia", "supports", "deployment of troops to Cortavia")]
    assert ("Doravia", "supports", "deployment of troops to Cortavia") not in claims("named-sources")
    assert ("Arcania", "opposes", "deployment of troops to Cortavia") in claims("named-sources")
