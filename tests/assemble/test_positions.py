"""Positions that are the same or differ, their chains and their quotes; the names of actors and issues."""

from dataclasses import replace
from datetime import date

import pytest
from rdflib import SKOS, Literal, URIRef

from kg.model import Document, Extraction, Issue, Party, Passage, Position
from kg.namespaces import OA, POS, SCHEMA
from tests.assemble.examples import (
    AGENCY,
    ARTICLE,
    DOCUMENT,
    LATER,
    NORTH,
    OPEN,
    OPPOSES,
    QUOTED,
    SOUTH,
    TALKS,
    passage,
)
from tests.assemble.graphs import built, nodes, of


def test_a_position_that_two_sentences_tell_is_one_node_with_both_sentences() -> None:
    again = replace(OPPOSES, evidence=passage("Die Fischer vom Grenzfluss"), cue=passage("Fischer"), confidence=0.95)
    dataset = of(OPPOSES, again)
    (node,) = nodes(dataset)
    quotes = {str(text) for text in dataset.objects(node, POS.evidence / OA.hasSelector / OA.exact)}
    assert quotes == {"Nordland lehnt den Bau der Brücke ab.", "Die Fischer vom Grenzfluss"}
    assert [str(value) for value in dataset.objects(node, POS.confidence)] == ["0.95"]


DIFFERENT = {
    "holder": SOUTH,
    "side": None,
    "stance": "supports",
    "target": TALKS,
    "via": QUOTED.via,
    "mode": "direct",
    "factuality": "reported",
    "date": LATER.published or DOCUMENT.published,
    "condition": passage("falls Nordland kommt"),
}


@pytest.mark.parametrize("name", DIFFERENT)
def test_a_position_that_differs_in_what_is_known_of_it_is_another_node(name: str) -> None:
    assert len(nodes(of(OPPOSES, replace(OPPOSES, **{name: DIFFERENT[name]})))) == 2


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (replace(OPPOSES, earlier=True), [("expressedBefore", "2031-05-07")]),
        (replace(OPPOSES, earlier=True, date=date(2031, 5, 1)), [("expressedOn", "2031-05-01")]),
        (OPPOSES, []),
    ],
    ids=["looking back", "looking back to a day", "of the day"],
)
def test_what_is_told_looking_back_was_said_before_the_article(told: Position, expected: list[tuple[str, str]]) -> None:
    dataset = of(told)
    (node,) = nodes(dataset)
    found = [
        (name, str(day)) for name in ("expressedOn", "expressedBefore") for day in dataset.objects(node, POS[name])
    ]
    assert found == expected


def test_what_is_told_looking_back_is_another_node_than_what_is_said_now() -> None:
    assert len(nodes(of(OPPOSES, replace(OPPOSES, earlier=True)))) == 2


def test_chain_and_rule_keep_their_order() -> None:
    dataset = of(replace(QUOTED, rule=tuple(f"step {number}" for number in range(12))))
    (node,) = nodes(dataset)
    (hops,), (rules,) = (list(dataset.objects(node, name)) for name in (POS.attribution, POS.rule))
    parties = [dataset.value(hop, POS.party) for hop in dataset.items(hops)]
    assert [str(label) for party in parties for label in dataset.objects(party, SKOS.prefLabel)] == [
        "Morgenblatt",
        "DPX",
    ]
    assert [str(step) for step in dataset.items(rules)] == [f"step {number}" for number in range(12)]


# Quotes


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("a" * 300, 300),
        ("a" * 301, 300),
        ("wort " * 100, 299),
        (" " + "a" * 400, 300),
    ],
)
def test_a_quote_is_cut_between_words_at_300_characters(words: str, quoted: int) -> None:
    text = f"Vorher. {words}. Nachher, und noch viel mehr, was keiner braucht."
    document = Document(text, id="long", language="de")
    whole = Passage(document, 8, 8 + len(words))
    dataset = of(replace(OPPOSES, evidence=whole, cue=Passage(document, 8, 9)), document=document)
    (node,) = nodes(dataset)
    selectors = list(dataset.objects(node, POS.evidence / OA.hasSelector))
    exact, prefix, suffix, start, end = (
        next(value for one in selectors for value in dataset.objects(one, OA[name]))
        for name in ("exact", "prefix", "suffix", "start", "end")
    )
    assert len(exact) == quoted
    assert f"{prefix}{exact}{suffix}" in text
    assert (str(prefix), len(suffix)) == ("Vorher. ", 32)
    assert (int(start), int(end)) == (whole.start, whole.end)


def test_full_text_keeps_quotes_whole_and_adds_the_article() -> None:
    document = Document("wort " * 200, id="long")
    position = replace(OPPOSES, evidence=Passage(document, 0, 900), cue=Passage(document, 0, 4))
    short, full = (built(Extraction(document, (position,)), full_text=choice) for choice in (False, True))
    assert max(len(text) for text in full.objects(None, OA.exact)) == 900
    assert [str(text) for text in full.objects(None, SCHEMA.articleBody)] == [document.text]
    assert list(short.objects(None, SCHEMA.articleBody)) == []
    assert max(len(term) for quad in short.quads() for term in quad if isinstance(term, Literal)) <= 300


def test_an_unknown_actor_is_one_node_in_every_document_that_names_it_alike() -> None:
    other = Document("Das Morgenblatt.", id="other", language="en")
    names = [Party("Morgenblatt", "medium"), Party(" Morgen\nblatt", "medium"), Party("Morgenblatt", "person")]
    found = [
        set(nodes(of(replace(OPPOSES, holder=party, evidence=Passage(other, 0, 3)), document=other), kind))
        for party, kind in zip(names, (POS.Medium, POS.Medium, POS.Person), strict=True)
    ]
    assert [len(one) for one in found] == [1, 1, 1]
    assert found[0] == set(nodes(built(ARTICLE), POS.Medium)) - {URIRef(AGENCY.iri)}
    assert not found[0] & (found[1] | found[2])


def test_phrases_of_one_issue_share_a_node_and_the_first_is_its_name() -> None:
    same = [Issue(TALKS.iri, name) for name in ("Gespräche", "Gesprächen", "Gespräche")]
    dataset = of(*(replace(OPEN, target=issue, mode=mode) for issue, mode in zip(same, MODES, strict=True)))
    assert [str(label) for label in dataset.objects(URIRef(TALKS.iri), SKOS.prefLabel)] == ["Gespräche"]
    assert [str(label) for label in dataset.objects(URIRef(TALKS.iri), SKOS.altLabel)] == ["Gesprächen"]


MODES = ("direct", "indirect", "narrated")


def test_an_actor_of_the_authority_keeps_its_labels_whatever_the_text_calls_it() -> None:
    dataset = of(replace(OPPOSES, holder=replace(NORTH, name="Oslo", names=("Oslo",))))
    names = {str(label) for label in dataset.objects(URIRef(NORTH.iri), SKOS.prefLabel)}
    assert names == {"Nordland", "Northland"}
