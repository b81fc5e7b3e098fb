"""The SPARQL 1.1 Protocol as clients see it: every form of query in every format, and what is refused."""

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import pyoxigraph as ox
import pytest

from kg.namespaces import CATALOGUE
from kg.serve.negotiate import GRAPHS, RESULTS
from tests.serve.conftest import HOSTILE, LABEL, ONE, SHARED, TRIPLES, TWO, WHERE_FROM
from tests.serve.server import ALL, Answer, Server, command, encoded

FORM, QUERY = "application/x-www-form-urlencoded", "application/sparql-query"
Way = Callable[[Server, str, str], Answer]
WAYS: dict[str, Way] = {
    "GET": lambda server, text, accept: server.query(text, accept),
    "form": lambda server, text, accept: server.ask(
        "POST", "/query", urlencode({"query": text}), Accept=accept, Content_Type=FORM
    ),
    "GET /sparql": lambda server, text, accept: server.ask(
        "GET", f"/sparql?{urlencode({'query': text})}", Accept=accept
    ),
    "form /sparql": lambda server, text, accept: server.ask(
        "POST", "/sparql", urlencode({"query": text}), Accept=accept, Content_Type=FORM
    ),
    "body": lambda server, text, accept: server.ask(
        "POST", "/query", text, Accept=accept, Content_Type=f"{QUERY}; charset=UTF-8"
    ),
}
SELECT = "SELECT ?label WHERE { <urn:a> <urn:label> ?label }"
CONSTRUCT = "CONSTRUCT { ?s ?p ?o } WHERE { VALUES ?s { <urn:a> <urn:all> } ?s ?p ?o }"


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", RESULTS)
def test_rows_in_every_format_and_hostile_labels_stay_text(server: Server, way: str, kind: str) -> None:
    found = WAYS[way](server, SELECT, kind)
    assert (found.status, found.kind.split(";")[0]) == (200, kind)
    if RESULTS[kind] == ox.QueryResultsFormat.CSV:
        assert found.text == 'label\r\n"{}"\r\n'.format(HOSTILE.replace('"', '""'))
    else:
        rows = ox.parse_query_results(found.text, format=RESULTS[kind])
        assert isinstance(rows, ox.QuerySolutions)
        assert [row["label"] for row in rows] == [LABEL.object]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", RESULTS)
def test_ask_in_every_format(server: Server, way: str, kind: str) -> None:
    for text, expected in (("ASK { <urn:a> ?p ?o }", True), ("ASK { <urn:none> ?p ?o }", False)):
        found = WAYS[way](server, text, kind)
        assert (found.status, found.kind.split(";")[0]) == (200, kind)
        if RESULTS[kind] == ox.QueryResultsFormat.CSV:
            assert found.text == str(expected).lower()
        else:
            assert bool(ox.parse_query_results(found.text, format=RESULTS[kind])) == expected


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", GRAPHS)
@pytest.mark.parametrize("text", [CONSTRUCT, "DESCRIBE <urn:a> <urn:all>"])
def test_graphs_in_every_format(server: Server, way: str, kind: str, text: str) -> None:
    found = WAYS[way](server, text, kind)
    assert (found.status, found.kind) == (200, kind if kind.startswith("application") else f"{kind}; charset=utf-8")
    assert {quad.triple for quad in ox.parse(found.text, format=GRAPHS[kind])} == {SHARED, LABEL}


@pytest.mark.parametrize(
    ("text", "accept", "status"),
    [
        (SELECT, "text/turtle", 406),
        (CONSTRUCT, "text/csv", 406),
        (SELECT, "image/png", 406),
        (SELECT, "application/n-triples, text/csv;q=0.1", 200),
        (CONSTRUCT, "text/csv, text/turtle;q=0.1", 200),
    ],
)
def test_what_is_not_acceptable(server: Server, text: str, accept: str, status: int) -> None:
    assert server.query(text, accept).status == status


def test_the_union_has_each_statement_once_and_graphs_are_there(server: Server) -> None:
    assert server.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "text/csv").text.split() == ["n", str(TRIPLES)]
    graphs = server.query("SELECT ?g { GRAPH ?g { <urn:all> ?p ?o } } ORDER BY ?g", "text/csv")
    assert graphs.text.split() == ["g", ONE, TWO]


def test_nobody_is_told_from_where_articles_were_read(server: Server) -> None:
    found = server.query("SELECT * { GRAPH ?g { ?s ?p ?o } }", "text/csv")
    assert found.text.count("\r\n") == TRIPLES + 2
    assert WHERE_FROM not in found.text
    assert str(CATALOGUE) not in found.text


def test_nobody_is_told_so_by_a_file_either(filled_file: Path) -> None:
    with filled_file.open("a", encoding="utf-8") as file:
        file.write(f'<{ONE}> <urn:readFrom> "{WHERE_FROM}" <{CATALOGUE}x> .\n')
    with command(str(filled_file), "--workers", "1") as server:
        for text in (ALL, "SELECT * { GRAPH ?g { ?s ?p ?o } }"):
            found = server.query(text, "text/csv")
            assert (found.text.count("urn:p"), WHERE_FROM in found.text) == (1, False)


def test_our_prefixes_need_not_be_declared(server: Server) -> None:
    assert server.query("ASK { ?s skos:prefLabel ?o }", "text/csv").text == "false"


@pytest.mark.parametrize(
    ("method", "path", "kind", "body", "status", "sentence"),
    [
        ("GET", "/query", "", "", 400, "The parameter query is missing; give it once."),
        ("GET", "/query?query=ASK{}&query=ASK{}", "", "", 400, "The parameter query is given more than once"),
        ("GET", "/query?query=", "", "", 400, "The query is empty"),
        ("GET", "/query?query=%FF", "", "", 400, "The parameters are not encoded"),
        ("GET", "/query?query=Wer+ist+dagegen", "", "", 400, "The query is not valid SPARQL (line 1, column 1"),
        ("GET", "/query?query=SELECT+?b{?a+?b+?c}GROUP+BY+?a", "", "", 400, "The query cannot be answered ("),
        ("GET", "/query?query=ASK{}&default-graph-uri=urn:g", "", "", 400, "default-graph-uri is not taken; name gra"),
        ("POST", "/query?named-graph-uri=urn:g", QUERY, "ASK {}", 400, "named-graph-uri is not taken"),
        ("POST", "/query", FORM, "query=ASK{}&named-graph-uri=urn:g", 400, "named-graph-uri is not taken"),
        ("POST", "/query", FORM, "update=CLEAR+ALL", 400, "The parameter query is missing"),
        ("POST", "/query", FORM, "&" * 1000, 400, "The parameters are not encoded"),
        ("POST", "/query", QUERY, b"ASK { <urn:a> <urn:b> '\xff' }", 400, "The body is not in UTF-8"),
        ("POST", "/query", QUERY, "CLEAR ALL", 400, "The query changes data"),
        ("POST", "/query", QUERY, f"ASK {'{' * 3000}{'}' * 3000}", 400, "The query is nested too deeply"),
        ("POST", "/query", QUERY, "#" * 70000, 413, "This is longer than 65536 bytes"),
        ("POST", "/query", FORM, "query=" + "%23" * 70000, 413, "This is longer than"),
        ("GET", "/query?query=" + "%23" * 66000, "", "", 413, "This is longer than 65536 bytes"),
        ("POST", "/query", "", "ASK {}", 415, "The body is of no type that is known here; send application/sparql-qu"),
        ("POST", "/query", "text/plain", "ASK {}", 415, "The body is of no type"),
        ("POST", "/query", "application/sparql-update", "CLEAR ALL", 415, "The body is of no type"),
        ("POST", "/query", f"{QUERY};charset=latin1", "ASK {}", 415, "The body is not in UTF-8"),
        ("POST", "/sparql", QUERY, "CLEAR ALL", 400, "The query changes data"),
        ("PUT", "/query", QUERY, "ASK {}", 405, "PUT does nothing here; use "),
        ("OPTIONS", "/query", "", "", 405, "OPTIONS does nothing here"),
        ("POST", "/", "", "", 405, "POST does nothing here"),
        ("POST", "/update", "application/sparql-update", "CLEAR ALL", 403, "SPARQL Update is not taken"),
        ("POST", "/update", FORM, "update=CLEAR+ALL", 403, "SPARQL Update is not taken"),
        ("PUT", f"/store?graph={encoded(ONE)}", "text/turtle", "", 403, "This server only reads"),
        ("DELETE", f"/store?graph={encoded(ONE)}", "", "", 403, "This server only reads"),
        ("GET", "/store?graph=urn:none", "", "", 404, "There is no graph <urn:none>"),
        ("GET", "/store?graph=no+iri", "", "", 400, "The parameter graph is no IRI"),
        ("GET", "/store?graph=urn:x%3E%20%7B%7D", "", "", 400, "The parameter graph is no IRI"),
        ("GET", "/store", "", "", 400, "The parameter graph is missing"),
        ("GET", "/none", "", "", 404, "There is nothing here; the page at / lists what there is."),
        ("GET", "/../../etc/passwd", "", "", 404, "There is nothing here"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(
    server: Server, method: str, path: str, kind: str, body: str | bytes, status: int, sentence: str
) -> None:
    found = server.ask(method, path, body, **({"Content_Type": kind} if kind else {}))
    assert (found.status, found.kind) == (status, "text/plain; charset=utf-8")
    assert found.text.startswith(sentence)
    assert found.text.count("\n") == 1
    assert len(found.text) < 300


@pytest.mark.parametrize("name", ["", f"graph={encoded(ONE)}"])
def test_graphs_can_be_read_by_name(server: Server, name: str) -> None:
    found = server.ask("GET", f"/store?{name or 'default'}", Accept="application/n-triples")
    triples = {quad.triple for quad in ox.parse(found.text, format=ox.RdfFormat.N_TRIPLES)}
    assert (found.status, len(triples)) == (200, TRIPLES)


def test_head_has_no_body(server: Server) -> None:
    found = server.ask("HEAD", f"/query?{urlencode({'query': ALL})}")
    assert (found.status, found.text) == (200, "")
    assert int(found.headers["content-length"]) > 1000


def test_health(server: Server) -> None:
    found = server.ask("GET", "/health")
    assert (found.status, found.kind) == (200, "application/json")
    assert json.loads(found.text) == {"status": "ok", "triples": TRIPLES, "graphs": 2}
