"""Files of graphs into a store at once: the store is as if they had been put one by one, or as it was before."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.alike.groups import OF
from kg.errors import InputError
from kg.namespaces import INDEPENDENCE
from kg.store import Catalogue, bulk, in_memory, on_disk, recount, serialized
from kg.store.catalogue import Entry, place, statements
from kg.store.independence import MARK
from kg.store.local import LocalStore
from kg.store.unfinished import LOADING, mended
from tests.store.test_stores import ONE, THREE, TWO, said, triples, union


@pytest.fixture
def store(tmp_path: Path) -> Iterator[LocalStore]:
    with closing(on_disk(tmp_path / "store", create=True)) as found:
        yield found


def file(path: Path, graphs: "dict[str, list[ox.Triple]]") -> Path:
    quads = [ox.Quad(*triple, ox.NamedNode(name)) for name, held in graphs.items() for triple in held]
    path.write_bytes(serialized(quads, ox.RdfFormat.N_QUADS))
    return path


def entry(origin: str, document: str) -> "dict[str, list[ox.Triple]]":
    return {place(origin): list(statements(origin, Entry(document, "r")))}


def load(store: LocalStore, files: "Iterable[str | Path]") -> int:
    number = bulk.load(store, files)
    recount(store)
    return number


def state(store: LocalStore) -> list[str]:
    return sorted(map(str, store.engine))


def test_graphs_of_several_files_are_there_and_in_the_union(store: LocalStore, tmp_path: Path) -> None:
    one = file(tmp_path / "1.nq", {ONE: triples("a p b", "a p c"), TWO: triples("a p c")})
    assert load(store, [one, file(tmp_path / "2.nq", {THREE: triples("a p d")})]) == 3
    assert sorted(store.graphs()) == [ONE, TWO, THREE]
    assert union(store) == said("a p b", "a p c", "a p d")


def test_the_store_is_as_if_each_graph_had_been_put(store: LocalStore, tmp_path: Path) -> None:
    before = {ONE: triples("a p b", "s p o"), TWO: triples("x p y", "s p o")}
    after = {ONE: triples("a p c"), THREE: triples("s p o")}
    store.put(before)
    load(store, [file(tmp_path / "f.nq", after)])
    with closing(on_disk(tmp_path / "other", create=True)) as other:
        other.put(before)
        other.put(after)
        assert state(store) == state(other)


def test_many_graphs_are_replaced(store: LocalStore, tmp_path: Path) -> None:
    """More than are dropped in one change."""
    names = [f"urn:g:{number}" for number in range(120)]
    store.put({name: triples(f"s{number} p old", "all p old") for number, name in enumerate(names)})
    load(store, [file(tmp_path / "f.nq", {name: triples("all p new") for name in names})])
    assert union(store) == said("all p new")


def test_entries_of_the_catalogue_are_not_in_the_union(store: LocalStore, tmp_path: Path) -> None:
    assert load(store, [file(tmp_path / "f.nq", {ONE: triples("a p b"), **entry("/a.txt", ONE)})]) == 1
    assert union(store) == said("a p b")
    assert Catalogue(store).knows("/a.txt", Entry(ONE, "r"))


def test_a_changed_article_takes_the_place_of_what_was_read_from_there(store: LocalStore, tmp_path: Path) -> None:
    Catalogue(store).put("/a.txt", Entry(ONE, "r"), {ONE: triples("a p b")})
    load(store, [file(tmp_path / "f.nq", {TWO: triples("a p c"), **entry("/a.txt", TWO)})])
    with closing(on_disk(tmp_path / "other", create=True)) as other:
        catalogue = Catalogue(other)
        catalogue.put("/a.txt", Entry(ONE, "r"), {ONE: triples("a p b")})
        catalogue.put("/a.txt", Entry(TWO, "r"), {TWO: triples("a p c")})
        recount(other)
        assert state(store) == state(other)


def test_what_was_to_be_replaced_is_gone_with_a_loading_that_was_killed(
    store: LocalStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else it would stay for ever: no entry names it any more."""
    Catalogue(store).put("/a.txt", Entry(ONE, "r"), {ONE: triples("a p b")})
    path = file(tmp_path / "f.nq", {TWO: triples("a p c"), **entry("/a.txt", TWO)})
    monkeypatch.setattr(bulk, "AT_ONCE", "none")  # so that it ends before anything is dropped
    with pytest.raises(ValueError, match="islice"):
        load(store, [path])
    monkeypatch.undo()
    mended(store)
    load(store, [path])
    assert union(store) == said("a p c")


def test_an_article_that_lies_elsewhere_too_stays(store: LocalStore, tmp_path: Path) -> None:
    catalogue = Catalogue(store)
    catalogue.put("/a.txt", Entry(ONE, "r"), {ONE: triples("a p b")})
    catalogue.put("/copy.txt", Entry(ONE, "r"), {})
    load(store, [file(tmp_path / "f.nq", {TWO: triples("a p c"), **entry("/a.txt", TWO)})])
    assert union(store) == said("a p b", "a p c")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("f.nq", "<urn:s> <urn:p> <urn:o> .", "it says something outside of an article's graph; build the file again"),
        ("f.nq", "<urn:s> <urn:p> <urn:o> _:b .", "it says something outside of an article's graph"),
        ("f.nq", f"<urn:s> <urn:p> <urn:o> <{LOADING}> .", "it says something outside of an article's graph"),
        ("f.nq", "nothing of the kind", "the graph is malformed"),
        ("f.nq", f"<urn:n> <urn:p> <urn:o> <{TWO}> .\nnothing <{TWO}> .\n", "the graph is malformed"),
        ("f.nq", f"<urn:n> <urn:p> <urn:o> <{TWO}> .\n<urn:n> <urn:p> <{TWO}> .\n", "it says something outside"),
        ("f.ttl", "<urn:s> <urn:p> <urn:o> .", "it says something outside of an article's graph"),
        ("f.txt", "text", "not a format of graphs"),
    ],
)
@pytest.mark.parametrize("there", [{}, {ONE: triples("a p b")}], ids=["an empty store", "a store"])
def test_a_file_that_is_none_changes_nothing(
    name: str, content: str, sentence: str, there: "dict[str, list[ox.Triple]]", store: LocalStore, tmp_path: Path
) -> None:
    store.put(there)
    before = state(store)
    good = file(tmp_path / "good.nq", {ONE: triples("a p c")})
    (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(InputError, match=rf"{name}: {sentence}"):
        load(store, [good, tmp_path / name])
    assert state(store) == before


def test_only_articles_are_counted(store: LocalStore, tmp_path: Path) -> None:
    graphs = {ONE: triples("a p b"), INDEPENDENCE: triples("a n 1"), f"{OF}1": triples("a t s"), **entry("/a", ONE)}
    for _ in range(2):  # into an empty store, and into one that has them
        assert load(store, [file(tmp_path / "f.nq", graphs)]) == 1


def test_a_file_that_is_not_there_is_named(store: LocalStore, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.nq: no such file"):
        load(store, [tmp_path / "none.nq"])


def die(place: str, path: str, halves: str) -> None:
    """Load, and die in the middle of it; with `halves`, after some of the statements have been written."""
    store, whole = on_disk(Path(place)), bulk.twice

    def cut(paths: Iterable[Path]) -> Iterator[ox.Quad]:
        some = list(islice(whole(paths), 7))
        if halves:
            store.engine.extend(some)
        yield from some
        os.kill(os.getpid(), signal.SIGKILL)

    bulk.twice = cut
    load(store, [Path(path)])


THERE = {ONE: triples("a p b", "s p o"), TWO: triples("x p old")}


@pytest.mark.parametrize("halves", ["", "halves"])
@pytest.mark.parametrize(
    ("there", "left"),
    [({}, {}), (THERE, {ONE: THERE[ONE]})],
    ids=["an empty store", "a store"],
)
def test_a_loading_that_was_killed_leaves_no_half_of_a_graph(
    halves: str, there: "dict[str, list[ox.Triple]]", left: "dict[str, list[ox.Triple]]", tmp_path: Path
) -> None:
    with closing(on_disk(tmp_path / "store", create=True)) as store:
        store.put(there)
    path = file(tmp_path / "f.nq", {TWO: triples("a p c", "s p o"), THREE: triples(*(f"n p {n}" for n in range(9)))})
    code = "import sys; from tests.store.test_load import die; die(*sys.argv[1:])"
    root = Path(__file__).parents[2]
    ended = subprocess.run([sys.executable, "-c", code, str(tmp_path / "store"), str(path), halves], cwd=root)
    assert ended.returncode == -signal.SIGKILL
    with closing(on_disk(tmp_path / "store")) as store:
        assert sorted(store.graphs()) == sorted({*left, *(MARK if left else ())}), "the numbers are told to be old"
        recount(store)
        with closing(in_memory()) as other:
            other.put(left)
            assert state(store) == state(other)
        load(store, [path])
        assert sorted(store.graphs()) == sorted({*left, TWO, THREE})
        assert "<urn:a> <urn:p> <urn:c>" in union(store)
