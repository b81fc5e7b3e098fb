"""JSON-LD, read by PyLD and by rdflib."""

import json
from dataclasses import replace
from typing import Any

import pyoxigraph as ox
import pytest
from pyld import jsonld as processor
from rdflib import Dataset, URIRef

from kg.exchange.linked import jsonld, position
from kg.exchange.reading import positions
from kg.exchange.table import row
from kg.namespaces import POS
from kg.store.terms import quads_of
from tests.assemble.examples import ADA, DOCUMENT
from tests.exchange.graphs import BRIDGE, HOSTILE, POSITIONS, STORES, triples


def written(graph: str) -> Any:
    return json.loads(b"".join(jsonld(STORES[graph], "de")))


def expanded(graph: str) -> set[ox.Triple]:
    """What PyLD makes of it."""
    quads = processor.to_rdf(written(graph), {"format": "application/n-quads"})
    return {quad.triple for quad in ox.parse(quads, format=ox.RdfFormat.N_QUADS)}


@pytest.mark.parametrize("graph", ["bridge", "hostile"])
def test_a_processor_gives_back_the_triples_of_the_graph(graph: str) -> None:
    found = expanded(graph)
    named = {one for one in found if not {type(one.subject), type(one.object)} & {ox.BlankNode}}
    assert named
    assert named <= triples(STORES[graph])
    about = {one for one in triples(STORES[graph]) if one.subject in {one.subject for one in named}}
    kept = {one.predicate.value.removeprefix(POS) for one in named & about}
    assert {"holder", "onBehalfOf", "stance", "target", "mode", "factuality", "confidence", "sha256"} <= kept


@pytest.mark.parametrize("graph", STORES)
def test_rdflib_reads_each_position(graph: str) -> None:
    dataset = Dataset(default_union=True)
    dataset.parse(data=b"".join(jsonld(STORES[graph], "de")), format="json-ld")
    found = {quad.subject for quad in quads_of(dataset) if quad.object == ox.NamedNode(str(POS.Position))}
    assert len(found) == POSITIONS[graph]


def test_the_keys_are_words_and_the_values_short() -> None:
    (node,) = (one for one in written("bridge")["@graph"] if one.get("holder") == ADA.iri)
    assert (node["stance"], node["date"], node["confidence"]) == ("opposes", "2031-05-06", "0.75")
    assert [hop["party"].rpartition("/")[2][:4] for hop in node["via"]] == ["x-mo", "dpx"]
    assert node["evidence"][0]["selector"][0]["exact"].startswith("»Den Bau billigen wir nie«")
    assert node["article"] == DOCUMENT.iri


def test_names_keep_their_languages() -> None:
    dataset = Dataset(default_union=True)
    dataset.parse(data=b"".join(jsonld(BRIDGE, "de")), format="json-ld")
    labels = {str(one) for one in dataset.objects(URIRef("https://w3id.org/diplokg/actor/nordland"), None)}
    assert {"Nordland", "Northland"} <= labels


def test_hostile_text_stays_text() -> None:
    headlines = {one["headline"]["@value"] for one in written("hostile")["@graph"] if "headline" in one}
    assert headlines == set(HOSTILE)


def test_a_small_number_is_a_decimal() -> None:
    """XML Schema Part 2, 3.3.3: a decimal has no exponent."""
    held = replace(next(positions(BRIDGE)), confidence=0.00001)
    assert (position(held)["confidence"], row(held)["confidence"]) == ("0.00001", "0.00001")
    assert [replace(held, confidence=one).certainty for one in (0.0, 1.0, 0.75)] == ["0", "1", "0.75"]
