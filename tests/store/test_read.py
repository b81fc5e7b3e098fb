"""Files into graphs: what is broken is named in one sentence, and nothing is fetched."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import Dataset, Literal, URIRef

from kg.assemble import assemble
from kg.errors import InputError, StoreError
from kg.namespaces import CATALOGUE
from kg.store import open_store, read, write
from kg.store.formats import FORMATS
from tests.assemble.examples import ARTICLE, CHANGED, RUN, VOCABULARY


@pytest.fixture
def port() -> Iterator[socket.socket]:
    """A port that listens, to see whether somebody comes."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


def came(server: socket.socket) -> bool:
    try:
        server.accept()[0].close()
    except BlockingIOError:
        return False
    return True


FAULTS = {
    "missing.ttl": (None, "no such file; check the path."),
    "missing": (None, "there is no such file or folder; name a graph (.ttl, .trig, .nq, .jsonld) or a store's folder."),
    "graph.txt": (b"", "not a format of graphs; name a file with one of .ttl, .trig, .nq, .jsonld."),
    "graph.ttl": (b"<urn:a> <urn:b> ", "the graph is malformed ("),
    "prefix.ttl": (b"x:a x:b x:c .", "the graph is malformed ("),
    "space.ttl": (b"<urn:a b> <urn:b> <urn:c> .", "the graph is malformed ("),
    "graph.nq": (b"<urn:a> <urn:b> <urn:c> <urn:d> <urn:e> .", "the graph is malformed ("),
    "graph.trig": (b"<urn:g> { <urn:a> <urn:b>", "the graph is malformed ("),
    "graph.jsonld": (b'{"@id": "urn:a", ', "the graph is malformed ("),
    "binary.ttl": (bytes(range(256)), "the graph is malformed ("),
    "latin.nq": ('<urn:a> <urn:b> "ä" .'.encode("latin-1"), "the graph is malformed ("),
    "quoted.ttl": (b"<urn:a> <urn:b> <<( <urn:c> <urn:d> <urn:e> )>> .", "the graph is malformed ("),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named_in_one_sentence(name: str, tmp_path: Path) -> None:
    content, sentence = FAULTS[name]
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError) as raised:
        read(tmp_path / name)
    assert str(raised.value).startswith(f"{tmp_path / name}: {sentence}")
    assert str(raised.value).isprintable()
    assert str(raised.value).endswith(".")


@pytest.mark.parametrize("name", ["a.ttl", "graphs"])
def test_a_folder_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    for reading in (read, open_store):
        with pytest.raises(StoreError, match=rf"{name}: this folder is no store; name a file in it, or make a store"):
            reading(tmp_path / name)


@pytest.mark.parametrize("suffix", FORMATS)
def test_an_empty_file_is_an_empty_graph_where_the_format_has_one(suffix: str, tmp_path: Path) -> None:
    (tmp_path / f"a{suffix}").write_bytes(b"" if suffix != ".jsonld" else b"[]")
    assert len(read(tmp_path / f"a{suffix}")) == 0


def test_a_context_on_the_web_is_not_fetched(port: socket.socket, tmp_path: Path) -> None:
    address = f"http://127.0.0.1:{port.getsockname()[1]}/context"
    (tmp_path / "a.jsonld").write_text(f'{{"@context": "{address}", "@id": "urn:a", "name": "x"}}')
    with pytest.raises(InputError, match="the graph is malformed"):
        read(tmp_path / "a.jsonld")
    assert not came(port)


def test_an_address_without_a_scheme_counts_from_the_file(tmp_path: Path) -> None:
    (tmp_path / "a b.ttl").write_text("<#me> <urn:p> <x> .")
    (triple,) = read(tmp_path / "a b.ttl").triples((None, None, None))
    assert str(triple[0]) == (tmp_path / "a b.ttl").as_uri() + "#me"


def test_no_literal_is_changed(tmp_path: Path) -> None:
    text = '<urn:a> <urn:p> 0.910 , "07"^^<http://www.w3.org/2001/XMLSchema#integer> , "x"@de-AT , "x" .'
    (tmp_path / "a.ttl").write_text(text)
    back = read(tmp_path / "a.ttl")
    assert {str(value) for value in back.objects(URIRef("urn:a"))} == {"0.910", "07", "x"}
    assert Literal("x", lang="de-at") in set(back.objects(URIRef("urn:a")))


def test_queries_of_rdflib_see_the_union(tmp_path: Path) -> None:
    write(assemble([ARTICLE, CHANGED], VOCABULARY, RUN), tmp_path / "a.trig")
    rows = list(read(tmp_path / "a.trig").query("SELECT ?a WHERE { ?a pos:supports ?b . ?a pos:opposes ?b }"))
    assert [str(row.a) for row in rows] == ["https://w3id.org/diplokg/actor/nordland"]


def test_a_store_has_the_named_graphs_and_their_union(tmp_path: Path) -> None:
    dataset = assemble([ARTICLE, CHANGED], VOCABULARY, RUN)
    write(dataset, tmp_path / "a.trig")
    store = open_store(tmp_path / "a.trig")
    (union,) = store.query("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")
    (named,) = store.query("SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }")
    assert int(union["n"].value) == len(set(dataset.triples((None, None, None))))
    assert int(named["n"].value) == len(set(dataset.quads()))


def test_a_broken_file_opens_no_store(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("<urn:a>")
    with pytest.raises(InputError, match="the graph is malformed"):
        open_store(tmp_path / "a.ttl")


def test_graphs_may_be_named_by_blank_nodes(tmp_path: Path) -> None:
    (tmp_path / "a.nq").write_text("<urn:a> <urn:p> <urn:c> _:g .")
    back = read(tmp_path / "a.nq")
    assert isinstance(back, Dataset)
    assert len(list(back.quads())) == 1


def test_the_catalogue_in_a_file_is_not_in_the_union(tmp_path: Path) -> None:
    file = tmp_path / "part.nq"
    graphs = ("https://example.org/article", f"{CATALOGUE}x")
    file.write_text("".join(f"<{graph}> <urn:p> <urn:o> <{graph}> .\n" for graph in graphs), "utf-8")
    store = open_store(file)
    assert [str(triple.subject) for triple in store.triples()] == ["<https://example.org/article>"]
    assert set(store.graphs()) == set(graphs)
