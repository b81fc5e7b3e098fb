"""What says that a loading did not come to its end, and what is done about it when the store is opened next.

A loading of many graphs is no transaction: some of them may be there by halves. So their names are put into a graph of
the catalogue before, which goes when all is done. Where a store was empty, its own name stands for all of them.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.namespaces import CATALOGUE
from kg.store.decisions import redone
from kg.store.independence import MARK

if TYPE_CHECKING:
    from kg.store.base import Graphs
    from kg.store.local import LocalStore

LOADING = str(CATALOGUE.loading)
# What the union has from graphs that are gone.
ALONE = f"""DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o FILTER NOT EXISTS {{
  GRAPH ?graph {{ ?s ?p ?o }} FILTER(!STRSTARTS(STR(?graph), "{CATALOGUE}")) }} }}"""


def marked(graphs: Iterable[str]) -> "Graphs":
    """The graph that says which ones are being loaded."""
    loading = ox.NamedNode(LOADING)
    return {LOADING: [ox.Triple(loading, loading, ox.NamedNode(name)) for name in graphs]}


def mended(store: "LocalStore") -> "LocalStore":
    """The store without the graphs of a loading that was cut short; it is as if they had only been dropped."""
    if LOADING in store.graphs():
        undo(store)
    return store


def undo(store: "LocalStore") -> None:
    """Take out what was being loaded, and the word of it; the numbers of sources may be old then."""
    names = [triple.object for triple in store.graph(LOADING) if isinstance(triple.object, ox.NamedNode)]
    with store.writing():
        if ox.NamedNode(LOADING) in names:
            store.engine.clear()
            return
        for name in names:
            store.engine.remove_graph(name)
        store.engine.update(ALONE)
    waiting = redone(store, {name.value: () for name in names})
    store.put({**waiting, **MARK}, [LOADING])
