"""What failed and why, one JSON object a line, for whoever reads a corpus of thousands."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import KgError, OutputError
from kg.output import mend, shown
from kg.read import LanguageError

Noted = Callable[[KgError], None]


@contextmanager
def noted(path: Path | None) -> Iterator[Noted]:
    """What writes an error into the file as it comes, one whole line each; without a path it does nothing.

    The file is that of this run: what failed before and is not known yet fails again. Raises `OutputError`.
    """
    if path is None:
        yield lambda error: None
        return
    try:
        with path.open("w", encoding="utf-8") as file:

            def note(error: KgError) -> None:
                if not file.closed:  # when it is told that the file itself cannot be written
                    file.write(json.dumps(record(error), ensure_ascii=False) + "\n")
                    file.flush()

            yield note
    except OSError as error:
        raise OutputError(f"{shown(path)}: it cannot be written ({error.strerror}); {mend(error)}.") from error


def record(error: KgError) -> dict[str, str | bool | None]:
    """`skipped`: it is in a language that is not read, which is no failure."""
    return {"source": error.source, "reason": error.sentence, "skipped": isinstance(error, LanguageError)}
