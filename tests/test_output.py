"""Files that are written whole or not at all."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import InputError, OutputError
from kg.output import require_place, write


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def broken_off() -> Iterator[bytes]:
    yield b"half"
    raise InputError("no more")


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    for content in (b"one", b"two"):
        write(tmp_path / "a", [content, b"\n"])
        assert (tmp_path / "a").read_bytes() == content + b"\n"
    assert names(tmp_path) == ["a"]


@pytest.mark.parametrize("before", [None, b"old"])
def test_what_breaks_off_leaves_everything_as_it_was(tmp_path: Path, before: bytes | None) -> None:
    if before:
        (tmp_path / "a").write_bytes(before)
    with pytest.raises(InputError):
        write(tmp_path / "a", broken_off())
    assert names(tmp_path) == (["a"] if before else [])
    assert not before or (tmp_path / "a").read_bytes() == before


def test_the_rights_are_those_of_any_new_file_or_of_the_one_replaced(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    write(tmp_path / "a", [b"one"])
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "other").stat().st_mode
    (tmp_path / "a").chmod(0o640)
    write(tmp_path / "a", [b"two"])
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    write(tmp_path / "a", [b"one"])
    assert (tmp_path / "a").is_symlink()
    assert (tmp_path / "b").read_bytes() == b"one"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_full_device_is_reported_and_still_a_device() -> None:
    with pytest.raises(OutputError, match=r"^/dev/full: it cannot be written \(No space left on device\); free some"):
        write("/dev/full", [b"one"])
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    write(tmp_path / "pipe", [b"one"])
    assert os.read(reader, 10) == b"one"
    os.close(reader)


@pytest.mark.parametrize("place", ["missing/a", "file/a", "folder", "a" * 300])
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError) as raised:
        write(tmp_path / place, [b"one"])
    assert str(tmp_path / place) in str(raised.value)
    assert names(tmp_path) == ["file", "folder"]


@pytest.mark.parametrize(
    ("place", "says"),
    [("missing/a", "its folder does not exist"), ("file/a", "its folder does not exist"), ("folder", "is a folder")],
)
def test_a_wrong_place_is_known_before_the_work(tmp_path: Path, place: str, says: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError, match=says):
        require_place(tmp_path / place)
    require_place(tmp_path / "new")
    require_place(tmp_path / "file")
