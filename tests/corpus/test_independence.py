"""How many independent sources a position of a store has: as many as if all had been read at once."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pyoxigraph as ox
import pytest

from kg.alike.groups import stories
from kg.alike.independence import independence
from kg.assemble import assemble
from kg.corpus import Built, keep, origin
from kg.model import Document, Extraction
from kg.namespaces import INDEPENDENCE
from kg.store import Catalogue, Store, in_memory, recount
from kg.store.terms import fill, quads_of
from tests.alike.test_graph import PAPERS
from tests.assemble.examples import OPPOSES, RUN, VOCABULARY, passage
from tests.corpus.writer import Plain

ARTICLES = [replace(paper, source=f"/papers/{paper.id}.txt") for paper in PAPERS]


def told(document: Document, stance: str = "opposes", factuality: str = "reported") -> Extraction:
    where = {"evidence": passage(OPPOSES.evidence.text, document), "cue": passage(OPPOSES.cue.text, document)}
    return Extraction(document, (replace(OPPOSES, stance=stance, factuality=factuality, **where),))


def grown(store: Store, found: Iterable[Extraction]) -> Iterator[None]:
    every = {one.document: one for one in found}

    def build(documents: Iterable[Document], *_: object) -> Iterator[Built]:
        for document in documents:
            triples = {quad.triple for quad in quads_of(assemble([every[document]], VOCABULARY, RUN))}
            yield Built(document, ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"", 1)

    return (None for _ in keep(every, store, Plain(), build=build))


def numbers(store: Store) -> dict[str, str]:
    """By the IRIs of the positions."""
    return {str(one.subject): one.object.value for one in store.graph(INDEPENDENCE)}  # type: ignore[union-attr]


def at_once(found: list[Extraction]) -> dict[str, str]:
    graph = assemble(found, VOCABULARY, RUN)
    fill(graph, stories(one.document for one in found))
    return {str(quad.subject): quad.object.value for quad in independence(graph)}  # type: ignore[union-attr]


@pytest.mark.parametrize(("papers", "numbers"), [
    (ARTICLES, ["2", "2", "2", "2"]), (ARTICLES[:3], ["1", "1", "1"]),
    (ARTICLES[2:], ["2", "2"]), (ARTICLES[:1], ["1"]),
])  # fmt: skip
def test_articles_of_one_story_are_one_source(papers: list[Document], numbers: list[str]) -> None:
    assert list(at_once([told(paper) for paper in papers]).values()) == numbers


def test_another_stance_is_another_claim_and_a_speculation_none() -> None:
    found = [told(ARTICLES[0]), told(ARTICLES[3], stance="supports"), told(ARTICLES[2], factuality="speculative")]
    assert list(at_once(found).values()) == ["1", "1"]


def test_a_store_that_grows_and_shrinks_has_the_same_numbers() -> None:
    store, found = in_memory(), [told(article) for article in ARTICLES]
    for number in range(1, len(found) + 1):
        list(grown(store, found[:number]))
        assert numbers(store) == at_once(found[:number])
    while found:
        Catalogue(store).remove(origin(found.pop().document))
        recount(store)
        assert numbers(store) == at_once(found)
    assert list(store.engine) == []


def test_what_a_death_left_uncounted_is_counted_by_the_next_build() -> None:
    store, found = in_memory(), [told(article) for article in ARTICLES[2:]]
    list(grown(store, found[:1]))
    dies = grown(store, found)
    next(dies), next(dies)
    assert len(numbers(store)) == 1
    list(grown(store, found))
    assert numbers(store) == at_once(found)
