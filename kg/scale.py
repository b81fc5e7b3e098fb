"""The same way on Ray Data, for more cores than one machine has: the partitions of `kg.partitions`, written by many.

Each worker loads its pipelines once. A worker that dies is started again and its part read again, into the same file.
Without a cluster (`RAY_ADDRESS`) Ray starts on this machine.
"""

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kg.corpus import Builder, Kept, Recipe
from kg.each import OnError
from kg.errors import KgError, StoreError, fail
from kg.model import Document
from kg.partitions import PART, entries, left, made, write_part
from kg.read import LanguageError

# Of a core that a worker takes for Ray. With 0.9 two workers on two cores leave nothing for what feeds them, and all
# waits for ever without a word (ray#62746).
SHARE = 0.4


class Reader:
    """What a worker does with a part: read it, write it, and tell of each document."""

    def __init__(self, folder: Path, recipe: Recipe, build: Builder) -> None:
        self._folder, self._recipe, self._build = folder, recipe, build
        self._digest = recipe.digest()

    def __call__(self, part: dict[str, Any]) -> dict[str, Any]:
        errors: list[KgError] = []
        some = list(self._build(list(part["document"]), self._recipe, errors.append))
        if some:
            write_part(self._folder, some, self._digest)
        skipped = [isinstance(error, LanguageError) for error in errors]
        return {
            "source": [built.document.source for built in some] + [error.source or "" for error in errors],
            "positions": [built.positions for built in some] + [0] * len(errors),
            "error": [""] * len(some) + [error.sentence for error in errors],
            "skipped": [False] * len(some) + skipped,
        }


def write(
    documents: Iterable[Document],
    folder: Path,
    recipe: Recipe,
    *,
    build: Builder,
    workers: int,
    part: int = PART,
    on_error: OnError = fail,
) -> Iterator[Kept]:
    """Write the graphs of documents into a folder that all workers see; what is yielded lies there for good.

    All documents are in Ray's object store meanwhile, which spills to the disk. What fails goes to `on_error`. Raises
    `StoreError` where Ray is not installed or fails.
    """
    data = engine()
    made(folder)
    known: list[Kept] = []
    rows = [{"document": one} for one in left(documents, entries(folder), recipe.digest(), known, on_error)]
    by_source = {row["document"].source: row["document"] for row in rows}
    yield from known
    if not rows:
        return
    parts = data.from_items(rows, override_num_blocks=-(-len(rows) // part)).map_batches(
        Reader,
        fn_constructor_args=(folder.absolute(), recipe, build),
        batch_size=None,
        concurrency=workers,
        num_cpus=SHARE,
    )
    for row in parts.iter_rows():
        if row["error"]:
            on_error((LanguageError if row["skipped"] else KgError)(row["error"], row["source"] or None))
        else:
            yield Kept(by_source[row["source"]], int(row["positions"]), known=False)


def engine() -> Any:
    """Ray Data, started. Raises `StoreError` where Ray is not installed (the extra `ray`)."""
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise StoreError("Reading on a cluster needs Ray; install it with: pip install 'diplokg[ray]'.") from error
    if not ray.is_initialized():
        ray.init(log_to_driver=False, logging_level=logging.ERROR, include_dashboard=False)
    ray.data.DataContext.get_current().enable_progress_bars = False
    return ray.data
