"""Articles that are alike, or alike to a third one, are one story: the same whatever came first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import networkx as nx
import pyoxigraph as ox
from rdflib import RDF

from kg.alike.signature import Signature, alike, signature
from kg.model import Document
from kg.namespaces import DOCUMENT, POS, STORY

OF = f"{STORY}of/"
Group = frozenset[str]  # of the IRIs of documents
Graphs = dict[str, tuple[ox.Triple, ...]]  # by their names


def groups(signatures: Mapping[str, Signature]) -> list[Group]:
    """The documents in groups, each in one; most are alone in theirs."""
    same: dict[Signature, set[str]] = defaultdict(set)  # of a text that is printed a thousand times, one is compared
    for document, one in signatures.items():
        same[one].add(document)
    found: nx.Graph[Signature] = nx.Graph()
    found.add_nodes_from(same)
    found.add_edges_from((one, other) for one, other in pairs(same) if alike(one, other))
    return [frozenset[str]().union(*(same[one] for one in group)) for group in nx.connected_components(found)]


def pairs(signatures: Iterable[Signature]) -> Iterator[tuple[Signature, Signature]]:
    """Those that have a band in common, each pair once."""
    bands: dict[str, list[Signature]] = defaultdict(list)
    for one in signatures:
        near = (other for band in one.bands for other in bands[band])
        yield from ((one, other) for other in dict.fromkeys(near))
        for band in one.bands:
            bands[band].append(one)


def stories(documents: Iterable[Document]) -> Iterator[ox.Quad]:
    """What is to be said of the stories of these documents."""
    found = graphs(groups({one.iri: signature(one.text) for one in documents}))
    return (quad(triple, name) for name, triples in found.items() for triple in triples)


def quad(triple: ox.Triple, graph: str) -> ox.Quad:
    return ox.Quad(triple.subject, triple.predicate, triple.object, ox.NamedNode(graph))


def story(group: Group) -> str:
    """The IRI of a story: that of the first of its articles, in the order of their IRIs, which no order of reading
    changes."""
    return str(STORY[min(group).removeprefix(DOCUMENT)])


def place(document: str) -> str:
    """The graph that says which story an article tells. It is none of the article's own, which others do not change."""
    return OF + document.removeprefix(DOCUMENT)


def graphs(groups: Iterable[Group]) -> Graphs:
    """What says which stories there are; of an article that is alone nothing need be said."""
    return {
        place(document): statements(document, story(group))
        for group in groups
        if len(group) > 1
        for document in sorted(group)
    }


def statements(document: str, story: str) -> tuple[ox.Triple, ...]:
    node = ox.NamedNode(story)
    return (
        ox.Triple(ox.NamedNode(document), ox.NamedNode(str(POS.story)), node),
        ox.Triple(node, ox.NamedNode(str(RDF.type)), ox.NamedNode(str(POS.Story))),
    )
