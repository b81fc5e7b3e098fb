"""What was read from Turtle is kept as plain data in the user's cache folder, for the next start of the program.

Nothing depends on it: a file that is missing, broken or not ours is made anew, and where none can be written the
vocabulary is only read more slowly. A file is named by all that its content follows from, so it is never out of date.
"""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import sha256
from itertools import chain
from pathlib import Path

from kg.output import replace
from kg.version import package_version
from kg.vocabulary.entries import Vocabulary
from kg.vocabulary.plain import restored, written
from kg.vocabulary.sources import Source

KEPT = 8  # files; each other set of the user's own files makes one, and so does each change of one
MAX_SIZE = 200_000_000  # bytes; a vocabulary is far smaller, and what is larger is not read into memory


def remembered(sources: Sequence[Source], shipped: Path, read: Callable[[], Vocabulary]) -> Vocabulary:
    """The vocabulary of these files: as it was kept, or read and then kept."""
    place = folder()
    if place is None:
        return read()
    path = place / f"vocabulary-{fingerprint(sources, shipped)}.json"
    return recalled(path) or keep(path, read())


def fingerprint(sources: Sequence[Source], shipped: Path) -> str:
    """A hash of the files, of which are shipped, of the code that reads them, and of the version of the package."""
    digest = sha256(package_version().encode())
    code = (path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    ours = (b"%d" % source.path.is_relative_to(shipped) for source in sources)
    for part in chain(code, ours, (source.content for source in sources)):
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()[:32]


def folder() -> Path | None:
    """Where the platform keeps what can be made anew; None: nobody's home is known."""
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    try:
        return (named if named.is_absolute() else usual()) / "diplokg"  # a relative one is to be ignored, says XDG
    except RuntimeError:
        return None


def usual() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache")


def recalled(path: Path) -> Vocabulary | None:
    """What a file holds, if it is there and as it was written: its first line is the hash of its name and the rest."""
    try:
        if not path.is_file() or path.stat().st_size > MAX_SIZE:
            return None
        seal, _, text = path.read_bytes().partition(b"\n")
        return restored(text) if seal == sealed(path, text) else None
    except (OSError, ValueError, TypeError, LookupError, RecursionError):  # written by no program of ours
        return None


def keep(path: Path, vocabulary: Vocabulary) -> Vocabulary:
    """The vocabulary itself, written down if that can be done."""
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        text = written(vocabulary)
        replace(path, [sealed(path, text), b"\n", text])
        tidy(path.parent)
    return vocabulary


def sealed(path: Path, text: bytes) -> bytes:
    return sha256(path.name.encode() + b"\n" + text).hexdigest().encode()


def tidy(place: Path) -> None:
    """Only the files that were written last stay."""
    ages = sorted(place.glob("vocabulary-*.json"), key=lambda path: path.stat().st_mtime)
    for path in ages[:-KEPT]:
        path.unlink(missing_ok=True)
