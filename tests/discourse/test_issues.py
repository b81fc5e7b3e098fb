"""Narrower issues that count as a wider one."""

import pytest
from rdflib import RDF, SKOS, Dataset

from kg.discourse.issues import about, lifted, narrower
from kg.discourse.statements import Statement
from kg.errors import QueryError
from kg.namespaces import ISSUE, POS, TOPIC

WIDE, NEW, END, BY = (ISSUE[name] for name in ("levies", "levies.new", "end.of-levies", "end.of-levies.by-north"))


@pytest.fixture
def graph() -> Dataset:
    """The end of levies stands below levies, which has one facet less."""
    made = Dataset()
    for narrow, wide in ((NEW, WIDE), (END, WIDE), (BY, END)):
        made.add((narrow, SKOS.broader, wide))
    made.add((TOPIC.end, RDF.type, POS.Action))
    made.add((TOPIC.levies, RDF.type, POS.Matter))
    for issue, topics in ((WIDE, "levies"), (NEW, "levies"), (END, "end levies"), (BY, "end levies")):
        for topic in topics.split():
            made.add((issue, POS.facet, TOPIC[topic]))
    return made


SAID = [Statement("x", str(issue), 1) for issue in (WIDE, NEW, END, BY, ISSUE.other)]


def names(found: list[Statement]) -> list[str]:
    return [one.issue.rsplit("/", 1)[-1] for one in found]


def test_what_is_narrower_counts_as_the_wider(graph: Dataset) -> None:
    assert names(lifted(SAID, graph, "issue:end.of-levies"))[2:4] == ["end.of-levies"] * 2


def test_whoever_is_for_the_end_of_something_is_not_for_it(graph: Dataset) -> None:
    found = names(lifted(SAID, graph, "issue:levies"))
    assert found == ["levies", "levies", "end.of-levies", "end.of-levies.by-north", "other"]


def test_what_only_stands_above_others_is_an_issue_too(graph: Dataset) -> None:
    graph.add((WIDE, SKOS.broader, ISSUE.money))
    assert names(about(SAID, graph, ["issue:money"])) == names(SAID[:4])


def test_what_is_done_may_have_a_role_in_the_wider_issue(graph: Dataset) -> None:
    wide, narrow = ISSUE["plea.for-end"], ISSUE["plea.for-end.by-north"]
    graph.add((narrow, SKOS.broader, wide))
    graph.add((narrow, POS.facet, TOPIC.end))
    assert names(lifted([Statement("x", str(narrow), 1)], graph, "issue:plea.for-end")) == ["plea.for-end"]


def test_only_an_issue_and_what_is_narrower_can_be_looked_at(graph: Dataset) -> None:
    assert names(about(SAID, graph, ["issue:levies"])) == names(SAID[:4])
    assert names(about(SAID, graph, ["issue:levies.new", str(END)])) == names(SAID[1:4])


def test_below_itself_an_issue_is_alone(graph: Dataset) -> None:
    assert narrower(graph, f"<{NEW}>") == {str(NEW)}


@pytest.mark.parametrize(
    ("issue", "message"),
    [("issue:tolls", "has no issue"), ("levies", "no IRI"), ("<a b>", "no IRI"), ("issue:x> }", "no IRI")],
)
def test_what_is_no_issue_is_refused(issue: str, message: str, graph: Dataset) -> None:
    with pytest.raises(QueryError, match=message):
        lifted(SAID, graph, issue)
