"""Documents → their graphs, in this process or in several.

A killed worker takes the whole pool of `concurrent.futures` with it: what was under way is done again, one document at
a time, so that the one that kills its worker is found, told of, and left out.
"""

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain

import pyoxigraph as ox

from kg.corpus import Builder, Built, Recipe
from kg.each import OnError
from kg.errors import KgError
from kg.model import Document, Extraction
from kg.output import shown

AHEAD = 4  # documents a worker that wait for it: enough to keep it busy, and few enough to keep memory flat

Outcome = tuple[list[Built], list[KgError]]


def in_this_process(documents: Iterable[Document], recipe: Recipe, on_error: OnError) -> Iterator[Built]:
    waiting = iter(documents)
    first = next(waiting, None)
    if first is None:  # all are known: the pipelines need not be loaded
        return
    from kg import pipeline

    for extraction in pipeline.extract(
        chain([first], waiting),
        model=recipe.model,
        actors=recipe.actors,
        min_confidence=recipe.min_confidence,
        on_error=on_error,
    ):
        yield built(extraction, recipe)


def built(extraction: Extraction, recipe: Recipe) -> Built:
    from kg import pipeline
    from kg.store.terms import quads_of

    dataset = pipeline.build([extraction], model=recipe.model, actors=recipe.actors, full_text=recipe.full_text)
    triples = sorted({quad.triple for quad in quads_of(dataset)}, key=str)
    return Built(
        extraction.document, ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"", len(extraction.positions)
    )


@contextmanager
def builder(jobs: int) -> Iterator[Builder]:
    """What builds with so many processes, as long as it is needed."""
    if jobs == 1:
        yield in_this_process
        return
    with Workers(jobs) as workers:
        yield workers.build


class Workers:
    """So many processes, each with its own pipelines. Use it as a context: they end with it."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._pool = self._opened()

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def build(self, documents: Iterable[Document], recipe: Recipe, on_error: OnError) -> Iterator[Built]:
        """In the order of the documents. A `kg.corpus.Builder`."""
        waiting: deque[tuple[Document, Future[Outcome]]] = deque()
        for document in documents:
            waiting.append((document, self._submit(document, recipe)))
            if len(waiting) >= AHEAD * self._number:
                yield from self._first(waiting, recipe, on_error)
        while waiting:
            yield from self._first(waiting, recipe, on_error)

    def _first(
        self, waiting: deque[tuple[Document, Future[Outcome]]], recipe: Recipe, on_error: OnError
    ) -> Iterator[Built]:
        document, future = waiting.popleft()
        try:
            found, errors = future.result()
        except BrokenProcessPool:
            found, errors = self._alone(document, recipe)
            again = [(other, self._submit(other, recipe)) for other, _ in waiting]
            waiting.clear()
            waiting.extend(again)
        for error in errors:
            on_error(error)
        yield from found

    def _alone(self, document: Document, recipe: Recipe) -> Outcome:
        """Once more, with nothing else under way. The pool is a new one afterwards, if that was needed."""
        self._pool = self._opened()
        try:
            return self._submit(document, recipe).result()
        except BrokenProcessPool:
            self._pool = self._opened()
            name = shown(document.source or document.id)
            return [], [KgError(f"{name}: the process that read it died, twice; it is left out.")]

    def _submit(self, document: Document, recipe: Recipe) -> "Future[Outcome]":
        try:
            return self._pool.submit(one, document, recipe)
        except BrokenProcessPool:  # it is told when the document's turn comes
            broken: Future[Outcome] = Future()
            broken.set_exception(BrokenProcessPool("the pool had ended"))
            return broken

    def _opened(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._number, mp_context=multiprocessing.get_context("spawn"))


def one(document: Document, recipe: Recipe) -> Outcome:
    """The work of a worker: exceptions with causes do not always pass between processes, sentences do."""
    errors: list[KgError] = []
    return list(in_this_process([document], recipe, errors.append)), errors
