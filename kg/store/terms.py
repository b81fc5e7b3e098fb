"""Terms of rdflib as terms of pyoxigraph, and back. Nothing is normalised on the way."""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox
from rdflib import XSD, BNode, Dataset, Graph, Literal, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.term import Node

Name = ox.NamedNode | ox.BlankNode
Term = Name | ox.Literal
Quad = tuple[Node, Node, Node, Node | None]  # the graph is None for the default graph


def quads_of(dataset: Dataset) -> Iterator[ox.Quad]:
    """Every statement with its graph.

    Raises `ValueError` for what no RDF file can hold: an IRI with a space, a literal as a subject.
    """
    for subject, predicate, value, graph in dataset.quads():
        yield quad(subject, predicate, value, graph)


def quad(subject: Node, predicate: Node, value: Node, graph: Node | None) -> ox.Quad:
    place = ox.DefaultGraph() if graph in (None, DATASET_DEFAULT_GRAPH_ID) else name(graph)
    start, verb = name(subject), name(predicate)
    if isinstance(verb, ox.BlankNode):
        raise ValueError(f"{predicate!r} is no property")
    return ox.Quad(start, verb, term(value), place)


def name(node: Node | None) -> Name:
    found = None if node is None else term(node)
    if found is None or isinstance(found, ox.Literal):
        raise ValueError(f"{node!r} is no IRI")
    return found


def term(node: Node) -> Term:
    """A node as pyoxigraph has it; raises `ValueError` if it is none in RDF 1.1."""
    if isinstance(node, URIRef):
        return ox.NamedNode(str(node))
    if isinstance(node, BNode):
        return ox.BlankNode(str(node))
    if not isinstance(node, Literal):
        raise ValueError(f"{node!r} is no term of RDF")
    if node.language:
        return ox.Literal(str(node), language=node.language)
    return ox.Literal(str(node), datatype=ox.NamedNode(str(node.datatype)) if node.datatype else None)


def node(term: object) -> Node:
    """A term as rdflib has it; raises `ValueError` for the quoted triples of RDF 1.2."""
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if not isinstance(term, ox.Literal):
        raise ValueError("quoted triples are not supported")
    if term.language:
        return Literal(term.value, lang=term.language)
    datatype = None if term.datatype.value == str(XSD.string) else URIRef(term.datatype.value)
    return Literal(term.value, datatype=datatype, normalize=False)


def fill(dataset: Dataset, quads: Iterable[ox.Quad]) -> None:
    """Put statements into a dataset, each into its graph."""
    graphs: dict[str, Graph] = {}
    for one in quads:
        place = str(one.graph_name)
        if place not in graphs:
            graphs[place] = dataset.graph(graph_name(one))
        graphs[place].add((node(one.subject), node(one.predicate), node(one.object)))


def graph_name(quad: ox.Quad) -> URIRef | BNode:
    if isinstance(quad.graph_name, ox.DefaultGraph):
        return DATASET_DEFAULT_GRAPH_ID
    return URIRef(quad.graph_name.value) if isinstance(quad.graph_name, ox.NamedNode) else BNode(quad.graph_name.value)
