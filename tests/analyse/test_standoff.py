"""Trees that name their sentences instead of holding them."""

from pathlib import Path

import pytest
import spacy

from kg.analyse.train.standoff import read_texts, tree, trees

NLP = spacy.blank("de")
RECORD = {
    "document": "a",
    "start": 4,
    "end": 23,
    "tags": ["PROPN", "VERB", "PRON", "PUNCT"],
    "heads": [1, 1, 1, 1],
    "deps": ["nsubj", "ROOT", "obj", "punct"],
}


def test_a_record_becomes_the_sentence_at_its_place() -> None:
    doc = tree(RECORD, {"a": "Ja. Norwegen will das ."}, NLP)
    assert [(token.text, token.tag_, token.dep_, token.head.text) for token in doc] == [
        ("Norwegen", "PROPN", "nsubj", "will"),
        ("will", "VERB", "ROOT", "will"),
        ("das", "PRON", "obj", "will"),
        (".", "PUNCT", "punct", "will"),
    ]


def test_another_text_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^a: the text at 4 is not the one"):
        tree(RECORD, {"a": "Ja. Nein."}, NLP)


def test_every_shipped_tree_fits_its_text(shared: Path) -> None:
    texts = read_texts(shared / "data", shared / "gold" / "train", "de")
    docs = list(trees("de", texts, NLP))
    assert len(docs) > 900
    assert all(sum(token.dep_ == "ROOT" for token in doc) == 1 for doc in docs)


def test_a_text_that_is_not_at_hand_is_named() -> None:
    with pytest.raises(ValueError, match=r"^a: its text is not at hand; `python -m kg\.score\.releases` writes"):
        tree(RECORD, {}, NLP)
