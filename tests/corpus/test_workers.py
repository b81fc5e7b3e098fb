"""Several processes: the same graph as one, whatever dies, and never more under way than they need."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from kg import workers
from kg.corpus import keep
from kg.errors import KgError
from kg.model import Document
from kg.store import Catalogue, in_memory
from kg.store.base import quads
from kg.workers import AHEAD, Workers
from tests.corpus import killed
from tests.corpus.writer import Plain, article, kept

MANY = 30


def grown(articles: "list[Document]", number: int, **how: float) -> tuple[list[str], list[str]]:
    """The statements of a store that so many processes have filled, and what went wrong."""
    store, errors = in_memory(), list[KgError]()
    with Workers(number, work=killed.build, **how) as several:
        told = list(keep(articles, store, Plain(), build=several.build, on_error=errors.append))
    assert len(told) == len(Catalogue(store))
    return sorted(map(str, quads(store))), [str(error) for error in errors]


def uncut(articles: "list[Document]") -> list[str]:
    store = in_memory()
    list(kept(store, articles))
    return sorted(map(str, quads(store)))


def articles(**others: str) -> list[Document]:
    return [article(number, others.get(f"a{number}", "")) for number in range(MANY)]


def test_a_worker_that_is_killed_loses_no_article_and_doubles_none(tmp_path: Path) -> None:
    found = articles(a7=f"once {tmp_path / 'mark'}")
    assert grown(found, 2) == (uncut(found), [])
    assert (tmp_path / "mark").exists()


def test_a_document_that_kills_its_worker_twice_is_left_out_and_named() -> None:
    statements, errors = grown(articles(a3="always", a9="always 9"), 2)
    assert errors == [f"/articles/{n}.txt: the process that read it died, twice; it is left out." for n in (3, 9)]
    assert statements == uncut([one for one in articles() if one.id not in ("a3", "a9")])


def test_a_document_that_hangs_is_left_out_and_named() -> None:
    statements, errors = grown(articles(a3="hang"), 2, seconds=3)
    assert errors == ["/articles/3.txt: reading it took longer than 3 seconds; it is left out, split it."]
    assert statements == uncut([one for one in articles() if one.id != "a3"])


def test_a_slow_document_that_waited_its_turn_is_not_taken_for_one_that_hangs() -> None:
    found = articles(**{f"a{n}": f"slow {n}" for n in range(8)})
    assert grown(found, 2, seconds=3) == (uncut(found), [])


def test_documents_are_pulled_as_they_are_needed() -> None:
    pulled = done = most = 0

    def pull() -> Iterator[Document]:
        nonlocal pulled, most
        for number in range(10_000):
            pulled += 1
            most = max(most, pulled - done)
            yield article(number)

    with Workers(2, work=killed.build) as several:
        for _ in several.build(pull(), Plain(), pytest.fail):
            done += 1
    assert done == 10_000
    assert most <= AHEAD * 2


def test_an_interrupt_ends_all_processes(root: Path) -> None:
    code = (
        "from tests.corpus.test_workers import *\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell starts what runs behind it without
        "with Workers(2, work=killed.build) as several:\n"
        "    for one in several.build((article(n, f'slow {n}') for n in range(10**6)), Plain(), print):\n"
        "        print(one.document.id, flush=True)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as main:
        assert main.stdout is not None
        main.stdout.readline()
        children = psutil.Process(main.pid).children(recursive=True)
        assert len(children) >= 2
        os.kill(main.pid, signal.SIGINT)
        main.communicate(timeout=20)
    assert main.returncode
    alive = psutil.wait_procs(children, timeout=5)[1]
    assert not alive


@pytest.mark.slow
def test_the_graph_is_the_same_with_one_two_and_three_processes(root: Path) -> None:
    import kg
    from kg.corpus import Recipe

    found = list(kg.read([root / "seeds"]))
    graphs = []
    for number in (1, 2, 3):
        with workers.builder(number) as build:
            graphs.append(
                sorted(line for one in build(found, Recipe(), pytest.fail) for line in one.triples.split(b"\n"))
            )
    assert graphs[0] == graphs[1] == graphs[2]


def test_workers_end_with_a_process_that_was_killed() -> None:
    code = "from tests.corpus.test_workers import wait; wait()"
    ended = subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], capture_output=True, text=True)
    assert ended.returncode == -signal.SIGKILL
    left = [psutil.Process(int(pid)) for pid in ended.stdout.split() if psutil.pid_exists(int(pid))]
    assert psutil.wait_procs(left, timeout=10)[1] == []


def wait() -> None:
    """Tells its workers, and is killed while they work."""
    with Workers(2, work=killed.build) as several:
        hang = (article(number, "hang" if number else "") for number in range(3))
        for _ in several.build(hang, Plain(), pytest.fail):
            print(*(child.pid for child in psutil.Process().children(recursive=True)), flush=True)
            os.kill(os.getpid(), signal.SIGKILL)
