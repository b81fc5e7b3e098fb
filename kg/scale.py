"""The same way on Ray, for more cores than one machine has: the partitions of `kg.partitions`, written by many.

Ray keeps the processes that have loaded their pipelines. A part whose process dies is read again, into the same file;
if that dies too, its documents are read one by one, and those that kill their process are left out.
Without a cluster (`RAY_ADDRESS`) Ray starts on this machine.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

from kg.corpus import Builder, Kept, Recipe, rounds, taken
from kg.each import OnError
from kg.errors import KgError, StoreError, fail
from kg.model import Document
from kg.partitions import PART, entries, left, made, write_part
from kg.workers import SECONDS, died, one

Read = tuple[list[Kept], list[KgError]]


def write(
    documents: Iterable[Document],
    folder: Path,
    recipe: Recipe,
    *,
    build: Builder,
    workers: int,
    part: int = PART,
    seconds: float = SECONDS,
    on_error: OnError = fail,
) -> Iterator[Kept]:
    """Write the graphs of documents into a folder that all workers see; what is yielded lies there for good.

    Only what is under way is held in memory. What fails, or takes longer than so many seconds, goes to `on_error`.
    Raises `StoreError` where Ray is not installed.
    """
    ray = engine()
    made(folder)
    place, digest, there, known = folder.absolute(), recipe.digest(), entries(folder), list[Kept]()

    def read(some: list[Document]) -> Read:
        return written(some, place, recipe, digest, build, seconds)

    with closing(Cluster(ray, read, workers, on_error)) as cluster:
        for round in rounds(documents):
            waiting = left(round, there, digest, known, on_error)
            while some := list(islice(waiting, part)):
                yield from cluster.begun(some)
            yield from taken(known)
        yield from cluster.rest()


def written(some: list[Document], folder: Path, recipe: Recipe, digest: str, build: Builder, seconds: float) -> Read:
    """What a worker does with a part: read it, write it, and tell of each document."""
    read = [one(document, recipe, build, seconds) for document in some]
    built = [each for found, _ in read for each in found]
    if built:
        write_part(folder, built, digest)
    kept = [Kept(each.document, each.positions, known=False) for each in built]
    return kept, [error for _, errors in read for error in errors]


class Cluster:
    """As many parts as there are workers are under way, and no more."""

    def __init__(self, ray: Any, read: Callable[[list[Document]], Read], workers: int, on_error: OnError) -> None:
        self._ray, self._workers, self._on_error = ray, workers, on_error
        self._task = ray.remote(num_cpus=1, max_retries=1)(read)
        self._under_way: dict[Any, list[Document]] = {}

    def begun(self, some: list[Document]) -> Iterator[Kept]:
        """What comes to its end before there is a worker for these."""
        while len(self._under_way) >= self._workers:
            yield from self._ended()
        self._under_way[self._task.remote(some)] = some

    def rest(self) -> Iterator[Kept]:
        while self._under_way:
            yield from self._ended()

    def close(self) -> None:
        """Nobody wants what is under way any more."""
        for task in self._under_way:
            self._ray.cancel(task, force=True)

    def _ended(self) -> Iterator[Kept]:
        """What comes of the first that is done."""
        [task], _ = self._ray.wait(list(self._under_way))
        some = self._under_way.pop(task)
        try:
            kept, errors = self._ray.get(task)
        except self._ray.exceptions.RayTaskError as failure:
            raise failure.cause from None
        except self._ray.exceptions.RayError:
            yield from self._alone(some)
            return
        for error in errors:
            self._on_error(error)
        yield from kept

    def _alone(self, some: list[Document]) -> Iterator[Kept]:
        """Each document by itself, where all of them together have killed two processes."""
        if len(some) == 1:
            self._on_error(died(some[0]))
            return
        for document in some:
            yield from self.begun([document])


def engine() -> Any:
    """Ray, started. Raises `StoreError` where it is not installed (the extra `ray`)."""
    try:
        import ray
    except ImportError as error:
        raise StoreError("Reading on a cluster needs Ray; install it with: pip install 'diplokg[ray]'.") from error
    if not ray.is_initialized():
        ray.init(log_to_driver=False, logging_level=logging.ERROR, include_dashboard=False)
    return ray
