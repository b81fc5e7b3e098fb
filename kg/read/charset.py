"""Bytes from outside → text, whatever is said of their encoding."""

import codecs
import re
from contextlib import suppress

# Longest first: the mark of UTF-16 begins the one of UTF-32.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Encodings of texts on the web (WHATWG Encoding Standard, 4.2), as Python names them; not those of Python alone.
KNOWN = re.compile(
    r"utf-8|iso8859-\d+|cp(125\d|866|932|949)|koi8-[ru]|mac-roman|gb(2312|k|18030)|big5|euc_(jp|kr)|shift_jis"
)
AS_CP1252 = ("ascii", "iso8859-1")  # what pages call so is in truth this (same standard)
DECLARED = re.compile(rb"""<(?:meta|\?xml)\b[^>]*?\b(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
SAMPLE = 4096  # bytes; browsers look into the first 1,024, but pages put comments before
WIDE = 0.3  # share of NUL among every second byte: European text in UTF-16 has 0.9, in UTF-8 none


def decoded(data: bytes, said: str = "") -> str:
    """By the mark at its beginning, as UTF-8 if it is that, as what was `said`, or as the page says.

    UTF-8 comes first, because no text in another encoding is valid UTF-8 by chance, and many pages say wrong things.
    What is left is UTF-8 with bytes of Windows-1252 among it, or nothing but those.
    """
    for mark, name in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    if wide := utf16(data):
        return data.decode(wide, "replace")
    declared = DECLARED.search(data[:SAMPLE])
    for label in ("utf-8", said, declared[1].decode("ascii", "ignore") if declared else ""):
        with suppress(UnicodeDecodeError):
            if name := known(label):
                return data.decode(name)
    return data.decode("utf-8", MIXED)


def utf16(data: bytes) -> str:
    """UTF-16 by its mark, or by where the zeros of its ASCII characters are; nothing for any other encoding."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    even, odd = data[:SAMPLE:2], data[1:SAMPLE:2]
    if odd and odd.count(0) > WIDE * len(odd) and not even.count(0):
        return "utf-16-le"
    return "utf-16-be" if even and even.count(0) > WIDE * len(even) and not odd.count(0) else ""


def known(label: str) -> str:
    """The encoding's name, or nothing if there is none."""
    try:
        name = codecs.lookup(label.strip()).name
    except (LookupError, ValueError):
        return ""
    return "cp1252" if name in AS_CP1252 else name if KNOWN.fullmatch(name) else ""


def as_cp1252(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


MIXED = "kg.cp1252"
codecs.register_error(MIXED, as_cp1252)
