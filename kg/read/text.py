"""A plain text file → a document."""

import codecs
from collections.abc import Iterator
from pathlib import Path

from kg.errors import InputError
from kg.model import Document
from kg.output import shown
from kg.read import front_matter
from kg.read.document import document, normal
from kg.read.files import OnError, content
from kg.read.metadata import Metadata


def documents(path: Path, defaults: Metadata, on_error: OnError) -> Iterator[tuple[Document, list[str]]]:
    """The document in a text file, and the keys of its front matter that are none of ours.

    Raises `InputError` with what is wrong and how to mend it. `Document.text` is the body after the front matter.
    """
    try:
        said, body, unknown = parts(decode(content(path)))
    except ValueError as error:
        raise InputError(str(error), shown(path)) from error
    yield document(body, said.or_else(defaults), id=path.stem, source=str(path)), unknown


def decode(data: bytes) -> str:
    """UTF-8, with or without a byte order mark."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise ValueError("the text is in UTF-16; convert it to UTF-8, for example with iconv -f UTF-16 -t UTF-8.")
    if b"\0" in data:
        raise ValueError("this is a binary file, not a text; save the article as plain text in UTF-8.")
    try:
        return normal(data.decode())
    except UnicodeDecodeError as error:
        where = f"byte {data[error.start]:#04x} at position {error.start}, line {data.count(10, 0, error.start) + 1}"
        mend = "convert it to UTF-8, for example with iconv -f WINDOWS-1252 -t UTF-8."
        raise ValueError(f"the text is not in UTF-8 ({where}); {mend}") from None


def parts(text: str) -> tuple[Metadata, str, list[str]]:
    """What the front matter says, the body, and the keys that are none of ours."""
    try:
        return front_matter.split(text)
    except ValueError as error:
        raise ValueError(f"front matter, {error}.") from None
