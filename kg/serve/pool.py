"""Worker processes: a query that takes too long, or that nobody waits for any more, ends with its process."""

import asyncio
import multiprocessing
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from typing import Any

from kg.serve.worker import Reply, Task, work

# A process forked from one that has loaded everything is there in 20 ms; a fresh one loads for 600.
FORKED = "forkserver" in multiprocessing.get_all_start_methods()
PRELOADED = ["kg.serve.worker", "kg.serve.pages.task"]
PATIENCE = 5.0  # seconds that a killed process may take to be gone
AGAIN = 1.0  # seconds until another try to start a process that the system refused


class BusyError(Exception):
    """Too many queries wait, or this one has waited too long."""


class OvertimeError(Exception):
    """The query took too long; its worker must be killed."""


class DiedError(Exception):
    """The worker ended in the middle of a query."""


class GoneError(Exception):
    """The worker had ended before it was asked."""


class Worker:
    """One process. All of this blocks, and is for a thread."""

    def __init__(self, memory: int) -> None:
        context: Any = multiprocessing.get_context("forkserver" if FORKED else "spawn")
        if FORKED:
            context.set_forkserver_preload(PRELOADED)
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=work, args=(theirs, memory), daemon=True)
        with uninterrupted():
            self._process.start()
        theirs.close()

    def ask(self, task: Task) -> Reply:
        try:
            self._pipe.send(task)
        except OSError as error:
            raise GoneError from error
        try:
            if not self._pipe.poll(task.seconds):
                raise OvertimeError
            reply = self._pipe.recv()
        except (EOFError, OSError) as error:
            raise DiedError from error
        assert isinstance(reply, Reply)
        return reply

    def kill(self) -> None:
        self._process.kill()

    def gone(self) -> None:
        """Wait until it is. The pipe is left open: a thread may still listen, and would hear another file."""
        self._process.join(PATIENCE)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Start processes that Ctrl-C, which goes to all of a group, does not reach: the server says when they end."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    resource_tracker.ensure_running()  # else it starts with the first process, and lets the signal through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class Pool:
    """So many workers for so many queries at a time; so many more may wait. `close` ends it, whatever goes on."""

    def __init__(self, workers: int, waiting: int, seconds: float, memory: int) -> None:
        self._room, self._seconds, self._memory = waiting, seconds, memory
        self._waiting = 0
        self._threads = ThreadPoolExecutor(2 * workers)  # while one thread asks, another may start the successor
        self._all = {Worker(memory) for _ in range(workers)}
        self._idle: asyncio.Queue[Worker] = asyncio.Queue()
        for worker in self._all:
            self._idle.put_nowait(worker)
        self._closed = False

    async def ask(self, task: Task) -> Reply:
        """Raises `BusyError`, `OvertimeError`, `DiedError`. Whoever cancels this ends the query."""
        while True:
            with suppress(GoneError):
                return await self._asked(await self._taken(), task)

    def close(self) -> None:
        self._closed = True
        for worker in tuple(self._all):
            worker.kill()
        self._threads.shutdown(cancel_futures=True)
        for worker in tuple(self._all):  # one that was being started is among them by now
            worker.kill()
            worker.gone()

    async def _asked(self, worker: Worker, task: Task) -> Reply:
        reply = None
        try:
            reply = await asyncio.get_running_loop().run_in_executor(self._threads, worker.ask, task)
        finally:
            if reply is None:
                self._replace(worker)
            else:
                self._idle.put_nowait(worker)
        return reply

    async def _taken(self) -> Worker:
        if self._idle.empty() and self._waiting >= self._room:
            raise BusyError
        self._waiting += 1
        try:
            async with asyncio.timeout(self._seconds):
                return await self._idle.get()
        except TimeoutError:
            raise BusyError from None
        finally:
            self._waiting -= 1

    def _replace(self, worker: Worker) -> None:
        worker.kill()
        self._all.discard(worker)
        if not self._closed:
            self._threads.submit(self._succeed, worker, asyncio.get_running_loop())

    def _succeed(self, worker: Worker, loop: asyncio.AbstractEventLoop) -> None:
        """Start another one in its place; for a thread."""
        worker.gone()
        while not self._closed:
            try:
                new = Worker(self._memory)
            except (OSError, EOFError):  # the system has no process to give, or the one to fork from has just ended
                time.sleep(AGAIN)
                continue
            self._all.add(new)
            with suppress(RuntimeError):  # the loop has ended: `close` ends this one with the others
                loop.call_soon_threadsafe(self._idle.put_nowait, new)
            return
