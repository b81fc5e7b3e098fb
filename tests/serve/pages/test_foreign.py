"""Graphs that others made: things without names, things without labels, things of which half is missing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serve.pages.reading import read
from tests.serve.server import Server, command

GRAPH = """
@prefix pos: <https://w3id.org/diplokg/positions#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix schema: <https://schema.org/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix : <https://example.org/> .
:paper a schema:NewsArticle ; schema:publisher "Blatt" ; schema:datePublished "bald" .
:one a pos:Position ; pos:holder :somebody ; pos:stance pos:likes ; pos:target :something ;
    prov:wasDerivedFrom :paper ; pos:confidence "sehr" ; pos:attribution :ring .
:ring rdf:first :hop ; rdf:rest :ring .
:hop pos:party "niemand" .
_:two a pos:Position ; pos:holder _:nameless ; pos:stance pos:likes ; pos:target _:nothing ;
    prov:wasDerivedFrom :paper ; pos:evidence [ oa:hasSelector [ oa:exact "Worte" ] , [ oa:start 1 ; oa:end 6 ] ] .
[] a rdf:Statement ; rdf:subject :somebody ; rdf:predicate pos:knows ; rdf:object _:nameless ;
    prov:wasDerivedFrom :paper ; pos:evidence [] .
:somebody a pos:Person ; pos:likes _:nothing , :something .
:other pos:likes :something .
pos:likes pos:polarity pos:favour .
"""


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    file = tmp_path_factory.mktemp("foreign") / "graph.ttl"
    file.write_text(GRAPH, "utf-8")
    with command(str(file), "--workers", "1") as server:
        yield server


@pytest.mark.parametrize(
    ("page", "values", "words"),
    [
        ("", {}, "somebody"),
        ("actor", {"iri": "https://example.org/somebody"}, "other 1 Übereinstimmung"),
        ("issue", {"iri": "https://example.org/something"}, "dafür 1 somebody"),
        ("document", {"iri": "https://example.org/paper"}, "paper"),
        ("position", {"iri": "https://example.org/one"}, "somebody likes something"),
        ("source", {"name": "Blatt"}, "1 Artikel"),
        ("decisions", {}, "Noch hat niemand"),
    ],
)
def test_they_are_shown_as_far_as_they_go(foreign: Server, page: str, values: dict[str, str], words: str) -> None:
    found = read(foreign, page, **values)
    assert found.status == 200
    assert words in found.text


def test_an_empty_graph_says_so(tmp_path: Path) -> None:
    (tmp_path / "empty.nq").write_text("", "utf-8")
    with command(str(tmp_path / "empty.nq"), "--workers", "1") as server:
        assert "Dieser Graph enthält keine Positionen." in read(server, "").text
        assert server.ask("GET", "/view").status == 200
