"""Codings in a table, a row each, in the columns of `kg export --to csv`: holder, stance, target, sentence suffice."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.each import OnError
from kg.errors import InputError
from kg.exchange import given
from kg.exchange.cells import original
from kg.exchange.table import SEPARATOR
from kg.exchange.values import Article, Held, Named, Selection
from kg.output import shown
from kg.read.delimited import DELIMITERS, likeliest, names, parsed, rows
from kg.read.metadata import address, tag
from kg.read.streams import PIECE, opened

NEEDED = ("holder", "stance", "target", "sentence")
COPIED = ("sentence", "before", "after", "cue", "condition")
Row = Mapping[str, str]


def codings(path: Path, coder: str, on_error: OnError) -> Iterator[Held]:
    """The positions of a table with commas, semicolons or tabs; `coder` is who coded what has nobody in `coder`.

    Raises `InputError` if it cannot be read or lacks a column; a row that is wrong goes to `on_error`.
    """
    with opened(path) as file:
        delimiter = likeliest(file.peek(PIECE), b",")
        table = parsed(file, delimiter)
        header = [name.strip().lower() for name in names(path, next(table, None))]
        if missing := [name for name in NEEDED if name not in header]:
            raise InputError(f"the column {missing[0]!r} is missing; name it in the first row.", shown(path))
        for number, row in rows(table, header, DELIMITERS[delimiter]):
            try:
                if isinstance(row, ValueError):
                    raise row
                yield held({name: read(name, str(cell)) for name, cell in row.items()}, coder)
            except ValueError as error:
                on_error(InputError(f"{str(error).rstrip('.')}.", f"{shown(path)}, row {number}"))


def read(name: str, cell: str) -> str:
    """What was copied from the article is kept as it stands there."""
    return original(cell) if name in COPIED else original(cell).strip()


def held(row: Row, coder: str) -> Held:
    def cell(name: str) -> str:
        return row.get(name, "")

    if missing := [name for name in NEEDED if not cell(name).strip()]:
        raise ValueError(f"the {missing[0]} is missing")
    name = given.stance(cell("stance"))
    cue, condition = passage(row, "cue", "cue_"), passage(row, "condition", "condition_")
    return Held(
        iri="",
        holder=actor(row, "holder"),
        side=actor(row, "side") if cell("side") else None,
        stance=name,
        stance_name="",
        polarity=given.polarity(name),
        target=Named(given.iri(cell("target_iri")), cell("target"), "issue"),
        mode=given.mode(cell("mode")),
        factuality=given.factuality(cell("factuality")),
        date=given.date(cell("date")),
        confidence=given.confidence(cell("confidence")),
        evidence=(passage(row, "sentence"),),
        cues=(cue,) if cue.exact else (),
        conditions=(condition,) if condition.exact else (),
        via=hops(row),
        rule=members(cell("rule")),
        article=article(row),
        run="",
        coder=cell("coder") or coder,
    )


def actor(row: Row, name: str) -> Named:
    return given.named(row[name], row.get(f"{name}_iri", ""), row.get(f"{name}_kind", ""))


def members(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, (one.strip() for one in cell.split(SEPARATOR.strip()))))


def hops(row: Row) -> tuple[Named, ...]:
    """With IRIs and kinds where there is one for each name."""
    parts = [members(row.get(name, "")) for name in ("via", "via_iri", "via_kind")]
    iris, kinds = (part if len(part) == len(parts[0]) else ("",) * len(parts[0]) for part in parts[1:])
    return tuple(given.named(*one) for one in zip(parts[0], iris, kinds, strict=True))


def passage(row: Row, words: str, prefix: str = "") -> Selection:
    """At its place; -1 where that is not given."""
    start, end = (given.place(row.get(f"{prefix}{name}", "")) for name in ("start", "end"))
    exact = row.get(words, "")
    if start is None:
        return Selection(exact, start=-1, end=-1)
    end = max(start + len(exact), end or 0)
    around = (row.get("before", ""), row.get("after", "")) if not prefix else ("", "")
    return Selection(exact, *around, start, end)


def article(row: Row) -> Article:
    """What tells it from others; one of `kg extract` has its path or address in `document`."""
    known = given.sha256(row.get("sha256", ""))
    url, document = row.get("url", ""), row.get("document", "")
    published = given.date(row.get("published", ""))
    name = row.get("id", "") or ("" if known or row.get("title") or url else document)
    language = tag(row.get("language", ""))
    url = address(url) if url and not known else url
    return Article("", known, name, row.get("title", ""), published, row.get("publisher", ""), url, language)
