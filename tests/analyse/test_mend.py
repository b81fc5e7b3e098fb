"""Slips of the parser that the forms disprove, on trees built by hand."""

import pytest

from kg.analyse.mend import mended
from kg.analyse.words import CLASSES
from tests.find.parsed import parsed

FIRST = "Die/DET/det/1 Frage/NOUN/nmod/2 Partei/NOUN/nsubj/3 stellt/VERB/ROOT/3/stellen"
BEHIND = "Partei/NOUN/nsubj/3 die/DET/det/2 Frage/NOUN/nmod/0 stellt/VERB/ROOT/3/stellen"
APART = "Partei/NOUN/nsubj/4 ,/PUNCT/punct/3 die/DET/det/3 Frage/NOUN/nmod/0 stellt/VERB/ROOT/4/stellen"


@pytest.mark.parametrize(
    ("text", "tree", "relation"),
    [
        ("Die Frage Partei stellt", FIRST, "obj"),
        ("Partei die Frage stellt", BEHIND, "obj"),
        ("Partei, die Frage stellt", APART, "nmod"),
    ],
)
def test_what_has_no_form_of_a_genitive_is_the_object(text: str, tree: str, relation: str) -> None:
    assert [token.dep_ for token in mended(parsed(text, tree)) if token.text == "Frage"] == [relation]


BEFORE = "Ende/NOUN/ROOT/0 ./PUNCT/punct/0 Abhängig/ADJ/xcomp/3 macht/VERB/ROOT/3/machen sie/PRON/nsubj/3"
CUT = "Abgelehnt/PROPN/ROOT/0 wird/AUX/aux:pass/0/werden der/DET/det/3 Plan/NOUN/nsubj/0 von/ADP/case/3"
NEITHER = "Weder/PROPN/ROOT/0 Russland/PROPN/flat:name/0 noch/CCONJ/cc/3 China/PROPN/obj/0"


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("Ende. Abhängig macht sie", BEFORE),
        ("Abgelehnt wird der Plan von", CUT),
        ("Weder Russland noch China", NEITHER),
    ],
)
def test_at_the_ends_of_a_sentence_a_tree_stays_one(text: str, tree: str) -> None:
    doc = mended(parsed(text, tree))
    assert all(any(word.dep_ == "ROOT" for word in (token, *token.ancestors)) for token in doc)
    assert all((token.head == token) == (token.dep_ == "ROOT") for token in doc)


def test_a_noun_with_the_ending_of_a_participle_begins_no_passive() -> None:
    tree = "Unternehmen/NOUN/nsubj/3 werden/AUX/aux/3/werden Steuern/NOUN/obj/3 senken/VERB/ROOT/3"
    doc = mended(parsed("Unternehmen werden Steuern senken", tree))
    assert [token.dep_ for token in doc] == ["nsubj", "aux", "obj", "ROOT"]


PROOF = "Hier/ADV/advmod/3 ist/AUX/cop/3/sein der/DET/det/3 Beweis/NOUN/ROOT/3 dafür/ADV/advmod/3"
PACT = "Bündnisse/NOUN/nsubj:pass/2 wurden/AUX/aux:pass/2/werden eingegangen/VERB/ROOT/2/eingehen"
TIME = "Die/DET/det/1 Zeit/NOUN/obj/4 nach/ADP/case/3 Wahlen/NOUN/nmod/1 plant/VERB/ROOT/4/planen"


@pytest.mark.parametrize(
    ("text", "tree", "name"),
    [
        ("Hier ist der Beweis dafür", PROOF, ""),
        ("Bündnisse wurden eingegangen", PACT, "going"),
        ("Die Zeit nach Wahlen plant", TIME, "period"),
    ],
)
def test_what_only_looks_like_the_slip_stays_as_it_is(text: str, tree: str, name: str) -> None:
    doc = parsed(text, tree)
    doc.user_data[CLASSES] = [frozenset({name}) for _ in doc]
    before = [token.dep_ for token in doc]
    assert [token.dep_ for token in mended(doc)] == before


def test_a_verb_that_no_lexicon_has_stays_a_verb_beside_its_subject() -> None:
    doc = mended(parsed("Merk leakt", "Merk/PROPN/nsubj/1 leakt/VERB/ROOT/1/leakt"))
    assert doc[1].pos_ == "VERB"
