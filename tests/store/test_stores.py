"""What each store does alike: in memory, on disk, behind an endpoint."""

from collections.abc import Iterable

import pyoxigraph as ox
import pytest

from kg.assemble import assemble
from kg.namespaces import CATALOGUE
from kg.query import query
from kg.query.stored import every
from kg.store import Store, in_memory
from kg.store.base import quads
from kg.store.terms import quads_of
from tests.assemble.examples import ARTICLE, CHANGED, RUN, VOCABULARY

ONE, TWO, THREE = "urn:g:1", "urn:g:2", "urn:g:3"
HIDDEN = str(CATALOGUE.x)
P = ox.NamedNode("urn:p")


def triple(text: str) -> ox.Triple:
    """»a b c«: three addresses."""
    subject, predicate, value = (ox.NamedNode(f"urn:{word}") for word in text.split())
    return ox.Triple(subject, predicate, value)


def triples(*texts: str) -> list[ox.Triple]:
    return [triple(text) for text in texts]


def union(store: Store) -> list[str]:
    return sorted(str(one) for one in store.triples())


def said(*texts: str) -> list[str]:
    return sorted(str(triple(text)) for text in texts)


def test_a_blank_node_from_elsewhere_is_nobody_and_not_everybody(store: Store) -> None:
    store.put({ONE: triples("a p b")})
    assert list(store.triples(ox.BlankNode("a"))) == []


def test_a_new_store_is_empty(store: Store) -> None:
    assert (list(store.graphs()), list(store.triples()), list(quads(store))) == ([], [], [])


def test_a_graph_comes_back(store: Store) -> None:
    store.put({ONE: triples("a p b", "a p c")})
    assert list(store.graphs()) == [ONE]
    assert sorted(map(str, store.graph(ONE))) == said("a p b", "a p c")
    assert list(store.graph(TWO)) == []


def test_what_two_graphs_say_stands_once_in_the_union(store: Store) -> None:
    store.put({ONE: triples("a p b"), TWO: triples("a p b", "a p c")})
    assert union(store) == said("a p b", "a p c")
    assert query(store, "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").rows == (("2",),)


def test_a_graph_that_is_put_again_is_replaced(store: Store) -> None:
    store.put({ONE: triples("a p b", "a p c"), TWO: triples("a p c")})
    store.put({ONE: triples("a p d")})
    assert union(store) == said("a p c", "a p d")
    assert sorted(map(str, store.graph(ONE))) == said("a p d")


def test_what_a_dropped_graph_alone_says_is_gone(store: Store) -> None:
    store.put({ONE: triples("a p b", "a p c"), TWO: triples("a p c"), THREE: triples("a p e")})
    store.put({}, [ONE])
    assert sorted(store.graphs()) == [TWO, THREE]
    assert union(store) == said("a p c", "a p e")


def test_what_two_dropped_graphs_say_goes_with_the_second(store: Store) -> None:
    store.put({ONE: triples("a p b"), TWO: triples("a p b"), THREE: triples("x p y")})
    store.put({}, [ONE, TWO])
    assert union(store) == said("x p y")


def test_one_graph_may_take_the_place_of_another(store: Store) -> None:
    store.put({ONE: triples("a p b", "s p o")})
    store.put({TWO: triples("a p c", "s p o")}, [ONE])
    assert list(store.graphs()) == [TWO]
    assert union(store) == said("a p c", "s p o")


def test_a_graph_that_is_not_there_may_be_dropped(store: Store) -> None:
    store.put({ONE: triples("a p b")}, [TWO])
    assert union(store) == said("a p b")


def test_the_catalogue_is_in_no_answer_and_in_no_file(store: Store) -> None:
    store.put({HIDDEN: triples("a p b"), ONE: triples("a p c")})
    assert union(store) == said("a p c")
    assert {quad.graph_name.value for quad in quads(store) if isinstance(quad.graph_name, ox.NamedNode)} == {ONE}
    assert sorted(map(str, store.graph(HIDDEN))) == said("a p b")
    store.put({ONE: triples("a p b")})
    store.put({}, [ONE])
    assert union(store) == []


HOSTILE = [
    'quote " backslash \\ end',
    "line\nbreak\ttab\rreturn",
    '""" } INSERT DATA { <urn:x> <urn:y> <urn:z> } #',
    "\\u0022 . } DROP ALL #",
    "\u202eright to left\u202c \u00e4\u0308 \U0001f54a",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(store: Store, text: str) -> None:
    kept = ox.Triple(ox.NamedNode("urn:s"), ox.NamedNode("urn:p"), ox.Literal(text, language="de"))
    store.put({ONE: [kept]})
    assert list(store.graph(ONE)) == [kept]
    assert list(store.triples(value=kept.object)) == [kept]


@pytest.mark.parametrize("name", ["urn:a> { } } ; DROP ALL ; #", "no address", ""])
def test_a_name_that_is_no_address_is_refused(store: Store, name: str) -> None:
    store.put({ONE: triples("a p b")})
    with pytest.raises(ValueError, match="IRI"):
        store.put({name: triples("a p c")}, [ONE])
    assert union(store) == said("a p b")


def test_statements_are_found_by_their_parts(store: Store) -> None:
    store.put({ONE: triples("a p b", "a q b", "c p b")})
    found = store.triples(ox.NamedNode("urn:a"), None, ox.NamedNode("urn:b"))
    assert sorted(map(str, found)) == said("a p b", "a q b")


def test_statements_are_found_in_their_graphs(store: Store) -> None:
    store.put({ONE: triples("a p b", "a q b"), TWO: triples("a p b"), HIDDEN: triples("a p d")})
    everywhere = {(quad.graph_name.value, str(quad.triple)) for quad in store.find(ox.NamedNode("urn:a"), P)}  # type: ignore[union-attr]
    assert everywhere == {(ONE, *said("a p b")), (TWO, *said("a p b")), (HIDDEN, *said("a p d"))}
    assert [str(quad.triple) for quad in store.find(None, P, ox.NamedNode("urn:b"), TWO)] == said("a p b")
    assert len(list(store.find(ox.NamedNode("urn:a"), P, ox.NamedNode("urn:b"), ONE))) == 1
    assert list(store.find(None, None, ox.NamedNode("urn:d"), ONE)) == []
    assert len(list(store.find())) == 4


def graphs(statements: Iterable[ox.Quad]) -> dict[str, list[ox.Triple]]:
    found: dict[str, list[ox.Triple]] = {}
    for quad in statements:
        assert isinstance(quad.graph_name, ox.NamedNode)
        found.setdefault(quad.graph_name.value, []).append(quad.triple)
    return found


@pytest.mark.parametrize("name", every())
def test_each_stored_query_has_one_answer(store: Store, name: str) -> None:
    statements = list(quads_of(assemble([ARTICLE, CHANGED], VOCABULARY, RUN)))
    store.put(graphs(statements))
    asked = {one.name: {"actor": "Nordland", "issue": "a"}.get(one.name, "") for one in every()[name].parameters}
    assert query(store, name, **asked) == query(in_memory(statements), name, **asked)
    assert sorted(map(str, quads(store))) == sorted(map(str, statements))
