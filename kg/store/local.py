"""Graphs in Oxigraph, in memory or in a folder on disk."""

import errno
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.namespaces import CATALOGUE
from kg.output import mend, shown
from kg.store.base import Answer, Graphs, Values, in_union
from kg.store.formats import NAMESPACES
from kg.store.terms import Name, Term
from kg.store.unfinished import mended

MARK = "CURRENT"  # RocksDB keeps the name of its newest manifest in it
LOCKED = "/LOCK"  # the file that RocksDB names when another process has the folder
FULL = ("No space left", "File too large", "quota exceeded")  # the words of the system, which RocksDB repeats
UNION = ox.DefaultGraph()
# Changes after which what RocksDB holds in memory goes to the disk. Without that, a build of 20,000 articles grew to
# 2.7 GB; 2,000 graphs of 300 statements took 226 MB with it and 722 MB without, in no more time.
FLUSHED = 250
# What only this graph says leaves the union with it.
LEAVE = """DELETE {{ ?s ?p ?o }} WHERE {{ GRAPH <{0}> {{ ?s ?p ?o }}
  FILTER NOT EXISTS {{ GRAPH ?other {{ ?s ?p ?o }}
    FILTER(?other NOT IN ({1}) && !STRSTARTS(STR(?other), "{2}")) }} }}"""


class LocalStore:
    """`kg.store.base.Store` over an Oxigraph of this process.

    A change is one SPARQL update, which Oxigraph writes in one transaction: whole or not at all, whenever the process
    dies. Only one process can have a folder open.
    """

    def __init__(self, engine: ox.Store, place: str = "memory") -> None:
        self.engine = engine
        self._place = place
        self._changes = 0

    def query(self, text: str, values: Values | None = None) -> Answer:
        given = {ox.Variable(name): term for name, term in (values or {}).items()}
        return self.engine.query(text, prefixes=NAMESPACES, substitutions=given or None)  # type: ignore[arg-type]

    def triples(
        self, subject: Name | None = None, predicate: ox.NamedNode | None = None, value: Term | None = None
    ) -> Iterator[ox.Triple]:
        return (quad.triple for quad in self.engine.quads_for_pattern(subject, predicate, value, UNION))

    def graphs(self) -> Iterator[str]:
        return (name.value for name in self.engine.named_graphs() if isinstance(name, ox.NamedNode))

    def graph(self, name: str) -> Iterator[ox.Triple]:
        return (quad.triple for quad in self.engine.quads_for_pattern(None, None, None, ox.NamedNode(name)))

    def find(
        self,
        subject: ox.NamedNode | None = None,
        predicate: ox.NamedNode | None = None,
        value: Term | None = None,
        graph: str | None = None,
    ) -> Iterator[ox.Quad]:
        found = self.engine.quads_for_pattern(subject, predicate, value, ox.NamedNode(graph) if graph else None)
        return (quad for quad in found if quad.graph_name != UNION)

    def put(self, graphs: Graphs, drop: Iterable[str] = ()) -> None:
        gone = [name for name in (*graphs, *drop) if self._has(name)]
        with self.writing():
            if gone:
                self.engine.update(change(graphs, gone))
            else:
                self.engine.extend(with_union(placed(graphs)))
            self._changes += 1
            if self._changes % FLUSHED == 0:
                self.engine.flush()

    def close(self) -> None:
        with self.writing():
            self.engine.flush()
        del self.engine  # the lock is let go with the last reference

    def _has(self, name: str) -> bool:
        return self.engine.contains_named_graph(ox.NamedNode(name))

    @contextmanager
    def writing(self) -> Iterator[None]:
        try:
            yield
        except (OSError, RuntimeError) as error:
            full = OSError(errno.ENOSPC, "") if any(words in str(error) for words in FULL) else OSError()
            raise StoreError(f"{self._place}: it cannot be written ({oneline(error)}); {mend(full)}.") from error


def placed(graphs: Graphs) -> Iterator[ox.Quad]:
    for name, triples in graphs.items():
        place = ox.NamedNode(name)
        for triple in triples:
            yield ox.Quad(triple.subject, triple.predicate, triple.object, place)


def change(graphs: Graphs, gone: Iterable[str]) -> str:
    """The SPARQL update that drops the graphs `gone` and fills the others."""
    names = [checked(name) for name in gone]
    dropped = [f"DROP SILENT GRAPH <{name}>" for name in names]
    filled = [inserted(checked(name), list(triples)) for name, triples in graphs.items()]
    return " ;\n".join((*leaving(names, names), *dropped, *filled))


def leaving(names: Iterable[str], passing: Iterable[str]) -> Iterator[str]:
    """What takes out of the union all that only these graphs say; those that are `passing` keep nothing in it."""
    listed = ", ".join(f"<{name}>" for name in passing)
    return (LEAVE.format(name, listed, CATALOGUE) for name in names if in_union(name))


def inserted(name: str, triples: list[ox.Triple]) -> str:
    """Statements of a graph, and of the union, if it is in it. Terms print themselves as N-Triples, all escaped."""
    text = "".join(f"{triple} .\n" for triple in triples)
    return f"INSERT DATA {{ {text if in_union(name) else ''} GRAPH <{name}> {{ {text} }} }}"


def checked(name: str) -> str:
    """The name of a graph, if it is an IRI; raises `ValueError` if not, since it stands in SPARQL."""
    return ox.NamedNode(name).value


def is_store(place: Path) -> bool:
    return (place / MARK).is_file()


def on_disk(place: Path, *, create: bool = False) -> LocalStore:
    """The store in a folder. Raises `StoreError` if it is none, or if another process has it."""
    if not is_store(place):
        if not create:
            what = (
                "this folder is no store; name a file in it" if place.is_dir() else "there is no store; check the path"
            )
            raise StoreError(f"{shown(place)}: {what}, or make a store with kg build --store.")
        if place.exists() and (not place.is_dir() or any(place.iterdir())):
            raise StoreError(f"{shown(place)}: something else stands there; name an empty or a new folder.")
    try:
        return mended(LocalStore(ox.Store(str(place)), shown(place)))
    except OSError as error:
        if LOCKED in str(error):
            raise StoreError(
                f"{shown(place)}: another process has this store open; wait until it ends, or stop it."
            ) from error
        raise StoreError(f"{shown(place)}: it cannot be opened ({oneline(error)}); check the folder.") from error


@contextmanager
def growing(place: Path) -> Iterator[LocalStore]:
    """The store in a folder. A new one in which nothing has come to lie goes again. Raises `StoreError`."""
    there, new = place.exists(), not is_store(place)
    store = on_disk(place, create=True)
    try:
        yield store
    finally:
        empty = new and not any(map(in_union, store.graphs()))
        if empty:
            (place / MARK).unlink(missing_ok=True)  # while the lock is ours: nobody else may take it for a store now
        store.close()
        if empty:
            removed(place, folder=not there)


def removed(place: Path, *, folder: bool) -> None:
    """The files of a store, and its folder if that is ours too; what cannot be removed is an empty store."""
    with suppress(OSError):
        for file in place.iterdir():
            file.unlink()
        if folder:
            place.rmdir()


def in_memory(quads: Iterable[ox.Quad] = ()) -> LocalStore:
    """A store that ends with the process, with the named graphs, and their union as its default graph."""
    engine = ox.Store()
    engine.bulk_extend(with_union(quads))
    return LocalStore(engine)


def name_of(quad: ox.Quad) -> str:
    return "" if isinstance(quad.graph_name, ox.DefaultGraph) else quad.graph_name.value


def with_union(quads: Iterable[ox.Quad], name: Callable[[ox.Quad], str] = name_of) -> Iterator[ox.Quad]:
    """Every statement in its graph, and in the union, if the graph is in it; `name` is asked for that of each graph."""
    last, shared = None, False
    for quad in quads:
        if (place := quad.graph_name) != last:
            last = place
            shared = in_union(name(quad)) and place != UNION
        yield quad
        if shared:
            yield ox.Quad(quad.subject, quad.predicate, quad.object)


def oneline(error: Exception | str) -> str:
    return " ".join(str(error).split()).rstrip(".")
