"""Which SPARQL is refused: what changes data, asks another server, or is none."""

import socket
import threading
from collections.abc import Iterator

import pytest
from rdflib import Dataset

from kg.errors import QueryError
from kg.query import query
from kg.query.guard import decoded
from kg.store.local import LocalStore


@pytest.fixture
def server() -> Iterator[socket.socket]:
    """A port that listens, to see whether somebody comes."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        yield listening


def came(server: socket.socket) -> bool:
    try:
        server.accept()[0].close()
    except BlockingIOError:
        return False
    return True


def test_what_the_guard_refuses_would_be_followed(store: LocalStore, server: socket.socket) -> None:
    """Else the tests below would prove nothing."""
    text = f"SELECT * WHERE {{ SERVICE SILENT <http://127.0.0.1:{server.getsockname()[1]}/> {{ ?a ?b ?c }} }}"
    asking = threading.Thread(target=lambda: list(store.query(text)), daemon=True)
    asking.start()
    server.settimeout(30)
    server.accept()[0].close()
    asking.join(30)


PLAIN = 17  # of the queries below, those that nothing but a SERVICE is wrong with
SERVICE = "SERVICE <http://127.0.0.1:PORT/> { ?a ?b ?c }"
ASKING = [
    f"SELECT * WHERE {{ {SERVICE} }}",
    f"SELECT * WHERE {{ {SERVICE.replace('SERVICE', 'service silent')} }}",
    f"ASK {{ {SERVICE} }}",
    f"CONSTRUCT {{ ?a ?b ?c }} WHERE {{ {SERVICE} }}",
    f"DESCRIBE ?a WHERE {{ {SERVICE} }}",
    f"SELECT * WHERE {{ ?x ?y ?z OPTIONAL {{ {SERVICE} }} }}",
    f"SELECT * WHERE {{ {{ ?x ?y ?z }} UNION {{ {SERVICE} }} }}",
    f"SELECT * WHERE {{ ?x ?y ?z MINUS {{ {SERVICE} }} }}",
    f"SELECT * WHERE {{ ?x ?y ?z FILTER NOT EXISTS {{ {SERVICE} }} }}",
    f"SELECT * WHERE {{ ?x ?y ?z FILTER(1 = 2 || EXISTS {{ {SERVICE} }}) }}",
    f"SELECT * WHERE {{ ?x ?y ?z BIND(EXISTS {{ {SERVICE} }} AS ?e) }}",
    f"SELECT (EXISTS {{ {SERVICE} }} AS ?e) WHERE {{ ?x ?y ?z }}",
    f"SELECT ?x WHERE {{ ?x ?y ?z }} GROUP BY ?x HAVING(EXISTS {{ {SERVICE} }})",
    f"SELECT ?x WHERE {{ ?x ?y ?z }} ORDER BY (EXISTS {{ {SERVICE} }})",
    f"SELECT * WHERE {{ {{ SELECT * WHERE {{ {SERVICE} }} }} }}",
    f"SELECT * WHERE {{ GRAPH ?g {{ {SERVICE} }} }}",
    "SELECT * WHERE { VALUES ?s { <http://127.0.0.1:PORT/> } SERVICE ?s { ?a ?b ?c } }",
    # One parser's comment, or string, is the other one's SERVICE.
    f"SELECT * WHERE {{ # x\r {SERVICE} \n }}",
    f"SELECT * WHERE {{ # x\r\n {SERVICE} }}",
    f'SELECT * WHERE {{ ?x ?y "a\\u0022 # " . {SERVICE} \n }}',
    f"SELECT * WHERE {{ ?x ?y 'a\\u0027 # ' . {SERVICE} \n }}",
    f"SELECT * WHERE {{ ?x ?y 'a\\U00000027 # ' . {SERVICE} \n }}",
    f"SELECT * WHERE {{ ?x ?y 'a\\u005Cu0027 # ' . {SERVICE} \n }}",
    f"SELECT * WHERE {{ # \\u000D {SERVICE} \n }}",
    f"SELECT * WHERE {{ # \\u000A {SERVICE} \n }}",
    f"SELECT * WHERE {{ ?x ?y <urn:a\\u003E # > . {SERVICE} \n }}",
    f"SELECT * WHERE {{ {SERVICE.replace('SERVICE', chr(92) + 'u0053ERVICE')} }}",
    f'SELECT * WHERE {{ ?x ?y """a"#""" . {SERVICE} \n }}',
    f"SELECT * WHERE {{ ?x ?y <urn:a#b> . {SERVICE} \n }}",
    f"SELECT * WHERE {{ #\x0b\x0c\x85\u2028 x\n {SERVICE} }}",
    "LOAD <http://127.0.0.1:PORT/>",
    "LOAD SILENT <http://127.0.0.1:PORT/> INTO GRAPH <urn:g>",
    f"INSERT {{ ?a ?b ?c }} WHERE {{ {SERVICE} }}",
    "SELECT * FROM <http://127.0.0.1:PORT/> WHERE { ?a ?b ?c }",
    "SELECT * FROM NAMED <http://127.0.0.1:PORT/> WHERE { GRAPH ?g { ?a ?b ?c } }",
    "PREFIX x: <http://127.0.0.1:PORT/> BASE <http://127.0.0.1:PORT/> DESCRIBE <a>",
]


@pytest.mark.parametrize("text", ASKING)
def test_no_query_asks_another_server(store: LocalStore, server: socket.socket, text: str) -> None:
    before = len(store.engine)
    try:
        found = query(store, text.replace("PORT", str(server.getsockname()[1]))).rows
    except QueryError:
        found = ()
    assert not came(server)
    assert (found, len(store.engine)) == ((), before)


@pytest.mark.parametrize("text", ASKING[:PLAIN])
def test_service_is_refused_by_name(store: LocalStore, text: str) -> None:
    with pytest.raises(
        QueryError, match=r"^SERVICE is refused: a query may only read this graph, and ask no other server\.$"
    ):
        query(store, text.replace("PORT", "9"))


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "DELETE WHERE { ?a ?b ?c }",
        "LOAD <http://127.0.0.1/>",
        "CLEAR ALL",
        "DROP ALL ; SELECT * WHERE { ?a ?b ?c }",
        "PREFIX x: <urn:x> INSERT { ?a x:b 1 } WHERE { ?a ?b ?c }",
    ],
)
def test_updates_are_refused(store: LocalStore, text: str) -> None:
    before = len(store.engine)
    with pytest.raises(QueryError, match=r"changes data|not valid SPARQL"):
        query(store, text)
    assert len(store.engine) == before


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("SELECT ?a WHERE { ?a pos:opposes }", "The query is not valid SPARQL (line 1, column "),
        ("SELECT ?a\nWHERE { ?a ?b ?c", "The query is not valid SPARQL (line 2, column "),
        ("Wer ist dagegen?", "The query is not valid SPARQL (line 1, column 1"),
        ("", "The query is empty; write one in SPARQL"),
        (" \n", "The query is empty; write one in SPARQL"),
        ("SELECT ?a WHERE { ?a nope:x ?c }", "The prefix nope: is not declared; write PREFIX nope: <…> before the"),
        ("SELECT ?a WHERE { ?a a :x }", "The prefix : is not declared"),
        ("PREFIX a: <urn:a> SELECT ?a WHERE { ?a a:b 'x'^^b:c }", "The prefix b: is not declared"),
        ("SELECT ?b WHERE { ?a ?b ?c } GROUP BY ?a", "The query cannot be answered ("),
        ("SELECT ?a WHERE { ?a ?b '\\uD800' }", "The query has an escape that is no character"),
        ("SELECT ?a WHERE { ?a ?b '\\UFFFFFFFF' }", "The query has an escape that is no character"),
        (f"SELECT * WHERE {'{' * 3000} ?a ?b ?c {'}' * 3000}", "The query is nested too deeply"),
    ],
)
def test_what_is_no_query_is_named_in_one_sentence(store: LocalStore, text: str, sentence: str) -> None:
    with pytest.raises(QueryError) as raised:
        query(store, text)
    assert str(raised.value).startswith(sentence)
    assert "\n" not in str(raised.value)
    assert len(str(raised.value)) < 300


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a\\u0041", "aA"), ("\\U00000041", "A"), ("a\r\nb\rc", "a\nb\nc"), ("\\u005Cu0041", "A"), ("\\u000D", "\n")],
)
def test_both_parsers_get_a_text_without_escapes_and_with_one_kind_of_line_end(text: str, expected: str) -> None:
    assert decoded(text) == expected


def test_words_that_look_like_keywords_are_no_reason_to_refuse(dataset: Dataset) -> None:
    text = (
        "SELECT ?l WHERE { ?a skos:prefLabel ?l FILTER(CONTAINS(STR(?l), 'SERVICE LOAD INSERT')) } # SERVICE <urn:x> {}"
    )
    assert query(dataset, text).rows == ()
