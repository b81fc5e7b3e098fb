"""SPARQL of the user's own: what is answered, and how values are passed."""

import pyoxigraph as ox
import pytest
from rdflib import SKOS, XSD, Dataset, Literal, URIRef

from kg.errors import QueryError
from kg.query import query
from kg.query.values import value
from kg.store import in_memory
from kg.store.local import LocalStore
from kg.store.terms import quads_of
from tests.assemble.examples import BRIDGE, NORTH

NAMED = "?a skos:prefLabel ?l FILTER(STR(?l) = ?n)"
HOLDERS = "SELECT ?a WHERE { ?a pos:opposes ?b } ORDER BY ?a"


# Answers


def test_select_over_the_union_with_our_prefixes_declared(dataset: Dataset) -> None:
    table = query(dataset, HOLDERS)
    assert (table.kind, table.columns) == ("select", ("a",))
    assert [row[0].rpartition("/")[2] for row in table.rows if row[0]] == ["ada-beispiel", "nordland", "suedland"]


def test_an_unbound_variable_is_none(dataset: Dataset) -> None:
    assert query(dataset, "SELECT ?a ?b WHERE { BIND(1 AS ?a) }").rows == (("1", None),)


@pytest.mark.parametrize(("pattern", "answer"), [("?a pos:opposes ?b", "true"), ("?a pos:doubts ?b", "false")])
def test_ask(dataset: Dataset, pattern: str, answer: str) -> None:
    table = query(dataset, f"ASK {{ {pattern} }}")
    assert (table.kind, table.columns, table.rows) == ("ask", ("answer",), ((answer,),))


@pytest.mark.parametrize(
    "text", ["CONSTRUCT { ?a a pos:State } WHERE { ?a pos:opposes ?b }", "DESCRIBE actor:nordland"]
)
def test_construct_and_describe_give_a_triple_a_row_in_a_fixed_order(dataset: Dataset, text: str) -> None:
    table = query(dataset, text)
    assert (table.kind, table.columns) == ("construct", ("subject", "predicate", "object"))
    assert table.rows
    assert table.terms == tuple(sorted(set(table.terms), key=lambda row: [term.n3() for term in row if term]))


def test_named_graphs_can_be_asked_for(dataset: Dataset) -> None:
    rows = query(dataset, "SELECT (COUNT(DISTINCT ?g) AS ?n) WHERE { GRAPH ?g { ?p a pos:Position } }").rows
    assert rows == (("2",),)


def test_triples_in_the_default_graph_are_found_too() -> None:
    dataset = Dataset()
    dataset.add((URIRef("urn:a"), URIRef("urn:p"), Literal("x")))
    assert query(dataset, "SELECT ?o WHERE { <urn:a> <urn:p> ?o }").rows == (("x",),)


def test_asking_changes_nothing(dataset: Dataset) -> None:
    before = set(dataset.quads())
    query(dataset, HOLDERS)
    assert set(dataset.quads()) == before


def test_a_graph_that_is_not_rdf_is_named() -> None:
    dataset = Dataset()
    dataset.add((URIRef("urn:a b"), URIRef("urn:p"), Literal("x")))
    with pytest.raises(QueryError, match=r"^The graph is not valid RDF \("):
        query(dataset, HOLDERS)


# Values


@pytest.mark.parametrize(
    ("given", "term"),
    [
        ("Nordland", ox.Literal("Nordland")),
        ("", ox.Literal("")),
        ("actor:nordland", ox.NamedNode("https://w3id.org/diplokg/actor/nordland")),
        ("https://x.example/a?b=c#d", ox.NamedNode("https://x.example/a?b=c#d")),
        ("<urn:x:y>", ox.NamedNode("urn:x:y")),
        ("actor:a b", ox.Literal("actor:a b")),
        ("unknown:x", ox.Literal("unknown:x")),
        ("https://x.example/ a", ox.Literal("https://x.example/ a")),
        ('x" . ?s ?p ?o', ox.Literal('x" . ?s ?p ?o')),
        (URIRef("urn:x"), ox.NamedNode("urn:x")),
        (Literal("x", lang="de"), ox.Literal("x", language="de")),
        (Literal(7), ox.Literal("7", datatype=ox.NamedNode(str(XSD.integer)))),
    ],
)
def test_a_value_is_an_iri_only_if_it_is_written_as_one(given: str, term: ox.Literal | ox.NamedNode) -> None:
    assert value(given) == term


@pytest.mark.parametrize("given", ["<a b>", "<>", "<x> . <y>", URIRef("urn:a b")])
def test_a_broken_iri_is_refused(given: str) -> None:
    with pytest.raises(QueryError, match="is no IRI"):
        value(given)


@pytest.mark.parametrize(
    ("text", "values", "number"),
    [
        ("SELECT ?a ?b WHERE { ?a pos:opposes ?b }", {"a": "actor:nordland"}, 1),
        ("SELECT ?a ?b WHERE { ?a pos:opposes ?b }", {"a": "Nordland"}, 0),
        ("SELECT ?a ?n WHERE { ?a skos:prefLabel ?n }", {"n": Literal("Nordland", lang="de")}, 1),
        (f"SELECT ?a ?n WHERE {{ {NAMED} }}", {"n": "Nordland"}, 1),
        (f"SELECT ?a ?n WHERE {{ {{ SELECT ?a ?n WHERE {{ {NAMED} }} }} }}", {"n": "Nordland"}, 1),
        (f"SELECT ?n (COUNT(?a) AS ?c) WHERE {{ {NAMED} }} GROUP BY ?n", {"n": "Nordland"}, 1),
        (f"SELECT ?a ?n WHERE {{ ?a a pos:State FILTER EXISTS {{ {NAMED} }} }}", {"n": "Nordland"}, 1),
    ],
)
def test_a_value_is_seen_in_patterns_and_filters(
    store: LocalStore, text: str, values: dict[str, str], number: int
) -> None:
    assert len(query(store, text, **values).rows) == number


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("SELECT ?b WHERE { ?a pos:opposes ?b }", "The query has no ?a to give a value to; name it after SELECT."),
        ("SELECT * WHERE { ?a pos:opposes ?b }", "The query has no ?a to give a value to; name it after SELECT."),
        ("ASK { ?a pos:opposes ?b }", "The query has no ?a to give a value to; name it after SELECT."),
        ("SELECT ?a WHERE { ?x pos:opposes ?b FILTER(BOUND(?a)) }", "?a stands in BOUND, where"),
        ("SELECT ?a WHERE { ?x pos:opposes ?b BIND(STR(?a) AS ?c) }", "?a stands in BIND, where"),
        ("SELECT ?a WHERE { ?x pos:opposes ?b MINUS { ?a pos:opposes ?b } }", "?a stands in MINUS, where"),
        ("SELECT ?a WHERE { { SELECT ?b WHERE { ?a pos:opposes ?b } } }", "?a stands in an inner SELECT; let that"),
    ],
)
def test_a_value_that_would_not_be_seen_is_refused(store: LocalStore, text: str, reason: str) -> None:
    with pytest.raises(QueryError) as raised:
        query(store, text, a="actor:nordland")
    assert str(raised.value).startswith(reason)


INJECTIONS = [
    'x") || true || ("',
    "x' || '1'='1",
    'Nordland" . } SELECT * WHERE { ?s ?p ?o',
    "} ; DROP ALL ; #",
    "actor:nordland> . ?s ?p ?o . <urn:x",
    "<https://w3id.org/diplokg/actor/nordland> ; ?p ?o",
    "?holder",
    ".*",
    '\\" OR 1=1',
    "x\nSERVICE <http://127.0.0.1/> {}",
    "\\u0022) || true",
    "%",
]


@pytest.mark.parametrize("text", INJECTIONS)
def test_a_value_is_never_read_as_sparql(store: LocalStore, text: str) -> None:
    for name, key in (("positions-of", "actor"), ("evidence-for", "actor"), ("opponents-of", "issue")):
        values = {key: text}
        assert query(store, name, **values).rows == ()
    assert query(store, f"SELECT ?a ?n WHERE {{ {NAMED} }}", n=text).rows == ()


def test_a_hostile_label_is_found_by_its_own_words() -> None:
    dataset, name = Dataset(), 'x") || true || ("\n\\'
    dataset.add((URIRef("urn:a"), SKOS.prefLabel, Literal(name)))
    dataset.add((URIRef("urn:b"), SKOS.prefLabel, Literal("other")))
    assert [row[0] for row in query(dataset, f"SELECT ?a ?n WHERE {{ {NAMED} }}", n=name).rows] == ["urn:a"]


def test_a_store_that_was_copied_once_gives_the_same(dataset: Dataset) -> None:
    assert query(in_memory(quads_of(dataset)), HOLDERS) == query(dataset, HOLDERS)


def test_the_plain_triples_answer_in_one_line(dataset: Dataset) -> None:
    assert query(dataset, f"ASK {{ <{NORTH.iri}> pos:opposes <{BRIDGE.iri}> }}").rows == (("true",),)
