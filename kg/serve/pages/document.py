"""An article: its text, or what the graph quotes of it, with all that was found there, and its positions."""

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.namespaces import POS
from kg.serve.pages.marking import Mark, Piece, pieces, quoted
from kg.serve.pages.rows import Row, listed, node, rows
from kg.serve.pages.statements import Article, Statement, Words, article, passages, statements, told_by
from kg.serve.pages.things import Names, Thing
from kg.serve.pages.wanted import Wanted
from kg.store import Store


@dataclass(frozen=True)
class Tie:
    """Who speaks for whom, or holds which office where."""

    subject: Thing
    words: str
    object: Thing


@dataclass(frozen=True)
class Document:
    article: Article
    full: bool  # whether the graph has the text
    pieces: tuple[Piece, ...]
    kinds: tuple[str, ...]  # of what is marked in them
    positions: tuple[Statement, ...]
    ties: tuple[Tie, ...]
    story: tuple[Article, ...]  # others that print it


def page(store: Store, names: Names, wanted: Wanted) -> Document | None:
    """None for an article that is not known."""
    iri = node(wanted.get("iri"))
    found = article(store, iri.value) if iri else None
    if iri is None or found is None:
        return None
    positions = told_by(store, iri.value)
    told = rows(store, "ties-of-article", article=iri)
    marked = list(marks(store, positions, told))
    body = next((row["body"] for row in rows(store, "body", article=iri)), "")
    every = [mark for mark, _ in marked]
    shown = tuple(pieces(body, every) if body else quoted(((mark.start, words) for mark, words in marked), every))
    also = (article(store, row["other"]) for row in rows(store, "story", article=iri))
    return Document(
        article=found,
        full=bool(body),
        pieces=shown,
        kinds=tuple(dict.fromkeys(kind for piece in shown for kind in piece.kinds)),
        positions=tuple(statements(store, names, positions)),
        ties=tuple(ties(names, told)),
        story=tuple(one for one in also if one),
    )


def marks(store: Store, positions: list[str], told: list[Row]) -> Iterator[tuple[Mark, str]]:
    """All that is marked, each with its words; positions by their number, from 1."""
    for number, position in enumerate(positions, 1):
        for one in passages(store, position):
            yield marked(one, one.part, number)
        for hop in listed(store, position, str(POS.attribution)):
            if isinstance(hop, ox.NamedNode):
                yield from (marked(one, "hop", number) for one in passages(store, hop.value))
    for row in told:
        yield from (marked(one, "tie", 0) for one in passages(store, row["statement"]))


def marked(words: Words, kind: str, number: int) -> tuple[Mark, str]:
    """A quote that was cut ends where its words end."""
    return Mark(kind, words.start, words.start + len(words.text), number), words.text


def ties(names: Names, told: list[Row]) -> Iterator[Tie]:
    for row in told:
        yield Tie(names.thing(row["subject"]), names.label(row["relation"]), names.thing(row["object"]))
