"""Whom pronouns mean, through the shipped pipeline. Persons and their words are invented."""

import pytest

from kg.link.coreference import is_pronoun, resolve
from kg.model import Document
from kg.pipeline import reader


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Die Ministerin Renate Kern kam am Montag. Später ging sie.", "sie", "Renate Kern"),
        ("Der Minister Jonas Merk kam am Montag. Später ging er.", "er", "Jonas Merk"),
        ("Der Minister Jonas Merk traf die Ministerin Renate Kern. Später ging er.", "er", "Jonas Merk"),
        ("Die Partei tagte am Montag. Später beschloss sie den Haushalt.", "sie", "Partei"),
        ("Der Minister Jonas Merk kam am Montag. Später ging man.", "man", None),
        ("Der Städtetag kam am Montag zusammen. Später tagte er.", "er", "Deutscher Städtetag"),
        ("Der Minister Jonas Merk kam. Der Verein tagte. Später ging er.", "er", "Verein"),
        ("Das Parlament von Estland tagte am Montag. Es billigte den Haushalt.", "Es", "Parlament von Estland"),
        ("Das Parlament von Estland tagte am Montag. Es gibt den Haushalt.", "Es", None),
        ("Die Ministerin Renate Kern kam. Mit der Opposition gab es Streit. Sie tagte.", "Sie", "Opposition"),
        ("Die Partei grüßte die Ministerin Renate Kern. Sie ging.", "Sie", "Renate Kern"),
        ("Kritik kam von der Ministerin Renate Kern; sie ist Sprecherin der Bank. Sie ging.", "Sie", "Renate Kern"),
        ("Jonas Merk galt als bester Redner. Später ging er.", "er", "Jonas Merk"),
        ("Der Bagger kam am Montag. Später fuhr er ab.", "er", None),
    ],
)
def test_a_pronoun_means_who_was_named_before(text: str, pronoun: str, name: str | None) -> None:
    reading = reader("de").read(Document(text, "x", language="de"))
    token = next(token for token in reversed(reading.doc) if token.text == pronoun)
    assert is_pronoun(token)
    party = resolve(token, reading.cast)
    assert (party and party.name) == name
