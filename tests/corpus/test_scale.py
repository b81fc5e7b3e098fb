"""The same on Ray: what a worker had when it was killed is read again, and nothing is there twice."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kg import scale
from kg.corpus import Built
from kg.errors import KgError
from kg.model import Document
from kg.store import Catalogue, in_memory, on_disk
from kg.store.base import quads
from kg.store.bulk import load
from tests.corpus import killed
from tests.corpus.writer import Plain, article, kept

pytestmark = pytest.mark.slow
MANY = 40


@pytest.fixture(autouse=True)
def needed() -> None:
    pytest.importorskip("ray", reason="Ray is not installed; install it with: pip install 'diplokg[ray]'")


def test_a_killed_worker_loses_no_article_and_doubles_none(tmp_path: Path) -> None:
    articles = [article(number) for number in range(MANY)]
    articles[7] = article(7, f"once {tmp_path / 'mark'}")
    how = {"build": killed.build, "workers": 2, "part": 5}
    told = list(scale.write(articles, tmp_path / "parts", Plain(), **how))
    assert (tmp_path / "mark").exists()
    assert sorted(one.document.source for one in told) == sorted(one.source for one in articles)
    assert [path.suffix for path in (tmp_path / "parts").iterdir()] == [".nq"] * (MANY // 5)
    with closing(on_disk(tmp_path / "store", create=True)) as store:
        assert load(store, sorted((tmp_path / "parts").iterdir())) == MANY
        assert len(Catalogue(store)) == MANY
        uncut = in_memory()
        list(kept(uncut, articles))
        assert sorted(map(str, quads(store))) == sorted(map(str, quads(uncut)))
    again = list(scale.write(articles, tmp_path / "parts", Plain(), **how))
    assert [one.known for one in again] == [True] * MANY


def test_what_hangs_or_kills_its_worker_is_left_out_and_named(tmp_path: Path) -> None:
    articles = [article(number, {3: "hang", 8: "always"}.get(number, "")) for number in range(12)]
    errors: list[KgError] = []
    how = {"build": killed.build, "workers": 2, "part": 4, "seconds": 2, "on_error": errors.append}
    told = list(scale.write(articles, tmp_path / "parts", Plain(), **how))
    assert sorted(map(str, errors)) == [
        "/articles/3.txt: reading it took longer than 2 seconds; it is left out, split it.",
        "/articles/8.txt: the process that read it died, twice; it is left out.",
    ]
    assert sorted(one.document.id for one in told) == sorted(one.id for one in articles if one.id not in ("a3", "a8"))


def test_documents_are_pulled_as_they_are_needed(tmp_path: Path) -> None:
    pulled: list[Document] = []

    def pull() -> Iterator[Document]:
        for number in range(60):
            pulled.append(article(number))
            yield pulled[-1]

    told = scale.write(pull(), tmp_path / "parts", Plain(), build=killed.build, workers=2, part=4)
    for done, _ in enumerate(told):
        assert len(pulled) - done <= 4 * 4, "two parts under way, one that waits, and one that is told of"
    assert done == 59


def test_what_a_worker_cannot_write_is_told_in_one_sentence(tmp_path: Path) -> None:
    told = scale.write([article(0)], tmp_path / "parts", Plain(), build=broken, workers=1)
    with pytest.raises(KgError, match=r"^the disk is full; free some space$"):
        list(told)


def broken(*_: object) -> Iterator[Built]:
    raise KgError("the disk is full; free some space")
