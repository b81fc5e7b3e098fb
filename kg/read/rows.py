"""A row of a table → a document; one that is wrong never stops the others."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from math import isnan
from pathlib import Path
from urllib.parse import quote

from kg.errors import InputError
from kg.model import Document
from kg.output import shown
from kg.read.columns import oneline
from kg.read.document import document
from kg.read.files import MAX_BYTES, OnError
from kg.read.language import LanguageError
from kg.read.metadata import Metadata, Unread, line, metadata, undated

TOO_LARGE = f"larger than {MAX_BYTES // 1_000_000} MB; split it into one row an article."
LONGEST_ID = 200  # characters, as long as an address may be; a longer one is a text in the wrong column
SEEN_BITS = 27  # a table of 16 MB: of ten million ids one in fourteen is taken for one seen before, which does no harm

Row = Mapping[str, object]
# The number of a row, from 1 on, and what it holds, or what is wrong with it.
Numbered = tuple[int, Row | ValueError]
Reading = Iterator[tuple[Document, list[Unread]]]


@dataclass(frozen=True)
class Source:
    """A table whose rows are read, and who is told of those that cannot be."""

    path: Path
    defaults: Metadata
    on_error: OnError
    noun: str = "row"

    def fault(self, number: int, error: Exception) -> InputError:
        """The fault of a row, by the place where it is; a text in another language is none, and stays what it is."""
        named = error.__cause__ or error if isinstance(error, InputError) else error  # a document's names the file
        kind = LanguageError if isinstance(error, LanguageError) else InputError
        return kind(oneline(str(named)), f"{shown(self.path)}, {self.noun} {number:,}")


class Seen:
    """Whether an id has come before, in memory of one size however many there are.

    It may say so of one that has not, and then always of the same ones of a file.
    """

    def __init__(self) -> None:
        self._bits = bytearray(1 << SEEN_BITS - 3)

    def again(self, id: str) -> bool:
        digest = int.from_bytes(blake2b(id.encode(), digest_size=8).digest(), "big") % (1 << SEEN_BITS)
        place, bit = digest >> 3, 1 << (digest & 7)
        before = bool(self._bits[place] & bit)
        self._bits[place] |= bit
        return before


def documents(rows: Iterable[Numbered], source: Source, parts_of: Callable[[Row], dict[str, str]]) -> Reading:
    """The documents of rows. `parts_of` gives the columns of a row by their parts, and raises `ValueError`."""
    seen = Seen()
    for number, row in rows:
        try:
            if isinstance(row, ValueError):
                raise row
            yield of_row(number, row, parts_of(row), source, seen)
        except (InputError, ValueError) as error:
            source.on_error(source.fault(number, error))


def of_row(
    number: int, row: Row, parts: Mapping[str, str], source: Source, seen: Seen
) -> tuple[Document, list[Unread]]:
    """Raises `ValueError` for what is wrong with the row, and `InputError` for the text."""
    values = {part: plain(part, value(row, name)) for part, name in parts.items()}
    document = one(number, values.pop("text"), metadata(values), values.get("id", ""), source, seen)
    return document, undated(values)


def one(number: int, text: str, about: Metadata, id: str, source: Source, seen: Seen) -> Document:
    """The document of a row. Its name never is a path: what is not a letter, a digit or one of `_.-~:` is escaped.

    A row without an id, or with one that came before, is named by its number.
    """
    id = line(id)[:LONGEST_ID]
    if not id or seen.again(id):
        id = f"{id}@{number}" if id else str(number)
    place = f"{source.path}#{quote(id, safe=':')}"
    return document(required(text), about.or_else(source.defaults), id=id, source=place)


def required(text: str) -> str:
    """A text that RDF can hold. Raises `ValueError`."""
    if "\0" in text:
        raise ValueError("the text holds a null byte, which no text has; read the corpus out anew.")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ValueError("the text holds half a character (a lone surrogate); read the corpus out anew.") from None
    return text


def value(row: Row, name: str) -> object:
    """What stands in a column, or with `source.name` in an object that stands in one."""
    if name in row:
        return row[name]
    first, _, rest = name.partition(".")
    inner = row.get(first)
    return value(inner, rest) if isinstance(inner, Mapping) and rest else None


def plain(part: str, found: object) -> str:
    """A value as text, an empty one for none. Raises `ValueError` for a list, an object, a truth value.

    What stands for a date and is none costs no row.
    """
    if found is None or (isinstance(found, float) and isnan(found)):  # pandas has NaN where nothing stands
        return ""
    if part == "id" and isinstance(found, float) and found.is_integer():  # and floats, where one number is missing
        return str(int(found))
    if isinstance(found, date):  # a time too
        return found.isoformat()
    if isinstance(found, str) or part == "date" or (part == "id" and isinstance(found, int)):
        return str(found)
    raise ValueError(f"{part}: what stands there is no text but {kind(found)}; name another column with --columns.")


def kind(found: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return names.get(type(found), type(found).__name__)
