"""Which language a text is in: by its small words if they leave no doubt, else by dictionaries, and both agree."""

from pathlib import Path

import pytest

import kg
from kg.read.language import LANGUAGES, SAMPLE, WORD, by_dictionary, clear, detected

GERMAN = (
    "Der Minister hat am Montag gesagt, dass die Regierung nicht mit dem Vorschlag der Kommission einverstanden ist "
    "und sich bei den Gesprächen für eine andere Lösung einsetzen wird. Auch von der Opposition wurde das Papier aus "
    "Brüssel abgelehnt, wie zu erwarten war."
)
ENGLISH = (
    "The minister said on Monday that the government would not agree with the proposal of the commission, and that it "
    "was going to press for another solution at the talks. The paper has been rejected by the opposition as well."
)
DUTCH = (
    "De regering heeft vandaag aangekondigd dat zij de sancties zal verlengen. De minister zei dat het van groot "
    "belang is om samen met de andere landen van de Unie op te treden, ook als dat niet door alle lidstaten wordt "
    "gesteund."
)
SWISS = (
    "Dr Bundesrat het am Mäntig gseit, dass d Regierig d Sanktione wird verlängere. Es isch wichtig, dass alli Länder "
    "vo dr Union zämme handle, au wenn das nöd vo allne unterstützt wird. Bi dr Versammlig isch au über de "
    "Chrieg gredt worde."
)


def told(text: str) -> list[str]:
    words = WORD.findall(text[:SAMPLE].lower())
    return [code for code in LANGUAGES if clear(words, code)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (GERMAN, ["de"]),
        (ENGLISH, ["en"]),
        (f"{GERMAN} {ENGLISH}", []),
        (DUTCH, []),
        (SWISS, []),
        ("Russland lehnt die Stationierung von Nato-Truppen in der Ukraine ab.", []),
        ("der der der der der der der der der der", []),
        ("", []),
        ("12 34 %", []),
    ],
)
def test_the_small_words_tell_only_what_is_clear(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(("text", "found"), [(GERMAN, "de"), (ENGLISH, "en"), (DUTCH, None)])
def test_both_ways_agree(text: str, found: str | None) -> None:
    assert detected(text) == by_dictionary(text) == found


def test_the_articles_of_the_seeds_need_no_dictionary(root: Path) -> None:
    articles = [document.text for document in kg.read([root / "seeds"])]
    assert [told(text) for text in articles] == [[by_dictionary(text)] for text in articles]
