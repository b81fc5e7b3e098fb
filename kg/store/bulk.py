"""Many graphs at once into a store on disk, nearly as fast as Oxigraph's own loader.

Each statement is written twice, into its graph and into the union, both in one go: the loader sorts what it is given,
so that two goes cost half as much again. The files are read once before, so that a broken one changes nothing; only
an empty store is filled at once, and emptied again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path

import pyoxigraph as ox

from kg.alike.groups import OF
from kg.errors import InputError
from kg.namespaces import DECISION, INDEPENDENCE
from kg.output import shown
from kg.store.base import in_union
from kg.store.catalogue import documents
from kg.store.decisions import reloaded, withdrawn
from kg.store.independence import MARK
from kg.store.local import LocalStore, with_union
from kg.store.read import quads
from kg.store.stories import anew
from kg.store.unfinished import LOADING, marked, undo

AT_ONCE = 50  # graphs dropped in one change: its text names each of them in the part of each other


@dataclass(frozen=True)
class Contents:
    """The graphs that files have, and the documents that the catalogue's entries among them name."""

    graphs: frozenset[str]
    documents: frozenset[str]


@dataclass(frozen=True)
class Arrival:
    """The graphs that have come, and for each article that went the one that is in its place now; '' for none."""

    graphs: frozenset[str]
    heirs: Mapping[str, str]


def load(store: LocalStore, files: Iterable[str | Path]) -> int:
    """Let the graphs in these files be in the store, in place of those of their names; how many articles they are of.

    Entries of the catalogue among them take the place of what was read from there before, and the document that no
    other entry names goes. Raises `InputError` for a file that is none or says something outside of a named graph,
    with nothing changed, and `StoreError`. What is cut short is undone when the store is opened next. Which articles of
    the store tell one story is found anew, and what people decided is done again; the numbers of their sources are left
    to `recount`.
    """
    paths = [Path(file) for file in files]
    came = exchange(store, paths) if any(True for _ in store.graphs()) else fill(store, paths)
    retold, again = anew(store), reloaded(store, came.graphs, came.heirs)
    store.put({**again, **retold.graphs, **MARK}, [LOADING, *retold.drop])
    return sum(map(of_article, came.graphs))


def fill(store: LocalStore, paths: Sequence[Path]) -> Arrival:
    """Everything into a store that was empty."""
    store.put(marked([LOADING]))
    try:
        write(store, paths)
    except InputError:
        undo(store)
        raise
    return Arrival(frozenset(store.graphs()) - {LOADING}, {})


def exchange(store: LocalStore, paths: Sequence[Path]) -> Arrival:
    """Some graphs in place of others."""
    given = contents(paths)
    before = documents(store)
    left = sorted(replaced(store, given))
    gone = iter(left)
    store.put(withdrawn(store, {name for name in given.graphs if name.startswith(DECISION)}))
    store.put(marked({*given.graphs, *left}))
    while some := list(islice(gone, AT_ONCE)):
        store.put({}, some)
    write(store, paths)
    after = documents(store)
    heirs = {document: after.get(entry, "") for entry, document in before.items()}
    return Arrival(given.graphs, {name: heirs.get(name, "") for name in left if name not in given.graphs})


def write(store: LocalStore, paths: Iterable[Path]) -> None:
    with store.writing():
        store.engine.bulk_extend(twice(paths))


def of_article(graph: str) -> bool:
    """What says something of many articles is none (the stories, the numbers of sources), nor is a decision."""
    return in_union(graph) and graph != INDEPENDENCE and not graph.startswith((OF, DECISION))


def contents(paths: Sequence[Path]) -> Contents:
    """Reads all of them once, which takes a sixth of the loading."""
    graphs, named = set[str](), set[str]()
    last = None
    for path in paths:
        for quad in quads(path):
            if (place := quad.graph_name) != last:
                last = place
                graphs.add(graph_name(path, quad))
            if isinstance(place, ox.NamedNode) and not in_union(place.value):
                named.add(str(quad.subject)[1:-1])
    return Contents(frozenset(graphs), frozenset(named))


def graph_name(path: Path, quad: ox.Quad) -> str:
    """Raises `InputError` for a statement in no graph, or in one whose name is no IRI."""
    if isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name.value != LOADING:
        return quad.graph_name.value
    raise InputError(f"{shown(path)}: it says something outside of an article's graph; build the file again as .nq.")


def replaced(store: LocalStore, given: Contents) -> Iterator[str]:
    """The graphs of the store that give way, each once."""
    there = set(store.graphs())
    entries = documents(store)
    kept = {document for entry, document in entries.items() if entry not in given.graphs} | given.documents
    left = {document for entry, document in entries.items() if entry in given.graphs} - kept
    return iter(sorted((given.graphs | left) & there))


def twice(paths: Iterable[Path]) -> Iterator[ox.Quad]:
    """Every statement in its graph and in the union. Raises `InputError`, as `graph_name` does."""
    return chain.from_iterable(with_union(quads(path), partial(graph_name, path)) for path in paths)
