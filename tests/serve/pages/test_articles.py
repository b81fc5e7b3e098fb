"""What the pages say of an article, a publisher, one position, and what the search finds."""

from pathlib import Path

import pytest

from kg.cli import main
from tests.serve.pages.land import (
    ARTICLES,
    BREAKOUT,
    HALVIK,
    NORTH,
    PATROL,
    SCRIPT,
    TOLL,
    issue_iri,
    party_iri,
    position,
)
from tests.serve.pages.reading import read
from tests.serve.server import Server, command


def test_an_article_has_what_the_graph_quotes_of_it_with_the_cues_marked(pages: Server) -> None:
    found = read(pages, "document", iri=ARTICLES[0])
    assert "Artikel Streit um den Sund Nordblatt · 4. März 2031" in found.text
    assert {"lehnt", "falls alle zahlen", "berichtet die Küstenpost"} <= set(found.parsed.marks)
    assert "Den ganzen Text hat der Graph nur" in found.text
    assert "https://nordblatt.example/sund?seite=1&teil=2" in found.links


def test_its_positions_stand_in_the_order_of_the_text_and_each_is_linked_from_its_sentence(pages: Server) -> None:
    found = read(pages, "document", iri=ARTICLES[1])
    listed = [link for link in found.links if link.startswith("/position")]
    assert {f"#p{number}" for number in (1, 2, 3, 4)} <= set(found.links)
    assert len(listed) == 8  # of each its cue in the text, and its entry in the list
    assert {position("Westmark", PATROL), position("Westmark", TOLL)} <= found.leads_to("position")
    assert found.text.index("Westmark unterstützt Patrouille") < found.text.index("Westmark sagt Zahl der Schiffe")


def test_an_address_that_is_no_web_page_is_no_link(pages: Server) -> None:
    found = read(pages, "document", iri=ARTICLES[1])
    assert "javascript:alert(3)" in found.text
    assert not any(link.startswith("javascript") for link in found.links)


def test_the_full_text_is_shown_where_the_graph_has_it(root: Path, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    words = "Nichts davon steht in einem Beleg."
    article.write_text(f"---\ntitle: Zoll\n---\nRussland lehnt den Zoll ab. {words}", "utf-8")
    assert main(["build", str(article), "--store", str(tmp_path / "store"), "--full-text"]) == 0
    with command(str(tmp_path / "store"), "--workers", "1") as server:
        (iri,) = read(server, "").leads_to("document")
        found = read(server, "document", iri=iri)
    assert words in found.text
    assert "lehnt" in found.parsed.marks
    assert "[…]" not in found.text


def test_a_position_has_everything_that_is_known_of_it(pages: Server) -> None:
    found = read(pages, "position", iri=position("Jorun Halvik", PATROL, "person"))
    for words in (
        "Jorun Halvik (für Nordland)",
        "Haltung lehnt ab (dagegen)",
        "Geäußert am 10. Januar 2031",
        "Form in indirekter Rede",
        "Gewissheit durch Dritte bekannt",
        "Überliefert durch Seeblatt Küstenpost berichtet die Küstenpost",
        "Konfidenz 90 %",
        "Gelesen mit diplokg 1 · test",
    ):
        assert words in found.text, words
    assert {str(HALVIK), party_iri("Nordland"), party_iri("Seeblatt", "medium")} <= found.leads_to("actor")


def test_a_position_has_others_of_its_holder_on_its_issue(pages: Server) -> None:
    one = position("Westmark", PATROL)
    others = read(pages, "position", iri=one).leads_to("position")
    assert len(others - {one}) == 1


def test_its_condition_is_told(pages: Server) -> None:
    assert "Bedingung falls alle zahlen" in read(pages, "position", iri=position("Ostheim", TOLL)).text


def test_what_the_graph_says_of_it_can_be_had_as_data(pages: Server) -> None:
    iri = position("Ostheim", TOLL)
    (link,) = (one for one in read(pages, "position", iri=iri).links if one.startswith("/query"))
    found = pages.ask("GET", link)
    assert (found.status, found.kind) == (200, "text/turtle; charset=utf-8")
    assert iri.rpartition("#")[2] in found.text


def test_a_publisher_has_its_articles_and_of_whom_it_tells(pages: Server) -> None:
    found = read(pages, "source", name=NORTH)
    assert "Quelle Nordblatt 1 Artikel" in found.text
    assert "Streit um den Sund 4. März 2031 · 3 Positionen" in found.text
    assert {str(HALVIK), party_iri("Ostheim"), party_iri("Seeblatt", "medium")} <= found.leads_to("actor")
    assert read(pages, "source", name=BREAKOUT).leads_to("document") == {ARTICLES[2]}


@pytest.mark.parametrize(
    ("words", "page", "iri"),
    [
        ("halv", "actor", str(HALVIK)),
        ("JORUN halvik", "actor", str(HALVIK)),
        ("Zoll", "issue", issue_iri(TOLL)),
        ("sund zoll", "issue", issue_iri(TOLL)),
        ("kurs", "document", ARTICLES[1]),
        (SCRIPT, "actor", party_iri(SCRIPT)),
    ],
)
def test_the_search_finds_names_and_headlines(pages: Server, words: str, page: str, iri: str) -> None:
    assert iri in read(pages, "search", q=words).leads_to(page)


def test_the_search_finds_publishers(pages: Server) -> None:
    assert "Akteure Nordland Staat Quellen Nordblatt" in read(pages, "search", q="nord").text


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "Namen von Akteuren"),
        ("  ", "Namen von Akteuren"),
        ("xyzzy", "nichts zu finden"),
        ("a" * 9999, "nichts zu"),
    ],
)
def test_a_search_for_nothing_and_one_that_finds_nothing_say_so(pages: Server, words: str, sentence: str) -> None:
    found = read(pages, "search", q=words)
    assert found.status == 200
    assert sentence in found.text


@pytest.mark.parametrize(("page", "name"), [("document", "iri"), ("position", "iri"), ("source", "name")])
@pytest.mark.parametrize("value", ["", "x", "urn:nobody", '"><script>'])
def test_what_is_not_known_is_told(pages: Server, page: str, name: str, value: str) -> None:
    found = read(pages, page, **{name: value})
    assert found.status == 404
    assert "Dazu weiß der Graph nichts" in found.text
