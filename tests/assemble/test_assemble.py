"""Extractions → RDF: what the graph says, and what it never says."""

from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import RDF, BNode, Graph, URIRef
from rdflib.compare import graph_diff, to_isomorphic

from kg.assemble import check
from kg.assemble.actors import party_triples, relation_triples
from kg.assemble.documents import document_triples
from kg.assemble.issues import broader_triples, issue_triples, stance_triples
from kg.assemble.positions import position_triples
from kg.assemble.run import run_triples
from kg.assemble.selectors import Selectors
from kg.namespaces import BASE, POS
from tests.assemble.examples import (
    ARTICLE,
    BRIDGE,
    DOCUMENT,
    FISHERS,
    GUESSED,
    LATER,
    NORTH,
    OPEN,
    OPPOSES,
    QUOTED,
    RUN,
    TALKS,
    VOCABULARY,
    broader,
)
from tests.assemble.graphs import built, nodes, of

SHORT = Selectors()
# What the Turtle file of that name in tests/turtle says.
EXPECTED = {
    "article": list(document_triples(DOCUMENT)),
    "run": list(run_triples(RUN)),
    "actor-known": list(party_triples(NORTH, VOCABULARY, "de")),
    "actor-unknown": list(party_triples(FISHERS, VOCABULARY, "de")),
    "issue-of-facets": list(issue_triples([BRIDGE], VOCABULARY, "de")),
    "issue-broader": list(broader_triples([BRIDGE, TALKS], broader)),
    "issue-of-words": list(issue_triples([TALKS], VOCABULARY, "de")),
    "stance": list(stance_triples(VOCABULARY.stances["opposes"])),
    "relation": list(relation_triples(ARTICLE.relations[0], SHORT)),
    "position": list(position_triples([QUOTED], RUN, SHORT)),
    "speculation": list(position_triples([GUESSED], RUN, SHORT)),
    "condition": list(position_triples([OPEN], RUN, SHORT)),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_value_becomes_the_graph_in_the_turtle_file(name: str, root: Path) -> None:
    graph, expected = Graph(), Graph().parse(root / "tests" / "turtle" / f"{name}.ttl")
    for triple in EXPECTED[name]:
        graph.add(triple)
    _, missing, surplus = graph_diff(to_isomorphic(expected), to_isomorphic(graph))
    assert (set(missing), set(surplus)) == (set(), set())


def test_a_document_has_one_named_graph_and_nothing_lies_outside() -> None:
    graphs = {str(graph) for *_, graph in built().quads()}
    assert graphs == {DOCUMENT.iri, LATER.iri}


def test_the_plain_triples_are_those_of_holder_and_side_and_of_no_speculation_or_condition() -> None:
    stances = {POS[name] for name in VOCABULARY.stances}
    found = {
        (str(actor).rpartition("/")[2], str(stance).rpartition("#")[2], str(issue).rpartition("/")[2])
        for actor, stance, issue, _ in built(ARTICLE).quads()
        if stance in stances
    }
    assert found == {
        ("nordland", "opposes", "construction.bridge"),
        ("ada-beispiel", "opposes", "construction.bridge"),
    }


@pytest.mark.parametrize(("factuality", "plain"), [("asserted", True), ("reported", True), ("speculative", False)])
def test_only_a_speculation_leaves_no_plain_triple(factuality: str, plain: bool) -> None:
    dataset = of(replace(OPPOSES, factuality=factuality))
    assert ((URIRef(NORTH.iri), POS.opposes, URIRef(BRIDGE.iri)) in dataset) is plain


def test_what_is_held_under_a_condition_leaves_no_plain_triple() -> None:
    dataset = of(replace(OPPOSES, condition=OPPOSES.cue))
    assert (URIRef(NORTH.iri), POS.opposes, URIRef(BRIDGE.iri)) not in dataset
    assert nodes(dataset)


def test_there_are_no_blank_nodes() -> None:
    assert not [term for quad in built().quads() for term in quad if isinstance(term, BNode)]


def test_what_a_graph_names_of_ours_it_also_describes() -> None:
    """So that replacing the graph of a document leaves nothing dangling."""
    dataset = built()
    for graph in map(dataset.graph, (URIRef(DOCUMENT.iri), URIRef(LATER.iri))):
        named = {term for triple in graph for term in (triple[0], triple[2]) if isinstance(term, URIRef)}
        cells = set(graph.subjects(RDF.first)) | {RDF.nil}
        ours = {term for term in named if term.startswith(BASE) and not term.startswith(POS)} - cells
        assert ours
        assert not {term for term in ours if (term, RDF.type, None) not in graph}


def test_a_graph_stays_valid_without_the_graph_of_another_document() -> None:
    dataset = built()
    dataset.remove_graph(URIRef(DOCUMENT.iri))
    assert nodes(dataset)
    assert check(dataset) == []
