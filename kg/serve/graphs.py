"""Graphs by their names: the SPARQL 1.1 Graph Store HTTP Protocol with GET, PUT and DELETE.

SPARQL Update is not offered, not even to those who may write: the store keeps the union of its graphs, in which a
statement stands once, and what an arbitrary update does to that union can only be told by building it anew.
`Store.put` changes graph and union in one step.
"""

import asyncio
import logging
from collections.abc import Coroutine, Mapping, Sequence

import pyoxigraph as ox
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kg.errors import StoreError
from kg.namespaces import DECISION
from kg.serve.asked import accepted, body, content_type, fields, single
from kg.serve.negotiate import GRAPHS, chosen
from kg.serve.sending import answer
from kg.serve.service import CSV, Service, while_there
from kg.serve.worker import unacceptable
from kg.store.base import in_union
from kg.store.decisions import completed, redone
from kg.store.local import oneline
from kg.store.remote import STAGE

ALL = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
ONE = "CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {0} {{ ?s ?p ?o }} }}"
HAS = "ASK {{ GRAPH {0} {{ ?s ?p ?o }} }}"


async def read(service: Service, request: Request) -> Response:
    """The statements of a graph, or of the union."""
    name = named(request)
    kind = chosen(accepted(request), GRAPHS)
    if kind is None:
        raise HTTPException(406, unacceptable(GRAPHS))
    if name and not await has(service, name):
        raise unknown(name)
    return answer(
        await while_there(request, service.ask(ONE.format(name) if name else ALL, None, kind)), service.sending
    )


async def replace(service: Service, request: Request) -> Response:
    """Let a graph hold what is sent, and nothing else."""
    name = changeable(service, request)
    async with service.receiving:
        triples = await sent(service, request, name)
    known = await finished(changed(service, name, triples))
    return Response(status_code=204 if known else 201)


async def remove(service: Service, request: Request) -> Response:
    name = changeable(service, request)
    if not await finished(changed(service, name, None)):
        raise unknown(name)
    return Response(status_code=204)


async def finished(change: Coroutine[object, object, bool]) -> bool:
    """What is begun is done, whether or not the client waits for it."""
    return await asyncio.shield(asyncio.ensure_future(change))


async def changed(service: Service, name: ox.NamedNode, triples: list[ox.Triple] | None) -> bool:
    """Whether there was such a graph before; None takes it away."""
    async with service.writing:
        if not (known := await has(service, name)) and triples is None:
            return False
        filled, dropped = ({}, [name.value]) if triples is None else ({name.value: triples}, [])
        try:
            service.source.show(await asyncio.to_thread(put, service, filled, dropped))
        except StoreError as error:
            logging.getLogger("kg.serve").error(str(error))  # it names a folder, which is for whoever runs the server
            raise HTTPException(507, "The store cannot be written; look after it on the server.") from error
        return known


def put(service: Service, graphs: Mapping[str, list[ox.Triple]], drop: Sequence[str]) -> str:
    """What people decided on the positions of an article is done again, or has no effect any more."""
    live = service.source.live
    sent = {name: completed(live, name, triples) for name, triples in graphs.items()}
    return service.source.put({**sent, **redone(live, sent, drop)}, drop)


async def has(service: Service, name: ox.NamedNode) -> bool:
    reply = await service.ask(HAS.format(name), CSV, None)
    return reply.body.strip() == b"true"


async def sent(service: Service, request: Request, name: ox.NamedNode) -> list[ox.Triple]:
    kind = content_type(request)
    if kind not in GRAPHS:
        raise HTTPException(415, f"The body is of no type that is known here; send {' or '.join(GRAPHS)}.")
    encoded = await body(request, service.settings.longest_graph, service.settings.seconds)
    try:
        return await asyncio.to_thread(parsed, encoded, GRAPHS[kind], name.value)
    except (SyntaxError, ValueError) as error:
        raise HTTPException(400, f"The graph is malformed ({oneline(error)}); mend it.") from error


def parsed(encoded: bytes, form: ox.RdfFormat, base: str) -> list[ox.Triple]:
    relative = base if form == ox.RdfFormat.TURTLE else None
    triples = [quad.triple for quad in ox.parse(encoded, format=form, base_iri=relative)]
    if any(isinstance(triple.object, ox.Triple) for triple in triples):
        raise ValueError("quoted triples are not supported")
    return triples


def changeable(service: Service, request: Request) -> ox.NamedNode:
    if not service.settings.writable:
        raise HTTPException(403, "This server only reads; whoever starts it can allow changes with --writable.")
    name = named(request)
    if name is None or not in_union(name.value) or name.value.startswith(DECISION):
        raise HTTPException(403, "This graph is kept by the store itself; change those of documents.")
    if name.value.startswith(STAGE):
        raise HTTPException(
            403, "Graphs are put one by one here; nothing is prepared for an update, which is not taken."
        )
    return name


def named(request: Request) -> ox.NamedNode | None:
    """The graph that is asked for; None for the default graph (Graph Store Protocol, 4.2)."""
    given = fields(request.scope["query_string"])
    if [key for key, _ in given if key in ("graph", "default")] == ["default"]:
        return None
    try:
        return ox.NamedNode(single(given, "graph"))
    except ValueError as error:
        raise HTTPException(400, "The parameter graph is no IRI; give a whole one, encoded.") from error


def unknown(name: ox.NamedNode) -> HTTPException:
    return HTTPException(404, f"There is no graph {name}; ask for those there are with SELECT and GRAPH.")
