"""A German and an English article on one issue, linked by hand-made extractions: no pipeline of either is needed."""

import pytest

from kg.assemble import assemble
from kg.link.issues import IssueLinker, issue_linker
from kg.model import Document, Extraction, Party, Passage, Position
from kg.namespaces import ACTOR
from kg.query import issues, query
from kg.store import in_memory
from kg.store.local import LocalStore
from kg.store.terms import quads_of
from kg.vocabulary import load_vocabulary
from tests.assemble.examples import RUN

# language, article, holder, stance, words of the cue, words of the target
ARTICLES = [
    ("de", "Russland lehnt eine Präsenz von Nato-Truppen auf ukrainischem Territorium ab.", "russia",
     "opposes", "lehnt", "Präsenz von Nato-Truppen auf ukrainischem Territorium"),
    ("en", "France supports the stationing of NATO forces in Ukraine.", "france",
     "supports", "supports", "the stationing of NATO forces in Ukraine"),
    ("en", "Poland supports sanctions against Belarus.", "poland",
     "supports", "supports", "sanctions against Belarus"),
]  # fmt: skip
VOCABULARY = load_vocabulary()
TROOPS = "https://w3id.org/diplokg/issue/presence.troops.by-nato.in-ukraine"
SAID = [("de", "Russland", "lehnt ab"), ("en", "Frankreich", "unterstützt")]


def extraction(link: IssueLinker, language: str, text: str, holder: str, stance: str, *words: str) -> Extraction:
    """An article of one sentence with its one position."""
    document = Document(text, id=f"{language}-{holder}", language=language)
    actor = VOCABULARY.actors[str(ACTOR[holder])]
    party = Party(actor.label(language), "state", actor.iri)
    cue, target = (Passage(document, text.index(each), text.index(each) + len(each)) for each in words)
    position = Position(
        holder=party, side=party, stance=stance, target=link(target.text, language), via=(), mode="narrated",
        factuality="asserted", date=None, evidence=Passage(document, 0, len(text)), cue=cue, confidence=0.8,
        rule=("cue",),
    )  # fmt: skip
    return Extraction(document, (position,))


@pytest.fixture(scope="module")
def store() -> LocalStore:
    link = issue_linker(VOCABULARY)
    extractions = [extraction(link, *article) for article in ARTICLES]
    return in_memory(quads_of(assemble(extractions, VOCABULARY, RUN, broader=link.broader)))


def rows(store: LocalStore, **asked: str) -> list[tuple[str | None, ...]]:
    table = query(store, "languages", **asked)
    places = [table.columns.index(name) for name in ("language", "holder", "stance")]
    return [tuple(row[place] for place in places) for row in table.named]


@pytest.mark.parametrize("issue", ["", TROOPS, "Truppen", "troops in Ukraine", "issue:troops.in-ukraine"])
def test_one_query_finds_the_positions_of_both_languages(store: LocalStore, issue: str) -> None:
    assert rows(store, **({"issue": issue} if issue else {})) == SAID


def test_what_one_language_tells_alone_is_no_answer(store: LocalStore) -> None:
    assert rows(store, issue="sanctions") == []


def test_plain_sparql_joins_them_on_the_issue(store: LocalStore) -> None:
    table = query(
        store,
        """SELECT ?issue ?german ?english WHERE {
          ?german pos:target ?issue ; prov:wasDerivedFrom [ schema:inLanguage "de" ] .
          ?english pos:target ?issue ; prov:wasDerivedFrom [ schema:inLanguage "en" ] }""",
    )
    assert [row[0] for row in table.rows] == [TROOPS]


@pytest.mark.parametrize(("stored", "asked", "holders"), [
    ("opponents-of", "NATO troops", ["Russland"]),
    ("supporters-of", "Nato-Truppen", ["Frankreich"]),
])  # fmt: skip
def test_each_language_finds_what_the_other_wrote(
    store: LocalStore, stored: str, asked: str, holders: list[str]
) -> None:
    table = query(store, stored, issue=asked)
    assert [row[table.columns.index("holder")] for row in table.named] == holders


def test_the_issue_has_both_labels_and_the_positions_of_both(store: LocalStore) -> None:
    first = issues(store).rows[0]
    assert first == (
        "Präsenz von Nato-Truppen in der Ukraine", "presence of NATO troops in Ukraine", "2", "2", TROOPS,
    )  # fmt: skip
