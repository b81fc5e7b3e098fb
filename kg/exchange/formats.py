"""The formats of `kg export`, in one table."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.store import Store

Writer = Callable[[Store, str], Iterator[bytes]]  # a graph, and the language of the names in it


@dataclass(frozen=True)
class Format:
    """`module` and `function` under `kg.exchange`: what writes it is loaded only when it is asked for."""

    about: str
    module: str
    function: str

    def writer(self) -> Writer:
        from importlib import import_module

        found: Writer = getattr(import_module(f"kg.exchange.{self.module}"), self.function)
        return found


FORMATS = {
    "gexf": Format("network of actors and issues (Gephi)", "network", "gexf"),
    "graphml": Format("the same network (Gephi, yEd, R, igraph)", "network", "graphml"),
    "csv": Format("a line a position (pandas, R, spreadsheets)", "table", "table"),
    "dna": Format("a database of Discourse Network Analyzer 3.0", "dna.write", "dna"),
    "jsonld": Format("positions as JSON-LD with a compact context", "linked", "jsonld"),
    "nanopub": Format("a nanopublication a position, in TriG", "nanopub", "nanopubs"),
    "annotation": Format("Web Annotations on the articles, in JSON-LD", "annotation", "annotations"),
    "quickstatements": Format("offices with their sources, for Wikidata; no positions", "quickstatements", "commands"),
}
