"""The Turtle files of a vocabulary, each read once, so that what is hashed is what is parsed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import VocabularyError


@dataclass(frozen=True)
class Source:
    path: Path
    content: bytes = field(repr=False)


def sources(folders: Iterable[Path]) -> list[Source]:
    """Every file in the order of the paths; one that is reached twice counts once."""
    found = {path.resolve(): path for folder in reversed([*folders]) for path in files(folder)}
    return [Source(path, content(path)) for path in sorted(found.values())]


def under(folders: Iterable[Path], found: Iterable[Source]) -> list[Source]:
    """Those of the sources that lie in the folders."""
    places = {path.resolve() for folder in folders for path in files(folder)}
    return [source for source in found if source.path.resolve() in places]


def files(folder: Path) -> list[Path]:
    """The Turtle files of a folder, or the file itself; `shapes.ttl` constrains graphs and is no vocabulary."""
    found = [folder] if folder.is_file() else sorted(folder.rglob("*.ttl"))
    if not found:
        raise VocabularyError(f"{folder}: no Turtle file (.ttl) is there; check the path.")
    return [path for path in found if path.name != "shapes.ttl"]


def content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise VocabularyError(f"{path}: not readable as Turtle ({error}); mend the file.") from error
