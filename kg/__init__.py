"""diplokg: news articles in, a graph of diplomatic positions out.

>>> import kg
>>> found = kg.extract(kg.read(["seeds"]), on_error=print)   # what is wrong with a file is said, and the next one read
>>> graph = kg.build(found)   # an rdflib.Dataset
>>> kg.query(graph, "who-holds-what").rows
"""

from importlib import import_module
from typing import TYPE_CHECKING

# These three bear the names of their packages, so they are bound at once: a later import would bind the package.
from kg.query import query as query
from kg.read import read as read
from kg.view import write_page as view

if TYPE_CHECKING:
    from kg.analyse import load as load
    from kg.errors import KgError as KgError
    from kg.model import Document as Document
    from kg.model import Extraction as Extraction
    from kg.model import Position as Position
    from kg.pipeline import build as build
    from kg.pipeline import explain as explain
    from kg.pipeline import extract as extract
    from kg.query import to_networkx as to_networkx
    from kg.store import write as write

# Loaded when they are first used: spaCy and its pipeline cost seconds that `kg --help` does not need.
LATER = {
    "load": "kg.analyse",
    "extract": "kg.pipeline",
    "explain": "kg.pipeline",
    "build": "kg.pipeline",
    "to_networkx": "kg.query",
    "write": "kg.store",
    "Document": "kg.model",
    "Extraction": "kg.model",
    "Position": "kg.model",
    "KgError": "kg.errors",
}

__all__ = [
    "Document", "Extraction", "KgError", "Position", "build", "explain", "extract", "load", "query", "read",
    "to_networkx", "view", "write",
]  # fmt: skip


def __getattr__(name: str) -> object:
    if name not in LATER:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    return getattr(import_module(LATER[name]), name)
