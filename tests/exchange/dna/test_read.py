"""Statements of DNA as somebody coded them, without the variables that we add."""

from pathlib import Path
from sqlite3 import connect
from typing import Any

import pytest

from kg.errors import InputError, KgError
from kg.exchange.dna.schema import TABLES
from kg.exchange.reader import codings
from kg.exchange.values import Held

TEXT = "\U0001f600 Die Sonne scheint. Der Minister lehnt die Brücke ab."


def database(path: Path, *statements: dict[str, Any], version: str = "3.0.7", **tables: str) -> Path:
    """As DNA makes one: a document, a coder, statements with person, organization, concept and agreement."""
    base = connect(path)
    for name, columns in TABLES.items():
        base.execute(tables.get(name) or f"CREATE TABLE {name}({', '.join(columns)})")
    base.execute("INSERT INTO SETTINGS VALUES ('version', ?)", (version,))
    base.execute("INSERT INTO CODERS (ID, Name) VALUES (2, 'Coder 1')")
    base.execute(
        "INSERT INTO DOCUMENTS (ID, Title, Text, Coder, Source, Date) VALUES (1, 'Brücke', ?, 2, 'Bote', 86400)",
        (TEXT,),
    )
    base.execute("INSERT INTO STATEMENTTYPES (ID, Label) VALUES (1, 'DNA Statement')")
    for number, name in enumerate(("person", "organization", "concept"), 1):
        base.execute("INSERT INTO VARIABLES VALUES (?, ?, 'short text', 1)", (number, name))
    base.execute("INSERT INTO VARIABLES VALUES (4, 'agreement', 'boolean', 1)")
    for number, said in enumerate(statements, 1):
        start, stop = said["place"]
        base.execute("INSERT INTO STATEMENTS VALUES (?, 1, 1, ?, ?, 2)", (number, start, stop))
        for variable, name in enumerate(("person", "organization", "concept"), 1):
            row = (variable, said.get(name, ""))
            base.execute("INSERT OR IGNORE INTO ENTITIES (VariableId, Value) VALUES (?, ?)", row)
            (entity,) = base.execute("SELECT ID FROM ENTITIES WHERE VariableId = ? AND Value = ?", row).fetchone()
            base.execute(
                "INSERT INTO DATASHORTTEXT (StatementId, VariableId, Entity) VALUES (?, ?, ?)",
                (number, variable, entity),
            )
        base.execute(
            "INSERT INTO DATABOOLEAN (StatementId, VariableId, Value) VALUES (?, 4, ?)", (number, said["agrees"])
        )
    base.commit()
    base.close()
    return path


MINISTER = {"person": "Karl Tal", "organization": "Südland", "concept": "Brücke", "agrees": 0, "place": (22, 56)}


def one(path: Path) -> Held:
    (found,) = codings(path)
    return found


def test_a_statement_is_a_coding(tmp_path: Path) -> None:
    found = one(database(tmp_path / "x.dna", MINISTER))
    assert found.side is not None
    assert (found.holder.name, found.holder.kind, found.side.name) == ("Karl Tal", "person", "Südland")
    assert (found.stance, found.target.name, found.coder) == ("opposes", "Brücke", "Coder 1")
    assert found.sentence.exact == "Der Minister lehnt die Brücke ab."
    assert (found.article.title, found.article.publisher) == ("Brücke", "Bote")
    assert found.article.published == "1970-01-02"


def test_without_a_person_the_organization_holds_it(tmp_path: Path) -> None:
    found = one(database(tmp_path / "x.dna", MINISTER | {"person": "", "agrees": 1}))
    assert (found.holder.name, found.holder.kind, found.side) == ("Südland", "organisation", None)
    assert found.stance == "supports"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"concept": ""}, "the concept is empty."),
        ({"person": "", "organization": ""}, "the person and the organization is empty."),
        ({"place": (500, 600)}, "it stands on no words of its document."),
    ],
)
def test_a_statement_that_is_wrong_is_told(tmp_path: Path, changes: dict[str, Any], reason: str) -> None:
    path = database(tmp_path / "x.dna", MINISTER | changes, MINISTER)
    errors: list[KgError] = []
    assert len(list(codings(path, on_error=errors.append))) == 1
    assert [str(error) for error in errors] == [f"{path}, statement 1: {reason}"]


@pytest.mark.parametrize(
    "broken",
    [
        "UPDATE STATEMENTS SET Start = 'x', Stop = 'y' WHERE ID = 1",
        "UPDATE DOCUMENTS SET Date = 'gestern'",
        "UPDATE DOCUMENTS SET Date = 9000000000000000000",
        """UPDATE DOCUMENTS SET Notes = '{"sha256": "%s", "published": "nie"}'""" % ("0" * 64),
        "PRAGMA foreign_keys = OFF; DELETE FROM DOCUMENTS",
        "UPDATE DATABOOLEAN SET VariableId = 1 WHERE StatementId = 1",
    ],
)
def test_values_of_the_wrong_kind_are_told(tmp_path: Path, broken: str) -> None:
    path = database(tmp_path / "x.dna", MINISTER)
    base = connect(path)
    base.executescript(broken)
    base.close()
    errors: list[KgError] = []
    assert list(codings(path, on_error=errors.append)) == []
    assert [str(error).startswith(f"{path}, statement 1: ") for error in errors] == [True]


@pytest.mark.parametrize("name", ["", "diplokg"])
def test_what_nobody_or_the_program_coded_is_whose_file_it_is(tmp_path: Path, name: str) -> None:
    path = database(tmp_path / "anna.dna", MINISTER)
    base = connect(path)
    base.execute("UPDATE CODERS SET Name = ?", (name,))
    base.commit()
    base.close()
    assert one(path).coder == "anna"


def test_an_older_version_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="it is of another version than DNA 3; "):
        one(database(tmp_path / "x.dna", MINISTER, version="2.0 beta 19"))


def test_a_view_in_a_tables_place_is_not_run(tmp_path: Path) -> None:
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"
    path = tmp_path / "x.dna"
    database(path, MINISTER)
    base = connect(path)
    base.execute("ALTER TABLE REGEXES RENAME TO OLD")
    base.execute(f"CREATE VIEW REGEXES AS {endless}")
    base.commit()
    base.close()
    with pytest.raises(InputError, match="it is no database of DNA 3; "):
        one(path)


def test_nothing_is_written_beside_it(tmp_path: Path) -> None:
    path = database(tmp_path / "x.dna", MINISTER)
    before = path.read_bytes()
    one(path)
    assert [file.name for file in tmp_path.iterdir()] == ["x.dna"]
    assert path.read_bytes() == before
