"""CSV, read by pandas."""

import csv
from io import BytesIO, StringIO

import pandas as pd
import pytest

from kg.exchange.cells import harmless, original
from kg.exchange.table import table
from tests.assemble.examples import ADA, DOCUMENT, NORTH
from tests.exchange.graphs import BREAKING, BRIDGE, HOSTILE, POSITIONS, STORES


def read(graph: str) -> pd.DataFrame:
    return pd.read_csv(BytesIO(b"".join(table(STORES[graph], "de"))), dtype={"date": "str"}, keep_default_na=False)


@pytest.mark.parametrize("graph", STORES)
def test_pandas_reads_a_line_a_position(graph: str) -> None:
    assert len(read(graph)) == POSITIONS[graph]


def test_a_line_says_what_is_known_of_the_position() -> None:
    found = read("bridge")
    (row,) = found[found["holder_iri"] == ADA.iri].to_dict("records")
    assert row["holder"] == "Ada Beispiel"
    assert row["side_iri"] == NORTH.iri
    assert (row["stance"], row["target"], row["date"]) == ("opposes", "Bau: Brücke", "2031-05-06")
    assert (row["via"], row["confidence"]) == ("Morgenblatt | DPX", 0.75)
    assert DOCUMENT.text[int(row["start"]) : int(row["end"])] == row["sentence"]
    assert DOCUMENT.text[int(row["cue_start"]) : int(row["cue_end"])] == row["cue"] == "billigen"
    assert (row["title"], row["sha256"]) == (DOCUMENT.title, DOCUMENT.sha256)


def test_names_are_in_the_language_asked_for() -> None:
    assert "Northland" in b"".join(table(BRIDGE, "en")).decode()


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_no_cell_is_a_formula_whatever_the_spreadsheet_cuts_at(delimiter: str) -> None:
    text = b"".join(table(BREAKING, "de")).decode()
    cells = [cell for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter) for cell in row]
    lines = [line for cell in cells for line in cell.splitlines() or [cell]]
    assert [line for line in lines if line.lstrip(' "').startswith(("=", "+", "-", "@"))] == []


@pytest.mark.parametrize("text", [*HOSTILE, "=1", "'=1", "''=1", " =1", "a;'=1", "1-1", "'", "a\n-b"])
def test_what_was_made_text_comes_back(text: str) -> None:
    assert original(harmless(text)) == text.replace("\0", "\ufffd")


def test_a_hundred_thousand_separators_take_no_time() -> None:
    assert len(harmless(";\n" * 100_000 + " " * 100_000)) == 300_000
