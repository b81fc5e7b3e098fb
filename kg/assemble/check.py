"""Whether a graph is what `ontologies/shapes.ttl` says (SHACL core)."""

from functools import lru_cache

from rdflib import RDF, RDFS, SH, Dataset, Graph, Literal, URIRef
from rdflib.term import Node

from kg.errors import KgError
from kg.namespaces import PREFIXES
from kg.vocabulary.load import ontologies


def check(dataset: Dataset) -> list[str]:
    """One sentence for each violation, over all graphs of the dataset together; an empty list if there is none.

    Raises `KgError` where pyshacl is not installed (the extra `check`).
    """
    require_checker()
    from pyshacl import validate

    _, report, _ = validate(together(dataset), shacl_graph=shapes(), inference="none", do_owl_imports=False)
    if not isinstance(report, Graph):
        raise KgError(f"The graph could not be checked: {report}.")
    return sorted({sentence(report, result) for result in report.subjects(RDF.type, SH.ValidationResult)})


def require_checker() -> None:
    """Raise the `KgError` of a missing pyshacl, which may be known before long work."""
    try:
        import pyshacl  # noqa: F401
    except ImportError as error:
        raise KgError("Checking a graph needs pyshacl; install it with: pip install pyshacl.") from error


def together(dataset: Dataset) -> Graph:
    """All triples in one graph, with the hierarchy of the classes, which `sh:class` looks through."""
    union = Graph()
    union.addN((subject, predicate, value, union) for subject, predicate, value, _ in dataset.quads())
    for subclass, _, superclass in ontology().triples((None, RDFS.subClassOf, None)):
        union.add((subclass, RDFS.subClassOf, superclass))
    return union


@lru_cache(maxsize=1)
def shapes() -> Graph:
    return Graph().parse(ontologies() / "shapes.ttl")


@lru_cache(maxsize=1)
def ontology() -> Graph:
    return Graph().parse(ontologies() / "positions.ttl")


def sentence(report: Graph, result: Node) -> str:
    """»actor:x needs a skos:prefLabel, and one only in each language (found: "")«"""
    focus, message, value = (report.value(result, name) for name in (SH.focusNode, SH.resultMessage, SH.value))
    found = "" if value is None or value == focus else f" (found: {shown(value)})"
    return f"{shown(focus)} {message}{found}."


def shown(node: Node | None) -> str:
    """With a prefix where there is one; a text in quotes and not in full."""
    if isinstance(node, Literal):
        return f'"{node[:40]}"'
    for prefix, namespace in PREFIXES.items():
        if isinstance(node, URIRef) and node.startswith(namespace):
            return f"{prefix}:{node.removeprefix(namespace)}"
    return f"<{node}>"
