"""QuickStatements: nothing but what Wikidata takes, in its syntax."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kg.assemble import assemble
from kg.exchange.quickstatements import commands
from kg.model import Document, Extraction, Party, Passage, Relation
from kg.namespaces import ACTOR
from kg.store import in_memory
from kg.store.terms import quads_of
from kg.vocabulary import Actor, Vocabulary
from tests.assemble.examples import RUN, VOCABULARY
from tests.exchange.graphs import STORES

WIKIDATA = "http://www.wikidata.org/entity/"
# The syntax of V1 for what is used here: item, property, item, and pairs of property and date or string.
LINE = re.compile(r'Q\d+\tP\d+\tQ\d+(\t[PS]\d+\t(\+\d{4}-\d\d-\d\dT00:00:00Z/11|"[^"\t\n|]*"))*\n')

NORTH, ADA = str(ACTOR["nordland"]), str(ACTOR["ada-beispiel"])


def vocabulary(north: tuple[str, ...] = (f"{WIKIDATA}Q1",), ada: tuple[str, ...] = (f"{WIKIDATA}Q2",)) -> Vocabulary:
    matches = {NORTH: north, ADA: ada}
    actors: dict[str, Actor] = {
        iri: replace(actor, matches=matches.get(iri, ())) for iri, actor in VOCABULARY.actors.items()
    }
    return replace(VOCABULARY, actors=actors)


def exported(
    predicate: str = "head_of_state_of",
    words: str = "Präsidentin Ada Beispiel",
    known: Vocabulary | None = None,
    **of: Any,
) -> str:
    about: dict[str, Any] = {"url": "https://news.example/a?b=1", "published": date(2031, 5, 7)}
    document = Document(f"{words} spricht.", id="x", language="de", **(about | of))
    person, state = Party("Ada Beispiel", "person", ADA), Party("Nordland", "state", NORTH)
    relation = Relation(person, predicate, state, Passage(document, 0, len(words)))
    graph = assemble([Extraction(document, relations=(relation,))], known or vocabulary(), RUN)
    return b"".join(commands(in_memory(quads_of(graph)), "de")).decode()


def test_an_office_has_its_day_and_its_source() -> None:
    assert exported() == (
        'Q1\tP35\tQ2\tP585\t+2031-05-07T00:00:00Z/11\tS854\t"https://news.example/a?b=1"\tS577\t+2031-05-07T00:00:00Z/11\n'
    )
    assert exported("head_of_government_of").startswith("Q1\tP6\tQ2\t")


@pytest.mark.parametrize(
    "url", ['https://x.example/"|Q9\tP35\tQ9', "https://x.example/a||b", "https://x.example/ä\nQ9"]
)
def test_an_address_ends_no_command(url: str) -> None:
    assert LINE.fullmatch(exported(url=url))


@pytest.mark.parametrize(
    "options",
    [
        {"predicate": "minister_of"},
        {"predicate": "spokesperson_of"},
        {"predicate": "member_of"},
        {"words": "die Präsidentin"},
        {"url": None},
        {"url": "javascript:alert(1)"},
        {"published": None},
        {"known": vocabulary(north=())},
        {"known": vocabulary(ada=("https://d-nb.info/gnd/1",))},
        {"known": vocabulary(ada=(f"{WIKIDATA}Q2", f"{WIKIDATA}Q3"))},
    ],
)
def test_what_is_not_sure_is_left_out(options: dict[str, Any]) -> None:
    assert exported(**options) == ""


@pytest.mark.parametrize("graph", STORES)
def test_positions_are_none_of_wikidatas(graph: str) -> None:
    assert b"".join(commands(STORES[graph], "de")) == b""
