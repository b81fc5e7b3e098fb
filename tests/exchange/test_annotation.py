"""Web Annotations, read by PyLD and checked against the rules of the data model."""

import json
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld as processor
from rdflib import DCTERMS, RDF, Graph, Literal, URIRef
from rdflib.collection import Collection

from kg.exchange.annotation import annotations
from kg.exchange.coded import coded, coder_iri, dataset
from kg.namespaces import OA, POS, PROV, SOFTWARE
from kg.store import in_memory
from kg.store.terms import quads_of
from tests.assemble.examples import ADA, DOCUMENT, LATER
from tests.exchange.contexts import AS, loader
from tests.exchange.graphs import POSITIONS, STORES


def written(graph: str) -> Any:
    return json.loads(b"".join(annotations(STORES[graph], "de")))


def expanded(graph: str) -> Graph:
    options = {"format": "application/n-quads", "documentLoader": loader}
    return Graph().parse(data=processor.to_rdf(written(graph), options), format="nt")


@pytest.mark.parametrize("graph", STORES)
def test_a_processor_finds_an_annotation_a_position(graph: str) -> None:
    found = expanded(graph)
    assert len(set(found.subjects(RDF.type, OA.Annotation))) == POSITIONS[graph]
    page = found.value(None, RDF.type, URIRef(f"{AS}OrderedCollectionPage"))
    items = found.value(page, URIRef(f"{AS}items")) if page else None
    assert len(list(Collection(found, items)) if items else []) == POSITIONS[graph]


def test_a_collection_of_none_has_no_page() -> None:
    """Section 5.2: a page has one annotation or more; 5.1: a collection of more than none has its first and last."""
    assert {"first", "last"} & written("empty").keys() == set()
    assert written("bridge")["first"]["id"] == written("bridge")["last"]


@pytest.mark.parametrize("graph", ["bridge", "hostile"])
def test_each_has_a_target_with_a_source_and_a_body(graph: str) -> None:
    """Web Annotation Data Model, 3.1: exactly one or more targets; 4: one source a specific resource; 3.3.5."""
    found = expanded(graph)
    for one in found.subjects(RDF.type, OA.Annotation):
        assert len(list(found.objects(one, OA.hasBody))) == 2
        assert found.value(one, OA.motivatedBy) == OA.classifying
        for target in found.objects(one, OA.hasTarget):
            assert len(list(found.objects(target, OA.hasSource))) == 1
            quotes = [each for each in found.objects(target, OA.hasSelector) if (each, OA.exact, None) in found]
            assert len(quotes) == 1


def test_the_body_is_the_position() -> None:
    found = expanded("bridge")
    (position,) = found.subjects(POS.holder, URIRef(ADA.iri))
    assert found.value(position, POS.stance) == POS.opposes
    texts = {str(one) for one in found.objects(None, RDF.value)}
    assert "Ada Beispiel – lehnt ab – Bau: Brücke" in texts


def test_the_program_or_the_coder_made_it_and_the_run_is_no_agent(tmp_path: Path) -> None:
    """Section 3.3.1: the creator is the agent, human or software; the generator is that of the serialization."""
    (tmp_path / "x.csv").write_text("holder,stance,target,sentence\nRussland,opposes,Truppen,Nein.\n", "utf-8")
    coded_by = in_memory(quads_of(dataset({"urn:x": coded(tmp_path / "x.csv", coder="Anna").triples})))
    (one,) = json.loads(b"".join(annotations(coded_by, "de")))["first"]["items"]
    assert one["creator"] == {"id": coder_iri("Anna"), "type": "Person", "name": "Anna"}
    found = expanded("bridge")
    runs = set(found.objects(None, PROV.wasGeneratedBy))
    assert set(found.objects(None, DCTERMS.creator)) == {URIRef(SOFTWARE)}
    assert runs
    assert not any(list(found.objects(run, RDF.type)) for run in runs)


def test_an_article_on_the_web_is_known_by_its_address_and_others_by_characters_too() -> None:
    found = expanded("bridge")
    assert DOCUMENT.url is not None
    (there,) = set(found.objects(None, OA.hasSource)) - {URIRef(LATER.iri)}
    assert there == URIRef(DOCUMENT.url)
    starts = {
        found.value(selector, OA.start)
        for target in found.subjects(OA.hasSource, URIRef(LATER.iri))
        for selector in found.objects(target, OA.hasSelector)
    }
    assert starts == {None, Literal(0), Literal(LATER.text.index("Südland"))}
    selectors = {one for target in found.subjects(OA.hasSource, there) for one in found.objects(target, OA.hasSelector)}
    assert {found.value(one, OA.start) for one in selectors} == {None}


def test_an_address_that_is_none_is_no_source() -> None:
    sources = {str(one) for one in expanded("hostile").objects(None, OA.hasSource)}
    assert all(one.startswith("https://w3id.org/diplokg/document/") for one in sources)
