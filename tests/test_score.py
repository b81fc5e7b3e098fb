"""The project's own measure."""

import importlib.util
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.errors import InputError
from kg.score import Tally, as_dict, as_text, read_gold, read_predictions, score
from kg.score.measure import meet, polarity
from kg.vocabulary import load_vocabulary

Data = dict[str, Any]


def annotated(**changes: Any) -> Data:
    return {
        "holder": "Anna Berg", "holder_alt": ["Außenministerin Berg"], "side": "Nordland", "side_alt": ["Norden"],
        "stance": ["opposes", "doubts"], "target": "Truppen in Südland", "target_keys": [["truppe", "troop"], ["süd"]],
        "optional": False,
    } | changes  # fmt: skip


def said(**changes: Any) -> Data:
    return {
        "id": "a", "holder": "Berg", "holder_names": [], "side": None, "side_names": [],
        "stance": "opposes", "target": "Truppen in Südland", "target_names": [],
    } | changes  # fmt: skip


def tallies(folder: Path, gold: list[Data], predictions: list[Data], language: str = "de") -> dict[str, Tally]:
    (folder / "a.json").write_text(json.dumps({"id": "a", "lang": language, "positions": gold}), "utf-8")
    (folder / "said.jsonl").write_text("\n".join(map(json.dumps, predictions)), "utf-8")
    documents = read_gold(folder)
    result = score(documents, read_predictions(folder / "said.jsonl", documents))
    assert result.tallies["all"] == result.tallies[language]
    return dict(result.tallies["all"])


@pytest.mark.parametrize(
    ("change", "right"),
    [
        ({}, "strict lenient holder target stance"),
        ({"stance": "doubts"}, "strict lenient holder target stance"),
        ({"stance": "warns"}, "lenient holder target"),
        ({"stance": "supports"}, "holder target"),
        ({"stance": "threatens"}, "holder target"),
        ({"holder": "Dr. Anna Berg"}, "strict lenient holder target stance"),
        ({"holder": "Außenministerin Berg"}, "strict lenient holder target stance"),
        ({"holder": "Anna"}, "target"),
        ({"holder": "Nordland"}, "lenient target"),
        ({"holder": "Karl Tal", "side_names": ["Norden"]}, "lenient target"),
        ({"holder": "Karl Tal", "holder_names": ["ANNA BERG"]}, "strict lenient holder target stance"),
        ({"target": "Truppen"}, "holder"),
        ({"target": "Truppen", "target_names": ["troops in Südland"]}, "strict lenient holder target stance"),
        ({"target": "Truppen in Südland " + "und da " * 7}, "holder"),
    ],
)
def test_what_a_prediction_gets_right(tmp_path: Path, change: Data, right: str) -> None:
    found = tallies(tmp_path, [annotated()], [said(**change)])
    assert {measure for measure, tally in found.items() if tally.hit} == set(right.split())


@pytest.mark.parametrize(
    ("gold", "predictions", "strict"),
    [
        ([annotated()], [], Tally(0, 1, 0)),
        ([], [said()], Tally(0, 0, 1)),
        ([annotated()], [said(), said()], Tally(1, 0, 1)),
        ([annotated(optional=True)], [], Tally()),
        ([annotated(optional=True)], [said()], Tally()),
        ([annotated(optional=True), annotated()], [said()], Tally(1, 0, 0)),
        ([annotated(stance=["states"])], [], Tally()),
        ([annotated()], [said(stance="states")], Tally(0, 1, 0)),
        # the first prediction fits both records, the second only the first: both find one
        ([annotated(), annotated(holder="Karl Tal", holder_alt=[])],
         [said(holder_names=["Karl Tal"]), said()], Tally(2, 0, 0)),
    ],
)  # fmt: skip
def test_one_prediction_is_counted_for_one_record(
    tmp_path: Path, gold: list[Data], predictions: list[Data], strict: Tally
) -> None:
    assert tallies(tmp_path, gold, predictions)["strict"] == strict


def test_the_stance_is_measured_where_holder_and_target_are_right(tmp_path: Path) -> None:
    gold = [annotated(), annotated(target="Geld", target_keys=[["geld"]])]
    predictions = [said(), said(target="Geld", stance="supports"), said(target="Brot", stance="demands")]
    assert tallies(tmp_path, gold, predictions)["stance"] == Tally(1, 0, 1)


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ("peskow", "dmitri peskow", True),
        ("dmitri s peskow", "dmitri peskow", True),
        ("dmitri peskow", "tatjana peskowa", False),
        ("dmitri", "dmitri peskow", False),
        ("anna berg", "karl berg", False),
    ],
)
def test_names_meet_at_their_last_word(ours: str, theirs: str, same: bool) -> None:
    assert meet([tuple(ours.split())], [tuple(theirs.split())]) == same


def test_rates() -> None:
    tally = Tally(hit=3, missed=1, wrong=2)
    assert (tally.precision, tally.recall, tally.f1) == (0.6, 0.75, pytest.approx(2 / 3))
    assert (Tally().precision, Tally().recall, Tally().f1) == (0, 0, 0)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "line 1: it is malformed"),
        ("[]", "line 1: it is malformed"),
        (json.dumps(said(id="b")), "no gold document has the id 'b'"),
        (json.dumps(said(stance="likes")), "the stance must be one of accuses"),
        (json.dumps(said(holder="?")), "no holder"),
        (json.dumps(said(side_names=None)), "wrong type of side_names"),
        (json.dumps({"id": "a"}), "'holder' is missing"),
        (json.dumps(said()) + "\n\nnull", "line 3: it is malformed"),
    ],
)
def test_a_malformed_prediction_is_named(tmp_path: Path, line: str, says: str) -> None:
    (tmp_path / "said.jsonl").write_text(line, "utf-8")
    (tmp_path / "a.json").write_text(json.dumps({"id": "a", "lang": "de", "positions": []}), "utf-8")
    with pytest.raises(InputError) as raised:
        read_predictions(tmp_path / "said.jsonl", read_gold(tmp_path))
    assert says in str(raised.value)
    assert "said.jsonl" in str(raised.value)


def test_a_missing_or_malformed_gold_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no gold documents"):
        read_gold(tmp_path / "missing")
    (tmp_path / "a.json").write_text('{"id": "a"}', "utf-8")
    with pytest.raises(InputError, match=r"a\.json: 'lang' is missing"):
        read_gold(tmp_path)


def test_the_report_shows_the_figures_and_on_request_the_errors(tmp_path: Path) -> None:
    tallies(tmp_path, [annotated()], [said(stance="supports")])
    documents = read_gold(tmp_path)
    result = score(documents, read_predictions(tmp_path / "said.jsonl", documents))
    assert "Truppen" not in "\n".join(as_text(result))
    text = "\n".join(as_text(result, errors=True))
    assert "missed  Anna Berg – opposes/doubts – Truppen in Südland" in text
    assert "wrong   Berg – supports – Truppen in Südland" in text
    assert as_dict(result)["errors"] == {}
    assert as_dict(result, errors=True)["errors"]["a"]["wrong"] == ["Berg – supports – Truppen in Südland"]


@pytest.fixture(scope="module")
def gold(shared: Path) -> Path:
    return shared / "gold"


@pytest.fixture(scope="module")
def reference(gold: Path) -> Iterator[ModuleType]:
    """The scorer that comes with the annotation."""
    spec = importlib.util.spec_from_file_location("reference_score", gold / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


def damaged(gold: Path, seed: int) -> Iterator[Data]:
    """Predictions made of gold records: kept, dropped, doubled, or with parts of other records of the same document."""
    chance = random.Random(seed)
    for path in sorted(gold.glob("*.json")):
        data = json.loads(path.read_text("utf-8"))
        records = data["positions"]
        for record in records:
            for _ in range(chance.choice((0, 1, 1, 2))):
                holder, stance, target = (record if chance.random() < 0.7 else chance.choice(records) for _ in "hst")
                yield said(
                    id=data["id"],
                    holder=holder["holder"],
                    holder_names=holder["holder_alt"] if chance.random() < 0.5 else [],
                    side=holder["side"],
                    side_names=holder["side_alt"],
                    stance=chance.choice(stance["stance"]) if chance.random() < 0.8 else chance.choice(STANCES),
                    target=target["target"],
                    target_names=[chance.choice(records)["target"]] if chance.random() < 0.3 else [],
                )


STANCES = sorted(stance.name for stance in load_vocabulary().stances.values())


def test_the_polarities_are_the_guidelines(reference: ModuleType) -> None:
    assert {stance: polarity(stance) for stance in STANCES} == reference.POLARITY


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("part", ["dev", "real-dev"])
def test_the_figures_are_those_of_the_reference(
    reference: ModuleType, gold: Path, tmp_path: Path, part: str, seed: int
) -> None:
    path = tmp_path / "said.jsonl"
    path.write_text("\n".join(json.dumps(each) for each in damaged(gold / part, seed)), "utf-8")
    theirs = reference.read_gold(gold / part)
    expected = reference.score(theirs, reference.read_predictions(path, theirs))
    ours = read_gold(gold / part)
    found = as_dict(score(ours, read_predictions(path, ours)), errors=True)
    assert found["scores"] == expected["scores"]
    assert found["scores"]["all"]["strict"]["wrong"] > 0
    assert found["errors"] == {name: kinds for name, kinds in expected["errors"].items() if any(kinds.values())}
