"""Common nouns and titles that name a holder, each in a sentence of its own. They stand in `actors.txt`."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.recognise.conftest import Extract

ACTORS = Path(__file__).with_name("actors.txt")


def rows() -> Iterator[tuple[str, str, str]]:
    """The language, as the last heading says it; the holder; the sentence."""
    language = ""
    for line in ACTORS.read_text("utf-8").splitlines():
        if line.startswith("# "):
            language = {"German": "de", "English": "en"}.get(line[2:].partition(":")[0], language)
        elif line:
            holder, sentence = line.split("\t")
            yield language, holder, sentence


@pytest.mark.parametrize(("language", "holder", "sentence"), list(rows()))
def test_the_noun_holds_the_position(positions: Extract, language: str, holder: str, sentence: str) -> None:
    assert [position.holder.name for position in positions(sentence, language)] == [holder]
