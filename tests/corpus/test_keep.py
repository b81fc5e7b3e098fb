"""A corpus grows: what is known is not read again, what has changed is replaced."""

from dataclasses import replace

import pytest

from kg.errors import StoreError
from kg.namespaces import CATALOGUE
from kg.store import Catalogue, in_memory
from kg.store.base import quads
from kg.store.local import LocalStore
from tests.corpus.writer import STATEMENTS, Plain, article, kept


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


def test_a_copy_keeps_an_article_that_is_retracted(store: LocalStore) -> None:
    list(kept(store, [replace(article(1), source="/copies/1.txt")]))
    before = sorted(map(str, quads(store)))
    assert Catalogue(store).remove("/articles/1.txt") == ["/articles/1.txt"]
    assert sorted(map(str, quads(store))) == before
    assert Catalogue(store).remove("/copies/1.txt") == ["/copies/1.txt"]
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
    assert state(store) == []


def test_what_is_not_there_cannot_be_retracted(store: LocalStore) -> None:
    with pytest.raises(StoreError, match=r"^/nowhere\.txt: the store has nothing from there; name a path"):
        Catalogue(store).remove("/nowhere.txt")


def test_where_it_was_read_from_is_in_no_file(store: LocalStore) -> None:
    assert not any(CATALOGUE in str(quad) or "/articles/" in str(quad) for quad in quads(store))
