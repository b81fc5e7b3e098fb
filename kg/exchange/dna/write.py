"""Positions as statements of DNA: person, organization, concept, agreement, each on its sentence.

`agreement` is the polarity of the stance. What is neither for nor against is of a statement type of its own, so that no
network counts it as either. The stance itself, the side and the like are further variables.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from functools import partial
from itertools import permutations
from sqlite3 import Connection, connect

from kg.errors import OutputError
from kg.exchange.dna import password
from kg.exchange.dna.entities import Entities, short
from kg.exchange.dna.schema import COLOURS, RELEASED, TABLES, VERSION
from kg.exchange.reading import positions
from kg.exchange.texts import rebuilt, utf16
from kg.exchange.values import Article, Held, Named
from kg.store import Store

OPENED_WITH = "diplokg"  # every coder; it keeps nobody out and only has to be there
ADMIN, PROGRAM = "Admin", "diplokg"
TYPES = ("DNA Statement", "neither for nor against")
AGREEMENT = "agreement"
NOTED = ("sha256", "id", "title", "published", "publisher", "url", "language")  # of an article
TEXTS = ("person", "organization", "concept", "side", "stance", "factuality", "mode", "date", "via", "confidence")
CODER_COLOURS = ((255, 255, 0), (51, 153, 255), (255, 102, 102), (102, 255, 0), (255, 153, 0), (153, 102, 255))
TYPE_COLOURS = ((239, 208, 51), (211, 211, 211))


def dna(store: Store, language: str) -> Iterator[bytes]:
    """A database of DNA 3.0; the same graph gives the same bytes (of one version of SQLite)."""
    found = [held for held in positions(store, language) if held.evidence]
    with closing(connect(":memory:")) as base:
        for name, columns in TABLES.items():
            base.execute(f"CREATE TABLE {name}({', '.join(columns)})")
        coders = add_coders(base, sorted({held.coder for held in found} - {"", PROGRAM, ADMIN}))
        variables = add_types(base)
        texts = add_documents(base, found)
        add_statements(base, found, coders, variables, texts)
        base.commit()
        yield base.serialize()


def insert(base: Connection, table: str, **values: object) -> int:
    marks = ", ".join("?" * len(values))
    row = [value.replace("\0", "\ufffd") if isinstance(value, str) else value for value in values.values()]
    done = base.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", row)  # noqa: S608 -- our names
    return done.lastrowid or 0


def add_coders(base: Connection, people: Sequence[str]) -> dict[str, int]:
    """The numbers of the coders; everybody sees and edits what the others coded."""
    insert(base, "SETTINGS", Property="version", Value=VERSION)
    insert(base, "SETTINGS", Property="date", Value=RELEASED)
    word, found = password.hashed(OPENED_WITH), dict[str, int]()
    for number, name in enumerate((ADMIN, PROGRAM, *people)):
        look = dict(zip(COLOURS, CODER_COLOURS[number % len(CODER_COLOURS)], strict=True))
        found[name] = insert(base, "CODERS", Name=short(name), Password=word, **look)
    for one, other in permutations(found.values(), 2):
        insert(base, "CODERRELATIONS", Coder=one, OtherCoder=other)
    return found


def add_types(base: Connection) -> dict[tuple[int, str], int]:
    """The numbers of the variables, by the number of the statement type and their name."""
    found = dict[tuple[int, str], int]()
    for label, colour in zip(TYPES, TYPE_COLOURS, strict=True):
        kind = insert(base, "STATEMENTTYPES", Label=label, **dict(zip(COLOURS, colour, strict=True)))
        for name in (*TEXTS[:3], *([AGREEMENT] if label == TYPES[0] else []), *TEXTS[3:]):
            data = "boolean" if name == AGREEMENT else "short text"
            found[kind, name] = insert(base, "VARIABLES", Variable=name, DataType=data, StatementTypeId=kind)
    return found


def add_documents(base: Connection, found: Sequence[Held]) -> dict[str, tuple[int, str]]:
    """The number and the text of each article, by its IRI."""
    passages = defaultdict[Article, list[Held]](list)
    for held in found:
        passages[held.article].append(held)
    texts = dict[str, tuple[int, str]]()
    for article in sorted(passages, key=lambda one: (one.published, one.iri)):
        # A line end of two characters is one in a text field of Java's, which would move everything behind it.
        text = text_of(article, passages[article]).replace("\r", " ")
        row = {"Title": short(article.name), "Text": text, "Coder": 2, "Source": short(article.publisher)}
        number = insert(base, "DOCUMENTS", **row, Notes=notes(article), Date=seconds(article.published))
        texts[article.iri] = number, text
    return texts


def text_of(article: Article, found: Sequence[Held]) -> str:
    try:
        return article.text or rebuilt(one for held in found for one in held.evidence)
    except ValueError as error:
        raise OutputError(f"{article.iri}: {error}.") from error


def notes(article: Article) -> str:
    """What DNA has no field for; `kg import` knows the article again by it."""
    return json.dumps({key: value for key in NOTED if (value := getattr(article, key))}, ensure_ascii=False)


def seconds(day: str) -> int:
    """Since 1970; 0 for a day that is not known, for DNA wants one."""
    try:
        return int(datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC).timestamp())
    except ValueError:
        return 0


def add_statements(
    base: Connection,
    found: Sequence[Held],
    coders: dict[str, int],
    variables: dict[tuple[int, str], int],
    texts: dict[str, tuple[int, str]],
) -> None:
    entities = Entities(partial(insert, base), variables)
    for held in found:
        kind = 2 if held.polarity == "neither" else 1
        document, text = texts[held.article.iri]
        start = min(held.sentence.start, max(0, len(text) - 1))
        stop = min(max(held.sentence.end, start + 1), len(text))
        place = {"Start": utf16(text, start), "Stop": utf16(text, stop)}
        coder = coders.get(held.coder) or coders[PROGRAM]
        statement = insert(base, "STATEMENTS", StatementTypeId=kind, DocumentId=document, **place, Coder=coder)
        for name, value in said(held).items():
            about = {"StatementId": statement, "VariableId": variables[kind, name]}
            insert(base, "DATASHORTTEXT", **about, Entity=entities.number(kind, name, value))
        if kind == 1:
            about = {"StatementId": statement, "VariableId": variables[kind, AGREEMENT]}
            insert(base, "DATABOOLEAN", **about, Value=int(held.polarity == "favour"))


def said(held: Held) -> dict[str, Named]:
    """The values of the variables: a person speaks for its side; whoever is none is the organization itself."""
    nobody, is_person = Named("", "", ""), held.holder.kind == "person"
    plain = {key: Named("", getattr(held, key), "") for key in ("stance", "factuality", "mode", "date")}
    return {
        "person": held.holder if is_person else nobody,
        "organization": (held.side or nobody) if is_person else held.holder,
        "concept": held.target,
        "side": held.side or nobody,
        **plain,
        "via": Named("", " | ".join(one.name for one in held.via), ""),
        "confidence": Named("", held.certainty, ""),
    }
