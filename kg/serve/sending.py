"""Answers on their way: what the headers say, and clients that do not take what they asked for."""

import asyncio
import ipaddress
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.serve.worker import Reply

CHUNK = 1 << 16  # bytes; what a connection takes at once
PATIENCE = 30.0  # seconds that a client may take for any answer
SLOWEST = 1 << 16  # bytes a second, for a long one: whoever takes it more slowly is given up
GONE = 499  # as nginx has it: nobody is there to read this status
# Nothing that is sent may run, be framed, be taken for another type, or be kept: the store may change at any time.
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # without any, a browser calls the form of our own page a stranger's
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
BUSY = "Too many queries are under way; ask again in a moment."
RETRY = {"Retry-After": "5"}  # seconds; most queries take less, so that a place is free by then
LOCAL = "localhost"
OURS = ("none", "same-origin")  # what a browser says of an address that was typed in, and of our own page


class Room:
    """So many bytes of answers may be under way: clients that take theirs slowly must not fill the memory."""

    def __init__(self, size: int) -> None:
        self._left = size

    @contextmanager
    def held(self, size: int) -> Iterator[bool]:
        """Whether there is room for so many bytes; if so, it is held as long as the context."""
        fits = size <= self._left
        self._left -= size if fits else 0
        try:
            yield fits
        finally:
            self._left += size if fits else 0


def answer(reply: Reply | None, room: Room) -> Response:
    """What a worker says, as a response; None says that the client has hung up."""
    if reply is None:
        return Response(status_code=GONE)
    kind = reply.kind if reply.kind.startswith("application/") else f"{reply.kind}; charset=utf-8"
    return Chunked(reply, {"Vary": "Accept", "Content-Type": kind}, room)


class Chunked(Response):
    """A body of known length that is handed over in pieces, as fast as the client takes them, but not for ever."""

    def __init__(self, reply: Reply, headers: dict[str, str], room: Room) -> None:
        super().__init__(reply.body, reply.status, headers)
        self._room = room

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with self._room.held(len(self.body)) as fits:
            if not fits:
                await PlainTextResponse(f"{BUSY}\n", 503, RETRY)(scope, receive, send)
                return
            with suppress(TimeoutError):  # uvicorn ends the connection, since the body is not complete
                async with asyncio.timeout(PATIENCE + len(self.body) / SLOWEST):
                    await self._send(send)

    async def _send(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        body = memoryview(self.body)
        for start in range(0, len(body), CHUNK):
            piece = bytes(body[start : start + CHUNK])
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b""})


def hardened(app: ASGIApp, host: str, cors: str | None) -> ASGIApp:
    """The application with the headers above, for those who may ask."""

    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        async def headed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        answering = refusal(Headers(scope=scope), host, cors) if scope["type"] == "http" else None
        await (answering or app)(scope, receive, headed)

    return wrapped


def refusal(headers: Headers, host: str, cors: str | None) -> Response | None:
    """What is said to whoever may not ask: if only this machine is to reach the server, it is for itself."""
    if loopback(host) and not meant(headers.get("host", ""), host):
        # A page of a stranger whose name leads to this machine could read everything (DNS rebinding).
        return PlainTextResponse(f"This server is {host} and no other; ask it by that name.\n", 421)
    if cors != "*" and strange(headers, cors):
        return PlainTextResponse("A page of another site asks this; let that site ask with kg serve --cors.\n", 403)
    return None


def strange(headers: Headers, cors: str | None) -> bool:
    """Whether a page of another site sends this: it may not read the answer, but the query would run all the same.

    Without `Origin` it is a picture or the like, or a link, which anybody may set.
    """
    origin = headers.get("origin")
    if origin is None:
        return headers.get("sec-fetch-site", "none") not in OURS and headers.get("sec-fetch-dest") != "document"
    return origin != cors and origin.partition("://")[2] != headers.get("host")


def loopback(name: str) -> bool:
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name.lower() == LOCAL


def meant(header: str, host: str) -> bool:
    """Whether `Host` names this machine as only this machine is named; the port may be another, that of a tunnel."""
    try:
        name = urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return False
    return loopback(name) or name == host.lower()
