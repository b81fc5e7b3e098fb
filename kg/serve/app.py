"""The addresses of the server, and what each does."""

import logging
from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from kg.serve import graphs
from kg.serve.asked import accepted, query_of
from kg.serve.negotiate import GRAPHS, RESULTS, chosen
from kg.serve.pages.routes import pages
from kg.serve.sending import answer, hardened
from kg.serve.service import Service, while_there
from kg.serve.worker import unacceptable

Handler = Callable[[Service, Request], Awaitable[Response]]
NO_UPDATES = "SPARQL Update is not taken; where changes are allowed, PUT and DELETE graphs at /store."


def application(service: Service, title: str) -> ASGIApp:
    """The server of a graph that is called so."""

    addresses: dict[str, dict[str, Handler]] = {
        **pages(title),
        "/query": {"GET": query, "POST": query},
        "/sparql": {"GET": query, "POST": query},  # where many tools look for it
        "/store": {"GET": graphs.read, "PUT": graphs.replace, "DELETE": graphs.remove},
        "/update": {"POST": update},
        "/health": {"GET": health},
    }
    routes = [Route(path, by_method(handlers, service), methods=list(handlers)) for path, handlers in addresses.items()]
    app: ASGIApp = Starlette(routes=routes, exception_handlers={HTTPException: told, Exception: broken})
    if service.settings.cors:
        app = CORSMiddleware(app, allow_origins=[service.settings.cors], allow_methods=["GET", "POST"])
    return hardened(app, service.settings.host, service.settings.cors)


def by_method(handlers: dict[str, Handler], service: Service) -> Callable[[Request], Awaitable[Response]]:
    async def handling(request: Request) -> Response:
        return await handlers["GET" if request.method == "HEAD" else request.method](service, request)

    return handling


async def query(service: Service, request: Request) -> Response:
    text = await query_of(request, service.settings.longest_query, service.settings.seconds)
    results, graph = (chosen(accepted(request), offers) for offers in (RESULTS, GRAPHS))
    if results is None and graph is None:
        raise HTTPException(406, unacceptable({**RESULTS, **GRAPHS}))
    return answer(await while_there(request, service.ask(text, results, graph)), service.sending)


async def update(_: Service, __: Request) -> Response:
    raise HTTPException(403, NO_UPDATES)


async def health(service: Service, _: Request) -> Response:
    return JSONResponse({"status": "ok", **await service.counts()})


async def told(request: Request, error: Exception) -> Response:
    """What is wrong with a request, in one sentence."""
    assert isinstance(error, HTTPException)
    ours = {
        "Not Found": "There is nothing here; the page at / lists what there is.",
        "Method Not Allowed": f"{request.method} does nothing here; use {(error.headers or {}).get('Allow', 'GET')}.",
    }
    return PlainTextResponse(f"{ours.get(error.detail, error.detail)}\n", error.status_code, headers=error.headers)


async def broken(_: Request, error: Exception) -> Response:
    logging.getLogger("kg.serve").error("A request could not be answered.", exc_info=error)
    return PlainTextResponse("The server is at fault; its log says more.\n", 500)
