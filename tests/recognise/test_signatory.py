"""Who says »we« in English press releases and joint statements: the signatory, whom the text or its headline names."""

from datetime import date

import pytest

from kg.link.cast import Cast
from kg.model import Document
from kg.pipeline import Reader, reader
from kg.recognise.signatory import addressed

WE = "We reject the tariffs on fish.\n\nWe support the ceasefire in Lebanon."
TAKEN_UP = {"tariffs on fish", "ceasefire in Lebanon"}


@pytest.fixture(scope="module")
def english() -> Reader:
    return reader("en")


def headline(english: Reader, title: str) -> Cast:
    return english.line(Document("text", "text", language="en"), title)


def holders(english: Reader, text: str, title: str = "") -> dict[str, str]:
    found = english.extract(Document(text, "text", language="en", title=title, published=date(2025, 3, 4)))
    return {each.target.name: each.holder.name for each in found.positions}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Statement by Foreign Minister Jonas Merk on Fish", "Jonas Merk"),
        ("Secretary Merk's Statement on Sudan", "Merk"),
        ("UK statement on the elections in Belarus", "United Kingdom"),
        ("G7 Foreign Ministers' Statement on Iran", "G7 Foreign Ministers"),
        ("Joint Statement from the Leaders of Norway and Japan", "Leaders of Norway and Japan"),
        ("Statement by the High Representative on behalf of the European Union on Georgia", "European Union"),
        ("Remarks by Ambassador Linda Crane at a Briefing on Syria", "Linda Crane"),
        ("Norwegian paper interviews Jonas Merk", "Jonas Merk"),
    ],
)
def test_the_headline_names_who_speaks(english: Reader, title: str, name: str) -> None:
    party = addressed(headline(english, title))
    assert party is not None
    assert party.name == name


@pytest.mark.parametrize(
    "title",
    [
        "Joint Statement on the Situation in Sudan",
        "Statement on the Situation of Refugees in Chad",
        "Remarks With Foreign Minister Jonas Merk Before Their Meeting",
        "Russia rejects statement by Ukraine",
    ],
)
def test_what_a_statement_is_about_does_not_speak(english: Reader, title: str) -> None:
    assert addressed(headline(english, title)) is None


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("Norway welcomed the talks. ", ""),  # news
        ("Norway is imposing new sanctions on Russia. ", "Norway"),
        ("Foreign Minister Jonas Merk said:\n\n", "Jonas Merk"),
        ("The text of the following statement was released by the ministers of Norway and Japan.\n\n",
         "ministers of Norway and Japan"),
        ("We, the Foreign Ministers of Norway, Japan and Canada, met in Oslo. ",
         "Foreign Ministers of Norway, Japan and Canada"),
    ],
)  # fmt: skip
def test_we_are_who_issues_the_text(english: Reader, opening: str, name: str) -> None:
    found = {target: holder for target, holder in holders(english, opening + WE).items() if target in TAKEN_UP}
    assert found == (dict.fromkeys(TAKEN_UP, name) if name else {})


def test_a_quotation_below_an_introduction_is_no_statement(english: Reader) -> None:
    text = "Jonas Merk said:\n\n“We reject the tariffs.”\n\nWe asked him twice. Our reporter was there."
    assert set(holders(english, text).values()) <= {"Jonas Merk"}


def test_a_state_whose_ministry_publishes_says_we(english: Reader) -> None:
    text = "The ministers met in Oslo on Monday. We reject the tariffs on fish."
    by_ministry, by_paper = (
        english.extract(Document(text, "text", language="en", publisher=publisher)).positions
        for publisher in ("German Federal Foreign Office", "Reuters")
    )
    assert [each.holder.name for each in by_ministry] == ["Germany"]
    assert by_paper == ()
