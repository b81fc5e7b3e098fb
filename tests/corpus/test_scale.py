"""The same on Ray: what a worker had when it was killed is read again, and nothing is there twice."""

from contextlib import closing
from pathlib import Path

import pytest

from kg import scale
from kg.store import Catalogue, in_memory, on_disk
from kg.store.base import quads
from kg.store.bulk import load
from tests.corpus import killed
from tests.corpus.writer import Plain, article, kept

pytestmark = pytest.mark.slow
MANY = 40


def test_a_killed_worker_loses_no_article_and_doubles_none(tmp_path: Path) -> None:
    pytest.importorskip("ray", reason="Ray is not installed; install it with: pip install 'diplokg[ray]'")
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
