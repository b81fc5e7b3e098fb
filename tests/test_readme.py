"""`README.md`: its examples run, and answer what they promise."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.cli import main
from kg.exchange import FORMATS
from kg.read.metadata import KEYS
from kg.score import read_gold, read_predictions, score


def blocks(root: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", (root / "README.md").read_text("utf-8"), re.DOTALL | re.MULTILINE)


def test_the_python_runs_from_the_articles_to_a_graph_that_is_read_again(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "seeds").symlink_to(root / "seeds")
    monkeypatch.chdir(tmp_path)
    first, second = ({}, {})  # type: tuple[dict[str, object], dict[str, object]]
    made, again = blocks(root, "python")
    exec(made, first)
    exec(again, second)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["graph.html", "graph.trig", "seeds"]
    assert second["answer"].rows  # type: ignore[attr-defined]
    assert second["answer"].notes == ()  # type: ignore[attr-defined]


def test_the_commands_for_many_articles_run_one_after_the_other(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "seeds").symlink_to(root / "seeds")
    monkeypatch.chdir(tmp_path)
    run_block(root, "--partitions")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["failed.jsonl", "loaded", "parts", "seeds", "store"]
    assert "Russia" in capfd.readouterr().out


def run_block(root: Path, having: str) -> None:
    for arguments in commands(root, having):
        assert main(arguments) == 0


def commands(root: Path, having: str) -> Iterator[list[str]]:
    """The arguments of each command of the only block with these words; files that match are those of its time."""
    (block,) = (block for block in blocks(root, "sh") if having in block)
    for command in block.splitlines():
        program, *arguments = shlex.split(command, comments=True)
        assert program == "kg"
        yield [one for word in arguments for one in sorted(map(str, Path().glob(word))) or [word]]


def test_the_commands_for_networks_run_one_after_the_other(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "seeds").symlink_to(root / "seeds")
    monkeypatch.chdir(tmp_path)
    run_block(root, "positions.ttl")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["network.gexf", "positions.ttl", "seeds"]
    told = capfd.readouterr().out
    assert "France, Germany, United Kingdom" in told
    assert "2025-" in told


def test_the_commands_for_corrections_run_one_after_the_other(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "seeds").symlink_to(root / "seeds")
    monkeypatch.chdir(tmp_path)
    for arguments in commands(root, "kg decisions store --open"):
        names = {word: first(word, capfd) for word in ("POSITION", "DECISION") if word in arguments}
        assert main([names.get(word, word) for word in arguments]) == 0
    assert "right as found" in capfd.readouterr().out


def first(word: str, capfd: pytest.CaptureFixture[str]) -> str:
    """The first of the positions that are open, or of the decisions."""
    capfd.readouterr()
    assert main(["decisions", "store", *(["--open"] if word == "POSITION" else []), "--format", "csv"]) == 0
    return capfd.readouterr().out.splitlines()[1].split(",")[1]


def test_the_commands_for_other_programs_run_one_after_the_other(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "seeds").symlink_to(root / "seeds")
    monkeypatch.chdir(tmp_path)
    run_block(root, "kg import codings.csv --coder")
    assert "Anna and diplokg" in capfd.readouterr().out


def test_every_format_of_exports_is_named(root: Path) -> None:
    text = (root / "README.md").read_text("utf-8")
    assert [name for name in FORMATS if f"`{name}`" not in text] == []


def test_the_commands_for_positions_over_time_run_one_after_the_other(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tests").symlink_to(root / "tests")
    monkeypatch.chdir(tmp_path)
    shown = []
    for arguments in commands(root, "kg overlap quarrel.nq"):
        assert main(arguments) == 0
        shown.append(capfd.readouterr().out)
    built, steps, moves, disagreeing, agreeing, conditions, named = shown
    assert built == ""
    assert len(steps.splitlines()) == 2 + 7
    assert "reverses" in steps
    assert "pos:Reversal" in moves
    assert "Jon Falk" in disagreeing
    assert "immediate ceasefire" in agreeing
    assert "wenn Arkanien seine Truppen abzieht" in conditions
    told = [line.split()[0] for line in named.splitlines() if "Entsendung von Truppen" in line]
    assert "Arkanien" in told
    assert "Doravien" not in told  # only diplomats say so


def test_the_example_of_annotation_is_what_score_reads(root: Path, tmp_path: Path) -> None:
    (example,) = map(json.loads, blocks(root, "json"))
    (position,) = example["positions"]
    said = {"id": example["id"], "stance": "opposes", "side": None, "holder_names": [], "side_names": []}
    said |= {"holder": position["holder"], "target": "höhere Zölle auf Fische", "target_names": []}
    (tmp_path / "a.json").write_text(json.dumps(example), "utf-8")
    (tmp_path / "said.jsonl").write_text(json.dumps(said), "utf-8")
    gold = read_gold(tmp_path)
    strict = score(gold, read_predictions(tmp_path / "said.jsonl", gold)).tallies["all"]["strict"]
    assert (strict.hit, strict.missed, strict.wrong) == (1, 0, 0)


def test_every_key_of_front_matter_is_named(root: Path) -> None:
    text = (root / "README.md").read_text("utf-8")
    assert [key for key in KEYS if f"`{key}`" not in text] == []
