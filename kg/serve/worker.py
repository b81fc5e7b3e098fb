"""A process that answers queries, and that can be killed: Oxigraph cannot be told to stop one (oxigraph#1926)."""

import signal
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from multiprocessing.connection import Connection
from textwrap import shorten
from typing import TYPE_CHECKING, Protocol

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.guard import checked
from kg.serve.negotiate import GRAPHS, RESULTS
from kg.store.base import Answer
from kg.store.formats import NAMESPACES
from kg.store.local import LocalStore, oneline

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

GRACE = 2.0  # seconds after its time when a worker ends by itself, should nobody be left to kill it
LONGEST_REASON = 200  # characters; the parser of the engine lists every sign that it would have taken


class Task(Protocol):
    """What a worker can be asked: of the store in which folder, and for how long it may take."""

    @property
    def place(self) -> str: ...
    @property
    def seconds(self) -> float: ...
    @property
    def longest(self) -> int: ...  # bytes of the answer

    def reply(self, store: LocalStore) -> "Reply": ...


@dataclass(frozen=True)
class Job:
    """A query, the folder of the store that it asks, and how the answer is to be written, if it is acceptable."""

    text: str
    place: str
    results: str | None  # media type for SELECT and ASK
    graph: str | None  # media type for CONSTRUCT and DESCRIBE
    seconds: float
    longest: int  # bytes

    def reply(self, store: LocalStore) -> "Reply":
        return written(store.query(checked(present(self.text), ())), self)


@dataclass(frozen=True)
class Reply:
    """What is to be sent: the status of HTTP, the media type, the body, and headers of its own."""

    status: int
    kind: str
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()


class TooLongError(Exception):
    """The answer is longer than the job allows."""


class Limited(BytesIO):
    """Takes so many bytes and no more."""

    def __init__(self, longest: int) -> None:
        super().__init__()
        self._longest = longest

    def write(self, chunk: "Buffer") -> int:
        if self.tell() + memoryview(chunk).nbytes > self._longest:
            raise TooLongError
        return super().write(chunk)


def work(pipe: Connection, memory: int) -> None:
    """Answer one job after the other, until the other end of the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where it could not be kept from reaching this process
    limit_memory(memory)
    opened = lru_cache(maxsize=1)(readable)
    while task := received(pipe):
        end_after(task.seconds + GRACE)
        reply = answered(opened, task)
        end_after(0)
        pipe.send(reply)


def readable(place: str) -> LocalStore:
    return LocalStore(ox.Store.read_only(place))


def received(pipe: Connection) -> Task | None:
    try:
        task: Task = pipe.recv()
    except EOFError:
        return None
    return task


def end_after(seconds: float) -> None:
    """Let the system end this process then, whatever it does; 0 calls that off. Windows has no such alarm."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)


def limit_memory(size: int) -> None:
    """Let a process that wants more bytes than that fail: it, and not whatever the system would end for it."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_DATA, (size, size))


def answered(opened: Callable[[str], LocalStore], task: Task) -> Reply:
    try:
        return task.reply(opened(task.place))
    except QueryError as error:
        return refusal(400, str(error))
    except TooLongError:
        return refusal(403, f"The answer is longer than {task.longest} bytes; ask for less, for example with LIMIT.")
    except (SyntaxError, ValueError, RuntimeError) as error:
        reason = shorten(oneline(error), LONGEST_REASON, placeholder=" …")
        return refusal(400, f"The query cannot be answered ({reason}); mend it.")
    except (OSError, MemoryError) as error:
        return refusal(500, f"The store cannot be read ({oneline(error)}); look after it on the server.")


def present(text: str) -> str:
    if not text.strip():
        raise QueryError("The query is empty; write one in SPARQL.")
    return text


def written(answer: Answer, job: Job) -> Reply:
    if isinstance(answer, ox.QuerySolutions | ox.QueryBoolean):
        found = answer
        return into(job, job.results, RESULTS, lambda out, kind: found.serialize(out, RESULTS[kind]))
    return into(job, job.graph, GRAPHS, lambda out, kind: ox.serialize(answer, out, GRAPHS[kind], prefixes=NAMESPACES))


def into(job: Job, kind: str | None, offers: Mapping[str, object], write: Callable[[Limited, str], object]) -> Reply:
    if kind is None:
        return refusal(406, unacceptable(offers))
    out = Limited(job.longest)
    write(out, kind)
    return Reply(200, kind, out.getvalue())


def unacceptable(offers: Mapping[str, object]) -> str:
    return f"Accept names no format that this answer can have; name one of {', '.join(offers)}."


def refusal(status: int, sentence: str) -> Reply:
    return Reply(status, "text/plain", f"{sentence}\n".encode())
