"""What every store of graphs can do, wherever it keeps them: in memory, on disk, behind a SPARQL 1.1 endpoint."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

import pyoxigraph as ox

from kg.namespaces import CATALOGUE
from kg.store.terms import Name, Term

Answer = ox.QuerySolutions | ox.QueryBoolean | Iterable[ox.Triple]
Values = Mapping[str, Term]
Graphs = Mapping[str, Iterable[ox.Triple]]  # by their names, which are IRIs


class Store(Protocol):
    """Named graphs, and their union as the default graph, in which each statement stands once.

    Oxigraph can take all graphs for the default one, but then it finds a statement as often as graphs say it: counts
    are wrong, and joins that take 2 ms otherwise take 5 s with two articles. So the union is kept, and every change
    keeps it right. The graphs of the catalogue (`in_union`) are not in it.
    """

    def query(self, text: str, values: Values | None = None) -> Answer:
        """The answer over the union. `text` has passed `kg.query.guard`, which sees to it that it only reads.

        Raises `SyntaxError`, `ValueError`, `RuntimeError` or `OSError` for what cannot be answered.
        """
        ...

    def triples(
        self, subject: Name | None = None, predicate: ox.NamedNode | None = None, value: Term | None = None
    ) -> Iterator[ox.Triple]:
        """The statements of the union that fit; of a blank node only where it can be named from outside."""
        ...

    def graphs(self) -> Iterator[str]:
        """The names of all graphs, those of the catalogue too."""
        ...

    def graph(self, name: str) -> Iterator[ox.Triple]:
        """The statements of one graph; none if there is no such graph."""
        ...

    def find(
        self,
        subject: ox.NamedNode | None = None,
        predicate: ox.NamedNode | None = None,
        value: Term | None = None,
        graph: str | None = None,
    ) -> Iterator[ox.Quad]:
        """The statements that fit, of one graph or of all named ones, those of the catalogue too; each by an index."""
        ...

    def put(self, graphs: Graphs, drop: Iterable[str] = ()) -> None:
        """Let these graphs hold these statements and no others, and drop those: all of it or nothing.

        When it returns, no death of the process can lose it. Raises `StoreError`.
        """
        ...

    def close(self) -> None:
        """Let others open it, with everything on the disk."""
        ...


def in_union(graph: str) -> bool:
    """Whether queries see a graph. Where documents were read from is nobody's business."""
    return not graph.startswith(CATALOGUE)


def quads(store: Store) -> Iterator[ox.Quad]:
    """Every statement that queries see, with its graph; of the default graph what no named one says."""
    named: set[ox.Triple] = set()
    for name in filter(in_union, store.graphs()):
        place = ox.NamedNode(name)
        for triple in store.graph(name):
            named.add(triple)
            yield ox.Quad(triple.subject, triple.predicate, triple.object, place)
    yield from (ox.Quad(*triple) for triple in store.triples() if triple not in named)
