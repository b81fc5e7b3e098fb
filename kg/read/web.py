"""A web address → the article, the feed or the PDF there."""

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from importlib import import_module
from urllib.parse import unquote, urlsplit

from kg.errors import InputError
from kg.model import Document
from kg.read.files import OnError
from kg.read.metadata import Metadata, Unread
from kg.read.pieces import Limits, of_source

EXTRA = "web"
SECONDS = 60.0  # from the name of the server to the text; an ordinary page takes two
LONGEST_NAME = 80  # characters
KINDS = {
    "text/html": "kg.read.page",
    "application/xhtml+xml": "kg.read.page",
    "application/pdf": "kg.read.pdf",
    "application/rss+xml": "kg.read.feed",
    "application/atom+xml": "kg.read.feed",
    "application/rdf+xml": "kg.read.feed",
    "application/xml": "kg.read.feed",
    "text/xml": "kg.read.feed",
}
UNSAID = "kg.read.page"  # where the server says nothing of the type
CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)


def documents(
    address: str, defaults: Metadata, on_error: OnError, *, allow_private: bool = False
) -> Iterator[tuple[Document, list[Unread]]]:
    """What is at an address; `allow_private`: on this machine and in its own networks too."""
    hints = {"address": address, "private": "yes" if allow_private else "", "id": named(address)}
    yield from of_source("kg.read.web", b"", hints, address, SECONDS, defaults, on_error)


def parse(_: bytes, hints: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Fetched and read in one process, so that one limit of time is for both, and for slow name servers too."""
    from kg.read.fetch import fetch

    page = fetch(hints["address"], lambda said: limits(said).size, allow_private=bool(hints["private"]))
    charset = CHARSET.search(page.content_type)
    about = {"url": page.address, "content-type": page.content_type, "charset": charset[1] if charset else ""}
    for found in import_module(kind(page.content_type)).parse(page.body, about):
        yield {**found, "url": found.get("url") or page.address}


def kind(said: str) -> str:
    """The module that reads a content type."""
    bare = said.partition(";")[0].strip().lower()
    if bare and bare not in KINDS:
        raise InputError("what is there is neither a page, a feed nor a PDF; save the article as plain text.")
    return KINDS.get(bare, UNSAID)


def limits(said: str) -> Limits:
    found: Limits = import_module(kind(said)).LIMITS
    return found


def named(address: str) -> str:
    """A name for the document: the last part of the path in plain letters, and what tells it from others like it."""
    try:
        parts = [part for part in unquote(urlsplit(address).path).split("/") if part]
    except ValueError:
        parts = []
    letters = re.sub(r"\W+", "-", parts[-1] if parts else "").strip("-")[:LONGEST_NAME]
    digest = sha256(address.encode("utf-8", "replace")).hexdigest()[:8]
    return f"{letters}-{digest}" if letters else digest
