"""An RSS or Atom feed → a document for each of its entries."""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from hashlib import sha256
from io import BytesIO
from typing import Any

from kg.errors import InputError
from kg.read.days import day_of
from kg.read.pieces import Limits, of_file
from kg.read.plain import from_html, paragraphs

EXTRA = "web"
LIMITS = Limits(size=5_000_000, seconds=30)  # bytes; a feed of whole articles has 1 MB

# References to half a character (U+D800 to U+DFFF), which XML forbids, and on which feedparser 6 fails as a whole.
HALVES = re.compile(
    rb"&#(?:x0*d[89a-f][0-9a-f]{2}|0*(?:5529[6-9]|55[3-9]\d\d|56\d{3}|57[0-2]\d\d|573[0-3]\d|5734[0-3]));",
    re.IGNORECASE,
)
MAX_ENTRIES = 1_000  # feeds have 10 to 100; each entry has its own chance to be a fault

documents = partial(of_file, "kg.read.feed", LIMITS)


def parse(data: bytes, hints: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """The entries. `hints`: the `content-type` that the server said, the `url` that the feed came from."""
    import feedparser

    said = {"content-location": hints.get("url", ""), "content-type": hints.get("content-type", "")}
    # As a stream: bytes that happen to be the name of a file, it would open. What it makes of an entry's HTML is
    # text, and goes to nobody's browser.
    feed = feedparser.parse(
        BytesIO(HALVES.sub(b"", data)),
        response_headers={key: value for key, value in said.items() if value},
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    if not feed.get("version") and not feed.entries:
        raise InputError("it is no RSS or Atom feed; save each article as a file of its own.")
    if not feed.entries:
        raise InputError("the feed has no entries; try again when it has.")
    if len(feed.entries) > MAX_ENTRIES:
        raise InputError(f"the feed has more than {MAX_ENTRIES:,} entries; split it.")
    yield from entries(feed)


def entries(feed: Any) -> Iterator[dict[str, str]]:
    """Those with a text; many feeds have headlines alone, which are one fault together."""
    seen: set[str] = set()
    found = [{**values(entry, feed.feed), "part": part(entry, seen)} for entry in feed.entries]
    yield from (one for one in found if one["text"])
    if bare := sum(not one["text"] for one in found):
        yield {"fault": f"{bare} of {len(found)} entries have no text; save the articles that they lead to."}


def values(entry: Any, feed: Any) -> dict[str, str]:
    publisher = (entry.get("source") or {}).get("title") or feed.get("publisher") or feed.get("title")
    return {
        "text": text(entry),
        "title": from_html(string(entry.get("title"))),
        "date": day(entry),
        "publisher": from_html(string(publisher)),
        "url": string(entry.get("link")),
    }


def text(entry: Any) -> str:
    """The whole text where the feed has it, or else the summary."""
    bodies = [*(entry.get("content") or ()), entry.get("summary_detail") or {}]
    return max(map(body, bodies), key=len, default="")


def body(detail: Any) -> str:
    value = string(detail.get("value"))
    return paragraphs(value) if detail.get("type") == "text/plain" else from_html(value)


def day(entry: Any) -> str:
    """The day as the feed has it, where the paper is: feedparser's own values are in UTC, often a day before."""
    written = string(entry.get("published") or entry.get("updated"))
    if found := day_of(written):
        return found.isoformat()
    time = entry.get("published_parsed") or entry.get("updated_parsed")
    return f"{time.tm_year:04}-{time.tm_mon:02}-{time.tm_mday:02}" if time else ""


def part(entry: Any, seen: set[str]) -> str:
    """What tells the entry from the feed's others, today and when it has been changed."""
    own = string(entry.get("id") or entry.get("link"))
    every = "\x1f".join((own, string(entry.get("title")), text(entry)))
    name = short(own or every)
    name = short(every) if name in seen else name
    seen.add(name)
    return name


def short(name: str) -> str:
    return sha256(name.encode("utf-8", "replace")).hexdigest()[:12]


def string(value: object) -> str:
    return value if isinstance(value, str) else ""
