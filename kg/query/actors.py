"""The actors of a graph: what they are called, of which kind they are, and how much there is of each."""

from collections import Counter, defaultdict

from rdflib import Literal, URIRef

from kg.query.ask import Graph, opened, query
from kg.query.labels import labels
from kg.query.table import Table
from kg.query.values import number
from kg.store import Store

COLUMNS = ("name", "kind", "positions", "articles", "names", "actor")
OF_KIND = "VALUES ?kind { pos:State pos:Organisation pos:Person pos:Medium pos:Group } ?actor a ?kind"
KINDS = f"SELECT ?actor ?kind {{ {OF_KIND} }}"
POSITIONS = "SELECT DISTINCT ?actor ?position { ?position pos:holder|pos:onBehalfOf ?actor }"
ARTICLES = "SELECT DISTINCT ?actor ?article { ?article schema:mentions ?actor }"
NAMES = f"SELECT DISTINCT ?actor ?name {{ {OF_KIND} ; skos:prefLabel|skos:altLabel ?name }}"
BETWEEN = " | "  # two names in one cell


def actors(graph: Graph, /, *, language: str = "de") -> Table:
    """Every actor, those with most positions first: held itself or by those who speak for it, and then most mentioned.

    `articles` counts the documents that mention it; `names` are all that it is called in any language.
    """
    store = opened(graph)
    kinds = dict(pairs(store, KINDS))
    positions, articles = (Counter(actor for actor, _ in pairs(store, text)) for text in (POSITIONS, ARTICLES))
    names: dict[str, set[str]] = defaultdict(set)
    for actor, name in pairs(store, NAMES):
        names[actor].add(name)
    shown = labels(store, [*kinds, *kinds.values()], language)
    called = {actor: shown.get(actor, actor) for actor in kinds}
    ordered = sorted(kinds, key=lambda one: (-positions[one], -articles[one], called[one], one))
    columns = (
        [Literal(called[one]) for one in ordered],
        [Literal(shown.get(kinds[one], kinds[one])) for one in ordered],
        [number(positions[one]) for one in ordered],
        [number(articles[one]) for one in ordered],
        [Literal(BETWEEN.join(sorted(names[one] - {called[one]}))) for one in ordered],
        [URIRef(one) for one in ordered],
    )
    return Table("select", COLUMNS, tuple(zip(*columns, strict=True)))


def pairs(store: Store, text: str) -> list[tuple[str, str]]:
    return [(str(first), str(second)) for first, second in query(store, text).terms]
