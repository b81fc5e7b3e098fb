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
    found = network(store, language)
    for *_, key, data in found.edges(keys=True, data=True):
        data["id"] = key
    yield as_gexf(found)


def graphml(store: Store, language: str) -> Iterator[bytes]:
    yield as_graphml(network(store, language))


def network(store: Store, language: str) -> "nx.MultiDiGraph[str]":
    """As `to_networkx` has it, sorted; the key of an edge is its position's IRI, its label the stance.

    Attributes that are unknown are left out, which both formats understand.
    """
    found = to_networkx(store, language=language)
    edges: list[tuple[str, str, str, Data]] = sorted(found.edges(keys=True, data=True), key=lambda one: one[:3])
    ordered: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    ordered.add_nodes_from((node, found.nodes[node]) for node in sorted(found))
    for holder, target, key, data in edges:
        ordered.add_edge(holder, target, key, **{"label": data["stance"], **data})
    return ordered


def as_gexf(found: "nx.Graph[str]") -> bytes:
    """The day of writing is left out: the same network gives the same bytes."""
    file = BytesIO()
    nx.write_gexf(fit(found), file)
    return DAY_OF_WRITING.sub(b"", file.getvalue(), count=1)


def as_graphml(found: "nx.Graph[str]") -> bytes:
    file = BytesIO()
    nx.write_graphml_xml(fit(found), file)  # the one of two writers that needs no lxml
    return file.getvalue()


def fit(found: "nx.Graph[str]") -> "nx.Graph[str]":
    """Without the signs that would break a file."""
    copy = found.copy()
    for *_, data in (*copy.nodes(data=True), *copy.edges(data=True)):
        data.update({key: NO_XML.sub("\ufffd", one) for key, one in data.items() if isinstance(one, str)})
    return copy
