"""Tables as text."""

import csv
import io
import json

import pyoxigraph as ox
import pytest
from rdflib import XSD, BNode, Graph, Literal, URIRef

from kg.errors import QueryError
from kg.query import Table, query, render
from kg.store.local import LocalStore

MIXED = Table(
    "select",
    ("a", "b"),
    (
        (URIRef("urn:x"), Literal('Straße, "quer"\nfeld', lang="de")),
        (URIRef("https://w3id.org/diplokg/actor/nordland"), None),
        (BNode("b1"), Literal("7", datatype=XSD.integer)),
    ),
    {"urn:x": "Ixen"},
)


def test_a_table_for_a_reader_has_names_and_prefixes_and_one_line_a_row() -> None:
    assert render(MIXED) == (
        "a               b\n"
        "--------------  --------------------\n"
        'Ixen            Straße, "quer" feld\n'
        "actor:nordland\n"
        "b1              7\n"
    ).replace("--------------------", "-" * 19)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "[31mred [0m"),
        ("a\rb\x07c\x9bd", "a b c d"),
        ("links\u202erechts", "links rechts"),
        ("a\u2028b", "a b"),
        ("wort " * 40, ("wort " * 15).strip() + " …"),
        ("x" * 200, "x" * 200),
        ("", ""),
    ],
)
def test_a_cell_holds_nothing_that_a_terminal_obeys(text: str, shown: str) -> None:
    table = Table("select", ("a",), ((Literal(text),),))
    assert render(table).splitlines()[2:] == [shown]


def test_a_table_without_rows_has_its_columns() -> None:
    assert render(Table("select", ("a", "bc"), ())) == "a  bc\n-  --\n"


def test_csv_has_every_value_in_full_and_names_beside_it() -> None:
    assert list(csv.reader(io.StringIO(render(MIXED, "csv")))) == [
        ["a", "aLabel", "b"],
        ["urn:x", "Ixen", 'Straße, "quer"\nfeld'],
        ["https://w3id.org/diplokg/actor/nordland", "", ""],
        ["b1", "", "7"],
    ]


def test_json_is_that_of_sparql() -> None:
    found = json.loads(render(MIXED, "json"))
    assert found["head"] == {"vars": ["a", "aLabel", "b"]}
    assert found["results"]["bindings"] == [
        {
            "a": {"type": "uri", "value": "urn:x"},
            "aLabel": {"type": "literal", "value": "Ixen"},
            "b": {"type": "literal", "value": 'Straße, "quer"\nfeld', "xml:lang": "de"},
        },
        {"a": {"type": "uri", "value": "https://w3id.org/diplokg/actor/nordland"}},
        {"a": {"type": "bnode", "value": "b1"}, "b": {"type": "literal", "value": "7", "datatype": str(XSD.integer)}},
    ]


def test_oxigraph_reads_the_json() -> None:
    solutions = ox.parse_query_results(render(MIXED, "json"), format=ox.QueryResultsFormat.JSON)
    assert isinstance(solutions, ox.QuerySolutions)
    assert [str(row["a"]) for row in solutions] == ["<urn:x>", "<https://w3id.org/diplokg/actor/nordland>", "_:b1"]


@pytest.mark.parametrize("answer", [True, False])
def test_ask_is_a_boolean(store: LocalStore, answer: bool) -> None:
    table = query(store, f"ASK {{ ?a {'pos:opposes' if answer else '<urn:p>'} ?b }}")
    assert json.loads(render(table, "json")) == {"head": {}, "boolean": answer}
    assert render(table, "csv") == f"answer\n{str(answer).lower()}\n"


def test_construct_is_turtle(store: LocalStore) -> None:
    table = query(store, "CONSTRUCT { ?a pos:opposes ?b } WHERE { ?a pos:opposes ?b }")
    graph = Graph().parse(data=render(table, "turtle"), format="turtle")
    assert set(graph) == set(table.terms)
    assert "actor:nordland pos:opposes issue:construction.bridge ." in render(table, "turtle")


def test_only_a_graph_can_be_turtle(store: LocalStore) -> None:
    with pytest.raises(QueryError, match=r"^Only CONSTRUCT and DESCRIBE answer with a graph"):
        render(query(store, "who-holds-what"), "turtle")


def test_an_unknown_format_is_named() -> None:
    with pytest.raises(QueryError, match=r"^'xml' is no format of results; there are table, csv, json, turtle\.$"):
        render(MIXED, "xml")


def test_a_query_of_the_users_own_has_no_columns_that_it_did_not_ask_for(store: LocalStore) -> None:
    table = query(store, "SELECT ?a WHERE { ?a a pos:State } ORDER BY ?a")
    assert render(table, "csv").splitlines()[0] == "a"
    assert render(table).splitlines()[2:] == ["actor:nordland", "actor:suedland"]


def test_a_stored_query_shows_names(store: LocalStore) -> None:
    lines = render(query(store, "opponents-of", issue="Brücke")).splitlines()
    assert lines[0].split() == [
        "holder", "side", "stance", "target", "condition", "date", "factuality", "confidence", "sentence", "source",
    ]  # fmt: skip
    assert lines[2].split("  ")[:4] == ["Ada Beispiel", "Nordland", "lehnt ab", "Bau: Brücke"]
    assert "2031-05-06  berichtet" in lines[2]


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (None, ["Nordland  unterstützt  Bau einer Brücke"]),
        (36, ["Nordland  unterstützt  Bau einer Br…"]),
        (30, ["Nordland  unterstü…  Bau eine…"]),
        (10, ["Nordla…  unters…  Bau ei…"]),
    ],
)
def test_cells_are_cut_to_the_width_of_the_terminal_the_longest_first(width: int | None, lines: list[str]) -> None:
    row = (Literal("Nordland"), Literal("unterstützt"), Literal("Bau einer Brücke"))
    table = Table("select", ("a", "b", "c"), (row,))
    assert render(table, width=width).splitlines()[2:] == lines
    assert "Bau einer Brücke" in render(table, "csv", width=width)
    assert "Bau einer Brücke" in render(table, "json", width=width)
