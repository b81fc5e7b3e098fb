"""Graphs into files: the same bytes each time, whole or not at all."""

import errno
import os
import resource
import stat
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib import Dataset, Literal, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from kg.assemble import assemble
from kg.errors import OutputError
from kg.store import read, write
from kg.store.formats import FORMATS
from kg.store.terms import term
from kg.store.write import MANY
from tests.assemble.examples import ARTICLE, CHANGED, DOCUMENT, RUN, VOCABULARY

SUFFIXES = list(FORMATS)
NAMED = [suffix for suffix in SUFFIXES if suffix != ".ttl"]
RDFLIB = {".ttl": "turtle", ".trig": "trig", ".nq": "nquads", ".jsonld": "json-ld"}


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return assemble([ARTICLE, CHANGED], VOCABULARY, RUN)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("suffix", NAMED)
def test_named_graphs_come_back(dataset: Dataset, suffix: str, tmp_path: Path) -> None:
    write(dataset, tmp_path / f"graph{suffix}")
    assert set(read(tmp_path / f"graph{suffix}").quads()) == set(dataset.quads())


def test_turtle_holds_the_union_in_its_default_graph(dataset: Dataset, tmp_path: Path) -> None:
    write(dataset, tmp_path / "graph.ttl")
    back = read(tmp_path / "graph.ttl")
    assert set(back.triples((None, None, None))) == set(dataset.triples((None, None, None)))
    assert {graph for *_, graph in back.quads()} <= {None, DATASET_DEFAULT_GRAPH_ID}


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_rdflib_reads_what_is_written(dataset: Dataset, suffix: str, tmp_path: Path) -> None:
    write(dataset, tmp_path / f"graph{suffix}")
    back = Dataset(default_union=True)
    back.parse(tmp_path / f"graph{suffix}", format=RDFLIB[suffix])
    assert set(back.triples((None, None, None))) == set(dataset.triples((None, None, None)))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_oxigraph_reads_what_is_written_and_changes_no_literal(dataset: Dataset, suffix: str, tmp_path: Path) -> None:
    """Its store normalises numbers and dates: those of the graph are in that form already."""
    write(dataset, tmp_path / f"graph{suffix}")
    store = ox.Store()
    store.load(path=str(tmp_path / f"graph{suffix}"))
    found = {(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in store}
    expected = {tuple(str(term(node)) for node in triple) for triple in dataset.triples((None, None, None))}
    assert found == expected


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_reading_and_writing_again_gives_the_same_bytes(dataset: Dataset, suffix: str, tmp_path: Path) -> None:
    one, two = tmp_path / f"one{suffix}", tmp_path / f"two{suffix}"
    write(dataset, one)
    write(read(one), two)
    assert one.read_bytes() == two.read_bytes()


def test_turtle_from_a_file_with_named_graphs_is_the_same_turtle(dataset: Dataset, tmp_path: Path) -> None:
    write(dataset, tmp_path / "one.ttl")
    write(dataset, tmp_path / "graph.trig")
    write(read(tmp_path / "graph.trig"), tmp_path / "two.ttl")
    assert (tmp_path / "one.ttl").read_bytes() == (tmp_path / "two.ttl").read_bytes()


def test_turtle_is_readable(dataset: Dataset, tmp_path: Path) -> None:
    write(dataset, tmp_path / "graph.ttl")
    text = (tmp_path / "graph.ttl").read_text(encoding="utf-8")
    article = f"d-{DOCUMENT.iri.rpartition('/')[2][:8]}"
    body = "\n".join(line for line in text.splitlines() if not line.startswith("@prefix"))
    assert f"@prefix {article}: <{DOCUMENT.iri}#> ." in text
    assert f"\n{article}:p-fa9bf7c243f2 a pos:Position ;" in body
    assert "<" not in body


@pytest.mark.parametrize(("articles", "prefixes"), [(MANY, MANY), (MANY + 1, 0)])
def test_articles_get_prefixes_of_their_own_unless_they_are_many(articles: int, prefixes: int, tmp_path: Path) -> None:
    dataset = Dataset()
    for number in range(articles):
        dataset.add((URIRef(f"https://w3id.org/diplokg/document/{number:08x}#p"), URIRef("urn:p"), Literal("x")))
    write(dataset, tmp_path / "graph.ttl")
    assert (tmp_path / "graph.ttl").read_text().count("@prefix d-") == prefixes
    assert len(read(tmp_path / "graph.ttl")) == articles


@pytest.mark.parametrize(("format", "suffix"), [("ttl", ".ttl"), (".NQ", ".nq"), ("trig", ".trig")])
def test_a_format_may_be_named(dataset: Dataset, format: str, suffix: str, tmp_path: Path) -> None:
    write(dataset, tmp_path / "graph", format=format)
    write(dataset, tmp_path / f"graph{suffix}")
    assert (tmp_path / "graph").read_bytes() == (tmp_path / f"graph{suffix}").read_bytes()


@pytest.mark.parametrize("name", ["graph.xlsx", "graph", "ttl", "graph.ttl.gz"])
def test_another_suffix_is_refused(dataset: Dataset, name: str, tmp_path: Path) -> None:
    with pytest.raises(
        OutputError, match=r": not a format of graphs; name the file with one of \.ttl, \.trig, \.nq, \.jsonld\.$"
    ):
        write(dataset, tmp_path / name)
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    "triple",
    [
        (URIRef("urn:a b"), URIRef("urn:p"), Literal("x")),
        (URIRef("urn:a"), URIRef("no scheme"), Literal("x")),
        (Literal("x"), URIRef("urn:p"), Literal("x")),
        (URIRef("urn:a"), rdflib.BNode(), Literal("x")),
    ],
)
def test_what_no_file_can_hold_is_refused_and_nothing_is_written(triple: tuple[URIRef, ...], tmp_path: Path) -> None:
    dataset = Dataset()
    dataset.graph(DATASET_DEFAULT_GRAPH_ID).add(triple)
    (tmp_path / "graph.ttl").write_text("old")
    with pytest.raises(OutputError, match=r"graph\.ttl: the graph is not valid RDF \("):
        write(dataset, tmp_path / "graph.ttl")
    assert (tmp_path / "graph.ttl").read_text() == "old"


# A disk that is full


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_full_disk_leaves_the_old_file_as_it_was(
    dataset: Dataset, suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = tmp_path / f"graph{suffix}"
    path.write_text("old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match=r"it cannot be written \(No space left on device\); free some space\.$"):
        write(dataset, path)
    assert (path.read_text(), names(tmp_path)) == ("old", [path.name])


def test_a_file_that_may_not_grow_leaves_the_old_one_as_it_was(dataset: Dataset, tmp_path: Path) -> None:
    """The system itself refuses, in the middle of the file."""
    path = tmp_path / "graph.nq"
    path.write_text("old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(OutputError, match="it cannot be written"):
            write(dataset, path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert (path.read_text(), names(tmp_path)) == ("old", [path.name])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_full_device_is_reported_and_still_a_device(dataset: Dataset) -> None:
    with pytest.raises(OutputError, match=r"^/dev/full: it cannot be written \(No space left on device\); free some"):
        write(dataset, "/dev/full", format="ttl")
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


def test_a_missing_folder_is_named(dataset: Dataset, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"missing/graph\.ttl: it cannot be written \(No such file or directory\)"):
        write(dataset, tmp_path / "missing" / "graph.ttl")
