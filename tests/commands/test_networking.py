"""`kg network`."""

import csv
import io
import json
import re
from datetime import date
from pathlib import Path
from typing import get_args

import networkx as nx
import pytest

from kg import store
from kg.cli import main
from kg.commands import networking
from kg.discourse import report
from kg.discourse.networks import Aggregate, OneModeKind
from kg.discourse.normalise import OneMode, TwoMode
from tests.view.graphs import Paper, Said, dataset

MAY, JUNE = date(2031, 5, 1), date(2031, 6, 3)
# Two are for a bridge that Nordland is against, and one of them says something of a toll. Later Nordland is against it.
DEBATE = dataset(
    Paper(
        (
            Said("Westmark", "supports", "Brücke", day=MAY),
            Said("Ada Beispiel", "supports", "Brücke", day=MAY, side="Ostmark"),
            Said("Ada Beispiel", "states", "Maut", day=MAY, side="Ostmark"),
            Said("Nordland", "opposes", "Brücke", day=MAY),
            Said("Nordland", "opposes", "Maut", day=JUNE),
        ),
        kinds={"Ada Beispiel": "person"},
    )
)


@pytest.fixture
def graph(tmp_path: Path) -> str:
    store.write(DEBATE, tmp_path / "graph.trig")
    return str(tmp_path / "graph.trig")


def measured(graph: str, capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, float | None]:
    assert main(["network", graph, "--format", "csv", "--samples", "0", *options]) == 0
    rows = csv.DictReader(io.StringIO(capsys.readouterr().out))
    return {row["measure"]: float(row["value"]) if row["value"] else None for row in rows}


def test_it_tells_the_measures_the_coalitions_and_the_ties(graph: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["network", graph, "--kind", "subtract", "--normalise", "no"]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert [row[:2] for row in rows[2:6]] == [["statements", "4"], ["nodes", "3"], ["ties", "3"], ["density", "1"]]
    assert ["1", "2", "Ada", "Beispiel,", "Westmark"] in rows
    assert sorted((" ".join(row[:-4]), row[-4]) for row in rows[-3:]) == [
        ("Ada Beispiel Nordland", "-1"),
        ("Ada Beispiel Westmark", "1"),
        ("Nordland Westmark", "-1"),
    ]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("--kind congruence --normalise no", {"nodes": 3, "ties": 1, "weight": 1}),
        ("--kind conflict --normalise no", {"nodes": 3, "ties": 2, "weight": 2}),
        ("--kind conflict", {"weight": 1 / 1.5 + 1 / 1.5}),  # Nordland makes two statements, the others one each
        ("--kind conflict --normalise cosine", {"weight": 1 / 2 + 1 / 2}),
        ("--kind ignore --normalise no", {"ties": 3, "weight": 3}),
        ("--kind two-mode", {"nodes": 5, "ties": 4, "density": 4 / 6, "weight": 2 - 2}),
        ("--kind two-mode --aggregate ignore --normalise activity", {"weight": 3}),
        ("--kind two-mode --aggregate combine", {"weight": 1 + 1 + 2 + 2}),
        ("--kind conflict --normalise no --neither", {"statements": 5, "weight": 2 + 0.5}),
        ("--to 2031-05-31", {"statements": 3}),
        ("--from 2031-05-02", {"statements": 1, "modularity": None}),
        ("--min-confidence 0.95", {"statements": 0}),
        ("--once ever", {"statements": 4}),
        ("--backbone 0.01", {"nodes": 3, "ties": 0}),
        (f"--issue issue:{'Brücke'.encode().hex()}", {"statements": 3}),
    ],
)
def test_options_choose_the_network(
    options: str, expected: dict[str, float], graph: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = measured(graph, capsys, *options.split())
    assert {name: found[name] for name in expected} == pytest.approx(expected, abs=1e-9)


def test_the_side_can_act(graph: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    measured(graph, capsys, "--by", "side", "-o", str(tmp_path / "n.graphml"))
    network = nx.read_graphml(tmp_path / "n.graphml")
    assert sorted(data["label"] for _, data in network.nodes(data=True)) == ["Nordland", "Ostmark", "Westmark"]


def test_the_file_has_coalitions_and_errors(graph: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["network", graph, "-o", str(tmp_path / "n.gexf"), "--precision", "0.5", "--seed", "3"]) == 0
    network = nx.read_gexf(tmp_path / "n.gexf")
    assert {data["label"]: data["coalition"] for _, data in network.nodes(data=True)} == {
        "Nordland": 0,
        "Ada Beispiel": 1,
        "Westmark": 1,
    }
    ((_, _, tie),) = network.edges(data=True)
    assert (tie["low"], tie["high"]) == (0, 1)
    assert tie["mean"] == pytest.approx(0.25, abs=0.15)


def test_too_many_ties_for_errors_are_told(
    graph: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report, "MOST", 0)
    assert main(["network", graph, "-o", str(tmp_path / "n.csv")]) == 0
    assert capsys.readouterr().err == f"kg: {tmp_path / 'n.csv'}: 1 tie, too many for an error each.\n"
    assert (tmp_path / "n.csv").read_text().startswith("source,target,weight,sourceLabel,")


def test_what_is_shown_is_not_drawn_again_for_its_file(
    graph: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns = []
    draw = report.drawn
    monkeypatch.setattr(report, "drawn", lambda found, wanted: turns.append(1) or draw(found, wanted))
    assert main(["network", graph, "-o", str(tmp_path / "n.csv")]) == 0
    assert turns == [1]


def test_each_window_has_its_measures_and_its_file(
    graph: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    options = ["--window", "20", "--format", "json", "-o", str(tmp_path / "n.csv")]
    assert main(["network", graph, *options]) == 0
    rows = json.loads(capsys.readouterr().out)["results"]["bindings"]
    counted = [(row["from"]["value"], row["value"]["value"]) for row in rows if row["measure"]["value"] == "statements"]
    assert counted == [("2031-05-01", "3.0"), ("2031-05-21", "1.0")]
    assert sorted(path.name for path in tmp_path.glob("*.csv")) == ["n-2031-05-01.csv", "n-2031-05-21.csv"]


def test_the_same_graph_gives_the_same_answer(graph: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    answers = []
    for name in ("one.graphml", "other.graphml"):
        assert main(["network", graph, "-o", str(tmp_path / name)]) == 0
        answers.append((capsys.readouterr().out, (tmp_path / name).read_bytes()))
    assert answers[0] == answers[1]


@pytest.mark.parametrize("options", [[], ["--kind", "two-mode"], ["--window", "7"]])
def test_an_empty_debate_is_no_failure_but_told(
    options: list[str], graph: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["network", graph, "--min-confidence", "1", *options]) == 0
    assert capsys.readouterr().err == "kg: no statement is left; the network is empty.\n"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("--normalise activity", "--normalise activity is none for congruence; take no, average, jaccard or cosine."),
        ("--kind two-mode --normalise cosine", "take no, activity or prominence."),
        ("--aggregate combine", "--aggregate is that of two-mode"),
        ("--kind two-mode --aggregate combine --normalise activity", "take it without --normalise"),
        ("--kind two-mode --aggregate combine --backbone 0.05", "and --backbone."),
        ("--from 2031-05-02 --to 2031-05-01", "--from 2031-05-02 is after --to 2031-05-01"),
        ("--step 3", "say with --window how many days"),
        ("--issue Brücke", "is no IRI of an issue"),
        ("--lift issue:tolls", "The graph has no issue issue:tolls"),
        ("-o n.png", "n.png: no format of networks"),
        ("-o nowhere/n.csv", "its folder does not exist"),
    ],
)
def test_what_does_not_fit_is_refused_in_a_sentence(
    options: str, message: str, graph: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["network", graph, *options.split()]) == 1
    told = capsys.readouterr()
    assert message in told.err
    assert told.err.startswith("kg: ")
    assert told.out == ""


@pytest.mark.parametrize(
    "options", ["--from 2031", "--samples -1", "--backbone 2", "--window 0", "--step ²", "--seed ²"]
)
def test_values_that_are_none_are_wrong_usage(options: str, graph: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["network", graph, *options.split()])
    assert re.search(rf"{options.split()[-1]} is (no|not a) (day|number)", capsys.readouterr().err)


def test_the_command_offers_what_the_functions_take() -> None:
    assert get_args(OneModeKind) == networking.KINDS[1:]
    assert (get_args(OneMode), get_args(TwoMode)) == (networking.PER_ACTORS, networking.PER_TWO)
    assert get_args(Aggregate) == networking.AGGREGATES
