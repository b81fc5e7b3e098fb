"""The chain of speakers above a word, the innermost first."""

import pytest

from kg.model import Document
from kg.pipeline import Reader

NESTED = "Nach Angaben der Agentur Reuters sagte die Ministerin Renate Kern, Norwegen lehne die Zölle auf Fisch ab."
PASSED_ON = "Die Ministerin Renate Kern sagte laut Reuters, Norwegen lehne die Zölle ab."


@pytest.mark.parametrize(
    ("text", "word", "speakers"),
    [
        ("Norwegen lehnt die Zölle ab.", "Zölle", []),
        ("Die Ministerin Renate Kern sagte, Norwegen lehne die Zölle ab.", "Zölle", ["Renate Kern"]),
        ("Die Ministerin Renate Kern sagte, Norwegen lehne die Zölle ab.", "sagte", []),
        ("»Norwegen lehnt die Zölle ab«, sagte die Ministerin Renate Kern.", "Zölle", ["Renate Kern"]),
        (NESTED, "Zölle", ["Renate Kern", "Reuters"]),
        (PASSED_ON, "Zölle", ["Renate Kern", "Reuters"]),
    ],
)  # fmt: skip
def test_the_innermost_speaker_goes_first(german: Reader, text: str, word: str, speakers: list[str]) -> None:
    reading = german.read(Document(text, "x", language="de"))
    token = next(token for token in reading.doc if token.text == word)
    found = [owner.party.name for owner in reading.attribution.owners(token) if owner.party is not None]
    assert found == speakers
