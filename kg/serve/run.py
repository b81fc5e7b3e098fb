"""From a file or a store to a server that runs until it is told to end."""

import asyncio
import logging
import os
import signal
import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Any

from kg.errors import InputError, KgError
from kg.output import shown
from kg.serve.pool import Pool
from kg.serve.settings import Settings
from kg.serve.source import Source, opened

GRACE = 2  # seconds that requests may still take when the server ends
ENDING = (signal.SIGINT, signal.SIGTERM)
Handler = Callable[[int, FrameType | None], Any] | int | None
ESCAPED = 3  # bytes of %XX for one


def serve(place: str | Path, settings: Settings, on_ready: Callable[[str], None]) -> None:
    """Serve the graph until SIGINT or SIGTERM comes; `on_ready` is told the address when it answers.

    Raises `InputError` and `StoreError` for what cannot be opened, `KgError` for an address that cannot be had or
    packages that are not installed, and `KeyboardInterrupt` if it is ended before it is ready.
    """
    require_packages()
    if str(place).lower().startswith(("http:/", "https:/")):  # a path has but one slash there
        raise InputError(f"{shown(place)}: this is an endpoint already; name a file or the folder of a store.")
    with (
        ending(),
        closing(listening(settings)) as door,
        opened(Path(place), writable=settings.writable) as source,
        closing(Pool(settings.workers, settings.waiting, settings.seconds, settings.memory)) as pool,
    ):
        on_ready(address(settings.host, door))
        answer(source, pool, settings, door, title=Path(place).absolute().name)


def answer(source: Source, pool: Pool, settings: Settings, door: socket.socket, title: str) -> None:
    """Until a signal comes."""
    import uvicorn

    from kg.serve.app import application
    from kg.serve.service import Service

    logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)  # we tell of our faults; clients may do as they like
    config = uvicorn.Config(
        application(Service(source, pool, settings), title),
        loop="asyncio",
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        limit_concurrency=settings.connections,
        timeout_graceful_shutdown=GRACE,
        h11_max_incomplete_event_size=(ESCAPED + 1) * settings.longest_query,  # a GET has the query in its first line
    )
    try:
        with suppress(KeyboardInterrupt):  # uvicorn repeats the signal when all is answered
            asyncio.run(uvicorn.Server(config).serve(sockets=[door]))
    finally:
        on_signals(signal.SIG_IGN)  # nothing stops the tidying


def require_packages() -> None:
    try:
        import jinja2  # noqa: F401
        import starlette  # noqa: F401
        import uvicorn  # noqa: F401
    except ImportError as error:
        raise KgError(
            "A server needs starlette, uvicorn and jinja2; install them with: pip install 'diplokg[serve]'."
        ) from error
    import kg.serve.app  # noqa: F401  # it takes its time, in which whoever was told the address would wait


def listening(settings: Settings) -> socket.socket:
    try:
        family = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((settings.host, settings.port), family=family, backlog=settings.connections)
    except (OSError, UnicodeError) as error:
        place = f"{settings.host}, port {settings.port}"
        raise KgError(f"{place}: no server can be there ({reason(error)}); name another --host or --port.") from error


def reason(error: OSError | UnicodeError) -> str:
    """In the words of the system: Python's own repeat the address."""
    number = error.errno if isinstance(error, OSError) else None
    return os.strerror(number) if number and number > 0 else getattr(error, "strerror", None) or str(error)


def address(host: str, door: socket.socket) -> str:
    return f"http://{f'[{host}]' if ':' in host else host}:{door.getsockname()[1]}/"


@contextmanager
def ending() -> Iterator[None]:
    """Any signal to end is an interrupt, as Ctrl-C is: everything is tidied up."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = [(number, signal.getsignal(number)) for number in ENDING]
    on_signals(interrupt)
    try:
        yield
    finally:
        for number, handler in before:
            on_signals(handler, [number])


def on_signals(handler: Handler, numbers: Iterable[signal.Signals] = ENDING) -> None:
    """Python allows that in the main thread only."""
    if threading.current_thread() is threading.main_thread():
        for number in numbers:
            signal.signal(number, handler)
