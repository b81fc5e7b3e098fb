"""What the parse says, on sentences that are parsed by hand."""

import pytest
from spacy.tokens import Doc

from kg.analyse.grammar import (
    bare_nominals,
    case_of,
    clause_of,
    coordinated,
    has_zu,
    is_dative,
    is_passive,
    is_reflexive,
    negators,
)
from kg.analyse.relative import antecedent
from kg.analyse.slots import fillers
from kg.analyse.words import WordMarker
from kg.vocabulary import load_vocabulary
from tests.find.parsed import parsed

ACTIVE = parsed(
    "Kern und Adam lehnen den Plan der Partei für Berlin nicht ab",
    "Kern/PROPN/nsubj/3 und/CCONJ/cc/2 Adam/PROPN/conj/0 lehnen/VERB/ROOT/3/ablehnen den/DET/det/5 Plan/NOUN/obj/3 "
    "der/DET/det/7 Partei/NOUN/nmod/5 für/ADP/case/9 Berlin/PROPN/nmod/5 nicht/PART/advmod/3 ab/ADP/compound:prt/3",
)
PASSIVE = parsed(
    "Kein Plan wurde von Kern abgelehnt",
    "Kein/DET/det/1/kein Plan/NOUN/nsubj:pass/5 wurde/AUX/aux:pass/5/werden von/ADP/case/4 Kern/PROPN/obl:agent/5 "
    "abgelehnt/VERB/ROOT/5/ablehnen",
)
CONTROL = parsed(
    "Kern forderte Adam auf, den Plan abzulehnen und zu gehen",
    "Kern/PROPN/nsubj/1 forderte/VERB/ROOT/1/auffordern Adam/PROPN/obj/1 auf/ADP/compound:prt/1 ,/PUNCT/punct/7 "
    "den/DET/det/6 Plan/NOUN/obj/7 abzulehnen/VERB/xcomp/1/ablehnen und/CCONJ/cc/10 zu/PART/mark/10 "
    "gehen/VERB/conj/7",
)
PROMISE = parsed(
    "Kern versprach Adam zu gehen",
    "Kern/PROPN/nsubj/1 versprach/VERB/ROOT/1/versprechen Adam/PROPN/obj/1 zu/PART/mark/4 gehen/VERB/xcomp/1",
)
RELATIVE = parsed(
    "Kern, der den Plan ablehnt, will gehen",
    "Kern/PROPN/nsubj/8 ,/PUNCT/punct/5 der/PRON/nsubj/5 den/DET/det/4 Plan/NOUN/obj/5 "
    "ablehnt/VERB/acl:relcl/0/ablehnen ,/PUNCT/punct/5 will/AUX/aux/8/wollen gehen/VERB/ROOT/8",
)
THEREFORE = parsed(
    "Kern ist dagegen, dass Adam geht",
    "Kern/PROPN/nsubj/2 ist/AUX/cop/2/sein dagegen/ADV/ROOT/2 ,/PUNCT/punct/6 dass/SCONJ/mark/6 Adam/PROPN/nsubj/6 "
    "geht/VERB/ccomp/2/gehen",
)
DATIVE = parsed(
    "Kern erteilt dem Plan eine Absage",
    "Kern/PROPN/nsubj/1 erteilt/VERB/ROOT/1/erteilen dem/DET/det/3 Plan/NOUN/obl:arg/1 "
    "eine/DET/det/5 Absage/NOUN/obj/1",
)
ASKED = parsed(
    "Auf die Frage, ob Adam bereit sei zu gehen, sagte Kern nein",
    "Auf/ADP/case/2 die/DET/det/2 Frage/NOUN/obl/11 ,/PUNCT/punct/6 ob/SCONJ/mark/6 Adam/PROPN/nsubj/6 "
    "bereit/ADJ/acl/2 sei/AUX/cop/6/sein zu/PART/mark/9 gehen/VERB/xcomp/6 ,/PUNCT/punct/6 sagte/VERB/ROOT/11/sagen "
    "Kern/PROPN/nsubj/11 nein/INTJ/obj/11",
)
for each in (CONTROL, PROMISE):
    WordMarker(load_vocabulary(), "de").mark(each)


def word(doc: Doc, text: str) -> int:
    return next(token.i for token in doc if token.text == text)


@pytest.mark.parametrize(
    ("doc", "cue", "slot", "found"),
    [
        (ACTIVE, "lehnen", "nsubj", ["Kern"]),
        (ACTIVE, "lehnen", "obj", ["Plan"]),
        (ACTIVE, "Plan", "gen", ["Partei"]),
        (ACTIVE, "Plan", "für", ["Berlin"]),
        (ACTIVE, "Plan", "gegen", []),
        (PASSIVE, "abgelehnt", "nsubj", ["Kern"]),
        (PASSIVE, "abgelehnt", "obj", ["Plan"]),
        (CONTROL, "forderte", "xcomp", ["abzulehnen"]),
        (CONTROL, "abzulehnen", "nsubj", ["Adam"]),  # the object acts
        (CONTROL, "gehen", "nsubj", ["Adam"]),
        (PROMISE, "gehen", "nsubj", ["Kern"]),  # the subject acts
        (RELATIVE, "ablehnt", "nsubj", ["Kern"]),
        (RELATIVE, "will", "nsubj", ["Kern"]),
        (RELATIVE, "will", "head", ["gehen"]),
        (THEREFORE, "dagegen", "ccomp", ["geht"]),
        (THEREFORE, "dagegen", "nsubj", ["Kern"]),
        (DATIVE, "erteilt", "dat", ["Plan"]),
        (ASKED, "nein", "question", ["gehen"]),
        (ASKED, "nein", "owner", []),
    ],
)
def test_a_slot_is_filled_by_what_the_parse_has_there(doc: Doc, cue: str, slot: str, found: list[str]) -> None:
    assert [token.text for token in fillers(doc[word(doc, cue)], slot)] == found


def test_a_pronominal_adverb_points_to_its_clause() -> None:
    doc = parsed(
        "Kern wendet sich dagegen, dass Adam geht",
        "Kern/PROPN/nsubj/1 wendet/VERB/ROOT/1/wenden sich/PRON/expl/1 dagegen/ADV/advmod/1 ,/PUNCT/punct/7 "
        "dass/SCONJ/mark/7 Adam/PROPN/nsubj/7 geht/VERB/ccomp/1/gehen",
    )
    assert [token.text for token in fillers(doc[1], "gegen")] == ["geht"]
    assert is_reflexive(doc[2])


def test_the_voice_is_known_by_the_auxiliary() -> None:
    assert is_passive(PASSIVE[5])
    assert not is_passive(ACTIVE[3])


def test_negators_stand_with_the_verb_or_with_its_nouns() -> None:
    assert {token.text for token in negators(ACTIVE[3])} == {"nicht"}
    assert {token.text for token in negators(PASSIVE[5])} == {"Kein"}
    assert negators(CONTROL[1]) == set()


@pytest.mark.parametrize(
    ("doc", "verb", "answer"),
    [(CONTROL, "abzulehnen", True), (CONTROL, "gehen", True), (CONTROL, "forderte", False), (RELATIVE, "gehen", False)],
)
def test_zu_stands_before_the_verb_or_within_it(doc: Doc, verb: str, answer: bool) -> None:
    assert has_zu(doc[word(doc, verb)]) is answer


def test_the_preposition_is_the_case_of_a_noun() -> None:
    assert case_of(ACTIVE[9]) == "für"
    assert case_of(ACTIVE[5]) == ""


def test_a_relative_pronoun_stands_for_its_noun() -> None:
    assert antecedent(RELATIVE[2]).text == "Kern"
    assert antecedent(RELATIVE[4]).text == "Plan"


def test_joint_nouns_are_found_from_the_first() -> None:
    assert [token.text for token in coordinated(ACTIVE[0])] == ["Kern", "Adam"]


def test_the_clause_of_a_noun_is_its_verb() -> None:
    assert clause_of(CONTROL[6]).text == "abzulehnen"
    assert clause_of(CONTROL[0]).text == "forderte"


def test_bare_nouns_have_no_preposition() -> None:
    assert [token.text for token in bare_nominals(ASKED[11])] == ["Kern"]


def test_an_article_tells_the_dative() -> None:
    assert is_dative(DATIVE[3])
    assert not is_dative(DATIVE[5])
