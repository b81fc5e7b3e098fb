"""Questions of a reader's own, and the stored ones, with the answers as a table and to be taken away."""

import csv
import io
import json
from pathlib import Path

import pytest

from kg.query import names
from tests.serve.pages.conftest import filled
from tests.serve.pages.land import HALVIK, PATROL, issue_iri, position
from tests.serve.pages.reading import read
from tests.serve.server import RUNAWAY, Server, limited


def test_a_question_is_answered_by_a_table_whose_things_lead_to_their_pages(pages: Server) -> None:
    text = "SELECT ?position ?holder ?target (7 AS ?n) { ?position pos:holder ?holder ; pos:target ?target }"
    found = read(pages, "ask", query=text)
    assert "Antwort 11 Zeilen" in found.text
    assert position("Jorun Halvik", PATROL, "person") in found.leads_to("position")
    assert str(HALVIK) in found.leads_to("actor")
    assert issue_iri(PATROL) in found.leads_to("issue")
    assert "Jorun Halvik Patrouille im Sund 7" in found.text
    assert text in found.text  # the question stays to be worked on


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ASK { ?s ?p ?o }", "answer true"),
        ("CONSTRUCT { ?s a pos:X } WHERE { ?s a pos:Hop }", "subject predicate object"),
    ],
)
def test_other_questions_have_tables_too(pages: Server, text: str, words: str) -> None:
    assert words in read(pages, "ask", query=text).text


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"query": "SELECT * WHERE { ?s ?p }"}, "The query is not valid SPARQL (line 1, column"),
        ({"query": "DROP ALL"}, "The query changes data; ask with SELECT"),
        ({"query": "rubbish"}, "This is one word, and no query"),
        ({"query": "SELECT * WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"}, "SERVICE is refused"),
        ({"name": "opponents-of"}, "opponents-of needs issue"),
        ({"name": "opponents"}, "No stored query is called 'opponents'; did you mean opponents-of?"),
        ({"name": "opponents-of", "issue": "Fische"}, "No issue has 'Fische' in its name"),
        ({"name": "positions-of", "actor": "<urn:x y>"}, "is no IRI"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence_above_the_answer(
    pages: Server, values: dict[str, str], sentence: str
) -> None:
    found = read(pages, "ask", **values)
    assert found.status == 200
    assert sentence in found.text


def test_the_stored_queries_are_there_with_a_field_for_each_value(pages: Server) -> None:
    found = read(pages, "ask")
    assert all(f" {name} " in found.text for name, _ in names())
    assert 'name="issue"' in found.answer.text
    assert 'name="actor"' in found.answer.text


def test_a_stored_query_is_asked_with_its_values_which_are_no_sparql(pages: Server) -> None:
    found = read(pages, "ask", name="opponents-of", issue="Zoll")
    assert "Nordland" in found.text.split("Antwort")[1]
    hostile = read(pages, "ask", name="opponents-of", issue='") || true || ("')
    assert "No issue has" in hostile.text


@pytest.mark.parametrize(
    "values", [{"name": "opponents-of", "issue": "Zoll"}, {"query": "SELECT ?s { ?s pos:party ?o }"}]
)
def test_an_answer_can_be_taken_away(pages: Server, values: dict[str, str]) -> None:
    links = {link for link in read(pages, "ask", **values).links if "format=" in link}
    answers = {link.rpartition("format=")[2]: pages.ask("GET", link) for link in links}
    assert set(answers) == {"csv", "json"}
    assert len(list(csv.reader(io.StringIO(answers["csv"].text)))) > 1
    assert json.loads(answers["json"].text)["results"]["bindings"]
    assert all(one.headers["content-disposition"].startswith("attachment; ") for one in answers.values())


def test_a_long_answer_is_cut_on_the_page_alone(pages: Server) -> None:
    text = "SELECT ?s ?p ?o WHERE { ?s ?p ?o }"
    found = read(pages, "ask", query=text)
    assert "Zu sehen sind die ersten 500" in found.text
    link = next(link for link in found.links if "format=csv" in link)
    assert len(list(csv.reader(io.StringIO(pages.ask("GET", link).text)))) > 501


def test_a_question_that_is_too_long_is_refused(pages: Server) -> None:
    found = read(pages, "ask", query="SELECT * WHERE { ?s ?p ?o } #" + "x" * 70000)
    assert (found.status, "longer than 65536 bytes" in found.text) == (413, True)


def test_a_question_that_takes_too_long_stays_to_be_put_in_another_way(tmp_path: Path) -> None:
    with limited(filled(tmp_path / "store"), seconds=1, workers=1) as server:
        found = read(server, "ask", query=RUNAWAY)
    assert found.status == 504
    assert "The query took longer than 1 s and was ended; ask for less." in found.text
    assert RUNAWAY in found.text


def test_what_programs_can_ask_is_listed(pages: Server) -> None:
    found = read(pages, "about", lang="en")
    assert "/query Queries in SPARQL 1.1" in found.text
    assert "GET only" in found.text
