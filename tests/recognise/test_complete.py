"""Through whom a position is known, how sure the text is, and of which day it is. Persons are invented."""

from datetime import date

import pytest

from tests.recognise.conftest import Extract

FISH = "Norwegen lehne die Zölle auf Fisch ab"


def via(positions: Extract, text: str) -> list[str]:
    (position,) = positions(text)
    return [hop.party.name for hop in position.via]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Norwegen lehnt die Zölle auf Fisch ab.", []),
        ("Laut Reuters lehnt Norwegen die Zölle auf Fisch ab.", ["Reuters"]),
        (f"{FISH}, sagte die Ministerin Renate Kern.", ["Renate Kern"]),
        ("»Ich lehne die Zölle auf Fisch ab«, sagte die Ministerin Renate Kern.", []),
        ("»Ich lehne die Zölle auf Fisch ab«, sagte die Ministerin Renate Kern der Agentur Reuters.", ["Reuters"]),
        (f"{FISH}, sagte die Ministerin Renate Kern laut Reuters.", ["Renate Kern", "Reuters"]),
    ],
)
def test_the_chain_begins_next_to_the_holder(positions: Extract, text: str, chain: list[str]) -> None:
    assert via(positions, text) == chain


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("Norwegen lehnt die Zölle auf Fisch ab.", "asserted"),
        ("Laut Reuters lehnt Norwegen die Zölle auf Fisch ab.", "reported"),
        (
            "»Ich lehne die Zölle auf Fisch ab«, sagte die Ministerin Renate Kern in einem Interview mit Reuters.",
            "asserted",
        ),
        ("Norwegen dürfte die Zölle auf Fisch ablehnen.", "speculative"),
        ("Dies könnte darauf hindeuten, Schweden unterstütze die Zölle auf Fisch.", "speculative"),
    ],
)
def test_the_text_may_assert_report_or_guess(positions: Extract, text: str, factuality: str) -> None:
    assert [position.factuality for position in positions(text)] == [factuality]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Norwegen lehnt die Zölle auf Fisch ab.", "narrated"),
        ("Die Ministerin Renate Kern sagte, sie lehne die Zölle auf Fisch ab.", "indirect"),
        ("»Ich lehne die Zölle auf Fisch ab«, sagte die Ministerin Renate Kern.", "direct"),
    ],
)
def test_the_mode_is_that_of_the_innermost_words(positions: Extract, text: str, mode: str) -> None:
    assert [position.mode for position in positions(text)] == [mode]


def test_an_answer_is_known_through_the_medium_of_the_interview(positions: Extract) -> None:
    text = (
        "»Ich lehne die Zölle auf Fisch ab«, sagte die Ministerin Renate Kern der Agentur Reuters. "
        "Auf die Frage, ob sie bereit sei, dem Bau eines Hafens zuzustimmen, "
        "antwortete die Ministerin Renate Kern: »Nein.«"
    )
    assert [(each.stance, [hop.party.name for hop in each.via]) for each in positions(text)] == [
        ("opposes", ["Reuters"]),
        ("opposes", ["Reuters"]),
    ]


def test_the_day_is_that_of_the_sentence(positions: Extract) -> None:
    first, second = positions("Norwegen lehnte am Dienstag die Zölle ab. Schweden lehnt die Zölle auf Fisch ab.")
    assert (first.date, second.date) == (date(2025, 12, 16), None)


def test_what_is_said_twice_in_a_sentence_is_one_position(positions: Extract) -> None:
    text = "Norwegen lehnt Zölle ab, und Norwegen lehnt Zölle ab."
    assert len(positions(text)) == 1


def test_a_minister_speaks_for_the_state(positions: Extract) -> None:
    (position,) = positions("Die norwegische Außenministerin Renate Kern lehnt die Zölle auf Fisch ab.")
    assert position.side is not None
    assert (position.holder.name, position.side.name) == ("Renate Kern", "Norwegen")


def test_the_confidence_is_a_probability(positions: Extract) -> None:
    (position,) = positions("Norwegen lehnt die Zölle auf Fisch ab.")
    assert 0 < position.confidence < 1


@pytest.mark.parametrize(
    ("text", "language", "earlier"),
    [
        ("Norwegen hatte die Zölle auf Fisch lange abgelehnt.", "de", True),
        ("Norwegen lehnte die Zölle auf Fisch ursprünglich ab.", "de", True),
        ("Früher war Norwegen gegen die Zölle auf Fisch.", "de", True),
        ("Norway was once against the tariffs on fish.", "en", True),
        ("Norway is against the tariffs on fish.", "en", False),
        ("Norwegen lehnt die Zölle auf Fisch ab.", "de", False),
        ("Norwegen hat die Zölle auf Fisch abgelehnt.", "de", False),
        ("Norwegen hätte die Zölle auf Fisch abgelehnt.", "de", False),
        ("Nachdem Schweden gezahlt hatte, lehnte Norwegen die Zölle auf Fisch ab.", "de", False),
        ("Norway had long opposed the tariffs on fish.", "en", True),
        ("Norway previously opposed the tariffs on fish.", "en", True),
        ("Norway has opposed the tariffs on fish.", "en", False),
        ("Norway opposed the tariffs on fish.", "en", False),
    ],
)
def test_a_text_may_look_back(positions: Extract, text: str, language: str, earlier: bool) -> None:
    assert [each.earlier for each in positions(text, language)] == [earlier]
