"""The shipped pipeline, loaded once."""

from collections.abc import Callable
from datetime import date

import pytest

from kg.model import Document, Position
from kg.pipeline import Reader, reader

Extract = Callable[[str], tuple[Position, ...]]


@pytest.fixture(scope="session")
def german() -> Reader:
    return reader("de")


@pytest.fixture(scope="session")
def positions(german: Reader) -> Extract:
    """The positions of a text that was published on 17 December 2025."""

    def extract(text: str) -> tuple[Position, ...]:
        document = Document(text, "text", language="de", published=date(2025, 12, 17))
        return german.extract(document).positions

    return extract
