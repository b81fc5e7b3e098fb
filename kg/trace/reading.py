"""From a graph to what the ledger is made of."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox

from kg.errors import QueryError
from kg.namespaces import POS
from kg.query.ask import solved
from kg.query.near import notes
from kg.query.values import value
from kg.store import Store
from kg.store.terms import Term
from kg.trace.said import Said
from kg.trace.speaking import Sides, in_office, speaking
from kg.trace.stances import stance
from kg.trace.voices import Link, origin, outside, voice

Row = dict[str, str | None]


@lru_cache
def text(name: str) -> str:
    return (Path(__file__).parent / f"{name}.rq").read_text("utf-8")


def rows(store: Store, name: str, values: dict[str, Term] | None = None, issues: Sequence[str] = ()) -> Iterator[Row]:
    """The answers to one of the queries of this folder; raises `QueryError` if the store cannot answer."""
    table = solved(store, only(text(name), issues), values or {})
    return (dict(zip(table.columns, row, strict=True)) for row in table.rows)


def only(query: str, issues: Sequence[str]) -> str:
    """The query of these issues, if there are any: all at once, since each alone would cost a walk through the store.

    A term prints itself as SPARQL has it, all escaped.
    """
    named = " ".join(str(ox.NamedNode(issue)) for issue in issues)
    return query.replace("WHERE {", f"WHERE {{\n  VALUES ?target {{ {named} }}", 1) if named else query


def the_actor(store: Store, name: str) -> str:
    """The IRI of the one actor of a name. Raises `QueryError` if there is none, or several."""
    given = value(name)
    found = [str(row["who"]) for row in rows(store, "actors", {"actor": given})]
    if len(found) == 1:
        return found[0]
    if found:
        raise QueryError(f"{name!r} names {len(found)} actors; take an IRI: {', '.join(found)}.")
    unknown = next(notes(store, {"actor": given}), f"{name!r} holds no position in this graph, and nobody for it.")
    raise QueryError(unknown)


def the_issues(store: Store, name: str) -> set[str]:
    """The issues that a name means. Raises `QueryError` if there is none."""
    given = value(name)
    if found := {str(row["target"]) for row in rows(store, "issues", {"issue": given})}:
        return found
    raise QueryError(next(notes(store, {"issue": given}), f"No position is on {name!r}."))


def said(store: Store, actor: str | None = None, issues: Iterable[str] = ()) -> list[Said]:
    """The positions of an actor and of those who speak for it, or of all; on these issues, or on all; by their days."""
    given = {"actor": value(f"<{actor}>")} if actor else {}
    on = sorted(set(issues))
    links, speakers, papers = chains(store, given, on), speaking(rows(store, "represents")), media(store)
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows(store, "positions", given, on):
        found[str(row["position"])].append(row)
    every = (one(alike, links.get(position, []), speakers, papers) for position, alike in found.items())
    return sorted(every, key=order)


def order(said: Said) -> tuple[str, date, str]:
    return said.issue, said.day or date.max, said.position


def chains(store: Store, given: dict[str, Term], issues: Sequence[str]) -> dict[str, list[Link]]:
    """Position → its hops, the nearest to the holder first. Each comes twice: for the holder, and for its side."""
    found: dict[str, set[tuple[int, Link]]] = defaultdict(set)
    for row in rows(store, "hops", given, issues):
        link = Link(str(row["party"]), row["medium"] == "true", row["unnamed"] == "true")
        found[str(row["position"])].add((int(row["step"] or 0), link))
    return {
        position: [link for _, link in sorted(links, key=lambda pair: pair[0])] for position, links in found.items()
    }


def media(store: Store) -> dict[str, str]:
    """What media are called, in lower case → the medium."""
    return {str(row["name"]).lower(): str(row["medium"]) for row in rows(store, "media")}


def one(alike: list[Row], chain: list[Link], speakers: Sides, papers: Mapping[str, str]) -> Said:
    """A position out of its rows: several sentences may tell it."""
    row = min(alike, key=lambda row: (row["sentence"] or "", row["condition"] or ""))
    holder, side = str(row["holder"]), row["side"]
    day = first_day(row["said"], row["published"])

    def speaks_for(party: str) -> set[str]:
        return speakers.get(party) or in_office(party, day)

    others = outside(chain, holder, side, speaks_for)
    story = row["story"] or str(row["source"])
    return Said(
        position=str(row["position"]),
        holder=holder,
        side=side,
        official=side is None or side == holder or side in speaks_for(holder),
        issue=str(row["target"]),
        stance=stance(str(row["stance"])),
        condition=row["condition"],
        day=day,
        expressed=first_day(row["said"]) is not None,
        earlier=row["before"] is not None,
        speculative=row["factuality"] == str(POS.speculative),
        voice=voice(str(row["mode"]).removeprefix(str(POS)), others),
        by=others[0].party if others else None,
        chain=origin(chain, holder, side, speaks_for) or teller(row, papers),
        sentence=str(row["sentence"]),
        source=str(row["source"]),
        story=story,
        language=row["language"] or "",
    )


def teller(row: Row, papers: Mapping[str, str]) -> str:
    """Whom an article itself rests on: the story that it prints, else its paper, else it alone."""
    paper = row["publisher"] or ""
    return row["story"] or papers.get(paper.lower()) or paper or str(row["source"])


def first_day(*texts: str | None) -> date | None:
    """The first that is a day: another program's graph may have anything there."""
    for given in texts:
        try:
            return date.fromisoformat((given or "")[:10])
        except ValueError:
            continue
    return None


def same_words(one: str | None, other: str | None) -> bool:
    return plain(one) == plain(other)


def plain(words: str | None) -> str:
    return " ".join(re.findall(r"\w+", (words or "").casefold()))
