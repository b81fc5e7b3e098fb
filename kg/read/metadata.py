"""What is known about an article beside its text, from its front matter or from options."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from urllib.parse import urlsplit

from pyoxigraph import NamedNode

from kg.read.days import LONGEST, day_of


@dataclass(frozen=True)
class Metadata:
    """`None` is unknown. `language` is a primary tag of BCP 47 (de, en), which need not be one that is read."""

    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None

    def or_else(self, others: "Metadata") -> "Metadata":
        """These values, and the others' where these are unknown."""
        names = (field.name for field in fields(self))
        return Metadata(**{name: getattr(self, name) or getattr(others, name) for name in names})


@dataclass(frozen=True)
class Unread:
    """What an article says of itself and is not read: a key that is none of ours, or what is `wrong` with a value."""

    key: str
    wrong: str = ""


def line(text: str) -> str:
    """A name or a headline on one line, without control characters, which YAML can escape and Turtle cannot hold."""
    return " ".join("".join(c for c in text if c.isspace() or unicodedata.category(c) not in ("Cc", "Cs")).split())


def day(text: str) -> date:
    """The day of a date or a time in one of the usual forms. Raises `ValueError`."""
    if (found := day_of(text)) is None:
        raise ValueError(f"{line(text[:LONGEST])!r} is no date; write it like 2025-12-17")
    return found


def address(text: str) -> str:
    """An absolute http address that is a valid IRI (RFC 3987), for it becomes a node and a link."""
    text = text.strip()
    try:
        parts = urlsplit(text)
        valid = parts.scheme in ("http", "https") and bool(parts.hostname and NamedNode(text))
    except ValueError:
        valid = False
    if not valid:
        raise ValueError(f"{line(text)!r} is no web address; write it like https://example.org/article")
    return text


# As catalogues of libraries and Common Crawl write them (ISO 639-2 and 639-3), and people.
TAGS = {"deu": "de", "ger": "de", "deutsch": "de", "german": "de", "eng": "en", "englisch": "en", "english": "en"}


def tag(text: str) -> str:
    """The language of a tag (BCP 47), or of its name: de for de-AT and »Deutsch«."""
    found = line(text).replace("_", "-").split("-")[0].lower()
    return TAGS.get(found, found)


KEYS: Mapping[str, tuple[str, Callable[[str], object]]] = {
    "title": ("title", line),
    "date": ("published", day_of),
    "published": ("published", day_of),
    "publisher": ("publisher", line),
    "url": ("url", address),
    "language": ("language", tag),
}


def metadata(values: Mapping[str, str]) -> Metadata:
    """From the keys of front matter; those that are not ours are left alone, since Markdown tools have their own.

    What is no date is unknown (see `undated`). Raises `ValueError` that says which other value is wrong.
    """
    found: dict[str, object] = {}
    for key, (name, value_of) in KEYS.items():
        if text := values.get(key, "").strip():
            try:
                found[name] = value_of(text) or found.get(name)
            except ValueError as error:
                raise ValueError(f"{key}: {error}") from None
    return Metadata(**found)  # type: ignore[arg-type]  # KEYS pairs each field with its type


def undated(values: Mapping[str, str]) -> list[Unread]:
    """The values that should be dates, and are none."""
    found = []
    for key in ("date", "published"):
        try:
            if text := values.get(key, "").strip():
                day(text)
        except ValueError as error:
            found.append(Unread(key, str(error)))
    return found
