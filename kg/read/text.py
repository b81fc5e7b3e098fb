"""A plain text file → a document."""

import codecs
import os
import re
import unicodedata
from pathlib import Path

from kg.errors import InputError
from kg.model import Document
from kg.output import shown
from kg.read import front_matter
from kg.read.files import READ, content
from kg.read.language import LanguageError, language
from kg.read.metadata import Metadata, line

MAX_CHARACTERS = 1_000_000  # spaCy's own limit: parsing needs about 1 GB for 100,000
LONGEST_HEADLINE = 200  # characters; a line longer than that is a paragraph
FULL_STOP = re.compile(r"[.…][\"'“”«»‹›‘’)\]]*$")


def document(path: Path, defaults: Metadata) -> tuple[Document, list[str]]:
    """The document in a text file, and the keys of its front matter that are none of ours.

    Raises `InputError` with what is wrong and how to mend it.
    `Document.text` is the body after the front matter, unchanged but for line ends (\\n) and Unicode form (NFC).
    """
    try:
        said, body, unknown = parts(decode(content(path)))
        about = said.or_else(defaults)
        spoken = language(body, about.language)
    except LanguageError as error:
        raise LanguageError(f"{shown(path)}: {error}") from error
    except ValueError as error:
        raise InputError(f"{shown(path)}: {error}") from error
    found = Document(
        text=body,
        id=printable(path.stem),
        source=printable(path),
        language=spoken,
        title=about.title or headline(body),
        published=about.published,
        publisher=about.publisher,
        url=about.url,
    )
    return found, unknown


def decode(data: bytes) -> str:
    """UTF-8, with or without a byte order mark."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise ValueError("the text is in UTF-16; convert it to UTF-8, for example with iconv -f UTF-16 -t UTF-8.")
    if b"\0" in data:
        raise ValueError(f"this is a binary file, not a text; save the article as {READ}.")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        where = f"byte {data[error.start]:#04x} at position {error.start}, line {data.count(10, 0, error.start) + 1}"
        mend = "convert it to UTF-8, for example with iconv -f WINDOWS-1252 -t UTF-8."
        raise ValueError(f"the text is not in UTF-8 ({where}); {mend}") from None
    return unicodedata.normalize("NFC", text.removeprefix("\ufeff").replace("\r\n", "\n"))


def parts(text: str) -> tuple[Metadata, str, list[str]]:
    """What the front matter says, the body, and the keys that are none of ours."""
    try:
        said, body, unknown = front_matter.split(text)
    except ValueError as error:
        raise ValueError(f"front matter, {error}.") from None
    if not body.strip():
        raise ValueError("the file is empty; give it the text of an article.")
    if len(body) > MAX_CHARACTERS:
        raise ValueError(f"longer than {MAX_CHARACTERS:,} characters; split it into one file an article.")
    return said, body, unknown


def headline(text: str) -> str | None:
    """The first paragraph if it is one line, has no full stop at its end, and text follows after a blank line."""
    first, _, rest = text.strip().partition("\n")
    between, _, following = rest.partition("\n")
    is_headline = first and len(first) <= LONGEST_HEADLINE and not FULL_STOP.search(first.rstrip())
    return line(first.lstrip("# ")) or None if is_headline and following and not between.strip() else None


def printable(path: str | Path) -> str:
    """A path as Unicode: a name may hold bytes that are none."""
    return os.fsencode(path).decode(errors="replace")
