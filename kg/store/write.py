"""From a dataset to a file: the same dataset always gives the same bytes."""

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
from rdflib import RDF, Dataset

from kg import output
from kg.errors import OutputError
from kg.namespaces import DOCUMENT
from kg.store.formats import NAMESPACES, SUFFIXES, format_of
from kg.store.terms import quads_of

TYPE = str(RDF.type)
MANY = 100  # articles
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
    ordered: list[ox.Quad] | list[ox.Triple]
    if chosen.supports_datasets:
        ordered = sorted(quads, key=key)
    else:
        ordered = sorted({quad.triple for quad in quads}, key=lambda triple: key(ox.Quad(*triple)))
    readable = chosen in (ox.RdfFormat.TURTLE, ox.RdfFormat.TRIG)
    prefixes = {**articles(ordered), **NAMESPACES} if readable else None
    return ox.serialize(ordered, format=chosen, prefixes=prefixes) or b""


def key(quad: ox.Quad) -> Key:
    graph = "" if isinstance(quad.graph_name, ox.DefaultGraph) else str(quad.graph_name)
    subject = str(quad.subject).removesuffix(">")  # so that an article comes before what is below it
    return graph, subject, quad.predicate.value != TYPE, quad.predicate.value, str(quad.object)


def articles(statements: Iterable[ox.Quad] | Iterable[ox.Triple]) -> dict[str, str]:
    """A prefix for the nodes below each article, which halves the file; none where they are too many to be read.

    Writing takes as long as there are prefixes: with 10,000 of them a hundred times as long.
    """
    found = {str(one.subject)[1:-1].partition("#")[0] for one in statements if "#" in str(one.subject)}
    iris = sorted(iri for iri in found if iri.startswith(DOCUMENT))
    return {f"d-{iri.removeprefix(DOCUMENT)[:8]}": f"{iri}#" for iri in iris} if len(iris) <= MANY else {}
