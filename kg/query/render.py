"""Tables as text: aligned for a terminal, CSV, SPARQL 1.1 results in JSON, Turtle."""

import csv
import io
import json
import unicodedata
from collections.abc import Callable
from textwrap import shorten
from typing import Any

import pyoxigraph as ox
from rdflib import BNode, Literal, URIRef
from rdflib.term import Node

from kg.errors import QueryError
from kg.query.table import Table
from kg.store import serialized
from kg.store.formats import NAMESPACES
from kg.store.terms import quad

LONGEST = 80  # characters of a cell on a terminal
SHORTEST = 7  # characters to which a cell may be cut
GAP = "  "


def render(table: Table, format: str = "table", width: int | None = None) -> str:
    """The table as `table`, `csv`, `json` or `turtle`, with a line end at its end.

    In `table` cells are cut so that a line has at most `width` characters, as far as seven a column allow.
    """
    if format not in FORMATS:
        raise QueryError(f"{format!r} is no format of results; there are {', '.join(FORMATS)}.")
    return as_table(table, width) if format == "table" else FORMATS[format](table)


def as_table(table: Table, width: int | None = None) -> str:
    """For a reader: names for IRIs, long texts cut, nothing in it that a terminal would obey."""
    cells = [list(table.columns), *([clean(cell) for cell in row] for row in table.named)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(table.columns))]
    if width:
        longest = fitting(widths, width - len(GAP) * (len(widths) - 1))
        cells = [[cut(cell, longest) for cell in row] for row in cells]
        widths = [min(one, longest) for one in widths]
    cells.insert(1, ["-" * width for width in widths])
    lines = [GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]
    return "\n".join(lines) + "\n"


def fitting(widths: list[int], room: int) -> int:
    """How long a cell may be for a line to fit: the widest columns give first."""
    longest = max(widths, default=0)
    while longest > SHORTEST and sum(min(width, longest) for width in widths) > room:
        longest -= 1
    return longest


def cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def clean(cell: str | None) -> str:
    """One line without control characters, at most 80 characters; IRIs with a prefix where there is one.

    Spaces before a text stay, since they say what stands below what.
    """
    text = "".join(" " if unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp") else letter for letter in cell or "")
    indent = " " * (len(cell or "") - len((cell or "").lstrip(" ")))
    return indent + (shorten(short(text), LONGEST, placeholder=" …") if " " in text else short(text))


def short(text: str) -> str:
    for prefix, namespace in NAMESPACES.items():
        if text.startswith(namespace):
            return f"{prefix}:{text.removeprefix(namespace)}"
    return text


def as_csv(table: Table) -> str:
    """For a spreadsheet or a program (RFC 4180): every value in full, and a `…Label` column beside those with names."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    spread = with_labels(table)
    writer.writerow(spread.columns)
    writer.writerows([cell or "" for cell in row] for row in spread.rows)
    return out.getvalue()


def as_json(table: Table) -> str:
    """SPARQL 1.1 Query Results JSON Format, with a `…Label` variable beside those with names."""
    if table.kind == "ask":
        answer: dict[str, Any] = {"head": {}, "boolean": table.rows == (("true",),)}
    else:
        spread = with_labels(table)
        rows = [zip(spread.columns, row, strict=True) for row in spread.terms]
        bindings = [{name: as_binding(term) for name, term in row if term is not None} for row in rows]
        answer = {"head": {"vars": list(spread.columns)}, "results": {"bindings": bindings}}
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def as_binding(term: Node) -> dict[str, str]:
    if isinstance(term, URIRef):
        return {"type": "uri", "value": str(term)}
    if isinstance(term, BNode):
        return {"type": "bnode", "value": str(term)}
    found = {"type": "literal", "value": str(term)}
    if isinstance(term, Literal) and term.language:
        found["xml:lang"] = term.language
    elif isinstance(term, Literal) and term.datatype:
        found["datatype"] = str(term.datatype)
    return found


def as_turtle(table: Table) -> str:
    """The triples that CONSTRUCT or DESCRIBE made; raises `QueryError` for other queries."""
    if table.kind != "construct":
        raise QueryError("Only CONSTRUCT and DESCRIBE answer with a graph; take another format than turtle.")
    quads = [quad(row[0], row[1], row[2], None) for row in table.terms if row[0] and row[1] and row[2]]
    return serialized(quads, ox.RdfFormat.TURTLE).decode()


def with_labels(table: Table) -> Table:
    """A column of names after each column that has some."""
    names = [[table.labels.get(str(term)) for term in column] for column in zip(*table.terms, strict=True)]
    named = [number for number, column in enumerate(names) if any(column)]
    columns = [[name, f"{name}Label"] if number in named else [name] for number, name in enumerate(table.columns)]
    rows = []
    for count, row in enumerate(table.terms):
        cells: list[Node | None] = []
        for number, term in enumerate(row):
            name = names[number][count]
            cells += [term, Literal(name) if name else None] if number in named else [term]
        rows.append(tuple(cells))
    return Table(table.kind, tuple(name for pair in columns for name in pair), tuple(rows))


FORMATS: dict[str, Callable[[Table], str]] = {
    "table": as_table,
    "csv": as_csv,
    "json": as_json,
    "turtle": as_turtle,
}
