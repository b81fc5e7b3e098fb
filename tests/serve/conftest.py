"""A store to be served: two articles that share a statement, a hostile label, and a catalogue."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.store import on_disk
from kg.store.catalogue import Catalogue, Entry
from kg.store.independence import recount
from tests.serve.server import Server, command

ONE, TWO = "https://example.org/one", "https://example.org/two"
HOSTILE = """<script>alert("1")</script> & ' ]]> \t\\ , ;"""
SHARED = ox.Triple(ox.NamedNode("urn:all"), ox.NamedNode("urn:share"), ox.NamedNode("urn:this"))
LABEL = ox.Triple(ox.NamedNode("urn:a"), ox.NamedNode("urn:label"), ox.Literal(HOSTILE, language="en"))
NUMBERS = [
    ox.Triple(ox.NamedNode(f"urn:s{number}"), ox.NamedNode("urn:number"), ox.Literal(number)) for number in range(200)
]
TRIPLES = 2 + len(NUMBERS)
WHERE_FROM = "/home/somebody/secret.txt"


def fill(place: Path) -> Path:
    with closing(on_disk(place, create=True)) as store:
        catalogue = Catalogue(store)
        catalogue.put(WHERE_FROM, Entry(ONE, "recipe"), {ONE: [SHARED, LABEL, *NUMBERS]})
        catalogue.put("/home/somebody/other.txt", Entry(TWO, "recipe"), {TWO: [SHARED]})
        recount(store)
    return place


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("served") / "store")


@pytest.fixture(scope="session")
def server(filled: Path) -> Iterator[Server]:
    """`kg serve` of the store, as it comes, but for a time limit that tests can wait for."""
    with command(str(filled), "--timeout", "2", "--workers", "2") as found:
        yield found


@pytest.fixture
def filled_file(tmp_path: Path) -> Path:
    """A graph in a file, with one statement, in one graph."""
    file = tmp_path / "graph.nq"
    file.write_text(f"<urn:s> <urn:p> <urn:o> <{ONE}> .\n", encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def filled_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("copy") / "store")
