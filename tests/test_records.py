"""A line of `kg extract --jsonl`."""

import json
from dataclasses import replace
from datetime import date

from kg.model import Document, Extraction, Hop, Issue, Party, Passage, Position
from kg.records import lines, record

TEXT = "Nordland lehnt Truppen ab, solange\nSüdland droht, sagte Berg dem »Blatt«."
ARTICLE = Document(text=TEXT, id="article", source="news/article.txt", language="de", published=date(2025, 12, 17))


def passage(text: str) -> Passage:
    start = TEXT.index(text)
    return Passage(ARTICLE, start, start + len(text))


POSITION = Position(
    holder=Party("Anna Berg", "person", None, ("Anna Berg", "Berg")),
    side=Party("Nordland", "state", "https://w3id.org/diplokg/actor/nordland", ("Nordland", "Northland")),
    stance="opposes",
    target=Issue("https://w3id.org/diplokg/issue/troops", "Truppen", (("de", "Truppen"), ("en", "troops"))),
    via=(Hop(Party("Blatt", "medium")), Hop(Party("Funk", "medium"), passage("sagte"))),
    mode="indirect",
    factuality="reported",
    date=date(2025, 12, 16),
    evidence=passage(TEXT),
    cue=passage("lehnt"),
    confidence=0.912345678,
    rule=("ablehnen: opposes", "negated: open-to"),
    condition=passage("solange\nSüdland droht"),
)


def test_a_position_as_json() -> None:
    assert record(POSITION) == {
        "id": "article",
        "document": "news/article.txt",
        "holder": "Anna Berg",
        "holder_iri": None,
        "holder_names": ["Anna Berg", "Berg"],
        "side": "Nordland",
        "side_iri": "https://w3id.org/diplokg/actor/nordland",
        "side_names": ["Nordland", "Northland"],
        "stance": "opposes",
        "target": "Truppen",
        "target_iri": "https://w3id.org/diplokg/issue/troops",
        "target_names": ["Truppen", "troops"],
        "via": ["Blatt", "Funk"],
        "mode": "indirect",
        "factuality": "reported",
        "date": "2025-12-16",
        "evidence": {"text": TEXT, "start": 0, "end": len(TEXT)},
        "confidence": 0.9123,
        "rule": ["ablehnen: opposes", "negated: open-to"],
        "condition": {"text": "solange\nSüdland droht", "start": 27, "end": 48},
    }


def test_what_is_unknown_is_null_or_empty() -> None:
    bare = record(replace(POSITION, side=None, date=None, condition=None, via=()))
    assert [bare[name] for name in ("side", "side_iri", "side_names")] == [None, None, []]
    assert [bare[name] for name in ("date", "condition", "via")] == [None, None, []]


def test_the_address_stands_in_where_no_file_was_read() -> None:
    article = replace(ARTICLE, source="", url="https://example.org/article")
    assert record(replace(POSITION, evidence=Passage(article, 0, 8)))["document"] == "https://example.org/article"


def test_each_position_is_one_line_with_sorted_keys_whatever_it_holds() -> None:
    hostile = replace(POSITION, target=Issue("https://example.org/i", 'a"\n\u2028</script>\ud800'))
    written = list(
        lines([Extraction(ARTICLE, (POSITION, hostile)), Extraction(ARTICLE), Extraction(ARTICLE, (POSITION,))])
    )
    assert len(written) == 3
    for line in written:
        assert line.count(b"\n") == 1
        assert line.endswith(b"\n")
        assert list(json.loads(line)) == sorted(record(POSITION))
    assert "Südland".encode() in written[0]
