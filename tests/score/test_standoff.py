"""Annotation that names its texts: what comes of it is a gold folder like any other."""

from pathlib import Path

from kg.score.records import gold
from kg.score.standoff import filled, read_texts, whole


def test_a_span_becomes_the_words_at_it() -> None:
    record = {"holder": "Norwegen", "anchor": [0, 8], "holder_anchor": [0, 8], "target_anchor": None}
    assert filled(record, "Norwegen lehnt das ab.") == {
        "holder": "Norwegen",
        "anchor": "Norwegen",
        "holder_anchor": "Norwegen",
        "target_anchor": None,
    }


def test_every_record_can_be_scored_and_stands_once_in_its_text(shared: Path) -> None:
    texts = read_texts(shared / "data" / "quotes-de" / "train.jsonl.gz")
    documents = list(whole("de", texts))
    assert len({document["id"] for document in documents}) == len(documents) > 100
    for document in documents:
        for record in document["positions"]:
            assert gold(record).target
            assert document["text"].count(record["anchor"]) == 1
