"""The figures of extraction on annotated articles stay above their floors, and the floors are never lowered."""

import subprocess
import tomllib
from pathlib import Path

import pytest

from kg.pipeline import extract
from kg.score.judge import documents, gold_of, scored
from kg.score.linking import links

FLOORS = Path(__file__).with_name("floors.toml")


def floors(text: str) -> dict[tuple[str, str, str], float]:
    """(language, set, measure) → floor."""
    return {
        (language, name, measure): floor
        for language, sets in tomllib.loads(text).items()
        for name, own in sets.items()
        for measure, floor in own.items()
    }


NOW = floors(FLOORS.read_text("utf-8"))


@pytest.mark.parametrize(("language", "name"), sorted({key[:2] for key in NOW}))
def test_extraction_stays_above_its_floors(language: str, name: str, shared: Path) -> None:
    folder = shared / "gold" / name
    extractions = list(extract(documents(folder, language)))
    tallies = scored(gold_of(folder, language), extractions).tallies[language]
    figures = {**tallies, "links": links(folder, language, extractions)}
    for (of_language, of_set, figure), floor in NOW.items():
        if (of_language, of_set) == (language, name):
            measure, rate = figure.split("_")
            assert getattr(figures[measure], rate) >= floor, figure


def test_no_floor_was_lowered(root: Path) -> None:
    """Against every version that the history has."""
    path = FLOORS.relative_to(root).as_posix()
    log = subprocess.run(
        ["git", "log", "--format=%H", "--", path], cwd=root, capture_output=True, text=True, check=False
    )
    if log.returncode:
        pytest.skip("no git history here: the floors cannot be compared with older ones.")
    for commit in log.stdout.split():
        old = subprocess.run(["git", "show", f"{commit}:{path}"], cwd=root, capture_output=True, text=True, check=True)
        for key, floor in floors(old.stdout).items():
            assert NOW.get(key, 0.0) >= floor, f"{key} was {floor} in {commit[:8]}"
