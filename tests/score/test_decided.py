"""What people decided, as a measure of what was found and of what is found now."""

import json
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.cli import main
from kg.decide import Change
from kg.errors import InputError
from kg.model import Position
from kg.records import record
from kg.score.again import Again, Share, again
from kg.score.decided import judged
from kg.store import Catalogue, Store, on_disk
from tests.assemble.examples import ARTICLE, CHANGED, FISHERS, NORTH, OPEN, OPPOSES, QUOTED, SOUTH
from tests.decide.examples import OPENING, OPPOSING, QUOTING, SUPPORTING, decide, filled, undo

FOUND = (*ARTICLE.positions, *CHANGED.positions)


def lines(positions: Iterable[Position], path: Path, **others: Any) -> Path:
    """What `kg extract --jsonl` writes of positions, each read from where the store has its article from."""
    origin = {one.evidence.document.id: f"/{one.evidence.document.id}" for one in FOUND}
    records = ({**record(one), "document": origin[one.evidence.document.id], **others} for one in positions)
    path.write_text("".join(json.dumps(one) + "\n" for one in records), "utf-8")
    return path


@pytest.fixture
def store() -> Store:
    """Ada's is right, the north's wrong; the fishers' ought to be doubts, and the south's is not judged."""
    found = filled()
    decide(found, QUOTING, "accepted")
    decide(found, OPPOSING, "rejected")
    decide(found, OPENING, "changed", Change(stance="doubts", holder="Südland"))
    return found


def test_what_was_right_is_counted_by_confidence(store: Store) -> None:
    found = judged(store)
    assert found.verdicts == {"accepted": 1, "rejected": 1, "changed": 1}
    assert found.right == pytest.approx(1 / 3)
    assert [(one.count, one.confidence, one.right) for one in found.bins] == [(1, 0.75, 1.0), (2, 0.95, 0.0)]
    assert found.error == pytest.approx((0.25 + 2 * 0.95) / 3)
    assert found.changed == {"holder": 1, "side": 1, "stance": 1, "target": 0}


def test_what_was_undone_does_not_count_and_what_lapsed_does(store: Store) -> None:
    undo(store, decide(store, SUPPORTING, "rejected"))
    assert judged(store).verdicts == {"accepted": 1, "rejected": 1, "changed": 1}
    Catalogue(store).remove("/bridge")
    assert judged(store).verdicts == {"accepted": 1, "rejected": 1, "changed": 1}


def test_without_decisions_there_is_nothing_to_measure(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Nothing was decided"):
        judged(filled())
    with pytest.raises(InputError, match="No decision stands"):
        again(filled(), lines(FOUND, tmp_path / "said.jsonl"))


CORRECTED = replace(OPEN, holder=SOUTH, side=SOUTH, stance="doubts")
ELSEWHERE = len(CHANGED.positions)
# What is said now → accepted found, changed found as it ought to be, rejected said again, changed said again.
NOW: list[tuple[str, tuple[Position, ...], tuple[int, int, int, int]]] = [
    ("the same as ever", ARTICLE.positions, (1, 0, 1, 1)),
    ("only what is right", (QUOTED, CORRECTED), (1, 1, 0, 0)),
    ("the right stance of the wrong holder", (replace(CORRECTED, holder=FISHERS, side=None),), (0, 0, 0, 0)),
    ("with the side that was not changed", (replace(QUOTED, side=None),), (1, 0, 0, 0)),
    ("without the side that was changed", (replace(CORRECTED, side=None),), (0, 0, 0, 0)),
    ("of another sentence", (replace(QUOTED, evidence=OPPOSES.evidence),), (1, 0, 0, 0)),
    ("more of everything", (*FOUND, CORRECTED, CORRECTED), (1, 1, 1, 1)),
    ("another stance", (replace(QUOTED, stance="supports"),), (0, 0, 0, 0)),
    ("another holder", (replace(QUOTED, holder=NORTH),), (0, 0, 1, 0)),
]


@pytest.mark.parametrize(("said", "counts"), [row[1:] for row in NOW], ids=[row[0] for row in NOW])
def test_predictions_are_measured_on_what_was_judged(
    store: Store, said: tuple[Position, ...], counts: tuple[int, int, int, int], tmp_path: Path
) -> None:
    found = again(store, lines(said, tmp_path / "said.jsonl"))
    shares = (found.accepted, found.corrected, found.rejected, found.uncorrected)
    assert shares == tuple(Share(count, 1) for count in counts)


def test_an_actor_without_an_entry_is_known_by_its_name(store: Store, tmp_path: Path) -> None:
    decide(store, OPENING, "accepted")
    assert again(store, lines([OPEN], tmp_path / "said.jsonl")).accepted == Share(1, 2)
    other = replace(OPEN, holder=replace(FISHERS, name="Angler", names=("Angler",)))
    assert again(store, lines([other], tmp_path / "said.jsonl")).accepted == Share(0, 2)


def test_predictions_of_other_articles_are_told_of(store: Store, tmp_path: Path) -> None:
    found = again(store, lines(FOUND, tmp_path / "said.jsonl"))
    assert (found.elsewhere, ELSEWHERE) == (2, 2)
    with pytest.raises(InputError, match="none of it is of an article that was decided on"):
        again(store, lines(CHANGED.positions, tmp_path / "said.jsonl"))


def test_an_article_is_known_by_its_address_too(store: Store, tmp_path: Path) -> None:
    found = again(store, lines([QUOTED], tmp_path / "said.jsonl", document=ARTICLE.document.url))
    assert found == Again(Share(1, 1), Share(0, 1), Share(0, 1), Share(0, 1))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "line 1: it is malformed"),
        ("[]", "line 1: it is malformed"),
        ('{"id": "a"}', "line 1: 'document' is missing"),
        ('{"document": 1}', "line 1: it is malformed"),
    ],
)
def test_a_broken_line_is_named(store: Store, text: str, sentence: str, tmp_path: Path) -> None:
    (tmp_path / "said.jsonl").write_text(text, "utf-8")
    with pytest.raises(InputError, match=sentence):
        again(store, tmp_path / "said.jsonl")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    with closing(on_disk(tmp_path / "store", create=True)) as store:
        decide(filled(store), QUOTING, "accepted")
    return tmp_path / "store"


def kg(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def test_the_command_prints_tables_and_json(place: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert kg("score", place, "--on", "my-decisions") == 0
    assert "1 position decided on: 1 accepted, 0 rejected, 0 changed" in capfd.readouterr().out
    assert kg("score", place, "--on", "my-decisions", "--json") == 0
    assert json.loads(capfd.readouterr().out)["right"] == 1
    said = lines([QUOTED], tmp_path / "said.jsonl")
    assert kg("score", place, said, "--on", "my-decisions") == 0
    assert "accepted, found                      1.000       1     1" in capfd.readouterr().out
    assert kg("score", place, said, "--on", "my-decisions", "--json") == 0
    figures = json.loads(capfd.readouterr().out)
    assert figures["accepted"] == {"share": 1, "count": 1, "of": 1}
    assert figures["rejected"] == {"share": None, "count": 0, "of": 0}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--on", "my-decisions", "--errors"), "--errors: there is none"),
        ((), "For decisions add --on my-decisions."),
    ],
)
def test_what_does_not_go_together_is_told(
    arguments: tuple[str, ...], sentence: str, place: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert kg("score", place, *arguments) == 1
    assert sentence in capfd.readouterr().err
