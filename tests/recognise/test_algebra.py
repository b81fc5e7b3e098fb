"""The stance algebra: negation, modals, embedding."""

import pytest
from spacy.tokens import Doc

from kg.find.cues import CueFinder
from kg.recognise.algebra import Evoked, compose, evoke, is_aside, is_hypothetical, is_purpose, is_question
from kg.vocabulary import load_vocabulary
from tests.find.parsed import parsed

VOCABULARY = load_vocabulary()
CUES = CueFinder(VOCABULARY, "de")


def evoked(doc: Doc, word: str) -> Evoked:
    match = next(match for match in CUES.find(doc) if match.token.text == word)
    return evoke(match, VOCABULARY)


@pytest.mark.parametrize(
    ("text", "annotation", "word", "stance"),
    [
        (
            "Kern billigt alles",
            "Kern/PROPN/nsubj/1 billigt/VERB/ROOT/1/billigen alles/PRON/obj/1",
            "billigt",
            "supports",
        ),
        (
            "Kern billigt alles nicht",
            "Kern/PROPN/nsubj/1 billigt/VERB/ROOT/1/billigen alles/PRON/obj/1 nicht/PART/advmod/1",
            "billigt",
            "opposes",
        ),
        (
            "Kern verwirft den Plan nicht",
            "Kern/PROPN/nsubj/1 verwirft/VERB/ROOT/1/ablehnen den/DET/det/3 Plan/NOUN/obj/1 nicht/PART/advmod/1",
            "verwirft",
            "open-to",
        ),
        (
            "Kern nennt keinen Plan nicht falsch",
            "Kern/PROPN/nsubj/1 nennt/VERB/ROOT/1/ablehnen keinen/DET/det/3/kein Plan/NOUN/obj/1 nicht/PART/advmod/1 "
            "falsch/ADV/advmod/1",
            "nennt",
            "opposes",
        ),
        (
            "Kern soll zustimmen",
            "Kern/PROPN/nsubj/2 soll/AUX/aux/2/sollen zustimmen/VERB/ROOT/2/zustimmen",
            "zustimmen",
            None,
        ),
        (
            "Kern könnte zustimmen",
            "Kern/PROPN/nsubj/2 könnte/AUX/aux/2/können zustimmen/VERB/ROOT/2/zustimmen",
            "zustimmen",
            "open-to",
        ),
        (
            "Kern kann zustimmen",
            "Kern/PROPN/nsubj/2 kann/AUX/aux/2/können zustimmen/VERB/ROOT/2/zustimmen",
            "zustimmen",
            "supports",
        ),
        (
            "Kern könnte ablehnen",
            "Kern/PROPN/nsubj/2 könnte/AUX/aux/2/können ablehnen/VERB/ROOT/2/ablehnen",
            "ablehnen",
            None,
        ),
    ],
    ids=["plain", "negated", "negated refusal", "negated twice", "soll", "könnte", "kann", "könnte ablehnen"],
)
def test_a_clause_gives_a_stance(text: str, annotation: str, word: str, stance: str | None) -> None:
    assert evoked(parsed(text, annotation), word).stance == stance


@pytest.mark.parametrize(
    ("outer", "inner", "together"),
    [
        ("opposes", "supports", "opposes"),  # weigert sich zu unterstützen
        ("opposes", "opposes", "open-to"),  # lehnt es ab abzulehnen
        ("opposes", "demands", "opposes"),
        ("demands", "supports", "demands"),  # fordert zu unterstützen
        ("demands", "opposes", "opposes"),  # fordert abzulehnen
        ("commits", "opposes", "opposes"),  # will ablehnen
        ("open-to", "supports", "open-to"),  # ist bereit zu unterstützen
        ("warns", "supports", "warns"),  # warnt davor zu unterstützen
        ("states", "supports", "supports"),  # sagt zu unterstützen
        ("commits", "threatens", "threatens"),
        (None, "supports", None),
        ("commits", None, None),
    ],
)
def test_a_stance_about_a_stance_is_one(outer: str | None, inner: str | None, together: str | None) -> None:
    found = compose(Evoked(outer, ("outer",)), Evoked(inner, ("inner",)), VOCABULARY)
    assert found.stance == together
    assert found.steps[:2] == ("outer", "inner")


def test_each_step_is_written_down() -> None:
    assert Evoked("opposes", ("cue",)).then(None, "only due").steps == ("cue", "only due → no position")


CONDITION = parsed(
    "Wenn Kern zustimmt, feiern wir, um Zeit zu gewinnen?",
    "Wenn/SCONJ/mark/2 Kern/PROPN/nsubj/2 zustimmt/VERB/advcl/4/zustimmen ,/PUNCT/punct/2 feiern/VERB/ROOT/4 "
    "wir/PRON/nsubj/4 ,/PUNCT/punct/10 um/SCONJ/mark/10 Zeit/NOUN/obj/10 zu/PART/mark/10 gewinnen/VERB/advcl/4 "
    "?/PUNCT/punct/4",
)


@pytest.mark.parametrize(("word", "answer"), [("zustimmt", True), ("Kern", True), ("feiern", False)])
def test_what_stands_in_a_wenn_clause_is_hypothetical(word: str, answer: bool) -> None:
    token = next(token for token in CONDITION if token.text == word)
    assert is_hypothetical(token) is answer


@pytest.mark.parametrize(("word", "answer"), [("gewinnen", True), ("zustimmt", False), ("feiern", False)])
def test_um_zu_is_a_purpose(word: str, answer: bool) -> None:
    assert is_purpose(next(token for token in CONDITION if token.text == word)) is answer


def test_a_question_ends_with_its_mark() -> None:
    assert is_question(CONDITION[0])
    assert not is_question(parsed("Er kommt.", "Er/PRON/nsubj/1 kommt/VERB/ROOT/1 ./PUNCT/punct/1")[0])


@pytest.mark.parametrize(
    ("text", "annotation", "aside"),
    [
        ("ich muss gehen", "ich/PRON/nsubj/2 muss/AUX/aux/2/müssen gehen/VERB/ROOT/2", True),
        ("Kern muss gehen", "Kern/PROPN/nsubj/2 muss/AUX/aux/2/müssen gehen/VERB/ROOT/2", False),
        (
            "Wege die genutzt sollen",
            "Wege/NOUN/ROOT/0 die/PRON/nsubj/2 genutzt/VERB/acl:relcl/0 sollen/AUX/aux/2/sollen",
            True,
        ),
    ],
)
def test_a_duty_told_by_the_way_calls_on_nobody(text: str, annotation: str, aside: bool) -> None:
    modal = next(token for token in parsed(text, annotation) if token.pos_ == "AUX")
    assert is_aside(modal) is aside
