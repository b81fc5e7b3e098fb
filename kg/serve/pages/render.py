"""Templates to HTML. Everything that is put into one is escaped."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kg.serve.pages.wanted import LANGUAGES, Wanted, address

HERE = Path(__file__).parent
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
NAVIGATION = ("start", "view", "ask", "decisions", "about")  # the pages that every page leads to
LONGEST = 240  # characters of a name in a list; the page of the thing has all of it


def rendered(template: str, wanted: Wanted, **values: Any) -> bytes:
    wording = words(wanted.language)
    text = (
        templates()
        .get_template(f"{template}.html")
        .render(
            w=wording,
            wanted=wanted,
            languages=LANGUAGES,
            navigation=NAVIGATION,
            counted=lambda count, name: counted(count, name, wording),
            day=lambda text: day(text, wording),
            moment=lambda text: moment(text, wording),
            describe=describe,
            number=lambda value: number(value, wording),
            **values,
        )
    )
    return text.encode("utf-8", "replace")  # a lone surrogate has no UTF-8 form


@lru_cache(maxsize=1)
def templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["short"] = short
    return environment


def short(text: str, longest: int = LONGEST) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def describe(iri: str) -> str:
    """Where to have what the graph says of a thing as data. A term prints itself as SPARQL has it, all escaped."""
    return address("query", {"query": f"DESCRIBE {ox.NamedNode(iri)}"})


def counted(count: int, name: str, wording: dict[str, Any]) -> str:
    """»{n} Positionen« or »1 Position«."""
    one, many = wording["counted"][name]
    return str(one if count == 1 else many.format(n=number(count, wording)))


def number(value: int, wording: dict[str, Any]) -> str:
    return f"{value:,}".replace(",", wording["thousands"])


def day(text: str, wording: dict[str, Any]) -> str:
    """A date, a month or a year in words; what is none stays as it is."""
    parts = text[:10].split("-")
    if not all(part.isascii() and part.isdecimal() for part in parts):
        return text
    year, *rest = (int(part) for part in parts)
    if not rest or not 1 <= rest[0] <= 12:
        return text
    month = wording["months"][rest[0] - 1]
    return f"{month} {year}" if len(rest) == 1 else str(wording["date"]).format(day=rest[1], month=month, year=year)


def moment(text: str, wording: dict[str, Any]) -> str:
    """A day and a time, by the clock of the place where it was written down."""
    return f"{day(text, wording)}, {text[11:16]}"


def words(language: str) -> dict[str, Any]:
    return wordings()[language]


@lru_cache(maxsize=1)
def wordings() -> dict[str, dict[str, Any]]:
    every: dict[str, dict[str, Any]] = json.loads((HERE / "wording.json").read_text("utf-8"))
    return every
