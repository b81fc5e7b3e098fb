"""What is kept of a vocabulary between two starts: never needed, never trusted, never out of date."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import VocabularyError
from kg.vocabulary import cache, load, load_vocabulary
from kg.vocabulary.plain import restored, written
from kg.vocabulary.sources import sources

OWN = """
@prefix pos: <https://w3id.org/diplokg/positions#> .
@prefix actor: <https://w3id.org/diplokg/actor/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
actor:ruritania a pos:State ; skos:prefLabel "Ruritanien"@de ; pos:adjective "ruritanisch"@de .
"""
COUNT = "from kg.vocabulary import load_vocabulary as load; print(len(load().actors))"
SECONDS = """
import time
from kg.vocabulary import load_vocabulary
started = time.process_time()
load_vocabulary()
print(time.process_time() - started)
"""


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder, and nothing remembered within the process."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    load_vocabulary.cache_clear()
    return tmp_path / "cache" / "diplokg"


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small vocabulary in the place of the shipped one."""
    folder = tmp_path / "ontologies"
    folder.mkdir()
    (folder / "own.ttl").write_text(OWN, "utf-8")
    monkeypatch.setattr(load, "ontologies", lambda: folder)
    return folder


def loaded(*more: Path) -> load.Vocabulary:
    """As the next start of the program would load it."""
    load_vocabulary.cache_clear()
    return load_vocabulary(*more)


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From then on, no Turtle may be parsed."""

    def refuse(_: object) -> load.Vocabulary:
        raise AssertionError("the Turtle was parsed again")

    return lambda: monkeypatch.setattr(load, "read", refuse)


def test_the_whole_vocabulary_comes_back_as_it_was() -> None:
    vocabulary = load.read(sources([load.ontologies()]))
    again = restored(written(vocabulary))
    assert again == vocabulary
    assert [*again.actors] == [*vocabulary.actors]  # order counts where a name is ambiguous


def test_a_second_start_gives_equal_values_without_parsing(unread: Callable[[], None]) -> None:
    first = loaded()
    unread()
    assert loaded() == first


def test_a_second_start_takes_half_a_second_at_most(root: Path) -> None:
    """In processes of their own: among the objects of a whole test run, the garbage collector alone takes longer."""
    command = [sys.executable, "-c", SECONDS]
    _, second = (float(subprocess.check_output(command, cwd=root, text=True)) for _ in range(2))
    assert second < 0.5


def test_the_files_of_the_user_are_kept_too_wherever_they_lie(
    shipped: Path, tmp_path: Path, unread: Callable[[], None]
) -> None:
    own = tmp_path / "z.ttl"
    own.write_text(OWN.replace("Ruritanien", "Graustark").replace("actor:ruritania", "actor:graustark"), "utf-8")
    first = loaded(own)
    unread()
    assert len(first.actors) == 2
    assert loaded(own.rename(tmp_path / "zz.ttl")) == first


def test_a_changed_file_is_noticed_even_with_the_same_size_and_time(shipped: Path) -> None:
    path = shipped / "own.ttl"
    before, stat = loaded(), path.stat()
    path.write_text(OWN.replace("ruritanisch", "ruritanesch"), "utf-8")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert path.stat().st_size == stat.st_size
    assert loaded() != before


def test_a_new_file_is_noticed(shipped: Path) -> None:
    before = loaded()
    (shipped / "more.ttl").write_text(OWN.replace("actor:ruritania", "actor:graustark"), "utf-8")
    assert len(loaded().actors) == len(before.actors) + 1


def test_a_file_that_moves_among_the_shipped_ones_is_checked_as_one(shipped: Path, tmp_path: Path) -> None:
    own = tmp_path / "ontologies-own.ttl"  # before and after, it stands behind the other one
    own.write_text(OWN, "utf-8")
    loaded(own)
    own.rename(shipped / "z.ttl")
    with pytest.raises(VocabularyError, match=r"ruritania: .* stands more than once \(own\.ttl, z\.ttl\)"):
        loaded()


def test_another_version_reads_anew(place: Path, shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded()
    monkeypatch.setattr(cache, "package_version", lambda: "9.9.9")
    loaded()
    assert len(list(place.iterdir())) == 2


def other(path: Path) -> bytes:
    """What was written for other files, under the name of these."""
    return b"\n".join([cache.sealed(path.with_name("vocabulary-other.json"), b"[]"), b"[]"])


GARBAGE: list[tuple[str, Callable[[Path], bytes]]] = [
    ("nothing", lambda path: b""),
    ("text", lambda path: b"hello"),
    ("bytes", lambda path: bytes(range(256)) * 100),
    ("half", lambda path: path.read_bytes()[: path.stat().st_size // 2]),
    ("one letter", lambda path: path.read_bytes().replace(b"Ruritanien", b"Ruritanian")),
    ("pickle", lambda path: b"cos\nsystem\n(S'touch owned'\ntR."),
    ("other JSON", lambda path: json.dumps([[1, 2, 3]]).encode()),
    ("other files", other),
    ("sealed, but no JSON", lambda path: cache.sealed(path, b"[[") + b"\n[["),
    ("sealed, but another shape", lambda path: cache.sealed(path, b"[{},[],[],[],[],[7]]") + b"\n[{},[],[],[],[],[7]]"),
    ("sealed, but too deep", lambda path: cache.sealed(path, b"[" * 100_000) + b"\n" + b"[" * 100_000),
]


@pytest.mark.parametrize("garbage", [make for _, make in GARBAGE], ids=[name for name, _ in GARBAGE])
def test_what_is_not_as_it_was_written_is_ignored_and_written_anew(
    place: Path, shipped: Path, garbage: Callable[[Path], bytes]
) -> None:
    first = loaded()
    (path,) = place.iterdir()
    good = path.read_bytes()
    path.write_bytes(garbage(path))
    assert loaded() == first
    assert path.read_bytes() == good


def test_a_folder_in_the_place_of_the_file_is_no_error(place: Path, shipped: Path) -> None:
    first = loaded()
    (path,) = place.iterdir()
    path.unlink()
    path.mkdir()
    assert loaded() == first


def test_what_breaks_a_rule_is_never_kept(place: Path, shipped: Path) -> None:
    (shipped / "own.ttl").write_text(OWN.replace("skos:prefLabel", "skos:altLabel"), "utf-8")
    for _ in range(2):
        with pytest.raises(VocabularyError, match=r"has no skos:prefLabel"):
            loaded()
    assert not place.exists()


@pytest.mark.parametrize("taken", ["cache", "cache/diplokg"])
def test_a_cache_folder_that_cannot_be_made_is_no_error(tmp_path: Path, shipped: Path, taken: str) -> None:
    file = tmp_path / taken
    file.parent.mkdir(exist_ok=True)
    file.write_text("a file where the folder would be", "utf-8")
    assert loaded() == loaded()
    assert file.is_file()


def test_a_cache_folder_that_may_not_be_written_is_no_error(place: Path, shipped: Path) -> None:
    place.mkdir(parents=True, mode=0o500)
    assert loaded() == loaded()


def test_without_a_home_nothing_is_kept(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", homeless)
    monkeypatch.setattr(cache.sys, "platform", "linux")
    assert cache.folder() is None
    assert loaded() == loaded()


@pytest.mark.parametrize(
    ("platform", "named", "folder"),
    [
        ("linux", "", ".cache"),
        ("linux", "relative", ".cache"),
        ("darwin", "", "Library/Caches"),
        ("win32", "", "AppData/Local"),
    ],
)
def test_the_cache_lies_where_the_platform_keeps_caches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, named: str, folder: str
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", named)
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr(cache.sys, "platform", platform)
    assert cache.folder() == tmp_path / folder / "diplokg"


def test_only_the_last_few_files_stay(place: Path, shipped: Path) -> None:
    for number in range(cache.KEPT + 3):
        (shipped / "own.ttl").write_text(f"{OWN}# {number}", "utf-8")
        loaded()
    assert len(list(place.iterdir())) == cache.KEPT


def test_two_processes_at_once_write_one_whole_file(place: Path, root: Path) -> None:
    command = [sys.executable, "-c", COUNT]
    running = [subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    counts = {process.communicate(timeout=120)[0].strip() for process in running}
    assert counts == {str(len(load.read(sources([load.ontologies()])).actors))}
    (path,) = place.iterdir()
    assert cache.recalled(path) is not None
