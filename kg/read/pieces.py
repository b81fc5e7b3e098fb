"""What a reader finds in a source, and the documents that become of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from kg.errors import InputError
from kg.model import Document
from kg.output import shown
from kg.read.apart import ask
from kg.read.document import document
from kg.read.files import OnError, content
from kg.read.metadata import Metadata, Unread, metadata

# Characters. A longer title is a paragraph, and would be parsed as one line; a longer address is none to link to.
LONGEST_LINE, LONGEST_ADDRESS = 500, 2_000


@dataclass(frozen=True)
class Limits:
    """What is read of a file, in bytes, and how long that may take, in seconds."""

    size: int
    seconds: float


def of_file(
    module: str, limits: Limits, path: Path, defaults: Metadata, on_error: OnError
) -> Iterator[tuple[Document, list[Unread]]]:
    """The documents of a file, as the `parse` of a module reads it in a process of its own. See `kg.read.kinds`."""
    data = content(path, limits.size)
    yield from of_source(module, data, {"id": path.stem}, str(path), limits.seconds, defaults, on_error)


def of_source(
    module: str,
    data: bytes,
    hints: Mapping[str, str],
    source: str,
    seconds: float,
    defaults: Metadata,
    on_error: OnError,
) -> Iterator[tuple[Document, list[Unread]]]:
    """The documents of a file or an address. Raises `InputError` if nothing of it can be read."""
    try:
        found = ask(module, data, hints, seconds)
    except InputError as error:
        raise InputError(str(error), shown(source)) from None
    for values in found:
        try:
            yield one(values, source, hints["id"], defaults), []
        except InputError as error:
            on_error(error)


def one(values: Mapping[str, str], source: str, id: str, defaults: Metadata) -> Document:
    """`values` are those of front matter, the `text`, and the `part` of the source where it has several.

    What is said as their `fault`, and what is wrong with the text, is raised as `InputError`.
    """
    if fault := values.get("fault"):
        raise InputError(fault, shown(source))
    part = values.get("part", "")
    return document(
        values.get("text", ""),
        believable(values).or_else(defaults),
        id=f"{id}-{part}" if part else id,
        source=f"{source}#{part}" if part else source,
    )


def believable(values: Mapping[str, str]) -> Metadata:
    """What a source says of itself. What is no date, or one to come, or no address is nobody's fault, and unknown."""
    found = Metadata()
    for key in ("title", "date", "publisher", "url"):
        value = values.get(key, "")
        try:
            found = found.or_else(metadata({key: value if key == "url" else value[:LONGEST_LINE]}))
        except ValueError:
            continue
    if found.published and found.published > date.today() + timedelta(days=1):  # it may be tomorrow already elsewhere
        found = replace(found, published=None)
    return replace(found, url=None) if found.url and len(found.url) > LONGEST_ADDRESS else found
