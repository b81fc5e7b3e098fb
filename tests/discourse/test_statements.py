"""From a graph to statements."""

from datetime import date

import pyoxigraph as ox
import pytest
from rdflib import BNode, Dataset, Literal, URIRef

from kg.discourse.statements import Once, Statement, once, statements, within
from kg.errors import QueryError
from kg.namespaces import ACTOR, BASE, ISSUE, POS, PROV, SCHEMA
from kg.query.ask import query

ARTICLE, OTHER, STORY = (URIRef(f"{BASE}{name}") for name in ("document/a", "document/b", "story/s"))


def position(name: str, stance: str = "supports", source: URIRef = ARTICLE, **more: object) -> list[tuple[object, ...]]:
    node = URIRef(f"{ARTICLE}#{name}")
    said = {"holder": ACTOR.ada, "target": ISSUE.bridge, "stance": POS[stance], "factuality": POS.asserted}
    said |= {"confidence": Literal("0.75", datatype="http://www.w3.org/2001/XMLSchema#decimal"), **more}
    return [
        (node, URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), POS.Position),
        (node, PROV.wasDerivedFrom, source),
        *((node, POS[key], value) for key, value in said.items()),
    ]


@pytest.fixture
def graph() -> Dataset:
    made = Dataset()
    for stance, polarity in (("supports", "favour"), ("opposes", "against"), ("states", "neither")):
        made.add((POS[stance], POS.polarity, POS[polarity]))
    made.add((ARTICLE, SCHEMA.datePublished, day("2031-05-07")))
    return made


def day(text: str) -> Literal:
    return Literal(text, datatype="http://www.w3.org/2001/XMLSchema#date")


def add(graph: Dataset, *positions: list[tuple[object, ...]]) -> Dataset:
    for triples in positions:
        for triple in triples:
            graph.add(triple)  # type: ignore[arg-type]
    return graph


def test_a_position_is_a_statement(graph: Dataset) -> None:
    (found,) = statements(add(graph, position("p", "opposes", onBehalfOf=ACTOR.north, expressedOn=day("2031-05-06"))))
    node = f"{ARTICLE}#p"
    assert found == Statement(str(ACTOR.ada), str(ISSUE.bridge), -1, date(2031, 5, 6), 0.75, node, str(ARTICLE))


def test_the_polarity_is_that_of_the_stance(graph: Dataset) -> None:
    add(graph, position("p1"), position("p2", "opposes"), position("p3", "states"))
    assert [one.polarity for one in statements(graph)] == [1, -1, 0]


def test_without_a_day_of_its_own_it_has_that_of_the_article_if_there_is_one(graph: Dataset) -> None:
    add(graph, position("p1"), position("p2", source=OTHER))
    assert [one.day for one in statements(graph)] == [date(2031, 5, 7), None]


def test_of_a_moment_the_day_counts_and_a_year_is_no_day(graph: Dataset) -> None:
    moments = {"p1": "2031-05-06T23:59:00Z", "p2": "2031-05-06+02:00", "p3": "2031"}
    add(graph, *(position(name, expressedOn=Literal(moment)) for name, moment in moments.items()))
    assert [one.day for one in statements(graph)] == [date(2031, 5, 6), date(2031, 5, 6), None]


def test_what_is_guessed_or_held_under_a_condition_is_left_out(graph: Dataset) -> None:
    guessed = position("p1", factuality=POS.speculative)
    conditional = position("p2", condition=URIRef(f"{ARTICLE}#s-1-2"))
    hearsay = position("p3", factuality=POS.reported)
    assert [one.position[-2:] for one in statements(add(graph, guessed, conditional, hearsay))] == ["p3"]


def test_the_actor_may_be_the_side_or_who_has_none(graph: Dataset) -> None:
    add(graph, position("p1", onBehalfOf=ACTOR.north), position("p2", holder=ACTOR.bob))
    assert [one.actor for one in statements(graph, by="side")] == [str(ACTOR.north), str(ACTOR.bob)]
    assert [one.actor for one in statements(graph)] == [str(ACTOR.ada), str(ACTOR.bob)]


def test_articles_that_print_one_story_are_one_source(graph: Dataset) -> None:
    for article in (ARTICLE, OTHER):
        graph.add((article, POS.story, STORY))
    add(graph, position("p1"), position("p2", source=OTHER))
    found = statements(graph)
    assert [one.source for one in found] == [str(STORY)] * 2
    assert once(found, "source") == found[:1]


def test_what_is_less_sure_is_left_out_on_request(graph: Dataset) -> None:
    add(graph, position("p1"), position("p2", confidence=Literal(0.2)))
    assert [len(statements(graph, min_confidence=least)) for least in (0.5, 0.75, 0.8)] == [1, 1, 0]


@pytest.mark.parametrize("confidence", ["high", "NaN", "INF", "-0.1", "7"])
def test_a_confidence_that_is_none_is_told_with_its_position(confidence: str, graph: Dataset) -> None:
    with pytest.raises(QueryError, match=f"#p1: its confidence, '{confidence}', is no number from 0 to 1; mend the"):
        statements(add(graph, position("p1", confidence=Literal(confidence))))


def test_who_or_what_has_no_name_of_its_own_is_left_out(graph: Dataset) -> None:
    add(graph, position("p1", holder=Literal("Ada")), position("p2", target=BNode()), position("p3"))
    assert [one.position[-2:] for one in statements(graph)] == ["p3"]


def test_of_two_sides_always_the_same_is_taken(graph: Dataset) -> None:
    add(graph, position("p1", onBehalfOf=ACTOR.south), position("p1", onBehalfOf=ACTOR.north))
    assert [one.actor for one in statements(graph, by="side")] == [str(ACTOR.north)]


def test_an_empty_graph_has_none() -> None:
    assert statements(Dataset()) == []


def test_a_store_answers_like_a_dataset(graph: Dataset) -> None:
    add(graph, position("p1"))
    store = ox.Store()
    store.load(graph.serialize(format="nquads").encode(), format=ox.RdfFormat.N_QUADS)
    assert query(store, "ASK { ?p a pos:Position }").rows == (("true",),)
    assert statements(store) == statements(graph)


def said(day: str | None, source: str = "s", polarity: int = 1, confidence: float = 1.0) -> Statement:
    return Statement("x", "a", polarity, day and date.fromisoformat(day), confidence, f"{day}{source}", source)


@pytest.mark.parametrize(
    ("per", "left"),
    [("source", 4), ("week", 4), ("month", 3), ("year", 3), ("ever", 1)],
)
def test_what_an_actor_repeats_counts_once_in_a_while(per: Once, left: int) -> None:
    debate = [said("2031-05-05"), said("2031-05-09"), said("2031-05-20", "t"), said("2030-05-20", "u"), said(None, "v")]
    assert len(once(debate, per)) == left


def test_of_what_is_repeated_the_surest_is_kept_and_the_opposite_stays() -> None:
    debate = [said("2031-05-05", confidence=0.5), said("2031-05-09", confidence=0.9), said("2031-05-09", polarity=-1)]
    assert once(debate, "ever") == debate[1:]


def test_days_bound_the_debate() -> None:
    debate = [said("2031-05-05"), said("2031-05-09"), said(None)]
    assert within(debate) == debate
    assert within(debate, start=date(2031, 5, 9)) == debate[1:2]
    assert within(debate, end=date(2031, 5, 8)) == debate[:1]
    assert within(debate, date(2031, 5, 5), date(2031, 5, 9)) == debate[:2]
