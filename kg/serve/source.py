"""What is served: a copy of the store that nobody else writes, for workers must not read a folder that has a writer.

The copy of a store is a backup of Oxigraph's: hard links, made in milliseconds, that cost no room while the store does
not change. A file is loaded into a store of its own.
"""

import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TypeVar

from kg.errors import StoreError
from kg.output import shown
from kg.serve.scratch import scratch
from kg.store.base import Graphs, Store, in_union
from kg.store.independence import recount
from kg.store.local import LocalStore, name_of, on_disk, with_union
from kg.store.read import quads

T = TypeVar("T")


class Source:
    """The copy, and for writers the store behind it. Each change makes a new folder for the workers to read."""

    def __init__(self, scratch: Path, copy: LocalStore, live: LocalStore | None) -> None:
        self._scratch, self._copy, self._live = scratch, copy, live
        self._number = 0
        self._readers: Counter[str] = Counter()
        self.place = self._released()

    @contextmanager
    def reading(self) -> Iterator[str]:
        """The folder of the newest state, which stays as long as it is read."""
        place = self.place
        self._readers[place] += 1
        try:
            yield place
        finally:
            self._readers[place] -= 1
            self._tidy(place)

    def put(self, graphs: Graphs, drop: Iterable[str] = ()) -> str:
        """Change the store, then what is read; the folder of the new state, for `show`. Raises `StoreError`."""
        assert self._live
        kept = {name: list(triples) for name, triples in graphs.items()}
        gone = list(drop)
        for store in (self._live, self._copy):
            store.put(kept, gone)
        return self._released()

    def change(self, making: Callable[[Store], Graphs], asking: Callable[[Store, Graphs], T]) -> tuple[str, T]:
        """Put what is made of the store as it is, and count its sources anew: the folder of the new state, for `show`,
        and what is asked of the store then and of what was put. Raises `StoreError`, and what `making` raises.
        """
        assert self._live
        kept = {name: list(triples) for name, triples in making(self._live).items()}
        for store in (self._live, self._copy):
            store.put(kept)
            recount(store)
        return self._released(), asking(self._live, kept)

    def show(self, place: str) -> None:
        """Let this be what is read from now on."""
        before, self.place = self.place, place
        self._tidy(before)

    @property
    def live(self) -> LocalStore:
        """The store behind it, which only one thread may change at a time."""
        assert self._live
        return self._live

    def _released(self) -> str:
        self._number += 1
        place = self._scratch / str(self._number)
        with self._copy.writing():
            self._copy.engine.backup(place)
        return str(place)

    def _tidy(self, place: str) -> None:
        if place != self.place and not self._readers[place]:
            del self._readers[place]
            shutil.rmtree(place, ignore_errors=True)


@contextmanager
def opened(place: Path, *, writable: bool = False) -> Iterator[Source]:
    """What there is in a file or in the folder of a store. Raises `InputError` and `StoreError`."""
    with ExitStack() as stack:
        if place.is_dir():
            yield of_store(place, writable, stack)
        elif writable:
            raise StoreError(f"{shown(place)}: only a store can be written; make one with kg build --store.")
        else:
            folder = stack.enter_context(scratch())
            yield Source(folder, stack.enter_context(closing(loaded(place, folder / "copy"))), None)


def of_store(place: Path, writable: bool, stack: ExitStack) -> Source:
    """A store that is only read is let go when it is copied: others can change it meanwhile."""
    with ExitStack() as opening:
        live = opening.enter_context(closing(on_disk(place)))
        folder = stack.enter_context(scratch(place))
        copy = stack.enter_context(closing(copied(live, folder / "copy")))
        if writable:
            stack.enter_context(opening.pop_all())
    return Source(folder, copy, live if writable else None)


def loaded(file: Path, folder: Path) -> LocalStore:
    """A file is served without its catalogue, as a store is."""
    copy = on_disk(folder, create=True)
    with copy.writing():
        copy.engine.bulk_extend(with_union(quad for quad in quads(file) if in_union(name_of(quad))))
    return copy


def copied(live: LocalStore, folder: Path) -> LocalStore:
    """The store without its catalogue: from where on this machine articles were read is not for strangers."""
    with live.writing():
        live.engine.backup(folder)
    copy = on_disk(folder)
    listed = [f"DROP SILENT GRAPH <{name}>" for name in copy.graphs() if not in_union(name)]
    with copy.writing():
        copy.engine.update(" ;\n".join(listed))
    return copy
