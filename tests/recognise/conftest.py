"""The shipped pipelines, loaded once."""

from datetime import date
from typing import Protocol

import pytest

from kg.model import Document, Position
from kg.pipeline import Reader, reader


class Extract(Protocol):
    def __call__(self, text: str, language: str = "de") -> tuple[Position, ...]: ...


@pytest.fixture(scope="session")
def german() -> Reader:
    return reader("de")


@pytest.fixture(scope="session")
def positions() -> Extract:
    """The positions of a text that was published on 17 December 2025."""

    def extract(text: str, language: str = "de") -> tuple[Position, ...]:
        document = Document(text, "text", language=language, published=date(2025, 12, 17))
        return reader(language).extract(document).positions

    return extract
