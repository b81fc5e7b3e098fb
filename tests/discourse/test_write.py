"""Networks as files."""

import csv
import io
from datetime import date
from pathlib import Path

import networkx as nx
import pytest

from kg.discourse.networks import congruence, two_mode
from kg.discourse.write import labelled, write
from kg.errors import OutputError
from tests.discourse.examples import SAMPLE, statements

HOSTILE = 'Bad\x01 <b>&"] ]]> \ufffe=1+1,\n'


def hostile() -> "nx.Graph[str]":
    network = congruence(statements("| a\n x | +1\n y | +1"))
    return labelled(network, {"x": HOSTILE})


@pytest.mark.parametrize(("suffix", "read"), [(".graphml", nx.read_graphml), (".gexf", nx.read_gexf)])
def test_what_is_written_can_be_read_whatever_a_label_says(suffix: str, read: object, tmp_path: Path) -> None:
    write(hostile(), tmp_path / f"n{suffix}")
    again = read(tmp_path / f"n{suffix}")  # type: ignore[operator]
    assert again.nodes["x"]["label"].startswith("Bad\ufffd <b>&")
    assert again.nodes["y"]["label"] == "y"
    assert again["x"]["y"]["weight"] == 1


def test_a_table_has_a_tie_a_row(tmp_path: Path) -> None:
    write(hostile(), tmp_path / "n.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "n.csv").read_text(), newline="")))
    assert rows == [["source", "target", "weight", "sourceLabel", "targetLabel"], ["x", "y", "1.0", HOSTILE, "y"]]


def test_no_label_is_a_formula_to_a_spreadsheet(tmp_path: Path) -> None:
    write(labelled(congruence(statements("| a\n x | +1\n y | +1")), {"x": "=1+1", "y": "a;-1"}), tmp_path / "n.csv")
    assert (tmp_path / "n.csv").read_text().endswith("\nx,y,1.0,'=1+1,a;'-1\n")


def test_a_network_without_ties_is_a_table_without_rows(tmp_path: Path) -> None:
    write(congruence([]), tmp_path / "n.csv")
    assert (tmp_path / "n.csv").read_text() == "source,target,weight,sourceLabel,targetLabel\n"


@pytest.mark.parametrize("suffix", [".graphml", ".gexf", ".csv", ".GEXF"])
def test_the_same_network_gives_the_same_bytes_on_every_day(suffix: str, tmp_path: Path) -> None:
    debate = statements(SAMPLE)
    for name, said in (("one", debate), ("other", debate[::-1])):
        write(two_mode(said), tmp_path / f"{name}{suffix}")
    one, other = ((tmp_path / f"{name}{suffix}").read_text() for name in ("one", "other"))
    assert one == other
    assert f"{date.today():%Y-%m}" not in one


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"n\.png: no format of networks; name a file with one of \.graphml"):
        write(congruence([]), tmp_path / "n.png")
