"""What a position is about, as a phrase that is clear by itself."""

import pytest

from kg.analyse.words import WordMarker
from kg.recognise.anaphora import Memory, is_summing
from kg.recognise.shorten import LONGEST
from kg.recognise.targets import clause_text, noun_text
from kg.vocabulary import load_vocabulary
from tests.find.parsed import parsed

MARKER = WordMarker(load_vocabulary(), "de")
PLAN = (
    "gegen/ADP/case/2 den/DET/det/2 Plan/NOUN/obl/11 für/ADP/case/4 Berlin/PROPN/nmod/2 ,/PUNCT/punct/8 "
    "der/PRON/nsubj/8 lange/ADV/advmod/8 gilt/VERB/acl:relcl/2 ,/PUNCT/punct/8 Kern/PROPN/nsubj/11 ist/AUX/ROOT/11"
)


def test_article_preposition_and_relative_clause_are_left_out() -> None:
    doc = parsed("gegen den Plan für Berlin, der lange gilt, Kern ist", PLAN)
    assert noun_text(doc[2]) == "Plan für Berlin"


def test_a_phrase_is_never_longer_than_the_guideline_allows() -> None:
    words = "Plan " + " ".join(f"w{n}" for n in range(40))
    rows = ["Plan/NOUN/ROOT/0", *(f"w{n}/NOUN/nmod/0" for n in range(40))]
    assert len(noun_text(parsed(words, " ".join(rows))[0]).split()) == LONGEST


def test_a_clause_is_told_without_its_holder_and_auxiliary() -> None:
    doc = parsed(
        "Kern will Berlin verlassen", "Kern/PROPN/nsubj/3 will/AUX/aux/3 Berlin/PROPN/obj/3 verlassen/VERB/ROOT/3"
    )
    assert clause_text(doc[3], doc[1], [doc[0]]) == "Berlin verlassen"
    assert clause_text(doc[3], doc[1]) == "Kern Berlin verlassen"


@pytest.mark.parametrize(
    ("text", "annotation", "at", "sums"),
    [
        ("die Entscheidung", "die/DET/det/1 Entscheidung/NOUN/ROOT/1", 1, True),
        ("eine Entscheidung", "eine/DET/det/1 Entscheidung/NOUN/ROOT/1", 1, False),
        ("die Entscheidung Kerns", "die/DET/det/1 Entscheidung/NOUN/ROOT/1 Kerns/PROPN/nmod/1", 1, False),
        ("der Zaun", "der/DET/det/1 Zaun/NOUN/ROOT/1", 1, False),
        ("dieser Zaun", "dieser/DET/det/1 Zaun/NOUN/ROOT/1", 1, True),
    ],
)
def test_a_noun_may_only_sum_up(text: str, annotation: str, at: int, sums: bool) -> None:
    assert is_summing(MARKER.mark(parsed(text, annotation))[at]) is sums


def test_what_points_back_is_spelled_out_by_what_was_said_or_by_the_title() -> None:
    doc = MARKER.mark(
        parsed(
            "Er geht. Das stört.",
            "Er/PRON/nsubj/1 geht/VERB/ROOT/1 ./PUNCT/punct/1 Das/PRON/nsubj/4 stört/VERB/ROOT/4 ./PUNCT/punct/4",
        )
    )
    memory = Memory("Abschied in Berlin")
    assert memory.spelled_out((doc[3],), "") == "Abschied in Berlin"
    memory.remember(doc[1], "Bau des Zauns")
    assert memory.spelled_out((doc[3],), "") == "Bau des Zauns"
    assert Memory().spelled_out((doc[3],), "") == ""
