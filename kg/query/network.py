"""The positions as a network, for whoever counts and draws in Python."""

import networkx as nx

from kg.namespaces import POS
from kg.query.ask import Graph, opened, query
from kg.query.labels import labels
from kg.store import Store

NODES = """
SELECT DISTINCT ?node ?kind WHERE { ?node a ?kind . [] pos:holder|pos:onBehalfOf|pos:target ?node }
ORDER BY ?node DESC(?kind)
"""
EDGES = """
SELECT ?holder ?target ?position ?stance ?factuality ?side ?date ?confidence ?sentence ?source WHERE {
  ?position a pos:Position ; pos:holder ?holder ; pos:target ?target ; pos:stance ?stance .
  FILTER(isIRI(?position) && isIRI(?holder) && isIRI(?target) && isIRI(?stance))
  OPTIONAL { ?position pos:factuality ?factuality FILTER(isIRI(?factuality)) }
  OPTIONAL { ?position pos:confidence ?confidence FILTER(?confidence >= 0 && ?confidence <= 1) }
  OPTIONAL { ?position prov:wasDerivedFrom ?source FILTER(isIRI(?source)) }
  OPTIONAL { ?position pos:onBehalfOf ?side FILTER(isIRI(?side)) }
  OPTIONAL { ?position pos:expressedOn ?date }
  OPTIONAL { ?position pos:evidence ?evidence . ?evidence oa:hasSelector [ oa:exact ?sentence ] , [ oa:start ?start ] }
} ORDER BY ?position ?start ?sentence ?holder ?target ?stance
"""

COLUMNS = ("holder", "target", "position", "stance", "factuality", "side", "date", "confidence", "sentence", "source")


def to_networkx(graph: Graph, /, *, language: str = "de") -> "nx.MultiDiGraph[str]":
    """Actors and issues as nodes (`label`, `kind`), one edge a position from its holder to its issue.

    Nodes and the keys of edges are IRIs. An edge has `stance` and, where known, `factuality`, `confidence`, `source`,
    `side` (IRI), `date` (ISO) and `sentence`, the first that proves it: plain values, which every format can keep.
    """
    store = opened(graph)
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    add_nodes(network, store, language)
    for row in query(store, EDGES).rows:
        found = {name: cell for name, cell in zip(COLUMNS, row, strict=True) if cell is not None}
        holder, target, position = (found.pop(name) for name in ("holder", "target", "position"))
        if not network.has_edge(holder, target, position):
            network.add_edge(holder, target, position, **plain(found))
    return network


def add_nodes(network: "nx.MultiDiGraph[str]", store: Store, language: str) -> None:
    kinds = {iri: local(kind) for iri, kind in query(store, NODES).rows if iri and kind and kind.startswith(str(POS))}
    names = labels(store, kinds, language)
    for iri, kind in kinds.items():
        network.add_node(iri, label=names.get(iri, iri), kind=kind.lower())


def plain(found: dict[str, str]) -> dict[str, str | float]:
    short: dict[str, str | float] = {name: local(found[name]) for name in ("stance", "factuality") if name in found}
    if "confidence" in found:
        short["confidence"] = float(found["confidence"])
    return {**found, **short}


def local(iri: str) -> str:
    return iri.replace("#", "/").rsplit("/", 1)[-1]
