"""Offices with their dates, from the list of actors that is shipped: the graph has only those that articles tell."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph as ox

from kg.serve.pages.rows import rows
from kg.serve.pages.things import Names, Thing
from kg.store import Store, in_memory
from kg.vocabulary.load import ontologies

MOST = 12


@dataclass(frozen=True)
class Office:
    """X is minister of Y from a day to another; `linked` says whether the graph knows who is named."""

    role: str
    other: Thing  # the organisation of a person, or who holds an office of an organisation
    linked: bool
    start: str
    end: str


def offices(names: Names, who: ox.NamedNode) -> tuple[Office, ...]:
    """Those of a person; of a state or an organisation those that are held now."""
    listed = Names(known(), names.language)
    held = [(row, row["organisation"]) for row in rows(known(), "offices", who=who)]
    manned = [(row, row["who"]) for row in rows(known(), "officers", organisation=who)]
    return tuple(
        Office(
            listed.label(row["role"]),
            names.thing(iri) if is_known(names, iri) else listed.thing(iri),
            is_known(names, iri),
            row["start"],
            row["end"],
        )
        for row, iri in (*held, *manned)[:MOST]
    )


def is_known(names: Names, iri: str) -> bool:
    return names.thing(iri).kind != "unknown"


@lru_cache(maxsize=1)
def known() -> Store:
    return in_memory(read())


def read() -> Iterator[ox.Quad]:
    for path in sorted((ontologies() / "actors").glob("*.ttl")):
        yield from ox.parse(path=path, format=ox.RdfFormat.TURTLE, rename_blank_nodes=True)
