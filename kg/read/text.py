"""A plain text file → a document."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from kg.errors import InputError
from kg.model import Document
from kg.output import shown
from kg.read import front_matter
from kg.read.charset import utf16
from kg.read.document import document, normal
from kg.read.files import OnError, content
from kg.read.metadata import Metadata, Unread


def documents(path: Path, defaults: Metadata, on_error: OnError) -> Iterator[tuple[Document, list[Unread]]]:
    """The document in a text file, and what of its front matter is not read.

    Raises `InputError` with what is wrong and how to mend it. `Document.text` is the body after the front matter.
    """
    try:
        said, body, unread = parts(decode(content(path)))
    except ValueError as error:
        raise InputError(str(error), shown(path)) from error
    yield document(body, said.or_else(defaults), id=path.stem, source=str(path)), unread


def decode(data: bytes) -> str:
    """UTF-8, with or without a byte order mark, or UTF-16."""
    with suppress(UnicodeDecodeError):
        data = data.decode(utf16(data)).encode() if utf16(data) else data
    if b"\0" in data:
        raise ValueError("this is a binary file, not a text; save the article as plain text in UTF-8.")
    try:
        return normal(data.decode())
    except UnicodeDecodeError as error:
        where = f"byte {data[error.start]:#04x} at position {error.start}, line {data.count(10, 0, error.start) + 1}"
        mend = "convert it to UTF-8, for example with iconv -f WINDOWS-1252 -t UTF-8."
        raise ValueError(f"the text is not in UTF-8 ({where}); {mend}") from None


def parts(text: str) -> tuple[Metadata, str, list[Unread]]:
    """What the front matter says, the body, and what of it is not read."""
    try:
        return front_matter.split(text)
    except ValueError as error:
        raise ValueError(f"front matter, {error}.") from None
