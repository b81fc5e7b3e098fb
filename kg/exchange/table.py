"""Positions as CSV, one line each (RFC 4180): what pandas, R and spreadsheets read, and `kg import` reads back."""

import csv
from collections.abc import Iterator
from io import StringIO

from kg.exchange.cells import harmless
from kg.exchange.reading import positions
from kg.exchange.values import Article, Held, Named, Selection
from kg.store import Store

SEPARATOR = " | "  # between the members of a list
NOBODY = Named("", "", "")
NOTHING = Held("", NOBODY, None, "", "", "", NOBODY, "", "", "", 0, (), (), (), (), (), Article(""), "", "")


def table(store: Store, language: str) -> Iterator[bytes]:
    """The columns are those of `kg extract`, flat, with what is known of the article; the sentence is the first."""
    yield line(list(row(NOTHING)))
    for held in positions(store, language):
        yield line([harmless(text) for text in row(held).values()])


def line(cells: list[str]) -> bytes:
    file = StringIO()
    csv.writer(file, quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n").writerow(cells)
    return file.getvalue().encode("utf-8", "replace")


def row(held: Held) -> dict[str, str]:
    side = held.side or NOBODY
    article, condition = held.article, (held.conditions or (Selection(""),))[0]
    return {
        "position": held.iri,
        "holder": held.holder.name,
        "holder_iri": held.holder.iri,
        "holder_kind": held.holder.kind,
        "side": side.name,
        "side_iri": side.iri,
        "side_kind": side.kind,
        "stance": held.stance,
        "target": held.target.name,
        "target_iri": held.target.iri,
        "via": SEPARATOR.join(one.name.replace("|", "/") for one in held.via),
        "via_iri": SEPARATOR.join(one.iri for one in held.via),
        "via_kind": SEPARATOR.join(one.kind for one in held.via),
        "mode": held.mode,
        "factuality": held.factuality,
        "date": held.date,
        "confidence": held.certainty,
        **passage("", held.sentence, "sentence"),
        "before": held.sentence.prefix,
        "after": held.sentence.suffix,
        **passage("cue_", held.cue, "cue"),
        **passage("condition_", condition, "condition"),
        "rule": SEPARATOR.join(held.rule),
        "sources": "" if held.sources is None else str(held.sources),
        "id": article.id,
        "title": article.title,
        "published": article.published,
        "publisher": article.publisher,
        "url": article.url,
        "language": article.language,
        "document": article.iri,
        "sha256": article.sha256,
        "coder": held.coder,
    }


def passage(prefix: str, selection: Selection, words: str) -> dict[str, str]:
    """The words and where they stand; all empty where there are none."""
    places = (str(place) if selection.exact else "" for place in (selection.start, selection.end))
    return {words: selection.exact, **dict(zip((f"{prefix}start", f"{prefix}end"), places, strict=True))}
