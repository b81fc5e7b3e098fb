"""GEXF and GraphML, read by networkx."""

from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest

from kg.exchange.network import NO_XML, gexf, graphml
from tests.assemble.examples import ADA, DOCUMENT, NORTH
from tests.assemble.examples import BRIDGE as ISSUE
from tests.exchange.graphs import BREAKING, HOSTILE, POSITIONS, STORES

WAYS = {"gexf": (gexf, nx.read_gexf), "graphml": (graphml, nx.read_graphml)}


def read(way: str, graph: str) -> "nx.MultiDiGraph[str]":
    write, reader = WAYS[way]
    return nx.MultiDiGraph(reader(BytesIO(b"".join(write(STORES[graph], "de")))))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("graph", STORES)
def test_networkx_reads_an_edge_a_position(way: str, graph: str) -> None:
    assert read(way, graph).number_of_edges() == POSITIONS[graph]


@pytest.mark.parametrize("way", WAYS)
def test_an_edge_says_what_is_known_of_the_position(way: str) -> None:
    network = read(way, "bridge")
    (edge,) = network.get_edge_data(ADA.iri, ISSUE.iri).values()
    known: dict[str, Any] = {
        "stance": "opposes", "factuality": "reported", "side": NORTH.iri, "date": "2031-05-06",
        "confidence": 0.75, "source": DOCUMENT.iri,
        "sentence": "»Den Bau billigen wir nie«, sagte Außenministerin Ada Beispiel dem Morgenblatt",
    }  # fmt: skip
    assert {key: edge[key] for key in known} == known
    assert (network.nodes[ADA.iri]["label"], network.nodes[ADA.iri]["kind"]) == ("Ada Beispiel", "person")


@pytest.mark.parametrize("way", WAYS)
def test_hostile_labels_come_back_but_for_what_xml_cannot_hold(way: str) -> None:
    """Whitespace in an attribute's value is one kind to an XML parser (XML 1.0, 3.3.3)."""
    labels = {" ".join(data["label"].split()) for _, data in read(way, "hostile").nodes(data=True)}
    assert {" ".join(NO_XML.sub("\ufffd", text).split()) for text in HOSTILE} <= labels


@pytest.mark.parametrize("way", WAYS)
def test_another_parser_takes_the_xml(way: str) -> None:
    root = ElementTree.fromstring(b"".join(WAYS[way][0](BREAKING, "de")))
    assert sum(1 for one in root.iter() if one.tag.endswith("}edge")) == len(HOSTILE)
