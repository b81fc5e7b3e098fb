"""Documents → their graphs, in this process or in several.

A killed worker takes the whole pool of `concurrent.futures` with it: what was under way is done again, one document at
a time, so that the one that kills its worker is found, told of, and left out.
"""

import faulthandler
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

import pyoxigraph as ox

from kg.corpus import Builder, Built, Recipe
from kg.each import OnError
from kg.errors import KgError
from kg.model import Document, Extraction
from kg.output import shown

AHEAD = 4  # documents a worker that wait for it: enough to keep it busy, and few enough to keep memory flat

SECONDS = 600.0  # for a document: one of a million characters, the longest that is read, takes one or two minutes

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
    own = ox.NamedNode(extraction.document.iri)  # what is said beside it depends on the other articles
    triples = sorted({quad.triple for quad in quads_of(dataset) if quad.graph_name == own}, key=str)
    return Built(
        extraction.document, ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"", len(extraction.positions)
    )


@contextmanager
def builder(jobs: int, seconds: float | None = None) -> Iterator[Builder]:
    """What builds with so many processes, as long as it is needed.

    One process has no limit of time unless it is asked for; then it is another one than this, which can be ended.
    """
    if jobs == 1 and seconds is None:
        yield in_this_process
        return
    with Workers(jobs, seconds=seconds or SECONDS) as workers:
        yield workers.build


class Workers:
    """So many processes, each with its own pipelines. Use it as a context: they end with it.

    `work` is what each does with a document, a function that other processes can import. A document that takes longer
    than so many seconds is left out.
    """

    def __init__(self, number: int, *, work: Builder = in_this_process, seconds: float = SECONDS) -> None:
        self._number, self._work, self._seconds = number, work, seconds
        self._others = multiprocessing.active_children()
        self._pool = self._opened()

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind:  # an interrupt, or nobody wants the rest: what is under way need not come to its end
            for process in multiprocessing.active_children():
                if process not in self._others:
                    process.terminate()
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
            return [], [died(document)]

    def _submit(self, document: Document, recipe: Recipe) -> "Future[Outcome]":
        try:
            return self._pool.submit(one, document, recipe, self._work, self._seconds)
        except BrokenProcessPool:  # it is told when the document's turn comes
            broken: Future[Outcome] = Future()
            broken.set_exception(BrokenProcessPool("the pool had ended"))
            return broken

    def _opened(self) -> ProcessPoolExecutor:
        spawn = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self._number, mp_context=spawn, initializer=begin)


def died(document: Document) -> KgError:
    return KgError("the process that read it died, twice; it is left out.", shown(document.source or document.id))


class TooLong(BaseException):  # no error of the work, which must not catch it as one
    """A document has had its time."""


def begin() -> None:
    """A terminal interrupts all processes at once; the one that has begun the others ends them, also by its death."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=end_with_parent, daemon=True).start()


def end_with_parent() -> None:
    """A process that was killed tells its workers nothing: they would wait for more work for ever."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def one(document: Document, recipe: Recipe, work: Builder, seconds: float) -> Outcome:
    """The work of a worker: exceptions with causes do not always pass between processes, sentences do."""
    errors: list[KgError] = []
    try:
        with limited(seconds):
            return list(work([document], recipe, errors.append)), errors
    except TooLong:
        name = shown(document.source or document.id)
        return [], [KgError(f"reading it took longer than {seconds:g} seconds; it is left out, split it.", name)]


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise `TooLong` in what takes longer. What does not come back to Python ends the process after twice the time."""
    if not hasattr(signal, "setitimer"):  # Windows
        yield
        return

    def ring(*_: object) -> None:
        raise TooLong

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    with Path(os.devnull).open("w") as nowhere:
        faulthandler.dump_traceback_later(2 * seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)
            faulthandler.cancel_dump_traceback_later()
