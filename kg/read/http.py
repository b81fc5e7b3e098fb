"""An answer of a web server, as archives keep it → the page in it (RFC 9110, RFC 9112)."""

import re
import zlib
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser

from kg.read.files import MAX_BYTES
from kg.read.rows import TOO_LARGE

HTML = ("text/html", "application/xhtml+xml")
STATUS = re.compile(rb"HTTP/\d(?:\.\d)? 2\d\d[ \r\n]")
MAX_HEAD = 1 << 17  # bytes of all headers
CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
WINDOWS = {"gzip": 31, "x-gzip": 31, "deflate": 47}  # zlib's `wbits`: 16 + 15 for gzip, 32 + 15 for what is found


@dataclass(frozen=True)
class Page:
    """The bytes of a page and its Content-Type."""

    body: bytes
    type: str = ""

    @property
    def kind(self) -> str:
        return self._message.get_content_type() if self.type else ""

    @property
    def charset(self) -> str | None:
        return self._message.get_content_charset()

    @property
    def _message(self) -> Message:
        message = Message()
        message["Content-Type"] = " ".join(self.type.split())
        return message


def answered(answer: bytes) -> Page | None:
    """The page of an answer, unpacked; None for what is no page: a redirection, a fault, another kind.

    Raises `ValueError` for what cannot be unpacked.
    """
    if not STATUS.match(answer):
        return None
    _, _, rest = answer.partition(b"\n")
    head = re.match(rb"(?:[^\r\n][^\n]*\n)*\r?\n", rest[:MAX_HEAD])
    if head is None:
        raise ValueError("the headers of the server's answer do not end; fetch the page again.")
    headers = BytesHeaderParser().parsebytes(head[0])
    found = Page(b"", str(headers.get("Content-Type", "")))
    if found.kind not in HTML:
        return None
    body = rest[head.end() :]
    if "chunked" in str(headers.get("Transfer-Encoding", "")).lower():
        body = joined(body)
    return Page(unpacked(body, str(headers.get("Content-Encoding", "")).strip().lower()), found.type)


def joined(body: bytes) -> bytes:
    """The chunks as one (RFC 9112, 7.1); a body that is none is left as it is: archives often join them already."""
    parts: list[bytes] = []
    place = 0
    while found := CHUNK.match(body, place):
        size = int(found[1], 16)
        if size == 0:
            return b"".join(parts)
        parts.append(body[found.end() : found.end() + size])
        place = found.end() + size + len(b"\r\n")
    return body if not parts else b"".join(parts)


def unpacked(body: bytes, coding: str) -> bytes:
    """What was packed for the way (RFC 9110, 8.4), if it is so still. Raises `ValueError`."""
    if coding in ("", "identity") or body.lstrip()[:1] == b"<":  # archives often unpack it, and keep the header
        return body
    if coding not in WINDOWS:
        raise ValueError(f"the page is packed in a way that is not read ({coding[:20]}); fetch it without.")
    unpacker = zlib.decompressobj(WINDOWS[coding])
    try:
        data = unpacker.decompress(body, MAX_BYTES + 1)
    except zlib.error as error:
        raise ValueError(f"the page cannot be unpacked ({error}); fetch it again.") from error
    if len(data) > MAX_BYTES:
        raise ValueError(TOO_LARGE)
    return data
