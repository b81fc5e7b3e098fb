"""Questions in SPARQL, and the stored ones with their values: the answer as a table, or to be taken away."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from rdflib import Literal, URIRef

from kg.errors import QueryError
from kg.namespaces import ACTOR, DOCUMENT, ISSUE
from kg.query.ask import query
from kg.query.labels import labels
from kg.query.render import render
from kg.query.stored import Stored, every, stored
from kg.query.table import Table
from kg.serve.pages.things import Names
from kg.serve.pages.wanted import Wanted
from kg.serve.worker import Reply
from kg.store import Store

FIRST = """SELECT ?holder ?stance ?target WHERE {
  ?position pos:holder ?holder ; pos:stance ?stance ; pos:target ?target .
}
LIMIT 20"""
SHOWN = 500  # rows; the others can be downloaded
FORMATS = {"csv": "text/csv", "json": "application/sparql-results+json", "turtle": "text/turtle"}
SUFFIXES = {"turtle": "ttl"}


@dataclass(frozen=True)
class Cell:
    """A value as it is shown; `page` and `iri` where it leads."""

    text: str
    iri: str = ""
    page: str = ""
    number: bool = False


@dataclass(frozen=True)
class Answer:
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    all: int
    notes: tuple[str, ...]
    formats: tuple[str, ...]


@dataclass(frozen=True)
class Editor:
    text: str
    stored: tuple[Stored, ...]
    name: str  # of the stored query that was asked
    given: dict[str, str]  # its values
    answer: Answer | None
    error: str


def page(store: Store, names: Names, wanted: Wanted) -> Editor | Reply:
    blank = refused(wanted, "")
    text = wanted.get("query")
    if not (blank.name or text):
        return blank
    try:
        table = asked(store, names, blank.name, text, blank.given)
        if wanted.get("format") in FORMATS:
            return taken_away(table, wanted.get("format"), blank.name)
    except QueryError as error:
        return replace(blank, error=str(error))
    return replace(blank, answer=answer(table))


def refused(wanted: Wanted, sentence: str) -> Editor:
    """The question as it was put, and why it has no answer."""
    name, text = wanted.get("name"), wanted.get("query")
    shown = every()[name].text if name in every() else text or FIRST
    given = {key: value for key, value in values(wanted, name) if value}
    return Editor(shown, tuple(every().values()), name, given, None, sentence)


def values(wanted: Wanted, name: str) -> Iterator[tuple[str, str]]:
    known = every().get(name)
    return ((one.name, wanted.get(one.name)) for one in (known.parameters if known else ()))


def asked(store: Store, names: Names, name: str, text: str, given: dict[str, str]) -> Table:
    """Raises `QueryError` for a question that has no answer."""
    if name:
        return query(store, stored(name).name, language=names.language, **given)
    if " " not in " ".join(text.split()):
        raise QueryError("This is one word, and no query; write one in SPARQL.")
    table = query(store, text)
    shown = {str(term) for row in table.terms[:SHOWN] for term in row if isinstance(term, URIRef)}
    return Table(table.kind, table.columns, table.terms, labels(store, sorted(shown), names.language))


def answer(table: Table) -> Answer:
    rows = (tuple(cell(term, table) for term in row) for row in islice(table.terms, SHOWN))
    formats = ("csv", "json", *(("turtle",) if table.kind == "construct" else ()))
    return Answer(table.columns, tuple(rows), len(table.terms), table.notes, formats)


def cell(term: object, table: Table) -> Cell:
    if isinstance(term, URIRef):
        return Cell(table.labels.get(str(term), str(term)), str(term), page_of(str(term)))
    counted = isinstance(term, Literal) and isinstance(term.value, int | float) and not isinstance(term.value, bool)
    return Cell("" if term is None else str(term), number=counted)


def page_of(iri: str) -> str:
    """Where more is to be had about a thing; empty where nowhere."""
    if iri.startswith(DOCUMENT):
        return "position" if "#p-" in iri else "" if "#" in iri else "document"
    return "actor" if iri.startswith(ACTOR) else "issue" if iri.startswith(ISSUE) else ""


def taken_away(table: Table, form: str, name: str) -> Reply:
    file = f"{name or 'answer'}.{SUFFIXES.get(form, form)}"
    disposition = ("Content-Disposition", f'attachment; filename="{file}"')
    return Reply(200, FORMATS[form], render(table, form).encode("utf-8", "replace"), (disposition,))
