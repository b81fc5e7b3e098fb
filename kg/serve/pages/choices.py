"""What the form of a correction offers: the stances, and the actors and issues that a reader is likely to mean."""

from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph as ox

from kg.namespaces import POS, SCHEMA
from kg.query.labels import label
from kg.serve.pages.rows import rows
from kg.serve.pages.statements import Statement, answers, told_by
from kg.serve.pages.things import Names
from kg.store import Store, open_store
from kg.vocabulary.load import ontologies

POLARITY = ox.NamedNode(str(POS.polarity))
MENTIONS = ox.NamedNode(str(SCHEMA.mentions))
MOST = 60  # names of a kind


@dataclass(frozen=True)
class Choices:
    """Stances as (name, label)."""

    stances: tuple[tuple[str, str], ...]
    actors: tuple[str, ...]
    issues: tuple[str, ...]


def choices(store: Store, names: Names, one: Statement) -> Choices:
    """First who is mentioned in the article and what it is about, then who says most."""
    there = told_by(store, one.article.iri) if one.article else []
    targets = {row["target"] for iri in there[:MOST] for row in answers(store, iri)[:1]}
    mentioned = store.triples(ox.NamedNode(one.article.iri), MENTIONS) if one.article else ()
    actors = [triple.object.value for triple in mentioned if isinstance(triple.object, ox.NamedNode)]
    active = [row["who"] for row in rows(store, "active")]
    return Choices(
        stances=stances(names.language),
        actors=tuple(sorted({names.label(iri) for iri in [*actors[:MOST], *active]}, key=str.casefold)),
        issues=tuple(sorted({names.label(iri) for iri in targets}, key=str.casefold)),
    )


@lru_cache(maxsize=2)
def stances(language: str) -> tuple[tuple[str, str], ...]:
    """All that there are, by what they are called."""
    known = open_store(ontologies() / "stances.ttl")
    found = {one.subject.value for one in known.triples(None, POLARITY) if isinstance(one.subject, ox.NamedNode)}
    named = ((iri.rpartition("#")[2], label(known, iri, language) or iri) for iri in found)
    return tuple(sorted(named, key=lambda one: one[1].casefold()))
