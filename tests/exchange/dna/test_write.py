"""A database of DNA, asked what DNA 3.0.11 asks (`Sql.java` and `HeadlessDna.java` of its source).

DNA itself is not run here. The tables, their columns and keys were compared with those of the database that rDNA comes
with, and so was the hash of passwords.
"""

import json
from base64 import b64decode
from dataclasses import replace
from sqlite3 import Connection, connect
from typing import Any

import pytest

from kg.assemble import assemble
from kg.exchange.dna.password import encoded, hashed
from kg.exchange.dna.schema import SHORT, TABLES
from kg.exchange.dna.write import OPENED_WITH, dna
from kg.model import Document, Passage
from kg.store import in_memory
from kg.store.local import LocalStore
from kg.store.terms import quads_of
from kg.vocabulary import load_vocabulary
from tests.assemble.examples import ARTICLE, DOCUMENT, OPPOSES, RUN
from tests.exchange.graphs import HOSTILE, POSITIONS, STORES, store


@pytest.fixture(params=["bridge", "hostile", "empty"])
def graph(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def base(graph: str) -> Connection:
    return database(STORES[graph])


@pytest.fixture
def bridge() -> Connection:
    return database(STORES["bridge"])


def database(graph: LocalStore) -> Connection:
    connection = connect(":memory:")
    connection.deserialize(b"".join(dna(graph, "de")))
    return connection


def asked(base: Connection, query: str, *values: Any) -> list[Any]:
    return base.execute(query, values).fetchall()


def test_sqlite_finds_it_whole(base: Connection) -> None:
    assert asked(base, "PRAGMA integrity_check") == [("ok",)]
    assert asked(base, "PRAGMA foreign_key_check") == []


def test_dna_opens_it(base: Connection) -> None:
    """`HeadlessDna.openDatabase`: the password of the coder, then a version that begins with 3.0."""
    assert asked(base, "SELECT Password FROM CODERS WHERE ID = ?", 1) == [(hashed(OPENED_WITH),)]
    ((version,),) = asked(base, "SELECT Value FROM SETTINGS WHERE Property = 'version'")
    assert version.startswith("3.0")


def test_a_statement_has_a_value_for_each_of_its_variables(base: Connection, graph: str) -> None:
    statements = asked(base, "SELECT ID, StatementTypeId FROM STATEMENTS")
    assert len(statements) == POSITIONS[graph]
    for statement, kind in statements:
        wanted = asked(base, "SELECT ID FROM VARIABLES WHERE StatementTypeId = ? ORDER BY ID", kind)
        found = asked(
            base,
            "SELECT VariableId FROM DATASHORTTEXT WHERE StatementId = ?1 UNION "
            "SELECT VariableId FROM DATABOOLEAN WHERE StatementId = ?1 ORDER BY 1",
            statement,
        )
        assert found == wanted


def test_an_entity_has_a_value_for_each_of_its_attributes(base: Connection) -> None:
    missing = asked(
        base,
        "SELECT e.ID FROM ENTITIES e JOIN ATTRIBUTEVARIABLES a ON a.VariableId = e.VariableId "
        "LEFT JOIN ATTRIBUTEVALUES v ON v.EntityId = e.ID AND v.AttributeVariableId = a.ID WHERE v.ID IS NULL",
    )
    assert missing == []
    variables = asked(base, "SELECT ID FROM VARIABLES WHERE DataType = 'short text' ORDER BY ID")
    assert asked(base, "SELECT VariableId FROM ENTITIES WHERE Value = '' ORDER BY VariableId") == variables


def test_dna_shows_who_agrees_with_what(bridge: Connection) -> None:
    """`Sql.getStatements`: the values of the variables by statement."""
    rows = asked(
        bridge,
        "SELECT v.Variable, e.Value FROM DATASHORTTEXT d JOIN VARIABLES v ON v.ID = d.VariableId "
        "JOIN ENTITIES e ON e.ID = d.Entity AND e.VariableId = d.VariableId WHERE d.StatementId = ("
        "SELECT d.StatementId FROM DATASHORTTEXT d JOIN ENTITIES e ON e.ID = d.Entity WHERE e.Value = 'Ada Beispiel')",
    )
    assert dict(rows) == {
        "person": "Ada Beispiel",
        "organization": "Nordland",
        "concept": "Bau: Brücke",
        "side": "Nordland",
        "stance": "opposes",
        "factuality": "reported",
        "mode": "direct",
        "date": "2031-05-06",
        "via": "Morgenblatt | DPX",
        "confidence": "0.75",
    }
    stances = asked(
        bridge,
        "SELECT DISTINCT e.Value, b.Value FROM DATABOOLEAN b JOIN DATASHORTTEXT d ON d.StatementId = b.StatementId "
        "JOIN VARIABLES v ON v.ID = d.VariableId JOIN ENTITIES e ON e.ID = d.Entity WHERE v.Variable = 'stance'",
    )
    assert {("opposes", 0), ("supports", 1)} <= set(stances)
    assert len(stances) == len(dict(stances))


def test_what_is_neither_for_nor_against_is_no_agreement() -> None:
    threat = replace(ARTICLE, positions=(replace(OPPOSES, stance="threatens"),))
    base = database(in_memory(quads_of(assemble([threat], load_vocabulary(), RUN))))
    assert asked(base, "SELECT t.Label FROM STATEMENTS s JOIN STATEMENTTYPES t ON t.ID = s.StatementTypeId") == [
        ("neither for nor against",)
    ]
    assert asked(base, "SELECT count(*) FROM DATABOOLEAN") == [(0,)]


def test_a_statement_stands_on_its_sentence_and_the_rest_of_the_article_is_left_out(bridge: Connection) -> None:
    ((text, notes),) = asked(bridge, "SELECT Text, Notes FROM DOCUMENTS WHERE Title = ?", DOCUMENT.title)
    assert len(text) <= len(DOCUMENT.text)
    assert json.loads(notes)["sha256"] == DOCUMENT.sha256
    places = asked(bridge, "SELECT Start, Stop FROM STATEMENTS s JOIN DOCUMENTS d ON d.ID = s.DocumentId "
                           "WHERE d.Title = ?", DOCUMENT.title)  # fmt: skip
    found = {text[start:stop] for start, stop in places}
    assert found == {position.evidence.text for position in ARTICLE.positions}


def test_the_whole_text_is_there_if_the_graph_has_it() -> None:
    assert asked(database(store(ARTICLE, full_text=True)), "SELECT Text FROM DOCUMENTS") == [(DOCUMENT.text,)]


def test_hostile_text_is_data() -> None:
    base = database(STORES["hostile"])
    assert {row[0] for row in asked(base, "SELECT name FROM sqlite_master WHERE type = 'table'")} == set(TABLES)
    values = {row[0] for row in asked(base, "SELECT Value FROM ENTITIES")}
    assert {text.replace("\0", "\ufffd") for text in HOSTILE if len(text) <= SHORT} <= values


def test_places_are_counted_as_java_counts_them() -> None:
    """A sign beyond the first 65,536 takes two units in a text of Java's."""
    document = Document("\U0001f600 Nordland lehnt ab.", id="x", language="de")
    words = Passage(document, 2, 20)
    one = replace(ARTICLE, document=document, positions=(replace(OPPOSES, evidence=words, cue=words),), relations=())
    base = database(store(replace(one, mentions=())))
    assert asked(base, "SELECT Start, Stop FROM STATEMENTS") == [(3, 21)]


def test_the_hash_is_that_of_jasypt() -> None:
    """The password »sample« as the database has it that comes with rDNA."""
    known = "t7STqOHxpl+RXxRUgjsEno+e/38banaYjANbdYQ1geGfH6Xlc2roWgYrPbpCeg5M"
    assert encoded("sample", b64decode(known)[:16]) == known
