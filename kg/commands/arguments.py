"""The values of arguments, and what is wrong with them."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from datetime import date
from math import nan
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from kg.console import Console
from kg.output import shown
from kg.store.formats import SUFFIXES, format_of

T = TypeVar("T")
Run = Callable[[Namespace, Console], None]
NewCommand = Callable[[Run, str], ArgumentParser]  # what a command does, and what the help says of it
DAY = 86400  # seconds; a query that takes longer is a mistake
GRAPH = f"file ({SUFFIXES}) or folder of a store"


def argument(value_of: Callable[[str], T]) -> Callable[[str], T]:
    """A value's own words for what is wrong with it, as argparse shows them."""

    def parsed(text: str) -> T:
        try:
            return value_of(text)
        except ValueError as error:
            raise ArgumentTypeError(str(error)) from None

    return parsed


def graph_file(text: str) -> Path:
    if not format_of(Path(text), None):
        raise ValueError(f"{shown(text)} is no format of graphs; name the file with one of {SUFFIXES}")
    return Path(text)


def page_file(text: str) -> Path:
    """A name without a suffix may be that of a device."""
    if Path(text).suffix.lower() not in ("", ".html", ".htm"):
        raise ValueError(f"{shown(text)} is no name of a page; let it end in .html")
    return Path(text)


def probability(text: str) -> float:
    if not 0 <= decimal(text) <= 1:
        raise ValueError(f"{text} is not a number from 0 to 1")
    return float(text)


def decimal(text: str) -> float:
    """What is none is `nan`, which lies between no two numbers."""
    try:
        return float(text)
    except ValueError:
        return nan


def positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ValueError(f"{text} is not a number from 1 on")
    return int(text)


def whole(text: str) -> int:
    if not text.isdecimal():
        raise ValueError(f"{shown(text)} is not a number from 0 on")
    return int(text)


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{shown(text)} is no day; write it like 2025-12-31") from None


def port(text: str) -> int:
    if not text.isdigit() or int(text) > 65535:
        raise ValueError(f"{text} is not a number from 0 to 65535")
    return int(text)


def seconds(text: str) -> float:
    if not 0 < decimal(text) <= DAY:
        raise ValueError(f"{text} is not a number of seconds up to {DAY}")
    return float(text)


def origin(text: str) -> str:
    """As a browser writes it in `Origin`: no path, not even a slash."""
    parts = urlsplit(text)
    if text != "*" and not (parts.netloc and text == f"{parts.scheme}://{parts.netloc}"):
        raise ValueError(f"{shown(text)} is no origin; write it like https://example.org, or *")
    return text


def setting(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not key or not equals:
        raise ArgumentTypeError(f"{text!r} is not of the form KEY=VALUE")
    return key, value
