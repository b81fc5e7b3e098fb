"""Statements of DNA 3.0 → codings.

The types of statements that have a concept, and a person or an organization, are read, whatever else they have. The
person is the holder and the organization its side; without a person the organization is the holder. `agreement` is
`supports` or `opposes`, where no variable `stance` says more.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kg.each import OnError
from kg.errors import InputError
from kg.exchange import given
from kg.exchange.dna.schema import TABLES
from kg.exchange.dna.write import NOTED, PROGRAM
from kg.exchange.sheet import hops
from kg.exchange.texts import characters
from kg.exchange.values import Article, Held, Named, Selection
from kg.output import shown

STEPS = 200_000_000  # of SQLite's machine for one question; a large database takes a hundredth
MEND = "save it with DNA 3, which imports older ones"
STATEMENTS = """
SELECT s.ID, s.StatementTypeId, s.DocumentId, s.Start, s.Stop, c.Name FROM STATEMENTS s
JOIN CODERS c ON c.ID = s.Coder ORDER BY s.ID
"""
TEXTS = """
SELECT v.Variable, e.Value, e.ID FROM DATASHORTTEXT d JOIN VARIABLES v ON v.ID = d.VariableId
JOIN ENTITIES e ON e.ID = d.Entity WHERE d.StatementId = ?
"""
TRUTHS = """
SELECT v.Variable, d.Value FROM DATABOOLEAN d JOIN VARIABLES v ON v.ID = d.VariableId WHERE d.StatementId = ?
"""
ATTRIBUTES = """
SELECT a.AttributeVariable, v.AttributeValue FROM ATTRIBUTEVALUES v
JOIN ATTRIBUTEVARIABLES a ON a.ID = v.AttributeVariableId WHERE v.EntityId = ?
"""
DOCUMENT = "SELECT Title, Text, Source, Notes, Date FROM DOCUMENTS WHERE ID = ?"


def codings(path: Path, name: str, on_error: OnError) -> Iterator[Held]:
    """The statements of all coders; `name` is for those without one, and for the program, whose work was gone through.

    Raises `InputError` for what is no database of DNA 3.0; a statement that is wrong goes to `on_error`.
    """
    try:
        with closing(opened(path)) as base:
            check(base, path)
            reader = Reader(base, name)
            for row in base.execute(STATEMENTS):
                try:
                    if found := reader.held(*row):
                        yield found
                except (ValueError, TypeError, LookupError, OverflowError, OSError) as error:
                    on_error(InputError(f"{str(error).rstrip('.')}.", f"{shown(path)}, statement {row[0]}"))
    except (sqlite3.Error, OverflowError) as error:
        reason = " ".join(str(error).split())
        raise InputError(f"it cannot be read as a database ({reason}); save it again.", shown(path)) from error


def opened(path: Path) -> sqlite3.Connection:
    """Only to be read, and with a bound on what a crafted file can make SQLite do."""
    if not path.is_file():
        raise InputError("there is no such file; check the path.", shown(path))
    base = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    base.execute("PRAGMA trusted_schema = OFF")
    base.set_progress_handler(lambda: 1, STEPS)
    return base


def check(base: sqlite3.Connection, path: Path) -> None:
    """A view or a virtual table in a table's place would run what its maker wrote."""
    found = base.execute("SELECT name, type, sql FROM sqlite_master WHERE type IN ('table', 'view')").fetchall()
    plain = {name.upper() for name, kind, sql in found if kind == "table" and "VIRTUAL" not in str(sql).upper()[:40]}
    if not plain.issuperset(TABLES):
        raise InputError(f"it is no database of DNA 3; {MEND}.", shown(path))
    version = base.execute("SELECT Value FROM SETTINGS WHERE Property = 'version'").fetchone()
    if version is None or not str(version[0]).startswith("3."):
        raise InputError(f"it is of another version than DNA 3; {MEND}.", shown(path))


class Reader:
    """Statements with what they say, by the numbers of the database."""

    def __init__(self, base: sqlite3.Connection, coder: str) -> None:
        self._base, self._coder = base, coder
        self._articles: dict[int, Article] = {}

    def held(self, number: int, _: int, document: int, start: int, stop: int, coder: str) -> Held | None:
        """None for a statement of a type that says nobody's position."""
        texts = {str(name).lower(): (str(value), entity) for name, value, entity in self._rows(TEXTS, number)}
        if "concept" not in texts or not {"person", "organization"} & texts.keys():
            return None
        plain = {name: value for name, (value, _) in texts.items()}
        article = self._article(document)
        sentence = self._sentence(article, start, stop)
        stance = given.stance(plain["stance"]) if plain.get("stance") else self._agreement(number)
        person, organization = (self._named(*texts.get(name, ("", 0))) for name in ("person", "organization"))
        holder = replace(person, kind=person.kind or "person") if person.name else organization
        side = self._named(*texts["side"]) if plain.get("side") else organization if person.name else None
        if not (holder.name and plain["concept"]):
            raise ValueError(f"the {'concept' if holder.name else 'person and the organization'} is empty")
        return Held(
            iri="",
            holder=holder if holder.kind else replace(holder, kind="organisation"),
            side=side if side and side.name else None,
            stance=stance,
            stance_name="",
            polarity=given.polarity(stance),
            target=replace(self._named(*texts["concept"]), kind="issue"),
            mode=given.mode(plain.get("mode", "")),
            factuality=given.factuality(plain.get("factuality", "")),
            date=given.date(plain.get("date", "")),
            confidence=given.confidence(plain.get("confidence", "")),
            evidence=(sentence,),
            cues=(),
            conditions=(),
            via=hops(plain),
            rule=(),
            article=article,
            run="",
            coder=self._coder if coder in ("", PROGRAM) else str(coder),
        )

    def _rows(self, query: str, number: int) -> list[Any]:
        return self._base.execute(query, (number,)).fetchall()

    def _agreement(self, number: int) -> str:
        truths = {str(name).lower(): value for name, value in self._rows(TRUTHS, number)}
        if "agreement" not in truths:
            raise ValueError("it says neither agreement nor stance")
        return "supports" if truths["agreement"] else "opposes"

    def _named(self, name: str, entity: int) -> Named:
        """With the IRI and the kind that `kg export` put into the attributes; others' notes are none."""
        said = {str(key).lower(): str(value) for key, value in self._rows(ATTRIBUTES, entity)}
        iri = said.get("notes", "")
        if "://" not in iri or " " in iri:
            return Named("", name, "")
        kind = said.get("type", "")
        return given.named(name, iri, kind if kind != "issue" else "")

    def _article(self, number: int) -> Article:
        if number not in self._articles:
            self._articles[number] = article(*self._rows(DOCUMENT, number)[0])
        return self._articles[number]

    def _sentence(self, article: Article, start: int, stop: int) -> Selection:
        first, last = (characters(article.text, place) for place in (start, stop))
        words = article.text[first:last]
        if not words.strip():
            raise ValueError("it stands on no words of its document")
        return Selection(words, start=first, end=last)


def article(title: str, text: str, source: str, notes: str, seconds: int) -> Article:
    """By what `kg export` wrote into the notes, else by what DNA has."""
    day = datetime.fromtimestamp(seconds, UTC).date().isoformat() if seconds else ""
    said = noted(notes) or {"title": title, "published": day, "publisher": source}
    known = {key: str(said.get(key, "")) for key in NOTED}
    return Article("", text=str(text), **{**known, "published": given.date(known["published"])})


def noted(notes: str) -> dict[str, str]:
    try:
        found = json.loads(notes)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) and given.HASH.fullmatch(str(found.get("sha256", ""))) else {}
