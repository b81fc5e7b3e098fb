"""Names of the authority in running text."""

import pytest
import spacy

from kg.find.gazetteer import Gazetteer, apart
from tests.vocabulary.made import made

GAZETTEER = Gazetteer(made(), "de")
BLANK = spacy.blank("de")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ruritanien schweigt.", [("Ruritanien", {"a:ruritania"})]),
        ("Der König Ruritaniens schweigt.", [("Ruritaniens", {"a:ruritania"})]),
        ("Die Ruritanienreise fällt aus.", []),
        ("Der Hohe Rat tagt.", [("Hohe Rat", {"a:council"})]),
        ("Die Mitglieder des Hohen Rates tagen.", [("Hohen Rates", {"a:council"})]),
        ("Der Rat tagt.", []),
        ("Strelsau schweigt.", [("Strelsau", {"a:ruritania", "a:town"})]),
        (
            "Flavia Zenda und Rupert Hentzau schweigen.",
            [("Flavia Zenda", {"a:zenda"}), ("Rupert Hentzau", {"a:hentzau"})],
        ),
        ("Flavia schweigt.", []),
        ("Flavia J. Zenda schweigt.", [("Flavia J. Zenda", {"a:zenda"})]),
    ],
)
def test_names_are_found_in_every_case_and_with_all_who_bear_them(text: str, found: list[tuple[str, set[str]]]) -> None:
    spans = GAZETTEER.find(BLANK(text))
    assert [(span.text, {actor.iri for actor in actors}) for span, actors in spans] == found


def test_names_of_another_language_are_not_looked_for() -> None:
    assert list(Gazetteer(made(), "en").find(BLANK("Ruritanien"))) == []


@pytest.mark.parametrize(
    "name", ["Guinea-Bissau", "Jean-Yves Le Drian", "Kurdistan Workers' Party", "Côte d'Ivoire", "U.S."]
)
def test_english_names_are_cut_as_their_tokeniser_cuts_them(name: str) -> None:
    assert apart(name).split() == [token.text for token in spacy.blank("en")(f"{name} agrees.")[:-2]]
