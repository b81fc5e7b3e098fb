"""Classes of words on tokens."""

import pytest

from kg.analyse.words import CLASSES, WordMarker, is_a
from tests.find.parsed import parsed
from tests.vocabulary.made import made


@pytest.mark.parametrize(
    ("lemma", "classes"),
    [
        ("Partei", {"acting"}),
        ("Bauernpartei", {"acting"}),
        ("EU-Partei", {"acting"}),
        ("Rat", {"acting"}),
        ("Staats-Rat", {"acting"}),
        ("Vorrat", set()),  # a short word ends no compound
        ("Kritiker", {"agent"}),
        ("Kritikerin", {"feminine"}),
        ("Entscheidung", {"abstract"}),
        ("Tisch", set()),
    ],
)
def test_a_word_belongs_to_the_classes_of_its_lemma(lemma: str, classes: set[str]) -> None:
    doc = WordMarker(made(), "de").mark(parsed("Wort", f"Wort/NOUN/ROOT/0/{lemma}"))
    assert doc.user_data[CLASSES][0] == classes
    assert all(is_a(doc[0], name) for name in classes)


def test_words_of_another_language_do_not_count() -> None:
    doc = WordMarker(made(), "en").mark(parsed("Partei", "Partei/NOUN/ROOT/0"))
    assert not is_a(doc[0], "acting")


def test_an_unmarked_word_belongs_to_none() -> None:
    assert not is_a(parsed("Partei", "Partei/NOUN/ROOT/0")[0], "acting")
