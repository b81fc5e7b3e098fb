"""The stored queries: the `.rq` files of this folder.

The first comment line says what a query answers; each further one, `# actor: …` or `# issue (optional): …`, names a
variable that takes a value. Such a variable is named after SELECT too, which is what makes the engine substitute it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from kg.errors import QueryError

NAME = re.compile(r"[a-z][a-z0-9-]*")
PARAMETER = re.compile(r"(\w+)( \(optional\))?: (.+)")


@dataclass(frozen=True)
class Parameter:
    """What a stored query can be given."""

    name: str
    optional: bool
    about: str


@dataclass(frozen=True)
class Stored:
    name: str
    text: str
    answers: str
    parameters: tuple[Parameter, ...]


def names() -> list[tuple[str, str]]:
    """(name, what it answers) of every stored query, in the order of their names."""
    return [(query.name, query.answers) for query in every().values()]


def is_name(text: str) -> bool:
    """Whether a text is meant as a name: no SPARQL query is one word."""
    return NAME.fullmatch(text.strip()) is not None


def stored(name: str) -> Stored:
    """Raises `QueryError` with the names that there are."""
    if found := every().get(name.strip()):
        return found
    near = get_close_matches(name.lower(), every(), n=1)
    hint = f"did you mean {near[0]}? The names are" if near else "name one of"
    raise QueryError(f"No stored query is called {name!r}; {hint} {', '.join(every())}.")


def check_given(query: Stored, given: Iterable[str]) -> None:
    """Raise `QueryError` for a value that is missing or that the query has no use for."""
    known, got = {parameter.name for parameter in query.parameters}, set(given)
    takes = ", ".join(f"{one.name} ({one.about})" for one in query.parameters) or "no values"
    for name in sorted(got - known):
        raise QueryError(f"{query.name} has no {name!r}; it takes {takes}.")
    for parameter in query.parameters:
        if parameter.name not in got and not parameter.optional:
            raise QueryError(f"{query.name} needs {parameter.name}: {parameter.about}.")


@lru_cache(maxsize=1)
def every() -> dict[str, Stored]:
    return {path.stem: parse(path) for path in sorted(Path(__file__).parent.glob("*.rq"))}


def parse(path: Path) -> Stored:
    text = path.read_text(encoding="utf-8")
    comments = [line.lstrip("# ") for line in text.splitlines() if line.startswith("#")]
    found = (PARAMETER.fullmatch(line) for line in comments[1:])
    parameters = tuple(Parameter(one[1], one[2] is not None, one[3]) for one in found if one)
    return Stored(path.stem, text, comments[0], parameters)
