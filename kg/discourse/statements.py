"""What networks of discourse are made of: who is for or against what, one statement a position of the graph."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal as OneOf

from kg.errors import QueryError
from kg.namespaces import POS
from kg.query.ask import Graph, opened, query
from kg.store.literals import share

By = OneOf["holder", "side"]
Once = OneOf["source", "week", "month", "year", "ever"]
SIGNS = {str(POS.favour): 1, str(POS.against): -1, str(POS.neither): 0}
COLUMNS = ("position", "holder", "side", "issue", "polarity", "day", "confidence", "source")
STATEMENTS = """
SELECT ?position ?holder ?side ?issue ?polarity ?day ?confidence ?source WHERE {
  ?position a pos:Position ; pos:holder ?holder ; pos:target ?issue ; pos:stance/pos:polarity ?polarity ;
    pos:factuality ?factuality ; pos:confidence ?confidence ; prov:wasDerivedFrom ?article .
  FILTER(?factuality != pos:speculative && isIRI(?holder) && isIRI(?issue))
  FILTER NOT EXISTS { ?position pos:condition ?condition }
  OPTIONAL { ?position pos:onBehalfOf ?side }
  OPTIONAL { ?position pos:expressedOn ?said }
  OPTIONAL { ?article schema:datePublished ?published }
  OPTIONAL { ?article pos:story ?story }
  BIND(COALESCE(?said, ?published) AS ?day)
  BIND(COALESCE(?story, ?article) AS ?source)
} ORDER BY ?position ?source ?side ?issue ?holder ?polarity ?day ?confidence
"""


@dataclass(frozen=True)
class Statement:
    """An actor that is for (1), against (-1) or neither (0) on an issue."""

    actor: str
    issue: str
    polarity: int
    day: date | None = None  # on which it was said, else that of the article
    confidence: float = 1.0  # how probable it is that the text says so
    position: str = ""  # the node of the graph
    source: str = ""  # the story of its article, where several articles print one, else the article


def statements(graph: Graph, /, *, by: By = "holder", min_confidence: float = 0.0) -> list[Statement]:
    """The statements of a graph in the order of their positions' IRIs.

    What is only guessed or held under a condition is left out, as it is from the plain triples. With `by="side"` the
    actor is whom the holder speaks for, and the holder itself where that is nobody. Raises `QueryError` for a
    confidence that is none.
    """
    found: dict[str, Statement] = {}
    for row in query(opened(graph), STATEMENTS).rows:
        cells = {name: cell or "" for name, cell in zip(COLUMNS, row, strict=True)}
        found.setdefault(cells["position"], statement(cells, by))
    return [one for one in found.values() if one.confidence >= min_confidence]


def statement(cells: dict[str, str], by: By) -> Statement:
    actor = cells["holder"] if by == "holder" else cells["side"] or cells["holder"]
    sure, node = confidence(cells["confidence"], cells["position"]), cells["position"]
    sign = SIGNS.get(cells["polarity"], 0)
    return Statement(actor, cells["issue"], sign, day_of(cells["day"]), sure, node, cells["source"])


def confidence(text: str, node: str) -> float:
    found = share(text)
    if found is None:
        raise QueryError(f"{node}: its confidence, {text!r}, is no number from 0 to 1; mend the graph.")
    return found


def day_of(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def within(found: Iterable[Statement], start: date | None = None, end: date | None = None) -> list[Statement]:
    """Those from the first day to the last, both included; with either of them, none without a day."""
    first, last = start or date.min, end or date.max
    undated = start is None and end is None
    return [one for one in found if (undated if one.day is None else first <= one.day <= last)]


def once(found: Sequence[Statement], per: Once) -> list[Statement]:
    """Of the statements of an actor with one polarity on one issue only the surest in each source, week, month or year.

    DNA calls it `duplicates` (rDNA, `dna_network`): how often a paper repeats somebody says more of the paper. A
    statement without a day is by itself in its source. An article that prints a story that others print, too, is
    no source of its own.
    """
    kept: dict[tuple[object, ...], Statement] = {}
    for one in sorted(found, key=lambda one: (-one.confidence, one.position)):
        kept.setdefault((one.actor, one.issue, one.polarity, *PERIODS[per](one)), one)
    left = {id(one) for one in kept.values()}
    return [one for one in found if id(one) in left]


def period(of: Callable[[date], object]) -> Callable[[Statement], tuple[object, ...]]:
    return lambda one: (of(one.day),) if one.day else ("", one.source)


PERIODS: dict[Once, Callable[[Statement], tuple[object, ...]]] = {
    "source": lambda one: (one.source,),
    "week": period(lambda day: day.isocalendar()[:2]),
    "month": period(lambda day: (day.year, day.month)),
    "year": period(lambda day: day.year),
    "ever": lambda one: (),
}
