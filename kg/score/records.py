"""Gold documents and predictions as values that can be compared."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.output import shown
from kg.vocabulary import load_vocabulary

LONGEST_TARGET = 16  # words; a longer one is a sentence, which would hold every key by chance

Name = tuple[str, ...]  # its words, case-folded


@dataclass(frozen=True)
class Record:
    """A position as it is scored. A prediction has one stance and no `keys`, and is never `optional`."""

    holder: frozenset[Name]
    side: frozenset[Name]
    stances: tuple[str, ...]  # the best first
    target: str  # case-folded; of a prediction all its names, one a line
    shown: str
    keys: tuple[tuple[str, ...], ...] = ()  # groups of word stems, of each of which the target must hold one
    optional: bool = False


@dataclass(frozen=True)
class GoldDocument:
    language: str
    records: tuple[Record, ...]


def read_gold(folder: Path) -> dict[str, GoldDocument]:
    """The documents in `*.json` of a folder, by id, as the annotation guideline describes them.

    Raises `InputError` that names the file.
    """
    documents: dict[str, GoldDocument] = {}
    for path in sorted(folder.glob("*.json")):
        with blaming(path):
            data = json.loads(path.read_text("utf-8"))
            documents[data["id"]] = GoldDocument(data["lang"], tuple(gold(each) for each in data["positions"]))
    if not documents:
        raise InputError(f"{shown(folder)}: no gold documents (*.json) lie there; name a folder that has some.")
    return documents


def read_predictions(path: Path, known: Mapping[str, GoldDocument]) -> dict[str, list[Record]]:
    """The lines of `kg extract --jsonl`, by document id. Raises `InputError` that names the line."""
    predictions: dict[str, list[Record]] = {}
    for place, line in lines(path):
        with blaming(path, place):
            data = json.loads(line)
            if data["id"] not in known:
                raise ValueError(f"no gold document has the id {data['id']!r}")
            predictions.setdefault(data["id"], []).append(prediction(data))
    return predictions


def lines(path: Path) -> Iterator[tuple[str, str]]:
    """The lines that are not empty, each with its place for `blaming`. Raises `InputError`."""
    with blaming(path):
        every = path.read_text("utf-8").split("\n")
    yield from ((f", line {number}", line) for number, line in enumerate(every, 1) if line.strip())


@contextmanager
def blaming(path: Path, line: str = "") -> Iterator[None]:
    """Turn what malformed data raises into an error that names the place."""
    try:
        yield
    except OSError as error:
        raise InputError(f"{shown(path)}: it cannot be read ({error.strerror}); check the path.") from error
    except KeyError as error:
        raise InputError(f"{shown(path)}{line}: {error} is missing.") from error
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise InputError(f"{shown(path)}{line}: it is malformed ({error}).") from error


def gold(data: Mapping[str, Any]) -> Record:
    given = stances(data["stance"])
    return Record(
        holder=holder(data, "holder_alt"),
        side=names(data.get("side"), data.get("side_alt")),
        stances=given,
        target=data["target"].casefold(),
        shown=f"{data['holder']} – {'/'.join(given)} – {data['target']}",
        keys=tuple(tuple(key.casefold() for key in group) for group in data["target_keys"]),
        optional=data["optional"] or given[0] == "states",
    )


def prediction(data: Mapping[str, Any]) -> Record:
    require(data, str, "id", "holder", "stance", "target")
    require(data, list, "holder_names", "side_names", "target_names")
    require(data, str | None, "side")
    targets = [name for name in (data["target"], *data["target_names"]) if len(name.split()) <= LONGEST_TARGET]
    return Record(
        holder=holder(data, "holder_names"),
        side=names(data["side"], data["side_names"]),
        stances=stances([data["stance"]]),
        target="\n".join(targets).casefold(),
        shown=f"{data['holder']} – {data['stance']} – {data['target']}",
    )


def require(data: Mapping[str, Any], kind: Any, *fields: str) -> None:
    if wrong := [field for field in fields if not isinstance(data[field], kind)]:
        raise ValueError(f"wrong type of {', '.join(wrong)}")


def stances(given: Iterable[str]) -> tuple[str, ...]:
    given = tuple(given)
    known = {stance.name for stance in load_vocabulary().stances.values()}
    if not given or not known.issuperset(given):
        raise ValueError(f"the stance must be one of {', '.join(sorted(known))}, not {'/'.join(given)!r}")
    return given


def holder(data: Mapping[str, Any], others: str) -> frozenset[Name]:
    found = names(data["holder"], data.get(others))
    if not found:
        raise ValueError("no holder")
    return found


def names(main: str | None, others: Iterable[str] | None) -> frozenset[Name]:
    """The words of every name; names without words are none."""
    every = [*([main] if main else []), *(others or [])]
    return frozenset(tuple(re.findall(r"\w+", name.casefold())) for name in every) - {()}
