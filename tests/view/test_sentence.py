"""Sentences in pieces."""

import pytest

from kg.view.sentence import cut
from kg.view.values import Sentence


@pytest.mark.parametrize(
    ("sentence", "cues", "pieces"),
    [
        ("Er lehnt ab.", [("lehnt", 3)], (("Er ", ""), ("lehnt", "cue"), (" ab.", ""))),
        ("Es kippt um", [("kippt", 3), ("um", 9)], (("Es ", ""), ("kippt", "cue"), (" ", ""), ("um", "cue"))),
        ("Nein", [("Nein", 0)], (("Nein", "cue"),)),
        ("Er lehnt ab.", [], (("Er lehnt ab.", ""),)),
        ("Er lehnt ab.", [("lehnt", 4)], (("Er lehnt ab.", ""),)),  # not where the graph says
        ("Er lehnt ab.", [("lehnt", -40)], (("Er lehnt ab.", ""),)),  # the cue of another sentence
        ("Er lehnt ab.", [("lehnt ab", 3), ("ab", 9)], (("Er ", ""), ("lehnt ab", "cue"), (".", ""))),
        ("", [("lehnt", 3)], ()),
    ],
)  # fmt: skip
def test_a_sentence_is_cut_at_its_cues(sentence: str, cues: list[tuple[str, int]], pieces: Sentence) -> None:
    assert cut(sentence, cues) == pieces


@pytest.mark.parametrize(
    ("sentence", "quoted"),
    [
        ("Halvik nannte den Zoll »reine Willkür«.", ["»reine Willkür«"]),
        ("„Nein“, sagte Halvik, „niemals“.", ["„Nein“", "„niemals“"]),
        ("She called it \"a 'bad' idea\".", ["\"a 'bad' idea\""]),  # one in another is one
        ("Halvik's answer was no.", []),
        ("„Wir lehnen das ab.", ["„Wir lehnen das ab."]),  # goes on in the next sentence
    ],
)
def test_words_in_quotation_marks_are_told(sentence: str, quoted: list[str]) -> None:
    assert [words for words, kind in cut(sentence, []) if kind == "quoted"] == quoted


def test_a_cue_may_be_quoted() -> None:
    assert cut("»Wir lehnen ab«, hieß es.", [("lehnen", 5)]) == (
        ("»Wir ", "quoted"),
        ("lehnen", "quoted cue"),
        (" ab«", "quoted"),
        (", hieß es.", ""),
    )


@pytest.mark.parametrize(
    ("sentence", "quoted"),
    [
        ("Das lehnen wir ab.", "Das lehnen wir ab."),
        ("Das lehnen wir ab“, sagte Halvik.", "Das lehnen wir ab“"),
        ("Halvik's ship stays”, she said.", "Halvik's ship stays”"),
        ("»Nein«, sagte Halvik.", "»Nein«"),
    ],
)
def test_a_sentence_amid_a_longer_quotation_is_quoted_up_to_its_end(sentence: str, quoted: str) -> None:
    pieces = cut(sentence, [], within=True)
    assert [words for words, kind in pieces if kind == "quoted"] == [quoted]
