"""The network of actors and issues for programs that draw and count: GEXF 1.2 and GraphML, both open in Gephi."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import networkx as nx

from kg.query import to_networkx
from kg.store import Store

# What XML 1.0 cannot hold, not even as a reference (section 2.2): control characters, halves of surrogate pairs.
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Data = dict[str, Any]
DAY_OF_WRITING = re.compile(rb' lastmodifieddate="[0-9-]*"')


def gexf(store: Store, language: str) -> Iterator[bytes]:
    """The day of writing is left out: the same graph gives the same bytes."""
    found, file = network(store, language), BytesIO()
    for _, _, key, data in found.edges(keys=True, data=True):
        data["id"] = key
    nx.write_gexf(found, file)
    yield DAY_OF_WRITING.sub(b"", file.getvalue(), count=1)


def graphml(store: Store, language: str) -> Iterator[bytes]:
    file = BytesIO()
    nx.write_graphml_xml(network(store, language), file)  # the one of two writers that needs no lxml
    yield file.getvalue()


def network(store: Store, language: str) -> "nx.MultiDiGraph[str]":
    """As `to_networkx` has it, sorted; the key of an edge is its position's IRI, its label the stance.

    Attributes that are unknown are left out, which both formats understand.
    """
    found = to_networkx(store, language=language)
    nodes: list[str] = sorted(found)
    edges: list[tuple[str, str, str, Data]] = sorted(found.edges(keys=True, data=True), key=lambda one: one[:3])
    ordered: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in nodes:
        ordered.add_node(node, **plain(found.nodes[node]))
    for holder, target, key, data in edges:
        ordered.add_edge(holder, target, key, **plain({"label": data["stance"], **data}))
    return ordered


def plain(data: Data) -> Data:
    return {key: NO_XML.sub("\ufffd", value) if isinstance(value, str) else value for key, value in data.items()}
