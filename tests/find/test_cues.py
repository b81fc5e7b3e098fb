"""Which cue of the vocabulary a word of a text is."""

from dataclasses import replace

import pytest
from spacy.tokens import Doc

from kg.find.cues import CueFinder
from tests.find.parsed import parsed
from tests.vocabulary.made import CUE, made

CUES = (
    CUE,
    replace(CUE, iri="c:against", lemma="wenden", reflexive=True, target=("gegen",)),
    replace(CUE, iri="c:turn", lemma="wenden"),
    replace(CUE, iri="c:question", lemma="stellen", words=("in", "Frage")),
    replace(CUE, iri="c:demand", lemma="Forderung", pos="NOUN", holder=("poss", "gen"), target=("nach",)),
    replace(CUE, iri="c:refusal", lemma="Absage", pos="NOUN", support=("erteilen",), target=("dat",)),
    replace(CUE, iri="c:give", lemma="erteilen"),
    replace(CUE, iri="c:wrong", lemma="falsch", pos="ADJ"),
)
FINDER = CueFinder(made(cues=CUES), "de")


@pytest.mark.parametrize(
    ("text", "annotation", "found"),
    [
        ("Kern lehnt Plan ab", "Kern/PROPN/nsubj/1 lehnt/VERB/ROOT/1/ablehnen Plan/NOUN/obj/1 ab/ADP/dep/1", ["c:1"]),
        ("Kern geht", "Kern/PROPN/nsubj/1 geht/VERB/ROOT/1/gehen", []),
        (
            "Kern wendet sich gegen Adam",
            "Kern/PROPN/nsubj/1 wendet/VERB/ROOT/1/wenden sich/PRON/expl/1 gegen/ADP/case/4 Adam/PROPN/obl/1",
            ["c:against"],
        ),
        ("Kern wendet Adam", "Kern/PROPN/nsubj/1 wendet/VERB/ROOT/1/wenden Adam/PROPN/obj/1", ["c:turn"]),
        (
            "Kern stellt Adam in Frage",
            "Kern/PROPN/nsubj/1 stellt/VERB/ROOT/1/stellen Adam/PROPN/obj/1 in/ADP/case/4 Frage/NOUN/obl/1",
            ["c:question"],
        ),
        ("Kern stellt Adam", "Kern/PROPN/nsubj/1 stellt/VERB/ROOT/1/stellen Adam/PROPN/obj/1", []),
        (
            "die Rücktrittsforderung nach Art",
            "die/DET/det/1 Rücktrittsforderung/NOUN/ROOT/1 nach/ADP/case/3 Art/NOUN/nmod/1",
            ["c:demand"],
        ),
        (
            "Kern erteilt dem Plan Absage",
            "Kern/PROPN/nsubj/1 erteilt/VERB/ROOT/1/erteilen dem/DET/det/3 Plan/NOUN/obl:arg/1 Absage/NOUN/obj/1",
            ["c:refusal"],  # the verb that carries it says nothing beside it
        ),
        ("Das war falsch", "Das/PRON/nsubj/2 war/AUX/cop/2/sein falsch/ADJ/ROOT/2", ["c:wrong"]),
        ("Falsch lief es", "Falsch/NOUN/nsubj/1/falsch lief/VERB/ROOT/1/laufen es/PRON/expl/1", []),
    ],
)
def test_the_most_specific_cue_that_fits_is_taken(text: str, annotation: str, found: list[str]) -> None:
    assert [match.cue.iri for match in FINDER.find(parsed(text, annotation))] == found


def test_a_noun_is_carried_by_its_support_verb() -> None:
    doc: Doc = parsed(
        "Kern erteilt Plänen Absage",
        "Kern/PROPN/nsubj/1 erteilt/VERB/ROOT/1/erteilen Plänen/NOUN/obl:arg/1 Absage/NOUN/obj/1",
    )
    (match,) = FINDER.find(doc)
    assert (match.token.text, match.verb.text, match.supported) == ("Absage", "erteilt", True)
