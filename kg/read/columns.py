"""Which column of a table is which part of an article."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

# What the columns are called in the corpora and interfaces that people have, the likeliest first. »document« is not
# among them: in our own lines it is where an article lies. A full stop leads into what a JSON object holds.
USUAL: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "articlebody", "content", "fulltext", "maintext", "plaintext", "articletext", "article",
             "volltext", "artikeltext", "inhalt", "artikel"),
    "title": ("title", "headline", "heading", "titel", "überschrift", "schlagzeile"),
    "date": ("date", "published", "datepublished", "publishedat", "publisheddate", "publicationdate", "datepublish",
             "pubdate", "publishdate", "timestamp", "datum", "erscheinungsdatum", "veröffentlichungsdatum",
             "erschienen", "erschienenam", "veröffentlicht", "veröffentlichtam"),
    "publisher": ("publisher", "source.name", "publisher.name", "outlet", "newspaper", "publication", "medium",
                  "source", "sitename", "sourcedomain", "zeitung", "quelle", "herausgeber"),
    "url": ("url", "link", "address", "permalink", "uri", "sourceurl", "adresse", "webadresse"),
    "id": ("id", "docid", "documentid", "articleid", "uid", "uuid", "guid", "artikelid"),
    "language": ("language", "lang", "inlanguage", "sprache"),
}  # fmt: skip
SHOWN = 20  # columns in a message; more are no help


@dataclass(frozen=True)
class Columns:
    """The names of columns by the parts that they hold: those that were told, and for the others the usual names."""

    told: Mapping[str, str] = field(default_factory=dict)

    def of(self, names: Iterable[str]) -> dict[str, str]:
        """The part → the name of its column, among those that there are. Raises `ValueError` if no text is there."""
        there = list(names)
        told = {part: name for part, name in self.told.items() if holder(name, there)}
        guessed = {part: name for part in USUAL if part not in self.told and (name := guess(part, there))}
        if "text" not in told | guessed:
            raise missing(self.told.get("text"), there)
        return guessed | told

    def of_header(self, names: list[str]) -> dict[str, str]:
        """The same for a table whose rows all have the same columns. Raises `ValueError` for one that is not there."""
        for name in self.told.values():
            if not holder(name, names):
                raise missing(name, names)
        return self.of(names)


def missing(name: str | None, there: list[str]) -> ValueError:
    what = "no column that is called text" if name is None else f"no column {name!r}"
    return ValueError(f"there is {what}; name one of {listed(there)} with --columns PART=COLUMN")


def columns(text: str) -> Columns:
    """From `text=body,title=headline`. Raises `ValueError` for a part that there is not."""
    told: dict[str, str] = {}
    for pair in text.split(","):
        part, equals, name = (piece.strip() for piece in pair.partition("="))
        if part not in USUAL or not equals or not name:
            raise ValueError(f"{oneline(pair)!r} is not PART=COLUMN, with one of {', '.join(USUAL)} for PART")
        if part in told:
            raise ValueError(f"{part}=… is given twice; an article has one")
        told[part] = name
    return Columns(told)


def holder(name: str, there: list[str]) -> str | None:
    """The column of that name; of `source.name` it is `source`, if none is called like the whole."""
    first = name.partition(".")[0]
    return name if name in there else first if first in there else None


def guess(part: str, there: list[str]) -> str | None:
    """The column that a part usually has, whatever its capitals, hyphens and underscores."""
    plain = {re.sub(r"[\W_]", "", name.casefold()): name for name in reversed(there)}
    plain |= {name.casefold(): name for name in there if "." in name}
    return next((plain[usual] for usual in USUAL[part] if usual in plain), None)


def oneline(text: str) -> str:
    """A text as it stands in a message: on one line, with escapes for what cannot be printed."""
    return "".join(one if one.isprintable() else ascii(one)[1:-1] for one in " ".join(text.split()))


def listed(names: list[str]) -> str:
    """The first columns as they stand in a message, on one line and not too long."""
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return (", ".join(oneline(name[:40]) or "(no name)" for name in names[:SHOWN]) or "none") + more
