"""Identifiers of Wikidata: well formed, one for each entry, and with a source that stands in the file."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.vocabulary.load import ontologies

SAME = ("http://www.w3.org/2004/02/skos/core#exactMatch", "http://www.w3.org/2002/07/owl#sameAs")
ITEM = re.compile(r"http://www\.wikidata\.org/entity/Q[1-9][0-9]*")
SOURCE = re.compile(r"^# Source of the Wikidata identifiers\b.*: \S+", re.MULTILINE)

HEAD = "# Source of the Wikidata identifiers: a list\n"
PREFIXES = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
WIKIDATA = "http://www.wikidata.org/entity/"
GOOD = [
    f"<a:1> skos:exactMatch <{WIKIDATA}Q1> . <a:2> owl:sameAs <{WIKIDATA}Q20> .",
    "<a:1> skos:exactMatch <https://sws.geonames.org/1/> .",
]
BAD = [
    (f"<a:1> skos:exactMatch <{WIKIDATA}P1> .", "a:1: http://www.wikidata.org/entity/P1 is no item"),
    (f"<a:1> skos:exactMatch <{WIKIDATA}Q01> .", "a:1: http://www.wikidata.org/entity/Q01 is no item"),
    ("<a:1> owl:sameAs <https://www.wikidata.org/wiki/Q1> .", "a:1: https://www.wikidata.org/wiki/Q1 is no item"),
    (f'<a:1> skos:exactMatch "{WIKIDATA}Q1" .', "a:1: http://www.wikidata.org/entity/Q1 is no item"),
    (
        f"<a:1> skos:exactMatch <{WIKIDATA}Q1> . <a:2> owl:sameAs <{WIKIDATA}Q1> .",
        "http://www.wikidata.org/entity/Q1 stands 2 times",
    ),
    (f"<a:1> skos:exactMatch <{WIKIDATA}Q1> , <{WIKIDATA}Q2> .", "a:1 has 2 identifiers"),
]


def identifiers(path: Path) -> Iterator[tuple[str, ox.NamedNode | ox.Literal]]:
    """(subject, object) of all that points to Wikidata, however it is written."""
    for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE, base_iri="https://w3id.org/diplokg/"):
        found = quad.object
        if quad.predicate.value in SAME and isinstance(found, ox.NamedNode | ox.Literal) and "wikidata" in found.value:
            yield key(quad.subject), found


def key(subject: object) -> str:
    return subject.value if isinstance(subject, ox.NamedNode) else str(subject)


def wrong(paths: list[Path]) -> Iterator[str]:
    """All that is wrong with the identifiers of these files."""
    found = [(path, subject, item) for path in paths for subject, item in identifiers(path)]
    for _, subject, item in found:
        if not (isinstance(item, ox.NamedNode) and ITEM.fullmatch(item.value)):
            yield f"{subject}: {item.value} is no item"
    for name, count in Counter(item.value for _, _, item in found).items():
        if count > 1:
            yield f"{name} stands {count} times"
    for subject, count in Counter(subject for _, subject, _ in found).items():
        if count > 1:
            yield f"{subject} has {count} identifiers"
    for path in dict.fromkeys(path for path, _, _ in found):
        if not SOURCE.search(path.read_text("utf-8")):
            yield f"{path.name}: names no source of its identifiers"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return tmp_path / "sample.ttl"


def test_what_is_shipped_has_sound_identifiers_of_wikidata() -> None:
    assert list(wrong(sorted(ontologies().rglob("*.ttl")))) == []


def test_most_states_have_one() -> None:
    states = dict(identifiers(ontologies() / "actors" / "states.ttl"))
    assert len(states) >= 240
    assert states["https://w3id.org/diplokg/actor/germany"].value == f"{WIKIDATA}Q183"


@pytest.mark.parametrize("turtle", GOOD)
def test_sound_identifiers_pass(sample: Path, turtle: str) -> None:
    sample.write_text(HEAD + PREFIXES + turtle, "utf-8")
    assert list(wrong([sample])) == []


@pytest.mark.parametrize(("turtle", "fault"), BAD, ids=[fault for _, fault in BAD])
def test_a_bad_identifier_is_named(sample: Path, turtle: str, fault: str) -> None:
    sample.write_text(HEAD + PREFIXES + turtle, "utf-8")
    assert list(wrong([sample])) == [fault]


def test_a_file_without_a_source_is_named(sample: Path) -> None:
    sample.write_text(PREFIXES + GOOD[0], "utf-8")
    assert list(wrong([sample])) == ["sample.ttl: names no source of its identifiers"]
