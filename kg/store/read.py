"""From a file to a dataset, with pyoxigraph's parsers: thirty times faster than rdflib's, and they fetch nothing."""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
from rdflib import Dataset

from kg.errors import InputError
from kg.output import shown
from kg.store import base
from kg.store.formats import NAMESPACES, SUFFIXES, format_of
from kg.store.local import on_disk
from kg.store.terms import fill


def read(path: str | Path, format: str | None = None) -> Dataset:
    """A graph by its suffix (.ttl .trig .nq .jsonld); Turtle fills the default graph, and queries see the union.

    Raises `InputError` with one sentence if it is missing, malformed or of another format.
    """
    dataset = Dataset(default_union=True)
    for prefix, namespace in NAMESPACES.items():
        dataset.bind(prefix, namespace)
    try:
        fill(dataset, quads(path, format))
    except ValueError as error:
        raise malformed(path, error) from error
    return dataset


def quads(path: str | Path, format: str | None = None) -> Iterator[ox.Quad]:
    """The statements of a file, or of the store in a folder, with their graphs."""
    place = Path(path)
    if place.is_dir():
        yield from stored(place)
        return
    chosen = format_of(place, format)
    if chosen is None and not place.exists():
        raise InputError(
            f"{shown(path)}: there is no such file or folder; name a graph ({SUFFIXES}) or a store's folder."
        )
    if chosen is None:
        raise InputError(f"{shown(path)}: not a format of graphs; name a file with one of {SUFFIXES}.")
    try:
        yield from ox.parse(path=str(place), format=chosen, base_iri=place.absolute().as_uri())
    except FileNotFoundError as error:
        raise InputError(f"{shown(path)}: no such file; check the path.") from error
    except OSError as error:
        raise InputError(f"{shown(path)}: it cannot be read ({error.strerror or error}); check the file.") from error
    except (SyntaxError, ValueError) as error:
        raise malformed(path, error) from error


def stored(place: Path) -> Iterator[ox.Quad]:
    store = on_disk(place)
    try:
        yield from base.quads(store)
    finally:
        store.close()


def malformed(path: str | Path, error: Exception) -> InputError:
    text = str(error.msg if isinstance(error, SyntaxError) else error)
    reason = "".join(letter if letter.isprintable() else " " for letter in text)
    return InputError(f"{shown(path)}: the graph is malformed ({reason}); mend the file or build it again.")
