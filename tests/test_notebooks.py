"""The notebooks run from top to bottom, and are stored without outputs."""

from pathlib import Path
from typing import Any

import nbformat
import pytest

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))
each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)


def code_cells(notebook: Any) -> list[Any]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


@each_notebook
def test_it_is_stored_without_outputs(path: Path) -> None:
    cells = code_cells(nbformat.read(path, as_version=4))
    assert cells
    assert [cell for cell in cells if cell.outputs or cell.execution_count is not None] == []


def run(name: str, root: Path, place: Path) -> str:
    """What a notebook prints and shows, run in a folder of its own beside the seeds."""
    nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed (pip install diplokg[notebook])")
    (place / "notebooks").mkdir()
    for folder in ("seeds", "tests"):
        (place / folder).symlink_to(root / folder)
    notebook = nbformat.read(root / "notebooks" / name, as_version=4)
    nbclient.execute(notebook, cwd=str(place / "notebooks"), timeout=300)
    return "\n".join(text for cell in code_cells(notebook) for output in cell.outputs for text in texts(output))


@pytest.fixture(scope="module")
def printed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    place = tmp_path_factory.mktemp("checkout")
    shown = run("01_first_graph.ipynb", root, place)
    assert (place / "build" / "first.html").stat().st_size > 0
    return shown


def texts(output: Any) -> list[str]:
    return [str(output.get("text", "")), *(str(value) for value in output.get("data", {}).values())]


@pytest.mark.parametrize("name", ["Dmitri Peskow", "Robert Fico", "Johann Wadephul"])
def test_the_first_notebook_shows_who_holds_what(printed: str, name: str) -> None:
    assert name in printed


def test_the_first_notebook_draws_the_network(printed: str) -> None:
    assert "<Figure" in printed


def test_the_second_notebook_draws_and_compares(root: Path, tmp_path: Path) -> None:
    shown = run("02_who_stands_where.ipynb", root, tmp_path)
    assert shown.count("<svg") == 3
    assert "differ on " in shown


def test_the_third_notebook_reads_a_language_that_is_not_shipped(root: Path, tmp_path: Path) -> None:
    shown = run("03_add_a_language.ipynb", root, tmp_path)
    for line in (
        "nl: Ruritanië – opposes – wapenstilstand",
        "nl: regering van Sundland for Sundland – warns – wapenstilstand",
        "nl: Ruritanië – opposes – plan (via Sundland)",
        "Ruritanien – lehnt ab – Waffenstillstand – Ruritanië verwerpt de wapenstilstand.",
        "Ruritanien – lehnt ab – Waffenstillstand – Ruritanien lehnt den Waffenstillstand ab.",
    ):
        assert line in shown


def test_the_fourth_notebook_tells_how_positions_moved(root: Path, tmp_path: Path) -> None:
    shown = run("04_positions_over_time.ipynb", root, tmp_path)
    assert "2031-03-15 | opposes |  | reverses |" in shown
    assert "arcania | ceasefire | demands | opposes | 2031-03-15" in shown
    assert "<Figure" in shown
    assert "Doravia | supports | deployment of troops to Cortavia | diplomats" in shown
    assert "immediate ceasefire | ceasefire | Arcania | if Belutan withdraws its troops | Cortavia | " in shown
