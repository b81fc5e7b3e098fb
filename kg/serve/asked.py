"""What a request asks: the query of the SPARQL 1.1 Protocol (2.1), and bodies that are no longer than they may be.

Whatever is wrong is an `HTTPException` with one sentence.
"""

import asyncio
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

FORM, QUERY = "application/x-www-form-urlencoded", "application/sparql-query"
DATASET = ("default-graph-uri", "named-graph-uri")
FIELDS = 100  # of a form; the protocol knows three, some of which may be repeated
ESCAPED = 3  # bytes of %XX for one


async def query_of(request: Request, longest: int, seconds: float) -> str:
    """The text of the query: in the address, in a form, or as the body."""
    address = fields(request.scope["query_string"])
    check_dataset(address)
    if request.method != "POST":
        return short(single(address, "query"), longest)
    kind = content_type(request)
    if kind == QUERY:
        return text_of(await body(request, longest, seconds))
    if kind != FORM:
        raise HTTPException(415, f"The body is of no type that is known here; send {QUERY} or {FORM}.")
    form = fields(await body(request, ESCAPED * longest, seconds))
    check_dataset(form)
    return short(single(form, "query"), longest)


def accepted(request: Request) -> str:
    """What `Accept` says, on however many lines (RFC 9110, 5.3)."""
    return ", ".join(request.headers.getlist("accept"))


def content_type(request: Request) -> str:
    """The type of the body, without parameters; of texts only those in UTF-8 are taken."""
    kind, *parameters = (one.strip() for one in request.headers.get("content-type", "").lower().split(";"))
    charsets = [one.removeprefix("charset=").strip('"') for one in parameters if one.startswith("charset=")]
    if charsets and charsets[0] not in ("utf-8", "utf8", "us-ascii"):
        raise HTTPException(415, "The body is not in UTF-8; send it in UTF-8.")
    return kind


def fields(encoded: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(encoded.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=FIELDS)
    except ValueError as error:
        raise HTTPException(400, "The parameters are not encoded as in a form in UTF-8; encode them so.") from error


def check_dataset(given: list[tuple[str, str]]) -> None:
    for name, _ in given:
        if name in DATASET:
            raise HTTPException(400, f"{name} is not taken; name graphs in the query, with FROM or GRAPH.")


def single(given: list[tuple[str, str]], name: str) -> str:
    found = [value for key, value in given if key == name]
    if len(found) != 1:
        problem = "is missing" if not found else "is given more than once"
        raise HTTPException(400, f"The parameter {name} {problem}; give it once.")
    return found[0]


def short(text: str, longest: int) -> str:
    if len(text.encode("utf-8", "surrogatepass")) > longest:
        raise too_long(longest)
    return text


def text_of(encoded: bytes) -> str:
    try:
        return encoded.decode("utf-8")
    except UnicodeDecodeError as error:
        raise HTTPException(400, "The body is not in UTF-8; send it in UTF-8.") from error


async def body(request: Request, longest: int, seconds: float) -> bytes:
    """The body, if it is all there in time."""
    taken = bytearray()
    try:
        async with asyncio.timeout(seconds):
            async for chunk in request.stream():
                taken += chunk
                if len(taken) > longest:
                    raise too_long(longest)
    except TimeoutError:
        raise HTTPException(408, f"The body did not arrive within {seconds:g} s; send it faster.") from None
    except ClientDisconnect:
        raise HTTPException(400, "The body ended early; send all of it.") from None
    return bytes(taken)


def too_long(longest: int) -> HTTPException:
    return HTTPException(413, f"This is longer than {longest} bytes, and no more is taken; send less.")
