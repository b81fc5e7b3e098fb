"""Many graphs at once into a store on disk, about as fast as Oxigraph's own loader takes them.

Each statement is written twice, into its graph and into the union. A store whose loading did not come to its end says
so in a graph of its own, and its union is made again when it is opened next.
"""

import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox

from kg.errors import InputError
from kg.namespaces import CATALOGUE
from kg.output import shown
from kg.store.base import in_union
from kg.store.local import LocalStore

LOADING = str(CATALOGUE.loading)
MARK = {LOADING: [ox.Triple(ox.NamedNode(LOADING), ox.NamedNode(LOADING), ox.Literal("unfinished"))]}
CHUNK = 1 << 20  # bytes
NAME = re.compile(rb" <([^<>]*)> \.\n\Z")  # how a line of N-Quads ends that Oxigraph has written


def load(store: LocalStore, files: Iterable[Path]) -> None:
    """Let the graphs in files of N-Quads be in the store, in place of those of their names.

    The files are as `kg.store.serialized` writes them. Raises `InputError` for another file, before anything is
    changed, and `StoreError`.
    """
    paths = list(files)
    found = {name for path in paths for name in names(path)}
    store.put(MARK, found & set(store.graphs()))
    with store.writing():
        for path in paths:
            store.engine.bulk_load(path=str(path), format=ox.RdfFormat.N_QUADS)
            store.engine.bulk_load(input=cast("IO[bytes]", Union(path)), format=ox.RdfFormat.N_TRIPLES)
    store.put({}, MARK)


def mended(store: LocalStore) -> LocalStore:
    """The store, its union made again if a loading was cut short."""
    if LOADING in store.graphs():
        with store.writing():
            for name in filter(in_union, store.graphs()):
                store.engine.extend(ox.Quad(*triple) for triple in store.graph(name))
        store.put({}, MARK)
    return store


def names(path: Path) -> Iterator[str]:
    """The graphs of a file, one after the other. Raises `InputError` at a line that is none of ours."""
    last = b""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            found = NAME.search(line)
            if found is None:
                raise InputError(f"{shown(path)}: line {number} is no statement in a graph; build the file again.")
            if found[1] != last:
                last = found[1]
                yield last.decode()


class Union(io.RawIOBase):
    """A file of N-Quads, read as the N-Triples of its union."""

    def __init__(self, path: Path) -> None:
        self._lines = path.open("rb")
        self._chunk = io.BytesIO()

    def read(self, size: int = -1) -> bytes:
        while not (found := self._chunk.read(size)):
            lines = self._lines.readlines(CHUNK)
            if not lines:
                return b""
            self._chunk = io.BytesIO(b"".join(map(triple, lines)))
        return found

    def close(self) -> None:
        self._lines.close()
        super().close()


def triple(line: bytes) -> bytes:
    """The line without its graph; nothing for what is not in the union."""
    found = NAME.search(line)
    return line[: found.start()] + b" .\n" if found and in_union(found[1].decode()) else b""
