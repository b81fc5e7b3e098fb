"""Graphs of any size that have the form of real ones: those of the seeds, again and again under other names.

Each copy is of other articles. Five copies share their issues, and all share their actors, as a corpus does: were the
issues the same in all, each would be contested by all with all.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

import kg
from kg.corpus import Recipe
from kg.errors import fail
from kg.partitions import graphs
from kg.store import serialized
from kg.workers import in_this_process

SHARED = 5  # copies that are about the same
NAMES = re.compile(rb"(diplokg/document/)[0-9a-f]{8}([0-9a-f]{16})|(diplokg/issue/[^>#]+)")


def seeds(root: Path) -> list[bytes]:
    """The lines of N-Quads that the seeds make, catalogue and all."""
    built = in_this_process(kg.read([root / "seeds"], on_error=fail), Recipe(), fail)
    quads = {quad for one in built for quad in graphs(one, "synthetic")}
    return serialized(quads, ox.RdfFormat.N_QUADS).splitlines(keepends=True)


def copies(lines: list[bytes], statements: int) -> Iterator[bytes]:
    """At least so many statements with their graphs, without those of the catalogue."""
    own = b"".join(line for line in lines if b"diplokg/catalogue/" not in line)
    size = own.count(b"\n")
    for number in range(-(-statements // size)):
        yield copy(own, number)


def copy(text: bytes, number: int) -> bytes:
    document, issue = b"%08x" % number, b"-%d" % (number // SHARED)

    def renamed(found: "re.Match[bytes]") -> bytes:
        return found[3] + issue if found[3] else found[1] + document + found[2]

    return NAMES.sub(renamed, text)


def write(path: Path, lines: list[bytes], statements: int) -> int:
    """A file of at least so many statements; how many they are."""
    count = 0
    with path.open("wb") as file:
        for text in copies(lines, statements):
            count += text.count(b"\n")
            file.write(text)
    return count
