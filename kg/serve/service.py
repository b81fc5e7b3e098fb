"""Queries of clients, answered by the pool: what becomes of those that take too long or that nobody waits for."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import TypeVar

from starlette.exceptions import HTTPException
from starlette.requests import Request

from kg.serve.pool import BusyError, DiedError, OvertimeError, Pool
from kg.serve.sending import BUSY, RETRY, Room
from kg.serve.settings import MEBI, Settings
from kg.serve.source import Source
from kg.serve.worker import Job, Reply, Task

T = TypeVar("T")
COUNTS = {
    "triples": "SELECT (COUNT(*) AS ?count) WHERE { ?s ?p ?o }",
    "graphs": "SELECT (COUNT(?g) AS ?count) WHERE { GRAPH ?g {} }",
}
UNKNOWN: dict[str, int | None] = dict.fromkeys(COUNTS)
SOON = 1.0  # seconds that whoever asks for the counts waits for them
CSV = "text/csv"
ANSWERS = 8  # of the longest, that may be under way
GRAPHS = 2  # that may be received at a time: each is in memory as a whole


class Service:
    """The store that is served, and those who answer."""

    def __init__(self, source: Source, pool: Pool, settings: Settings) -> None:
        self.source, self.settings = source, settings
        self.sending = Room(ANSWERS * settings.longest_answer)
        self.receiving = asyncio.Semaphore(GRAPHS)
        self.writing = asyncio.Lock()  # one change at a time
        self._pool = pool
        self._counting: tuple[str, asyncio.Task[dict[str, int | None]]] | None = None

    async def ask(self, text: str, results: str | None, graph: str | None) -> Reply:
        """Raises `HTTPException` for what comes to no answer."""
        limits = self.settings
        return await self.do(lambda place: Job(text, place, results, graph, limits.seconds, limits.longest_answer))

    async def do(self, task: Callable[[str], Task]) -> Reply:
        """What a worker makes of the newest state, whose folder the task is given; raises `HTTPException` as `ask`."""
        limits = self.settings
        try:
            with self.source.reading() as place:
                return await self._pool.ask(task(place))
        except BusyError:
            raise HTTPException(503, BUSY, RETRY) from None
        except OvertimeError:
            sentence = f"The query took longer than {limits.seconds:g} s and was ended; ask for less."
            raise HTTPException(504, sentence) from None
        except DiedError:
            sentence = f"The query ended its process, which may use {limits.memory // MEBI} MiB; ask for less."
            raise HTTPException(500, sentence) from None

    async def counts(self) -> dict[str, int | None]:
        """How many statements and graphs there are; None while nobody had the time to count them."""
        place, counting = self._counting or ("", None)
        if counting is None or place != self.source.place or (counting.done() and counting.result() == UNKNOWN):
            counting = asyncio.ensure_future(self._count())
            self._counting = self.source.place, counting
        await asyncio.wait({counting}, timeout=SOON)
        return counting.result() if counting.done() else UNKNOWN

    async def _count(self) -> dict[str, int | None]:
        try:
            replies = {name: await self.ask(text, CSV, None) for name, text in COUNTS.items()}
        except HTTPException:
            return UNKNOWN
        return {name: int(reply.body.split()[1]) if reply.status == 200 else None for name, reply in replies.items()}


async def while_there(request: Request, answering: Coroutine[object, object, T]) -> T | None:
    """The answer, or None as soon as the client has hung up; then the answering is cancelled."""
    answer, gone = asyncio.ensure_future(answering), asyncio.ensure_future(left(request))
    try:
        await asyncio.wait({answer, gone}, return_when=asyncio.FIRST_COMPLETED)
        return answer.result() if answer.done() else None
    finally:
        for task in (answer, gone):
            task.cancel()
        await asyncio.gather(answer, gone, return_exceptions=True)


async def left(request: Request) -> None:
    """Returns when the client has hung up. What it may still send is passed over."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
