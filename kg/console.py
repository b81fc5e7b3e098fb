"""What the command line says beside its results: faults, what was skipped, how far it is. All of it on stderr."""

import contextlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import TypeVar

from kg.errors import InputError, KgError, OutputError
from kg.read import LanguageError

T = TypeVar("T")
CLEAR = "\r\x1b[K"
FEW = 5  # texts in other languages that are told of one by one; of a crawl of the web there are millions


class Console:
    """Counts as it goes, for the summary and the exit status."""

    def __init__(self) -> None:
        self.documents = self.found = 0
        self.skipped = self.failed = self.doubled = 0  # in another language, with a fault, the same as another
        self.noted: Callable[[KgError], None] = lambda error: None  # writes down what failed
        self._start = monotonic()

    def fault(self, error: KgError) -> None:
        """Say what went wrong. A text in another language is passed over, which is no failure."""
        if isinstance(error, LanguageError):
            self.skipped += 1
        else:
            self.failed += 1
        if not isinstance(error, LanguageError) or self.skipped <= FEW:
            self.say(f"kg: {error}")
        elif self.skipped == FEW + 1:
            self.say("kg: more texts are in languages that are not read; from here on they are only counted.")
        self.noted(error)

    def double(self, document: str, other: str) -> None:
        """Say that an article has come before."""
        self.doubled += 1
        self.note(f"{document} is the same article as {other}; it counts once.")

    def note(self, sentence: str) -> None:
        """Say what the user may not have expected, and what is no failure."""
        self.say(f"kg: {sentence}")

    def required(self, results: Iterable[T]) -> Iterator[T]:
        """What was found in each document. Raises `InputError` if there was none: nothing is written then."""
        for result in results:
            self.documents += 1
            yield result
        if not self.documents:
            some = "no text could be read" if self.failed or not self.skipped else "every text was passed over"
            raise InputError(f"{some}; nothing is written.")

    def counted(self, results: Iterable[T], size: Callable[[T], int]) -> Iterator[T]:
        """The same, counted for the summary and shown as progress."""
        for result in self.required(results):
            self.found += size(result)
            self.progress()
            yield result

    def summary(self, noun: str, place: str | None = None) -> None:
        counts = {"skipped": self.skipped, "failed": self.failed, "doubled": self.doubled}
        others = ", ".join(f"{count} {why}" for why, count in counts.items() if count)
        left_out = f" ({others})" if others else ""
        arrow = f" → {place}" if place else ""
        self.say(f"{number(self.documents, 'document')}, {number(self.found, noun)}{left_out}{arrow}")

    def progress(self) -> None:
        if sys.stderr and sys.stderr.isatty():
            rate = self.documents / max(monotonic() - self._start, 0.001)
            line = f"{number(self.documents, 'document')}, {self.found} found, {rate:.1f} documents a second …"
            sys.stderr.write(CLEAR + line)
            sys.stderr.flush()

    def say(self, sentence: str) -> None:
        if sys.stderr:  # None if the caller closed it; that nobody listens is no failure
            with contextlib.suppress(OSError):
                print((CLEAR if sys.stderr.isatty() else "") + sentence, file=sys.stderr, flush=True)


def number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def out(texts: Iterable[str]) -> None:
    """Results to stdout, each as it comes. Raises `BrokenPipeError` if the reader left, `OutputError` otherwise."""
    if not sys.stdout:
        raise OutputError("standard output: it is closed; write to a file.")
    try:
        for text in texts:
            sys.stdout.write(text)
            sys.stdout.flush()
    except OSError as error:
        silence()
        if isinstance(error, BrokenPipeError):
            raise
        raise OutputError(f"standard output: it cannot be written ({error.strerror}); write to a file.") from error


def silence() -> None:
    """Let what is still buffered go nowhere: Python would try to write it once more when it ends, and complain."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def speak_utf8() -> None:
    """JSON, CSV and Turtle are UTF-8 whatever the locale says; a message may lose a character, but not fail."""
    for stream, errors in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=errors)
