"""A corpus grows: what is known is not read again, what has changed is replaced."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from kg.corpus import Built, Recipe, keep
from kg.each import OnError
from kg.errors import KgError, StoreError
from kg.model import Document
from kg.namespaces import CATALOGUE
from kg.store import Catalogue, in_memory, recount
from kg.store.base import quads
from kg.store.local import LocalStore
from tests.corpus.writer import STATEMENTS, Plain, article, build, kept


@pytest.fixture
def store() -> LocalStore:
    found = in_memory()
    list(kept(found, map(article, range(3))))
    return found


def state(store: LocalStore) -> list[str]:
    return sorted(map(str, store.engine))


def test_each_article_is_told_of_once_it_is_kept() -> None:
    store = in_memory()
    for number, one in enumerate(kept(store, map(article, range(3))), 1):
        assert (one.document.id, one.known, one.positions) == (f"a{number - 1}", False, STATEMENTS)
        assert len(Catalogue(store)) == number


def test_a_known_article_is_not_read_again(store: LocalStore) -> None:
    before = state(store)
    assert [(one.document.id, one.known, one.positions) for one in kept(store, map(article, range(3)))] == [
        ("a0", True, 0), ("a1", True, 0), ("a2", True, 0),
    ]  # fmt: skip
    assert state(store) == before


def test_a_changed_article_replaces_its_own_graph_and_no_other(store: LocalStore) -> None:
    list(kept(store, [article(1, "Neuer Text")]))
    again = in_memory()
    list(kept(again, [article(0), article(1, "Neuer Text"), article(2)]))
    assert state(store) == state(again)


def test_another_way_of_reading_reads_again(store: LocalStore) -> None:
    (one,) = kept(store, [article(1)], Plain(min_confidence=0.9))
    assert not one.known
    assert len(Catalogue(store)) == 3


def test_the_same_article_from_elsewhere_is_noted_and_not_read(store: LocalStore) -> None:
    (one,) = kept(store, [replace(article(1), source="/copies/1.txt")])
    assert one.known
    assert len(Catalogue(store)) == 4
    assert len({str(quad.graph_name) for quad in quads(store)}) == 3


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_article_that_lies_twice_is_read_once_and_noted_twice(jobs: int) -> None:
    """The first may not be in the store yet when the second comes."""
    copies = [replace(article(1), source=f"/copies/{number}.txt") for number in range(3)]
    store, read = in_memory(), list[str]()

    def ahead(documents: Iterable[Document], recipe: Recipe, on_error: OnError) -> Iterator[Built]:
        """As a pool does, which takes some documents before it gives the first."""
        taken = list(documents) if jobs > 1 else documents
        for document in taken:
            read.append(document.source)
            yield from build([document], recipe, on_error)

    told = list(keep([article(0), article(1), *copies], store, Plain(), build=ahead))
    assert read == ["/articles/0.txt", "/articles/1.txt"]
    assert sorted((one.document.source, one.known) for one in told) == [
        ("/articles/0.txt", False), ("/articles/1.txt", False), *((copy.source, True) for copy in copies),
    ]  # fmt: skip
    assert (len(Catalogue(store)), len({quad.graph_name for quad in quads(store)})) == (5, 2)


def test_the_copies_of_an_article_that_fails_are_tried_by_themselves() -> None:
    copies = [replace(article(1), source=f"/copies/{number}.txt") for number in range(3)]
    errors, failing = list[KgError](), ["/copies/0.txt", "/copies/1.txt"]

    def some(documents: Iterable[Document], recipe: Recipe, on_error: OnError) -> Iterator[Built]:
        for document in list(documents):
            if document.source in failing:
                on_error(KgError(document.source))
            else:
                yield from build([document], recipe, on_error)

    told = list(keep(copies, in_memory(), Plain(), build=some, on_error=errors.append))
    assert [one.document.source for one in told] == ["/copies/2.txt"]
    assert list(map(str, errors)) == failing


def test_a_copy_keeps_an_article_that_is_retracted(store: LocalStore) -> None:
    list(kept(store, [replace(article(1), source="/copies/1.txt")]))
    before = sorted(map(str, quads(store)))
    assert Catalogue(store).remove("/articles/1.txt") == ["/articles/1.txt"]
    assert sorted(map(str, quads(store))) == before
    assert Catalogue(store).remove("/copies/1.txt") == ["/copies/1.txt"]
    recount(store)
    again = in_memory()
    list(kept(again, [article(0), article(2)]))
    assert state(store) == state(again)


def test_a_changed_article_leaves_the_copy_of_the_old_one(store: LocalStore) -> None:
    list(kept(store, [replace(article(1), source="/copies/1.txt"), article(1, "Neuer Text")]))
    assert len({str(quad.graph_name) for quad in quads(store)}) == 4


def test_an_article_is_retracted_by_its_iri_with_all_its_places(store: LocalStore) -> None:
    list(kept(store, [replace(article(1), source="/copies/1.txt")]))
    assert Catalogue(store).remove(article(1).iri) == ["/articles/1.txt", "/copies/1.txt"]
    assert len(Catalogue(store)) == 2


def test_nothing_is_left_when_all_are_retracted(store: LocalStore) -> None:
    for number in range(3):
        Catalogue(store).remove(f"/articles/{number}.txt")
    recount(store)
    assert state(store) == []


def test_what_is_not_there_cannot_be_retracted(store: LocalStore) -> None:
    with pytest.raises(StoreError, match=r"^/nowhere\.txt: the store has nothing from there; name a path"):
        Catalogue(store).remove("/nowhere.txt")


def test_where_it_was_read_from_is_in_no_file(store: LocalStore) -> None:
    assert not any(CATALOGUE in str(quad) or "/articles/" in str(quad) for quad in quads(store))
