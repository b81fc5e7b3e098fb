"""Graphs to export: a quarrel about a bridge, text that was written to break formats, and nothing."""

from dataclasses import replace

import pyoxigraph as ox
from rdflib import Dataset

from kg.assemble import assemble
from kg.model import Document, Extraction, Issue, Party, Passage
from kg.store import in_memory
from kg.store.local import LocalStore
from kg.store.terms import quads_of
from tests.assemble.examples import ARTICLE, CHANGED, OPPOSES, RUN, TALKS, VOCABULARY, broader

HOSTILE = [
    '" . <urn:a> <urn:b> "',
    "a\nb\r\n\tc",
    "</script><b>&amp;]]>",
    "\x00\x07\x1b\u2028\ufffe\U0001f600",
    '=HYPERLINK("http://evil.example";"x")',
    "ruhig;=1+1",
    "'-2+3|\n+4",
    "@de",
    "'); DROP TABLE STATEMENTS; --",
    '{"@context": "http://evil.example"}',
    "ä" * 400,
]


def hostile(text: str) -> Extraction:
    document = Document(f"{text} x", id=text, language="de", title=text, publisher=text, url=text)
    holder = Party(text, "person", None, (text, f"{text}2"))
    issue = Issue(f"{TALKS.iri}-{HOSTILE.index(text)}", text, (("de", text),))
    words = Passage(document, 0, len(text))
    return Extraction(
        document, (replace(OPPOSES, holder=holder, target=issue, evidence=words, cue=words, rule=(text,)),)
    )


def dataset(*extractions: Extraction, full_text: bool = False) -> Dataset:
    return assemble(extractions, VOCABULARY, RUN, broader=broader, full_text=full_text)


def store(*extractions: Extraction, full_text: bool = False) -> LocalStore:
    return in_memory(quads_of(dataset(*extractions, full_text=full_text)))


BRIDGE = store(ARTICLE, CHANGED)
BREAKING = store(*map(hostile, HOSTILE))
EMPTY = store()
STORES = {"bridge": BRIDGE, "hostile": BREAKING, "empty": EMPTY}
POSITIONS = {"bridge": 6, "hostile": len(HOSTILE), "empty": 0}


def triples(graph: LocalStore) -> set[ox.Triple]:
    return set(graph.triples())
