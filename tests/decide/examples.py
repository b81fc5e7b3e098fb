"""A store with the two articles of `tests.assemble.examples`, and what queries see of it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pyoxigraph as ox
from rdflib import Dataset

from kg.assemble import assemble
from kg.assemble.positions import position_iri
from kg.decide import Change, Decision, Verdict, deciding, decisions, undoing
from kg.model import Extraction, Passage
from kg.namespaces import CATALOGUE
from kg.query import query
from kg.store import Catalogue, Store, in_memory, recount
from kg.store.base import Graphs, quads
from kg.store.catalogue import Entry
from kg.store.terms import fill, quads_of
from tests.assemble.examples import ARTICLE, CHANGED, OPEN, OPPOSES, QUOTED, RUN, VOCABULARY, broader

NOON = datetime(2032, 2, 1, 12, tzinfo=UTC)
ABOUT, LATER = ARTICLE.document.iri, CHANGED.document.iri
OPPOSING, QUOTING, OPENING = (str(position_iri(one)) for one in (OPPOSES, QUOTED, OPEN))
SUPPORTING = str(position_iri(CHANGED.positions[0]))


def filled(store: Store | None = None, *extractions: Extraction) -> Store:
    found = store or in_memory()
    for extraction in extractions or (ARTICLE, CHANGED):
        keep(found, extraction)
    recount(found)
    return found


def graph_of(extraction: Extraction) -> Graphs:
    dataset = assemble([extraction], VOCABULARY, RUN, broader=broader)
    return {extraction.document.iri: [quad.triple for quad in quads_of(dataset)]}


def keep(store: Store, extraction: Extraction, recipe: str = "first", origin: str | None = None) -> None:
    document = extraction.document
    Catalogue(store).put(origin or f"/{document.id}", Entry(document.iri, recipe), graph_of(extraction))


def decide(
    store: Store,
    position: str,
    verdict: Verdict,
    change: Change | None = None,
    *,
    by: str = "Ada",
    note: str = "",
    at: datetime = NOON,
) -> Decision:
    """Decide, and give the decision back."""
    before = {one.iri for one in decisions(store)}
    put(store, deciding(store, position, verdict, by=by, at=at, change=change, note=note))
    return next(one for one in decisions(store) if one.iri not in before and one.stands)


def undo(store: Store, decision: Decision | str, at: datetime = NOON) -> None:
    put(store, undoing(store, decision if isinstance(decision, str) else decision.iri, at=at))


def put(store: Store, graphs: Graphs) -> None:
    store.put(graphs)
    recount(store)


def state(store: Store, *without: str) -> Mapping[str, frozenset[ox.Triple]]:
    """All graphs of articles and stories, and the numbers of sources, without those of these names."""
    hidden = (str(CATALOGUE), "https://w3id.org/diplokg/decision/", *without)
    return {name: frozenset(store.graph(name)) for name in store.graphs() if not name.startswith(hidden)}


def held(store: Store) -> set[tuple[str, ...]]:
    """Who holds what, as a query that does not ask for the class finds it: holder, stance, target."""
    rows = query(store, "SELECT ?h ?s ?t WHERE { ?p pos:stance ?s ; pos:holder ?h ; pos:target ?t }").rows
    return {tuple((cell or "").replace("#", "/").rsplit("/", 1)[-1] for cell in row) for row in rows}


def plain(store: Store, *stances: str) -> set[tuple[str, ...]]:
    """What the plain triples say."""
    named = " ".join(f"pos:{one}" for one in stances or ("opposes", "supports", "open-to", "doubts", "demands"))
    rows = query(store, f"SELECT ?h ?s ?t WHERE {{ VALUES ?s {{ {named} }} ?h ?s ?t }}").rows
    return {tuple((cell or "").replace("#", "/").rsplit("/", 1)[-1] for cell in row) for row in rows}


def dataset_of(store: Store) -> Dataset:
    dataset = Dataset(default_union=True)
    fill(dataset, quads(store))
    return dataset


def union(triples: Iterable[Iterable[ox.Triple]]) -> frozenset[ox.Triple]:
    return frozenset[ox.Triple]().union(*triples)


def reworded(extraction: Extraction) -> Extraction:
    """The article with a sentence before it: another document, in which each passage is further on."""
    more = "Es regnet. "
    document = replace(extraction.document, text=more + extraction.document.text)

    def moved(passage: Passage | None) -> Passage | None:
        return passage and Passage(document, passage.start + len(more), passage.end + len(more))

    def shifted(value: Any, *names: str) -> Any:
        return replace(value, **{name: moved(getattr(value, name)) for name in names})

    return Extraction(
        document,
        tuple(
            replace(shifted(one, "evidence", "cue", "condition"), via=tuple(shifted(hop, "cue") for hop in one.via))
            for one in extraction.positions
        ),
        tuple(shifted(one, "passage") for one in extraction.mentions),
        tuple(shifted(one, "evidence") for one in extraction.relations),
    )
