"""Corrections that come from the forms of the pages: accept, reject, change, undo."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, unquote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.decide import Change, Decision, Verdict, deciding, now, settled_by, undoing
from kg.errors import DecisionError, StoreError
from kg.serve.asked import FORM, body, content_type, fields
from kg.serve.pages.wanted import LANGUAGES, address
from kg.serve.sending import OURS, strange
from kg.serve.service import Service
from kg.store import Store
from kg.store.base import Graphs
from kg.store.decision import VERDICTS

PARTS = ("holder", "side", "stance", "target")
LONGEST = 1 << 18  # bytes of a form
COOKIE, YEAR = "by", 365 * 24 * 3600
READS = "This server only reads; whoever starts it can allow corrections with --writable."


@dataclass(frozen=True)
class Sent:
    """The fields of a form, the last of each name."""

    values: dict[str, str]

    def get(self, name: str) -> str:
        """On one line: a browser breaks none where it shows a name."""
        return " ".join(self.values.get(name, "").split())

    @property
    def change(self) -> Change | None:
        """The parts that are others than the form had when it was shown; None for none."""
        new = {part: self.get(part) for part in PARTS if self.get(part) != self.get(f"old-{part}")}
        return Change(**new) if new else None


class RefusedError(HTTPException):
    """What is wrong with a form, and what was typed into it."""

    def __init__(self, error: HTTPException, form: Sent) -> None:
        super().__init__(error.status_code, error.detail, error.headers)
        self.form = form


async def decide(service: Service, request: Request) -> Response:
    form = await sent(service, request)
    try:
        return await decided(service, form)
    except HTTPException as error:
        raise RefusedError(error, form) from error


async def decided(service: Service, form: Sent) -> Response:
    position, verdict = form.get("position"), verdict_of(form)

    def making(store: Store) -> Graphs:
        change = form.change
        if change and verdict != "changed":
            raise DecisionError("A part is another one than before; choose to change the position, or leave the part.")
        if verdict == "changed" and not change:
            raise DecisionError("Nothing would change; give another holder, side, stance or target.")
        by, note = form.get("by"), form.values.get("note", "")
        return deciding(store, position, verdict, by=by, at=now(), change=change, note=note)

    made = await changed(service, making)
    return back(form, made.made or made.position, made.verdict, made.by)


async def undo(service: Service, request: Request) -> Response:
    form = await sent(service, request)
    iri = form.get("decision")
    undone = await changed(service, lambda store: undoing(store, iri, at=now()))
    return back(form, undone.position, "undone", None)


async def changed(service: Service, making: Callable[[Store], Graphs]) -> Decision:
    """The decision that is made or undone: what is begun is done, whether or not the client waits for it."""
    return await asyncio.shield(asyncio.ensure_future(written(service, making)))


async def written(service: Service, making: Callable[[Store], Graphs]) -> Decision:
    async with service.writing:
        try:
            place, made = await asyncio.to_thread(service.source.change, making, settled_by)
        except DecisionError as error:
            raise HTTPException(400, str(error)) from error
        except StoreError as error:
            logging.getLogger("kg.serve").error(str(error))  # it names a folder, which is for whoever runs the server
            raise HTTPException(507, "The store cannot be written; look after it on the server.") from error
        service.source.show(place)
        return made


async def sent(service: Service, request: Request) -> Sent:
    if not service.settings.writable:
        raise HTTPException(403, READS)
    # A site that may ask, or has a link to a page, may not correct: nothing else keeps its forms out.
    if strange(request.headers, None) or request.headers.get("sec-fetch-site", "none") not in OURS:
        raise HTTPException(403, "A page of another site sends this; corrections come from the pages of this server.")
    if content_type(request) != FORM:
        raise HTTPException(415, f"The body is of no type that is known here; send {FORM}.")
    return Sent(dict(fields(await body(request, LONGEST, service.settings.seconds))))


def verdict_of(form: Sent) -> Verdict:
    for verdict in VERDICTS:
        if form.get("verdict") == verdict:
            return verdict
    raise HTTPException(400, f"The parameter verdict is none; give one of {', '.join(VERDICTS)}.")


def back(form: Sent, position: str, done: str, by: str | None) -> Response:
    """To the position that stands now, or to the list; the name is remembered for the next correction."""
    language = {"lang": form.get("lang")} if form.get("lang") in LANGUAGES else {}
    where = ("decisions", {}) if form.get("from") == "decisions" else ("position", {"iri": position})
    response = RedirectResponse(address(where[0], {**where[1], "done": done, **language}), 303)
    if by:
        response.set_cookie(COOKIE, quote(by), max_age=YEAR, path="/", httponly=True, samesite="strict")
    return response


def remembered(request: Request) -> str:
    return unquote(request.cookies.get(COOKIE, ""), errors="replace")[:200]
