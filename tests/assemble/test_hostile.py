"""Text that was written to break a graph."""

from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import RDF, URIRef

from kg.assemble import check
from kg.errors import VocabularyError
from kg.model import Document, Extraction, Issue, Party, Passage
from kg.namespaces import POS, SCHEMA
from kg.store import read, write
from kg.store.formats import FORMATS
from tests.assemble.examples import (
    ADA,
    OPPOSES,
    TALKS,
)
from tests.assemble.graphs import built, of

HOSTILE = [
    '" . <urn:a> <urn:b> "',
    "a\nb\r\n\tc",
    "'''\"\"\"\\",
    "</script><b>",
    "\x00\x07\u2028\U0001f600",
    "@de",
    "ﬁ\u0301",
]


def hostile(text: str) -> Extraction:
    document = Document(f"{text} x", id=text, language=text, title=text, publisher=text, url=text)
    holder = Party(text, "person", None, (text, f"{text}2"))
    issue = Issue(f"{TALKS.iri}-{text}", text, ((text, text),))
    words = Passage(document, 0, len(text))
    return Extraction(
        document, (replace(OPPOSES, holder=holder, target=issue, evidence=words, cue=words, rule=(text,)),)
    )


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back_from_every_format_as_it_was(text: str, suffix: str, tmp_path: Path) -> None:
    dataset = built(hostile(text))
    write(dataset, tmp_path / f"graph{suffix}")
    back = read(tmp_path / f"graph{suffix}")
    assert set(back.triples((None, None, None))) == set(dataset.triples((None, None, None)))
    assert [str(title) for title in back.objects(None, SCHEMA.headline)] == [text]
    assert check(back) == []


def test_an_iri_with_forbidden_characters_is_percent_encoded() -> None:
    dataset = of(replace(OPPOSES, target=Issue("urn:a b<c>", "x")))
    assert list(dataset.subjects(RDF.type, POS.Issue)) == [URIRef("urn:a%20b%3Cc%3E")]


def test_an_iri_without_a_scheme_is_refused() -> None:
    with pytest.raises(VocabularyError, match=r"^'oslo' is no absolute IRI; "):
        of(replace(OPPOSES, holder=replace(ADA, iri="oslo")))
