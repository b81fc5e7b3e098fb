"""The stories of a store are those of its articles, whatever came first, was changed or retracted."""

import random
from collections.abc import Iterable
from pathlib import Path

import pytest

from kg.alike.groups import place, statements, stories
from kg.corpus import Recipe, keep
from kg.model import Document
from kg.namespaces import POS, STORY
from kg.store import Catalogue, Store, in_memory, on_disk, recount
from kg.store.base import quads
from kg.store.stories import anew
from tests.alike.examples import ANOTHER, COPIES, ENGLISH, OTHER, OTHER_ENGLISH, REWRITTEN
from tests.alike.examples import STORY as TEXT
from tests.corpus.writer import Plain

TEXTS = [TEXT, OTHER, ANOTHER, ENGLISH, OTHER_ENGLISH, REWRITTEN, *COPIES.values()]
ARTICLES = [Document(text, id=f"a{number}", source=f"/articles/{number}.txt") for number, text in enumerate(TEXTS)]


def kept(store: Store, documents: Iterable[Document], recipe: Recipe | None = None) -> None:
    """Each with one statement of its own."""
    from kg.corpus import Built

    def build(documents: Iterable[Document], *_: object) -> Iterable[Built]:
        for document in documents:
            yield Built(document, f"<{document.iri}> <urn:is> <urn:read> .".encode(), 1)

    list(keep(documents, store, recipe or Plain(), build=build))  # type: ignore[arg-type]


def told(found: Iterable[object]) -> set[str]:
    return {str(quad) for quad in found if f"<{STORY}of/" in str(quad)}


def at_once(documents: Iterable[Document]) -> set[str]:
    return told(stories(documents))


def groups(documents: Iterable[Document]) -> list[list[str]]:
    """The ids of the articles that tell a story together."""
    ids = {document.iri: document.id for document in documents}
    found: dict[str, list[str]] = {}
    for quad in stories(documents):
        if quad.predicate.value == str(POS.story):
            found.setdefault(str(quad.object), []).append(ids[str(quad.subject)[1:-1]])
    return sorted(map(sorted, found.values()))


def test_the_copies_are_one_story_and_the_others_are_none() -> None:
    copies = [article.id for article in ARTICLES if article.text == TEXT or article.text in COPIES.values()]
    assert groups(ARTICLES) == sorted([sorted(copies), ["a3", "a5"]])


@pytest.mark.parametrize("seed", range(5))
def test_one_after_the_other_equals_at_once(seed: int) -> None:
    chance, store = random.Random(seed), in_memory()
    order = chance.sample(ARTICLES, len(ARTICLES))
    for number, article in enumerate(order, 1):
        kept(store, [article])
        assert told(quads(store)) == at_once(order[:number])


@pytest.mark.parametrize("seed", range(5))
def test_retracting_equals_never_having_read(seed: int) -> None:
    chance, store = random.Random(seed), in_memory()
    kept(store, ARTICLES)
    left = list(ARTICLES)
    for article in chance.sample(ARTICLES, len(ARTICLES)):
        Catalogue(store).remove(article.source)
        left.remove(article)
        assert told(quads(store)) == at_once(left)
    recount(store)
    assert list(store.engine) == []


@pytest.mark.parametrize("seed", range(5))
def test_changing_equals_having_read_the_new_text(seed: int) -> None:
    chance, store = random.Random(seed), in_memory()
    now = list(ARTICLES)
    kept(store, now)
    for _ in range(20):
        place = chance.randrange(len(now))
        now[place] = Document(chance.choice([*TEXTS, "Etwas ganz anderes."]), id=f"n{place}", source=now[place].source)
        kept(store, [now[place]])
        assert told(quads(store)) == at_once(now)


def test_a_story_falls_apart_when_its_middle_goes() -> None:
    """Two halves of one text are alike to the whole and not to each other."""
    words = [f"w{number}" for number in range(400)]
    texts = [" ".join(words[:200]), " ".join(words), " ".join(words[200:])]
    parts = [Document(text, id=f"p{number}", source=f"/parts/{number}.txt") for number, text in enumerate(texts)]
    store = in_memory()
    kept(store, parts)
    assert len({line.split()[2] for line in told(quads(store)) if str(POS.story) in line}) == 1
    Catalogue(store).remove("/parts/1.txt")
    assert told(quads(store)) == set()


def test_an_article_from_two_places_stays_in_its_story(tmp_path: Path) -> None:
    store = in_memory()
    again = Document(TEXT, id="again", source="/elsewhere.txt")
    kept(store, [ARTICLES[0], again, ARTICLES[6]])
    Catalogue(store).remove(ARTICLES[0].source)
    assert told(quads(store)) == at_once([again, ARTICLES[6]]) != set()


def test_another_way_of_reading_changes_no_story() -> None:
    store = in_memory()
    kept(store, ARTICLES)
    before = told(quads(store))
    kept(store, ARTICLES, Plain(min_confidence=0.9))
    assert told(quads(store)) == before


def test_the_graph_of_an_article_does_not_tell_of_others() -> None:
    """That a copy comes or goes changes no graph but those of the stories."""
    store = in_memory()
    kept(store, ARTICLES[:1])
    before = {name: set(store.graph(name)) for name in store.graphs()}
    kept(store, ARTICLES[6:])
    assert {name: set(store.graph(name)) for name in before} == before


def test_a_later_build_finds_the_copies_of_an_earlier_one(tmp_path: Path) -> None:
    for articles in (ARTICLES[:3], ARTICLES[3:]):
        store = on_disk(tmp_path / "store", create=True)
        kept(store, articles)
        found = told(quads(store))
        store.close()
        del store
    assert found == at_once(ARTICLES)


def test_a_store_that_was_filled_in_bulk_is_grouped_anew() -> None:
    store = in_memory()
    kept(store, ARTICLES)
    gone = Document("Nicht mehr da.", id="gone")
    wrong = {place(one.iri): statements(one.iri, str(STORY.wrong)) for one in (ARTICLES[1], gone)}
    store.put(wrong, [name for name in store.graphs() if name.startswith(f"{STORY}of/")])
    found = anew(store)
    store.put(found.graphs, found.drop)
    assert told(quads(store)) == at_once(ARTICLES)


def test_signatures_are_in_no_file() -> None:
    store = in_memory()
    kept(store, ARTICLES)
    assert not any(str(term) in str(quad) for quad in quads(store) for term in (POS.band, POS.signature))


def test_a_thousand_copies_take_no_longer_than_as_many_others() -> None:
    copies = [Document(TEXT, id=str(number), title=str(number)) for number in range(1_000)]
    assert len({str(quad.object) for quad in stories(copies) if quad.predicate.value == str(POS.story)}) == 1
