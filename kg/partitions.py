"""The graphs of documents in files of N-Quads, which `kg load` puts into a store: more than one process can write them.

A file has the graphs of some documents, each with its entry in the catalogue. It is written under a hidden name and
renamed, and its name comes from the documents in it: a part that is written twice is one file, not two.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from itertools import chain
from pathlib import Path

import pyoxigraph as ox

from kg import output
from kg.alike.signature import signature
from kg.corpus import Builder, Built, Kept, Recipe, origin, rounds, taken
from kg.each import OnError
from kg.errors import KgError, OutputError, fail
from kg.model import Document
from kg.namespaces import CATALOGUE, POS
from kg.output import shown
from kg.store.catalogue import Entry, place, statements
from kg.store.local import is_store
from kg.store.read import quads
from kg.store.write import serialized

PART = 100  # documents a file: some 15 MB, and no more than that is read again after a death
Entries = dict[str, Entry]  # by the origins


def write(
    documents: Iterable[Document], folder: Path, recipe: Recipe, *, build: Builder, on_error: OnError = fail
) -> Iterator[Kept]:
    """Write the graphs of documents into a folder; what is yielded lies there for good.

    What the folder's files have already is not read again. A document that fails, or that has changed since its place
    was read, goes to `on_error`. Raises `OutputError`, and `InputError` for a file of the folder that is broken.
    """
    made(folder)
    digest, there, known = recipe.digest(), entries(folder), list[Kept]()
    for round in rounds(documents):
        waiting = build(left(round, there, digest, known, on_error), recipe, on_error)
        for some in parts(waiting):
            write_part(folder, some, digest)
            yield from taken(known)
            yield from (Kept(built.document, built.positions, known=False) for built in some)
        yield from taken(known)


def parts(waiting: Iterable[Built]) -> Iterator[list[Built]]:
    """So many at a time, and before an interrupt what has come by then."""
    some: list[Built] = []
    try:
        for built in waiting:
            some.append(built)
            if len(some) == PART:
                yield some
                some = []
    except KeyboardInterrupt:
        if some:
            yield some
        raise
    if some:
        yield some


def left(
    documents: Iterable[Document], there: Entries, digest: str, known: list[Kept], on_error: OnError
) -> Iterator[Document]:
    """The documents that are to be read; the others come to `known`, or to `on_error` if they have changed."""
    for document in documents:
        before = there.get(origin(document))
        if before == Entry(document.iri, digest):
            known.append(Kept(document, 0, known=True))
        elif before:
            on_error(changed(document))
        else:
            yield document


def write_part(folder: Path, some: Iterable[Built], digest: str) -> Path:
    """The file with the graphs of these documents; the same documents always give the same file."""
    held = list(some)
    named = sorted(f"{origin(built.document)}\x1f{built.document.iri}" for built in held)
    path = folder / f"{sha256(chr(30).join([digest, *named]).encode()).hexdigest()[:24]}.nq"
    statements = set(chain.from_iterable(graphs(built, digest) for built in held))
    output.write(path, [serialized(statements, ox.RdfFormat.N_QUADS)])
    return path


def graphs(built: Built, digest: str) -> Iterator[ox.Quad]:
    """The graph of a document, and that of its entry."""
    document, read_from = built.document, origin(built.document)
    for quad in ox.parse(built.triples, format=ox.RdfFormat.N_TRIPLES):
        yield within(quad.triple, document.iri)
    for triple in statements(read_from, Entry(document.iri, digest), signature(document.text)):
        yield within(triple, place(read_from))


def within(triple: ox.Triple, graph: str) -> ox.Quad:
    return ox.Quad(triple.subject, triple.predicate, triple.object, ox.NamedNode(graph))


def entries(folder: Path) -> Entries:
    """What the files of a folder have, by where it was read from. Raises `InputError` for a broken file."""
    found: Entries = {}
    for path in sorted(folder.glob("*.nq")):
        about: dict[str, dict[str, str]] = {}
        for quad in quads(path):
            if isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name.value.startswith(CATALOGUE):
                about.setdefault(quad.graph_name.value, {"document": str(quad.subject)[1:-1]})
                about[quad.graph_name.value][quad.predicate.value] = getattr(quad.object, "value", "")
        for one in about.values():
            with suppress(KeyError):
                found[one[str(POS.readFrom)]] = Entry(one["document"], one[str(POS.recipe)])
    return found


def made(folder: Path) -> None:
    """Raises `OutputError` where no folder can be, and for that of a store: nothing may lie among its files."""
    if is_store(folder):
        raise OutputError(f"{shown(folder)}: this is a store; add to it with --store, or name another folder.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{shown(folder)}: it cannot be made ({error.strerror}); name another place.") from error


def changed(document: Document) -> KgError:
    name = shown(document.source or document.id)
    return KgError("it, or what reads it, has changed since it was written; write into an empty folder.", name)
