"""Sentences that build themselves, for the English parser."""

import pytest
import spacy

from kg.analyse.train.templates import SENTENCES, templates, third_person
from kg.vocabulary import load_vocabulary

NLP = spacy.blank("en")


@pytest.mark.parametrize(
    ("verb", "form"),
    [("condemn", "condemns"), ("push", "pushes"), ("deny", "denies"), ("obey", "obeys"), ("veto", "vetoes")],
)
def test_a_verb_of_the_third_person(verb: str, form: str) -> None:
    assert third_person(verb) == form


def test_each_sentence_is_a_tree_with_one_verb_as_its_root() -> None:
    docs = list(templates(load_vocabulary(), NLP))
    assert len(docs) == SENTENCES
    for doc in docs:
        roots = [token for token in doc if token.dep_ == "ROOT"]
        assert [token.tag_ for token in roots] == ["VERB"], doc.text
        assert all(token.is_ancestor(other) for token in roots for other in doc if other.i != token.i), doc.text


def test_the_same_seed_gives_the_same_sentences() -> None:
    first, again = ([doc.text for doc in templates(load_vocabulary(), NLP)] for _ in range(2))
    assert first == again
    assert "." not in first[0][:-1]
