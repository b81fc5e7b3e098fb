"""What was read, as a document: the same for every kind of source."""

import os
import re
import unicodedata
from pathlib import Path

from kg.errors import InputError
from kg.model import Document
from kg.output import shown
from kg.read.language import LanguageError, language
from kg.read.metadata import Metadata, line

MAX_CHARACTERS = 1_000_000  # spaCy's own limit: parsing needs about 1 GB for 100,000
LONGEST_HEADLINE = 200  # characters; a line longer than that is a paragraph
FULL_STOP = re.compile(r"[.…][\"'“”«»‹›‘’)\]]*$")


def document(body: str, about: Metadata, *, id: str, source: str) -> Document:
    """The document with this text, unchanged but for line ends (\\n) and Unicode form (NFC).

    `source` is the path or the address, with `#…` behind it where several documents lie at one. Raises `InputError`
    with what is wrong and how to mend it, a `LanguageError` for a text in a language that is not read.
    """
    try:
        text = required(normal(body))
        spoken = language(text, about.language)
    except LanguageError as error:
        raise LanguageError(str(error), shown(source)) from error
    except ValueError as error:
        raise InputError(str(error), shown(source)) from error
    return Document(
        text=text,
        id=printable(id),
        source=printable(source),
        language=spoken,
        title=about.title or headline(text),
        published=about.published,
        publisher=about.publisher,
        url=about.url,
    )


def normal(text: str) -> str:
    return unicodedata.normalize("NFC", text.removeprefix("\ufeff").replace("\r\n", "\n"))


def required(text: str) -> str:
    """The text, if there is some and not too much. Raises `ValueError`."""
    if not text.strip():
        raise ValueError("it is empty; give it the text of an article.")
    if len(text) > MAX_CHARACTERS:
        raise ValueError(f"longer than {MAX_CHARACTERS:,} characters; split it into one file an article.")
    return text


def headline(text: str) -> str | None:
    """The first paragraph if it is one line, has no full stop at its end, and text follows after a blank line."""
    first, _, rest = text.strip().partition("\n")
    between, _, following = rest.partition("\n")
    is_headline = first and len(first) <= LONGEST_HEADLINE and not FULL_STOP.search(first.rstrip())
    return line(first.lstrip("# ")) or None if is_headline and following and not between.strip() else None


def printable(path: str | Path) -> str:
    """A path as Unicode: a name may hold bytes that are none."""
    return os.fsencode(path).decode(errors="replace")
