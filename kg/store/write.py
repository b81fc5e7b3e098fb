"""From a dataset to a file: the same dataset always gives the same bytes."""

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
from rdflib import RDF, Dataset

from kg import output
from kg.errors import OutputError
from kg.store.formats import NAMESPACES, SUFFIXES, format_of
from kg.store.terms import quads_of

TYPE = str(RDF.type)
Key = tuple[str, str, bool, str, str]


def write(dataset: Dataset, path: str | Path, format: str | None = None) -> None:
    """Write by suffix (.ttl .trig .nq .jsonld) or by the name of a format, whole or not at all.

    Turtle has no named graphs: it gets the union of them. Raises `OutputError`.
    """
    chosen = format_of(Path(path), format)
    if chosen is None:
        raise OutputError(f"{output.shown(path)}: not a format of graphs; name the file with one of {SUFFIXES}.")
    try:
        content = serialized(quads_of(dataset), chosen)
    except ValueError as error:
        raise OutputError(
            f"{output.shown(path)}: the graph is not valid RDF ({error}); mend what it came from."
        ) from error
    output.write(path, [content])


def serialized(quads: Iterable[ox.Quad], chosen: ox.RdfFormat) -> bytes:
    """Sorted by graph, subject and property, the class first: rdflib and stores hand statements out in any order."""
    if not chosen.supports_datasets:
        triples = sorted({quad.triple for quad in quads}, key=lambda triple: key(ox.Quad(*triple)))
        return ox.serialize(triples, format=chosen, prefixes=NAMESPACES) or b""
    ordered = sorted(quads, key=key)
    return ox.serialize(ordered, format=chosen, prefixes=NAMESPACES) or b""


def key(quad: ox.Quad) -> Key:
    graph = "" if isinstance(quad.graph_name, ox.DefaultGraph) else str(quad.graph_name)
    return graph, str(quad.subject), quad.predicate.value != TYPE, quad.predicate.value, str(quad.object)
