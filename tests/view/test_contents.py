"""What is read from a graph."""

from datetime import date

import pytest
from rdflib import Dataset

from kg.view.contents import Contents, cut, is_web, share
from kg.view.values import Sentence
from tests.view.graphs import Paper, Said, dataset
from tests.view.views import SUND


@pytest.mark.parametrize(
    ("sentence", "cues", "pieces"),
    [
        ("Er lehnt ab.", [("lehnt", 3)], (("Er ", False), ("lehnt", True), (" ab.", False))),
        ("Es kippt um", [("kippt", 3), ("um", 9)], (("Es ", False), ("kippt", True), (" ", False), ("um", True))),
        ("Nein", [("Nein", 0)], (("Nein", True),)),
        ("Er lehnt ab.", [], (("Er lehnt ab.", False),)),
        ("Er lehnt ab.", [("lehnt", 4)], (("Er lehnt ab.", False),)),  # not where the graph says
        ("Er lehnt ab.", [("lehnt", -40)], (("Er lehnt ab.", False),)),  # the cue of another sentence
        ("Er lehnt ab.", [("lehnt ab", 3), ("ab", 9)], (("Er ", False), ("lehnt ab", True), (".", False))),
        ("", [("lehnt", 3)], ()),
    ],
)  # fmt: skip
def test_a_sentence_is_cut_at_its_cues(sentence: str, cues: list[tuple[str, int]], pieces: Sentence) -> None:
    assert cut(sentence, cues) == pieces


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


@pytest.mark.parametrize(
    ("text", "number"), [("0.91", 0.91), ("1", 1), ("", None), ("NaN", None), ("7", None), ("viel", None)]
)
def test_a_confidence_is_a_share_or_unknown(text: str, number: float | None) -> None:
    assert share(text) == number


def test_a_position_told_twice_shows_both_sentences_each_with_its_cue() -> None:
    twice = tuple(Said("Nordland", "opposes", "Zoll", text) for text in ("Nordland [lehnt] ab.", "Es [verwirft] ihn."))
    (position,) = Contents(dataset(Paper(twice)), "de").positions
    assert position.evidence == (
        (("Nordland ", False), ("lehnt", True), (" ab.", False)),
        (("Es ", False), ("verwirft", True), (" ihn.", False)),
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
