"""Files that are written whole or not at all."""

import errno
import os
import secrets
import stat
from collections.abc import Iterable
from pathlib import Path

from kg.errors import OutputError


def write(path: str | Path, chunks: Iterable[bytes]) -> None:
    """Put the chunks into a file, one after the other as they come.

    They are collected beside it under a hidden name, and take its place when all are on the disk; if anything fails
    before, what stood there is untouched. A link is followed; a device or a pipe, which cannot be replaced (renaming
    a file to /dev/null would end it for the whole machine), is written to directly.

    Raises `OutputError`, and `BrokenPipeError` if the reader of a pipe has left.
    """
    try:
        if special(path):
            with Path(path).open("wb") as device:
                device.writelines(chunks)
        else:
            replace(Path(os.path.realpath(path)), chunks)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"{shown(path)}: it cannot be written ({error.strerror}); {mend(error)}.") from error


def special(path: str | Path) -> bool:
    """Whether a device, a pipe or a folder stands there; the path is not resolved, for /dev/stdout leads to no name."""
    place = Path(path)
    return place.exists() and not stat.S_ISREG(place.stat().st_mode)


def replace(target: Path, chunks: Iterable[bytes]) -> None:
    temporary = target.with_name(f".kg-{secrets.token_hex(8)}.part")
    try:
        with temporary.open("xb") as file:
            if target.exists():
                temporary.chmod(stat.S_IMODE(target.stat().st_mode))
            file.writelines(chunks)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def require_place(path: str | Path) -> None:
    """Raise the `OutputError` that writing would raise, as far as it can be told before long work has begun."""
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise OutputError(f"{shown(path)}: this is a folder; name a file in it.")
    if special(path):
        return
    if not target.parent.is_dir():
        raise OutputError(f"{shown(path)}: its folder does not exist; create it or name another place.")
    if not os.access(target if target.exists() else target.parent, os.W_OK):
        raise OutputError(f"{shown(path)}: writing there is not permitted; name another place.")


def mend(error: OSError) -> str:
    return "free some space" if error.errno in (errno.ENOSPC, errno.EDQUOT) else "name another place"


def shown(path: str | Path) -> str:
    """A path as it stands in a message: on one line, whatever bytes its name is made of."""
    text = str(path)
    return text if text.isprintable() else ascii(text)
