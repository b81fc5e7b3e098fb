"""Whatever ends a build, what was told of is kept, and no article is there by halves."""

import random
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.store import Catalogue, Store, in_memory, on_disk
from kg.store.base import quads
from tests.corpus.writer import STATEMENTS, article, kept

MANY = 100_000


def writer(*arguments: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.corpus.writer", *map(str, arguments)]
    root = Path(__file__).parents[2]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=root)


def whole(store: Store) -> list[str]:
    """The articles of a store, each with all its statements, and the union with what they say and nothing else."""
    graphs = sorted(name for name in store.graphs() if "/document/" in name)
    assert {len(list(store.graph(name))) for name in graphs} <= {STATEMENTS + 1}
    assert len(Catalogue(store)) == len(graphs)
    assert sum(1 for _ in store.triples()) == len(graphs) * STATEMENTS + bool(graphs)
    return graphs


@pytest.mark.slow
def test_kill_at_any_moment(tmp_path: Path) -> None:
    """Twenty times, always in the same store, which each time goes on from where it was."""
    said: set[str] = set()
    for turn in range(20):
        with writer(tmp_path / "store", turn * MANY, turn * MANY + MANY) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(random.Random(turn).uniform(0, 0.3))
            process.kill()
            told = [line.strip() for line in process.stdout if line.endswith("\n")]
        with closing(on_disk(tmp_path / "store")) as store:
            said |= set(told)
            graphs = set(whole(store))
            assert {article(int(name[1:])).iri for name in said} <= graphs
    assert said


def test_a_build_that_was_killed_goes_on_to_the_same_graph(tmp_path: Path) -> None:
    with writer(tmp_path / "store", 0, 200) as process:
        assert process.stdout is not None
        for _ in range(20):
            process.stdout.readline()
        process.kill()
    with closing(on_disk(tmp_path / "store")) as store:
        assert 0 < len(whole(store)) < 200
        list(kept(store, map(article, range(200))))
        found = sorted(map(str, quads(store)))
    uncut = in_memory()
    list(kept(uncut, map(article, range(200))))
    assert found == sorted(map(str, quads(uncut)))


def test_a_full_disk_is_named_and_loses_nothing(tmp_path: Path) -> None:
    with writer(tmp_path / "store", 0, MANY, 300_000) as process:
        out, err = process.communicate()
    told = out.split()[1:]
    assert process.returncode == 1
    assert err.startswith(f"{tmp_path / 'store'}: it cannot be written (")
    assert err.endswith("free some space.\n")
    assert told
    with closing(on_disk(tmp_path / "store")) as store:
        assert {article(int(name[1:])).iri for name in told} <= set(whole(store))


def test_a_second_writer_is_told_that_there_is_a_first(tmp_path: Path) -> None:
    with writer(tmp_path / "store", 0, MANY) as first:
        assert first.stdout is not None
        first.stdout.readline()
        with writer(tmp_path / "store", 0, 1) as second:
            out, err = second.communicate()
        assert (out, second.returncode) == ("", 1)
        assert err == f"{tmp_path / 'store'}: another process has this store open; wait until it ends, or stop it.\n"
        assert first.poll() is None
        first.kill()


@pytest.mark.parametrize(
    "make", [lambda place: place.write_text("x"), lambda place: (place / "sub").mkdir(parents=True)]
)
def test_no_store_is_made_where_something_else_stands(make: "object", tmp_path: Path) -> None:
    make(tmp_path / "place")  # type: ignore[operator]
    with pytest.raises(StoreError, match="place: something else stands there; name an empty or a new folder"):
        on_disk(tmp_path / "place", create=True)
