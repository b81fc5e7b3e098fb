"""The folder that a server has its copies in, and those that killed servers have left.

Whose folder it is says a lock on a file in it, which ends with the server, however it ends.
"""

import glob
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PREFIX = "kg-serve-"
LOCK = "server.lock"


@contextmanager
def scratch(store: Path | None = None) -> Iterator[Path]:
    """A folder on the disk of the store, where links can be made; elsewhere, if nothing may be written there."""
    with made(store) as name, held(Path(name)):
        yield Path(name)


def made(store: Path | None) -> "tempfile.TemporaryDirectory[str]":
    if store:
        with suppress(OSError):
            return tidied(store.absolute().parent, f".{store.absolute().name}.{PREFIX}")
    return tidied(Path(tempfile.gettempdir()), PREFIX)


def tidied(home: Path, prefix: str) -> "tempfile.TemporaryDirectory[str]":
    """A new folder there, and no more of those that nobody has."""
    for left in home.glob(f"{glob.escape(prefix)}*"):
        if abandoned(left / LOCK):
            shutil.rmtree(left, ignore_errors=True)
    return tempfile.TemporaryDirectory(prefix=prefix, dir=home)


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """The lock has its name only when it is held: another server that starts must not come between."""
    new = folder / "new.lock"
    with new.open("wb") as file:
        with suppress(ImportError, OSError):
            lock(file.fileno())
            new.rename(folder / LOCK)
        yield


def abandoned(place: Path) -> bool:
    """Whether a server that has ended held it. Where there are no such locks nobody can tell."""
    try:
        with place.open("rb+") as file:
            lock(file.fileno())
    except (ImportError, OSError):
        return False
    return True


def lock(file: int) -> None:
    """Raises `OSError` if another has it, and `ImportError` on Windows."""
    import fcntl

    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
