"""A PDF file → its text, the lines of its pages joined to paragraphs again."""

from collections.abc import Iterator, Mapping
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.read.pieces import Limits, of_file
from kg.read.plain import unwrapped

if TYPE_CHECKING:
    from pypdf import PdfReader

EXTRA = "pdf"
LIMITS = Limits(size=20_000_000, seconds=60)  # bytes; a page of text takes 20 ms
MAX_PAGES = 200  # 400,000 characters; more is a book

documents = partial(of_file, "kg.read.pdf", LIMITS)


def parse(data: bytes, hints: Mapping[str, str]) -> Iterator[dict[str, str]]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(BytesIO(data))
        require_key(reader)
        yield {"text": text(reader), **about(reader)}
    except PyPdfError as error:
        raise InputError(f"the PDF is damaged ({type(error).__name__}); save it anew, or as plain text.") from None


def require_key(reader: "PdfReader") -> None:
    """Many files are encrypted with no password, so that they can be read but not changed."""
    from pypdf import PasswordType
    from pypdf.errors import DependencyError

    try:
        closed = reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED
    except (DependencyError, NotImplementedError):  # AES, which needs cryptography; a way of encryption of one's own
        closed = True
    if closed:
        raise InputError("the PDF is encrypted; save it without a password, or as plain text.")


def text(reader: "PdfReader") -> str:
    if len(reader.pages) > MAX_PAGES:
        raise InputError(f"the PDF has more than {MAX_PAGES} pages; split it into one file an article.")
    pages = (page.extract_text() for page in reader.pages)
    lines = [line for page in pages for line in page.splitlines() if not line.strip().isdecimal()]  # page numbers
    found = unwrapped("\n".join(lines))
    if not found:
        raise InputError("the PDF has no text, only pictures of it; run a text recognition such as ocrmypdf over it.")
    return found


def about(reader: "PdfReader") -> dict[str, str]:
    """Who made a file is not who published it, so that no publisher is known. Wrong metadata is no metadata."""
    try:
        found = reader.metadata
        title, made = (found.title, found.creation_date) if found else (None, None)
    except Exception:
        return {}
    return {"title": str(title or ""), "date": made.date().isoformat() if made else ""}
