"""What is read from a graph."""

from collections.abc import Iterator
from datetime import date

import pyoxigraph as ox
import pytest
from rdflib import Dataset

from kg.query.ask import opened
from kg.store.local import LocalStore
from kg.store.terms import Name, Term
from kg.view import page
from kg.view.contents import Contents, is_web
from tests.view.graphs import Paper, Said, dataset
from tests.view.views import SUND


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://nordblatt.example/sund", True),
        ("HTTP://nordblatt.example", True),
        ("javascript:alert(1)", False),
        ("JavaScript://nordblatt.example/%0aalert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("//nordblatt.example", False),
        ("https:", False),
        ("http://[", False),
        ("seite.html", False),
        ("", False),
    ],
)
def test_only_web_pages_become_links(url: str, linked: bool) -> None:
    assert is_web(url) is linked


def test_a_position_told_twice_shows_both_sentences_each_with_its_cue() -> None:
    twice = tuple(Said("Nordland", "opposes", "Zoll", text) for text in ("Nordland [lehnt] ab.", "Es [verwirft] ihn."))
    (position,) = Contents(dataset(Paper(twice)), "de").positions
    assert position.evidence == (
        (("Nordland ", ""), ("lehnt", "cue"), (" ab.", "")),
        (("Es ", ""), ("verwirft", "cue"), (" ihn.", "")),
    )


def test_positions_of_all_articles_come_newest_first_and_undated_last() -> None:
    papers = [
        Paper((Said("Nordland", "opposes", "Zoll", day=day),), headline)
        for headline, day in [("A", None), ("B", date(2031, 1, 2)), ("C", date(2031, 3, 4))]
    ]
    assert [one.date for one in Contents(dataset(*papers), "de").positions] == ["2031-03-04", "2031-01-02", ""]


def test_the_dataset_is_left_as_it_was() -> None:
    given = dataset(Paper((Said("Nordland", "opposes", "Zoll"),)))
    alone = Dataset(store=given.store)  # sees its default graph only
    assert len(Contents(alone, "de").positions) == 1
    assert alone.default_union is False


LABELS = """
@prefix pos: <https://w3id.org/diplokg/positions#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<urn:p> a pos:Position ; pos:holder <urn:actor/nord> ; pos:stance pos:opposes ; pos:target <urn:zoll> .
<urn:actor/nord> a pos:State ; skos:prefLabel LABELS .
"""


@pytest.mark.parametrize(
    ("labels", "language", "shown"),
    [
        ('"Nordland"@de, "Northland"@en', "de", "Nordland"),
        ('"Nordland"@de, "Northland"@en', "en", "Northland"),
        ('"Nordland"@de, "NL"', "en", "NL"),
        ('"Nordland"@de, "Norlande"@fr', "en", "Nordland"),
        ('""', "de", "nord"),
    ],
)
def test_a_name_is_in_the_language_of_the_page_where_the_graph_has_it(labels: str, language: str, shown: str) -> None:
    graph = Dataset().parse(data=LABELS.replace("LABELS", labels), format="trig")
    assert Contents(graph, language).entries["urn:actor/nord"].label == shown


@pytest.mark.parametrize(
    "missing", ["pos:holder <urn:actor/nord> ;", "pos:stance pos:opposes ;", "; pos:target <urn:zoll>"]
)
def test_a_position_that_lacks_a_part_is_left_out(missing: str) -> None:
    graph = Dataset().parse(data=LABELS.replace("LABELS", '"N"').replace(missing, ""), format="trig")
    assert Contents(graph, "de").positions == []


def test_a_bare_position_shows_that_the_rest_is_unknown() -> None:
    graph = Dataset().parse(data=LABELS.replace("LABELS", '"N"'), format="trig")
    (position,) = Contents(graph, "de").positions
    assert (position.side, position.date, position.evidence, position.via, position.confidence) == (
        "",
        "",
        (),
        (),
        None,
    )
    assert [(stance.label, stance.polarity) for stance in Contents(graph, "de").stances] == [("opposes", "neither")]


def test_a_broader_issue_has_all_that_are_below_it() -> None:
    topics = [(topic.label, len(topic.members)) for topic in Contents(SUND, "de").topics]
    assert topics == [("Sund", 2)]


def test_a_dataset_and_its_store_give_the_same_page() -> None:
    assert page(opened(SUND)) == page(SUND)


class Watched(LocalStore):
    """A store that tells what was asked of it."""

    def __init__(self, dataset: Dataset) -> None:
        super().__init__(opened(dataset).engine)  # type: ignore[attr-defined]
        self.asked: list[str] = []

    def triples(
        self, subject: Name | None = None, predicate: ox.NamedNode | None = None, value: Term | None = None
    ) -> Iterator[ox.Triple]:
        self.asked.append(subject.value if subject else "all")
        return super().triples(subject, predicate, value)


def test_of_a_selection_nothing_else_is_read() -> None:
    every = Contents(SUND, "de").positions
    few, others = every[:2], {one.iri for one in every[2:]}
    store = Watched(SUND)
    chosen = Contents(store, "de", [one.iri for one in few] * 2)
    assert chosen.positions == few
    assert set(chosen.entries) == {iri for one in few for iri in (one.holder, one.side, one.target) if iri}
    assert others.isdisjoint(store.asked)
    assert "all" not in store.asked
    assert len(store.asked) == len(set(store.asked))  # each node once


@pytest.mark.parametrize("wrong", ["urn:nobody", "urn:actor/nord", "no IRI at all", ""])
def test_what_is_no_position_is_left_out_of_a_selection(wrong: str) -> None:
    graph = Dataset().parse(data=LABELS.replace("LABELS", '"N"'), format="trig")
    assert [one.iri for one in Contents(graph, "de", ["urn:p", wrong]).positions] == ["urn:p"]


@pytest.mark.parametrize(
    ("holder", "label"),
    [('"Nord Land"', "Nord Land"), ("[ skos:prefLabel 'Nord' ]", None), ("<urn:a>, <urn:b>", "urn:a")],
)
def test_a_holder_that_is_no_single_name_is_shown_by_what_there_is(holder: str, label: str | None) -> None:
    data = LABELS.replace("LABELS", '"N"').replace("pos:holder <urn:actor/nord>", f"pos:holder {holder}")
    contents = Contents(Dataset().parse(data=data, format="trig"), "de")
    (position,) = contents.positions
    assert label in (None, contents.entries[position.holder].label)


PASSED_ON = """
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
<urn:p> pos:attribution _:a ; pos:evidence [ oa:hasSelector [ oa:exact "Es hieß so." ] , [ oa:start 7 ] ] .
_:a rdf:first [ pos:party <urn:actor/nord> ] ; rdf:rest REST .
"""


@pytest.mark.parametrize("rest", ["rdf:nil", "_:a", "<urn:nowhere>"])
def test_a_list_ends_even_where_it_runs_in_a_circle(rest: str) -> None:
    data = LABELS.replace("LABELS", '"N"') + PASSED_ON.replace("REST", rest)
    (position,) = Contents(Dataset().parse(data=data, format="trig"), "de").positions
    assert position.via == (("N", ""),)
    assert position.evidence == ((("Es hieß so.", ""),),)
