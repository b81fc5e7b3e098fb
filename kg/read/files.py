"""Which files a path stands for, and their bytes."""

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from kg.errors import InputError
from kg.output import shown

OnError = Callable[[InputError], None]
OnNote = Callable[[str], None]

MAX_BYTES = 5_000_000  # an article has about 5 kB and a long report 1 MB; more is a dump of many, or no text at all
KINDS_NAMED = 8  # of the files that are left out
MEND = "name each table, web archive or .xml itself to have it read, and save other texts as .txt."


def files(source: str | Path, walked: Callable[[Path], bool], on_error: OnError, on_note: OnNote) -> Iterator[Path]:
    """The file at a path, or those of a folder and below it that are `walked`, sorted by name.

    `on_note` is told how many of the others there are.

    In a folder hidden files are passed over, and links that lead out of it, so that a folder from elsewhere
    cannot pull in what its sender must not see.
    """
    try:
        if Path(source).is_dir():
            yield from walk(Path(source), walked, on_error, on_note)
        else:
            yield named(source)
    except OSError as error:
        on_error(InputError(reason(error), shown(source)))
    except ValueError as error:
        on_error(InputError(str(error), shown(source)))


def named(source: str | Path) -> Path:
    """The file itself. Raises `ValueError` if there is none."""
    if not os.path.lexists(source):
        raise ValueError("there is no such file or folder; check the path.")
    return Path(source)


def walk(root: Path, walked: Callable[[Path], bool], on_error: OnError, on_note: OnNote) -> Iterator[Path]:
    """The files below a folder that are walked. Raises `ValueError` if there are none."""
    found, others = False, Counter[str]()
    closed: list[OSError] = []
    for folder, folders, names in os.walk(root, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            file = Path(folder, name)
            if not walked(file):
                others[suffix(file)] += 1
            elif within(file, root):
                found = True
                yield file
    for error in closed:
        on_error(InputError(reason(error), shown(error.filename)))
    if not found and not closed:
        only = f", only {listed(others)}; {MEND}" if others else "; put files into it that are read, .txt for example."
        raise ValueError(f"no article lies in this folder{only}")
    if others:
        on_note(f"{shown(root)}: left out of this folder: {listed(others)}; {MEND}")


def suffix(file: Path) -> str:
    return "".join(file.suffixes[-2:] if file.suffix == ".gz" else file.suffixes[-1:]).lower()


def listed(others: Counter[str]) -> str:
    """For example `12 .csv, 1 .docx`, the most frequent first."""
    some = [f"{number} {shown(kind) or 'without a suffix'}" for kind, number in others.most_common(KINDS_NAMED)]
    return ", ".join(some if len(others) <= KINDS_NAMED else [*some, "…"])


def within(file: Path, root: Path) -> bool:
    return Path(os.path.realpath(file)).is_relative_to(os.path.realpath(root))


def content(path: Path, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file of at most so many."""
    try:
        require_file(path)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise InputError(reason(error), shown(path)) from error
    if len(data) > limit:
        raise InputError(f"larger than {limit // 1_000_000} MB; split it into one file an article.", shown(path))
    return data


def require_file(path: Path) -> None:
    """Raises `InputError` for what is no file, and `OSError`."""
    if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for ever
        raise InputError("this is a device or a pipe; save its content as a file.", shown(path))


def reason(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return "there is no such file, or a link leads nowhere; check the path."
        case PermissionError():
            return "reading it is not permitted; give yourself the right to (chmod u+r, for folders u+rx)."
        case _:
            return f"the system cannot read it ({error.strerror}); check the path and the disk."
