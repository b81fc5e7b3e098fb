"""Partitions: whole files, each document once, and loaded they are the store that would have grown without them."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kg.corpus import Kept
from kg.errors import InputError, KgError, OutputError, fail
from kg.model import Document
from kg.partitions import PART, write
from kg.store import Catalogue, in_memory, on_disk, recount
from kg.store.bulk import load
from tests.corpus.writer import Plain, article, build, kept

MANY = 2 * PART + 50


def written(documents: Iterable[Document], folder: Path, **how: object) -> Iterator[Kept]:
    return write(documents, folder, Plain(), build=build, **{"on_error": fail, **how})  # type: ignore[arg-type]


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_loaded_store_is_the_grown_one(tmp_path: Path) -> None:
    articles = [article(number) for number in range(MANY)]
    assert [one.document for one in written(articles, tmp_path / "parts")] == articles
    assert len(files(tmp_path / "parts")) == 3
    grown = in_memory()
    list(kept(grown, articles))
    with closing(on_disk(tmp_path / "store", create=True)) as store:
        assert load(store, sorted((tmp_path / "parts").iterdir())) == MANY
        recount(store)
        assert sorted(map(str, store.engine)) == sorted(map(str, grown.engine))  # type: ignore[attr-defined]
        assert all(one.known for one in kept(store, articles))


def test_the_same_documents_give_the_same_files(tmp_path: Path) -> None:
    articles = [article(number) for number in range(5)]
    list(written(articles, tmp_path / "one"))
    list(written(reversed(articles), tmp_path / "two"))
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_what_lies_there_is_not_read_again(tmp_path: Path) -> None:
    list(written(map(article, range(3)), tmp_path))
    told = list(written(map(article, range(5)), tmp_path))
    assert {one.document.id: one.known for one in told} == {f"a{n}": n < 3 for n in range(5)}
    assert len(files(tmp_path)) == 2


def test_a_build_that_was_cut_short_goes_on_and_doubles_nothing(tmp_path: Path) -> None:
    articles = [article(number) for number in range(MANY)]
    cut = written(articles, tmp_path / "parts")
    assert next(cut).document == articles[0]
    cut.close()  # type: ignore[attr-defined]
    assert len(files(tmp_path / "parts")) == 1
    assert sum(not one.known for one in written(articles, tmp_path / "parts")) == MANY - PART
    with closing(on_disk(tmp_path / "store", create=True)) as store:
        load(store, sorted((tmp_path / "parts").iterdir()))
        assert len(Catalogue(store)) == MANY == len([name for name in store.graphs() if "/document/" in name])


@pytest.mark.parametrize("number", [0, 1, PART - 1, PART, PART + 7])
def test_an_interrupt_keeps_what_was_read_before_it(tmp_path: Path, number: int) -> None:
    def pull() -> Iterator[Document]:
        yield from map(article, range(number))
        raise KeyboardInterrupt

    told: list[Kept] = []
    with pytest.raises(KeyboardInterrupt):
        told.extend(written(pull(), tmp_path))
    assert [one.document for one in told] == [article(which) for which in range(number)]
    assert len(files(tmp_path)) == -(-number // PART)
    assert sum(one.known for one in written(map(article, range(number + 1)), tmp_path)) == number


def test_of_many_known_articles_few_are_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.corpus.ROUND", 10)
    list(written(map(article, range(50)), tmp_path))
    pulled = done = most = 0

    def pull() -> Iterator[Document]:
        nonlocal pulled, most
        for number in range(50):
            pulled += 1
            most = max(most, pulled - done)
            yield article(number)

    for _ in written(pull(), tmp_path):
        done += 1
    assert (done, most) == (50, 10)


def test_a_changed_article_needs_a_new_folder(tmp_path: Path) -> None:
    list(written([article(1), article(2)], tmp_path))
    errors: list[KgError] = []
    told = list(written([article(1, "Neuer Text"), article(2), article(3)], tmp_path, on_error=errors.append))
    assert sorted((one.document.id, one.known) for one in told) == [("a2", True), ("a3", False)]
    assert [str(error) for error in errors] == [
        "/articles/1.txt: it, or what reads it, has changed since it was written; write into an empty folder."
    ]


def test_one_article_from_two_places_is_one_graph(tmp_path: Path) -> None:
    list(written([article(1), replace(article(1), source="/copies/1.txt")], tmp_path / "parts"))
    with closing(on_disk(tmp_path / "store", create=True)) as store:
        assert load(store, (tmp_path / "parts").iterdir()) == 1
        assert len(Catalogue(store)) == 2


def test_a_store_is_no_folder_for_files(tmp_path: Path) -> None:
    on_disk(tmp_path, create=True).close()
    before = sorted(tmp_path.iterdir())
    with pytest.raises(OutputError, match=r"this is a store; add to it with --store, or name another folder\.$"):
        list(written([article(1)], tmp_path))
    assert sorted(tmp_path.iterdir()) == before


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "broken.nq").write_text("<urn:half", "utf-8")
    with pytest.raises(InputError, match=r"broken\.nq: the graph is malformed"):
        list(written([article(1)], tmp_path))
