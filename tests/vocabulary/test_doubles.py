"""Entries that are defined in two places."""

from pathlib import Path

import pytest

from kg.vocabulary.doubles import doubles
from kg.vocabulary.graph import Graph
from kg.vocabulary.load import ontologies
from kg.vocabulary.sources import sources

PREFIXES = """
@prefix pos: <https://w3id.org/diplokg/positions#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
STATE = '<a:1> a pos:State ; skos:prefLabel "A"@de .'
CUE = '<c:1> a pos:Cue ; pos:lemma "x"@de .'
FRENCH = '<a:1> skos:prefLabel "A"@fr ; skos:altLabel "B"@de .'

# the shipped files a.ttl and b.ttl, the user's own, what is said of them
CASES = [
    (STATE, CUE, "", ""),
    (STATE, FRENCH, "", ""),
    (STATE, "", '<a:1> skos:altLabel "B"@de .', ""),
    (STATE, "", '<a:1> a pos:State ; skos:prefLabel "B"@de .', ""),
    (STATE, STATE, "", "<a:1>: a State, skos:prefLabel in de stands more than once (a.ttl, b.ttl); keep one."),
    (STATE, '<a:1> skos:prefLabel "B"@de .', "", "<a:1>: skos:prefLabel in de stands more than once (a.ttl, b.ttl)"),
    (f'{STATE} <a:1> skos:prefLabel "B"@de .', "", "", "<a:1>: skos:prefLabel in de stands more than once (a.ttl)"),
    (CUE, "<c:1> a pos:Cue .", "", "<c:1>: a Cue stands more than once (a.ttl, b.ttl); keep one."),
    (CUE, CUE, "", "<c:1>: a Cue, pos:lemma stands more than once (a.ttl, b.ttl); keep one."),
    (f"{CUE} {CUE}", "", "", "<c:1>: a Cue, pos:lemma stands more than once (a.ttl); keep one."),
    (CUE, "", "<c:1> pos:words ( \"y\" ) .", ""),
    (CUE, "", CUE, "<c:1>: pos:lemma stands more than once (OWN, a.ttl); keep one."),
    ("", "", '<c:1> pos:lemma "x"@de , "x"@en .', "<c:1>: pos:lemma stands more than once (OWN); keep one."),
    (CUE, "", '<c:1> a pos:Cue ; pos:words ( "y" ) .', ""),
]  # fmt: skip


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    folder = tmp_path / "shipped"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(("first", "second", "own", "fault"), CASES)
def test_what_is_defined_twice_is_named_with_its_files(
    shipped: Path, first: str, second: str, own: str, fault: str
) -> None:
    mine = shipped.parent / "own.ttl"
    for path, turtle in ((shipped / "a.ttl", first), (shipped / "b.ttl", second), (mine, own)):
        path.write_text(PREFIXES + turtle, "utf-8")
    found = "\n".join(doubles(Graph(sources([shipped, mine])), shipped))
    expected = fault.replace("<", "").replace(">", "").replace("OWN", str(mine))
    assert found.startswith(expected) if expected else not found


def test_a_file_that_is_named_twice_counts_once(shipped: Path) -> None:
    path = shipped / "a.ttl"
    path.write_text(PREFIXES + CUE, "utf-8")
    assert list(doubles(Graph(sources([shipped, path, shipped / ".." / "shipped" / "a.ttl"])), shipped)) == []


def test_nothing_that_is_shipped_is_defined_twice() -> None:
    assert list(doubles(Graph(sources([ontologies()])), ontologies())) == []
