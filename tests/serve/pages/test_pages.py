"""What the pages say of an actor and an issue, and in which language."""

from pathlib import Path

import pytest

from kg.cli import main
from kg.serve.pages.render import wordings
from kg.serve.pages.routes import preferred
from tests.serve.pages.land import ARTICLES, HALVIK, NORDLAND, PATROL, SHIPS, TOLL, WIDE, issue_iri, party_iri, position
from tests.serve.pages.reading import read
from tests.serve.server import Server, command

WESTMARK, OSTHEIM = party_iri("Westmark"), party_iri("Ostheim")


def test_the_first_page_says_how_much_there_is_what_is_new_and_what_is_contested(pages: Server) -> None:
    found = read(pages, "")
    assert "11 Positionen 8 Akteure 7 Themen 3 Artikel" in found.text
    assert "Umstrittene Themen Patrouille im Sund 1 dafür · 2 dagegen Zoll im Sund 1 dafür · 2 dagegen" in found.text
    assert {WESTMARK, str(NORDLAND)} <= found.leads_to("actor")
    assert {issue_iri(PATROL), issue_iri(TOLL)} <= found.leads_to("issue")


def test_an_actor_has_its_positions_the_newest_first_each_with_its_sentence(pages: Server) -> None:
    found = read(pages, "actor", iri=WESTMARK)
    assert "Staat Westmark" in found.text
    order = [found.text.index(words) for words in ("Inzwischen lehnt", "Westmark begrüßt", "Es seien vier")]
    assert order == sorted(order)
    assert {"lehnt", "begrüßt", "verwirft", "sagt"} == set(found.parsed.marks)
    assert {position("Westmark", PATROL), position("Westmark", SHIPS)} <= found.leads_to("position")
    assert "geäußert am 12. Mai 2031" in found.text


@pytest.mark.parametrize(("polarity", "count"), [("favour", 1), ("against", 2), ("neither", 1), ("rubbish", 4)])
def test_the_positions_of_an_actor_can_be_had_by_polarity(pages: Server, polarity: str, count: int) -> None:
    assert len(read(pages, "actor", iri=WESTMARK, polarity=polarity).parsed.marks) == count


def test_an_actor_agrees_and_disagrees_with_others_but_not_with_who_speaks_for_it(pages: Server) -> None:
    found = read(pages, "actor", iri=NORDLAND)
    assert "Übereinstimmungen Westmark 2 Übereinstimmungen" in found.text
    assert "Gegensätze Westmark 1 Gegensatz" in found.text
    assert "Ostheim" not in found.text  # that it is for a toll under a condition contradicts nobody yet
    assert "Jorun Halvik 1 Übereinstimmung" not in found.text


def test_an_actor_has_its_offices_with_the_words_that_say_so(pages: Server) -> None:
    found = read(pages, "actor", iri=HALVIK)
    assert "Jorun Halvik ist Minister von Nordland" in found.text
    assert ARTICLES[0] in found.leads_to("document")


def test_offices_of_the_list_of_actors_have_their_dates(root: Path, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Angela Merkel lehnte den Zoll ab. Auch Deutschland ist dagegen.", "utf-8")
    assert main(["build", str(article), "--store", str(tmp_path / "store")]) == 0
    with command(str(tmp_path / "store"), "--workers", "1") as server:
        person = read(server, "actor", iri="https://w3id.org/diplokg/actor/angela-merkel")
        state = read(server, "actor", iri="https://w3id.org/diplokg/actor/germany")
    assert "Deutschland 22. November 2005 – 8. Dezember 2021" in person.text
    assert "Angela Merkel" not in state.text.split("Ämter")[1].split("Aus dem mitgelieferten")[0]  # she was, and is not


def test_a_medium_has_those_whose_words_it_passes_on(pages: Server) -> None:
    found = read(pages, "actor", iri=party_iri("Seeblatt", "medium"))
    assert "Keine Position." in found.text
    assert "Gibt weiter Jorun Halvik 1" in found.text


def test_a_chain_is_told_nearest_to_the_holder_first(pages: Server) -> None:
    assert "bekannt durch Seeblatt → Küstenpost berichtet die Küstenpost" in read(pages, "actor", iri=HALVIK).text


def test_an_issue_has_who_is_for_it_and_who_against(pages: Server) -> None:
    columns = read(pages, "issue", iri=issue_iri(TOLL)).text.split("Wer wie dazu steht")[1]
    assert "dafür 1 Ostheim unterstützt 11. Februar 2031 · unter Bedingung dagegen 2 Nordland" in columns
    assert "neutral 0 niemand" in columns


def test_a_broader_issue_has_what_is_held_on_the_narrower_ones(pages: Server) -> None:
    found = read(pages, "issue", iri=WIDE)
    assert "dafür 2" in found.text
    assert "dagegen 3" in found.text
    assert "Enger gefasst Patrouille im Sund 3 Zoll im Sund 3" in found.text
    assert str(WIDE) in read(pages, "issue", iri=issue_iri(TOLL)).leads_to("issue")


def test_an_issue_has_who_moved(pages: Server) -> None:
    found = read(pages, "issue", iri=issue_iri(PATROL))
    assert "Wer sich bewegt hat Westmark 12. März 2031 unterstützt 12. Mai 2031 lehnt ab kehrt um" in found.text
    assert "Wer sich bewegt hat" not in read(pages, "issue", iri=issue_iri(TOLL)).text


def test_the_language_is_the_browsers_unless_the_address_says_one_which_its_links_keep(pages: Server) -> None:
    english = {"Accept-Language": "fr, en-GB;q=0.8, de;q=0.3"}
    found = read(pages, "actor", english, iri=WESTMARK)
    assert "Agreements" in found.text
    assert not any("lang=de" in link for link in found.links if link.startswith("/issue"))
    german = read(pages, "actor", english, iri=WESTMARK, lang="de")
    assert "Übereinstimmungen" in german.text
    assert all("lang=de" in link for link in german.links if link.startswith(("/issue", "/actor?lang", "/document")))


@pytest.mark.parametrize(
    ("header", "language"),
    [("", "de"), ("en", "en"), ("de-AT, en;q=0.9", "de"), ("en-US,de;q=0.9", "en"), ("fr", "de"), ("en;q=x", "de")],
)
def test_the_language_that_a_browser_prefers(header: str, language: str) -> None:
    assert preferred(header) == language


def test_both_languages_have_the_same_words() -> None:
    german, english = wordings().values()
    assert list(german) == list(english)
    assert list(german["counted"]) == list(english["counted"])


@pytest.mark.parametrize("page", ["actor", "issue"])
@pytest.mark.parametrize("iri", ["", "x", "urn:nobody", "urn:x> } #", '"><script>'])
def test_what_is_not_known_is_told(pages: Server, page: str, iri: str) -> None:
    found = read(pages, page, iri=iri)
    assert found.status == 404
    assert "Dazu weiß der Graph nichts" in found.text


def test_a_long_list_has_pages(pages: Server) -> None:
    found = read(pages, "actor", iri=WESTMARK, page="99999")
    assert (found.status, len(found.parsed.marks)) == (200, 4)
