"""The addresses of the pages: who asks for which, in which language."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kg.serve.asked import fields, short
from kg.serve.negotiate import preferences
from kg.serve.pages.correct import RefusedError, decide, remembered, undo
from kg.serve.pages.kept import Kept
from kg.serve.pages.render import HERE
from kg.serve.pages.task import HTML, PAGES, Page, trouble
from kg.serve.pages.wanted import LANGUAGES, START, Wanted, address
from kg.serve.sending import answer
from kg.serve.service import Service, while_there
from kg.serve.settings import MEBI
from kg.serve.worker import Reply

Handler = Callable[[Service, Request], Awaitable[Response]]
FILES = {"site.css": "text/css", "icon.svg": "image/svg+xml"}
ROOM = 32 * MEBI  # bytes of pages that are kept
KEPT = "max-age=3600"  # seconds; what the pages are drawn with is the same for all of them


def pages(title: str) -> dict[str, dict[str, Handler]]:
    """Of a server of a graph that is called so."""
    kept = Kept(ROOM)
    found = {address(name, {}): {"GET": showing(name, title, kept)} for name in PAGES}
    deciding = {"/decide": {"POST": told_on_page(decide, title)}, "/undo": {"POST": told_on_page(undo, title)}}
    return {**found, **deciding, **{f"/{name}": {"GET": file(name)} for name in FILES}}


def showing(name: str, title: str, kept: Kept) -> Handler:
    async def show(service: Service, request: Request) -> Response:
        wanted, place = asked_for(name, title, service, request), service.source.place
        reply = kept.get(place, wanted) or await shown(wanted, service, request)
        if reply and reply.status == 200 and place == service.source.place:  # else it may be of another state
            kept.put(place, wanted, reply)
        return sent(reply, service)

    return show


def told_on_page(handler: Handler, title: str) -> Handler:
    """What is wrong with a form, on a page as any other."""

    async def handle(service: Service, request: Request) -> Response:
        try:
            return await handler(service, request)
        except RefusedError as error:
            return sent(await again(error, asked_for("position", title, service, request), service, request), service)
        except HTTPException as error:
            return sent(trouble(asked_for(START, title, service, request), error.status_code, error.detail), service)

    return handle


async def again(error: RefusedError, wanted: Wanted, service: Service, request: Request) -> Reply | None:
    """The page of the position with the form as it was sent; without such a position just what is wrong."""
    form = error.form
    chosen = form.get("lang") in LANGUAGES
    told = replace(
        wanted,
        values=(("iri", form.get("position")),),
        language=form.get("lang") if chosen else wanted.language,
        chosen=chosen,
        typed=tuple(form.values.items()),
        refusal=error.detail,
    )
    reply = await shown(told, service, request)
    if reply and reply.status != 200:
        return trouble(told, error.status_code, error.detail)
    return reply and replace(reply, status=error.status_code)


async def shown(wanted: Wanted, service: Service, request: Request) -> Reply | None:
    """The page that a worker makes; what goes wrong is told on a page, too. None if nobody waits for it any more."""
    limits = service.settings
    try:
        short(wanted.get("query"), limits.longest_query)
        making = service.do(lambda place: Page(wanted, place, limits.seconds, limits.longest_answer))
        reply = await while_there(request, making)
    except HTTPException as error:
        reply = trouble(wanted, error.status_code, error.detail)
    if reply and reply.status != 200 and reply.kind != HTML:
        reply = trouble(wanted, reply.status, reply.body.decode().strip())
    return reply


def sent(reply: Reply | None, service: Service) -> Response:
    response = answer(reply, service.sending)
    for name, value in reply.headers if reply else ():
        response.headers[name] = value
    return response


def asked_for(name: str, title: str, service: Service, request: Request) -> Wanted:
    values = tuple(fields(request.scope["query_string"]))
    chosen = next((value for key, value in values if key == "lang" and value in LANGUAGES), None)
    language = chosen or preferred(", ".join(request.headers.getlist("accept-language")))
    writable = service.settings.writable
    return Wanted(name, values, language, chosen is not None, title, writable, remembered(request) if writable else "")


def preferred(header: str) -> str:
    """What a browser asks for, of the languages that there are (RFC 9110, 12.5.4); German where it does not care."""
    weights = dict.fromkeys(LANGUAGES, 0.0)
    for tag, weight in preferences(header):
        if (language := tag.partition("-")[0]) in weights:
            weights[language] = max(weights[language], weight)
    return max(LANGUAGES, key=lambda one: weights[one])


def file(name: str) -> Handler:
    body = (HERE / name).read_bytes()

    async def send(_: Service, __: Request) -> Response:
        return Response(body, media_type=FILES[name], headers={"Cache-Control": KEPT})

    return send
