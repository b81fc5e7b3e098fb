"""The formats of graphs, by the suffix of the file."""

from pathlib import Path

import pyoxigraph as ox
from rdflib import RDF, RDFS, SKOS, XSD

from kg.namespaces import DOCUMENT, PREFIXES, RUN

FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nq": ox.RdfFormat.N_QUADS,
    ".jsonld": ox.RdfFormat.JSON_LD,
}
SUFFIXES = ", ".join(FORMATS)
NAMESPACES = {
    name: str(iri)
    for name, iri in {
        **PREFIXES,
        "document": DOCUMENT,
        "run": RUN,
        "skos": SKOS,
        "rdf": RDF,
        "rdfs": RDFS,
        "xsd": XSD,
    }.items()
}


def format_of(path: Path, name: str | None) -> ox.RdfFormat | None:
    """The format of that name (`ttl`, `.nq`), else of the path's suffix; None if there is none."""
    suffix = f".{name.lstrip('.')}" if name else path.suffix
    return FORMATS.get(suffix.lower())
