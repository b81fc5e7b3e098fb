"""Looking names up takes time that is linear in the text."""

import time

import pytest
import spacy
from spacy.tokens import Doc

from kg.find.gazetteer import Gazetteer
from kg.vocabulary import load_vocabulary

TEXT = (
    "Russland und die Vereinigten Staaten verhandeln in Genf, sagte Außenminister Sergej Lawrow der Nachrichtenagentur "
    "Reuters. Der Hohe Rat, die Republik und die Demokratische Volkspartei der Republik widersprachen in Moskau.\n"
)
WORDS = 2_000
TIMES = 16
ROUNDS = 3


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer(load_vocabulary(), "de")


def seconds_a_word(gazetteer: Gazetteer, doc: Doc) -> float:
    times = []
    for _ in range(ROUNDS):
        started = time.process_time()
        assert len(list(gazetteer.find(doc))) > len(doc) / 50
        times.append(time.process_time() - started)
    return min(times) / len(doc)


def test_names_are_looked_up_in_linear_time(gazetteer: Gazetteer) -> None:
    blank = spacy.blank("de")
    blank.max_length = 10_000_000
    once = len(blank(TEXT))
    short, long = (blank(TEXT * (words // once)) for words in (WORDS, WORDS * TIMES))
    assert seconds_a_word(gazetteer, long) < 2 * seconds_a_word(gazetteer, short)
