"""Nanopublications, read by rdflib and pyoxigraph, and checked by pyshacl and by the rules of the guidelines."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from pyshacl import validate
from rdflib import RDF, Dataset, Graph, Namespace, URIRef

from kg.decide import Change
from kg.exchange.nanopub import nanopubs
from kg.namespaces import POS
from tests.assemble.examples import ADA, NORTH, SOUTH
from tests.assemble.examples import BRIDGE as ISSUE
from tests.decide.examples import QUOTING, decide, filled
from tests.exchange.graphs import POSITIONS, STORES, triples

NP = Namespace("http://www.nanopub.org/nschema#")
NAMES = ("hasAssertion", "hasProvenance", "hasPublicationInfo")
SHAPES = Path(__file__).parent / "nanopub-shapes.ttl"


def written(graph: str) -> bytes:
    return b"".join(nanopubs(STORES[graph], "de"))


def read(graph: str) -> Dataset:
    dataset = Dataset()
    dataset.parse(data=written(graph), format="trig")
    return dataset


def union(dataset: Dataset) -> Graph:
    whole = Graph()
    whole.addN((subject, predicate, value, whole) for subject, predicate, value, _ in dataset.quads())
    return whole


@pytest.mark.parametrize("graph", STORES)
def test_pyshacl_finds_nothing_wrong(graph: str) -> None:
    whole = union(read(graph))
    assert len(set(whole.subjects(RDF.type, NP.Nanopublication))) == POSITIONS[graph]
    conforms, _, report = validate(whole, shacl_graph=Graph().parse(SHAPES))
    assert conforms, report


def test_pyshacl_would_find_what_is_wrong() -> None:
    whole = union(read("bridge"))
    whole.remove((None, NP.hasProvenance, None))
    assert validate(whole, shacl_graph=Graph().parse(SHAPES))[0] is False


@pytest.mark.parametrize("graph", ["bridge", "hostile"])
def test_each_has_four_graphs_that_refer_to_one_another(graph: str) -> None:
    """Guidelines, »Well-formed nanopublications«: head, assertion, provenance, publication info, nothing outside."""
    dataset = read(graph)
    outside = {place for *_, place in dataset.quads()}
    for own in union(dataset).subjects(RDF.type, NP.Nanopublication):
        (head,) = {place for *_, place in dataset.quads((own, RDF.type, NP.Nanopublication, None))}
        parts = [next(dataset.graph(head).objects(own, NP[has])) for has in NAMES]
        graphs = [dataset.graph(one) for one in parts]
        assert all(len(one) for one in graphs)
        assert any(parts[0] in triple for triple in graphs[1])
        assert any(own in triple for triple in graphs[2])
        outside -= {head, *parts}
    assert outside == set()


@pytest.mark.parametrize("graph", STORES)
def test_another_parser_reads_the_same(graph: str) -> None:
    found = set(ox.parse(written(graph), format=ox.RdfFormat.TRIG))
    assert len({quad.graph_name for quad in found}) == 4 * POSITIONS[graph]
    assert len(found) == len(list(read(graph).quads()))


def asserted(holder: URIRef) -> list[Graph]:
    dataset = read("bridge")
    places = {place for *_, place in dataset.quads((None, POS.holder, holder, None))}
    return [dataset.graph(one) for one in places]


def test_the_assertion_says_who_holds_what_and_the_provenance_how_it_is_known() -> None:
    (assertion,) = asserted(URIRef(ADA.iri))
    assert (URIRef(NORTH.iri), POS.opposes, URIRef(ISSUE.iri)) in assertion
    assert not list(assertion.objects(None, POS.confidence))
    provenance = read("bridge").graph(URIRef(str(assertion.identifier).replace("#assertion", "#provenance")))
    assert [float(str(one)) for one in provenance.objects(None, POS.confidence)] == [0.75]
    assert list(provenance.objects(None, POS.attribution))


def test_a_guess_is_no_plain_triple() -> None:
    plain = [(URIRef(SOUTH.iri), POS.supports, URIRef(ISSUE.iri)) in graph for graph in asserted(URIRef(SOUTH.iri))]
    assert len(plain) == 2
    assert not any(plain)


def test_nothing_is_said_that_the_graph_does_not_say_but_for_the_nanopublication_itself() -> None:
    for graph in ("bridge", "hostile"):
        quads = ox.parse(written(graph), format=ox.RdfFormat.TRIG)
        said = (quad for quad in quads if not quad.graph_name.value.endswith("#pubinfo"))
        assert {quad.triple for quad in said if "/nanopub/" not in str(quad.subject)} <= triples(STORES[graph])


def test_what_a_store_keeps_to_undo_a_decision_is_not_published() -> None:
    store = filled()
    decide(store, QUOTING, "changed", Change(stance="doubts"), by="Bo")
    text = b"".join(nanopubs(store, "de")).decode()
    assert "Bo" in text
    assert "pos:before" not in text
    assert "pos:found" not in text
