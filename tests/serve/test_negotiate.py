"""Which format is taken for which `Accept`."""

import pytest

from kg.serve.negotiate import GRAPHS, RESULTS, chosen

JSON, XML, CSV, TSV = list(RESULTS)[:4]
TURTLE, TRIPLES = GRAPHS


@pytest.mark.parametrize(
    ("accept", "results", "graph"),
    [
        (None, JSON, TURTLE),
        ("", JSON, TURTLE),
        ("*/*", JSON, TURTLE),
        (XML, XML, None),
        ("Text/CSV", CSV, None),
        ("text/csv; header=present", CSV, None),
        ("text/*", CSV, TURTLE),
        ("application/*", JSON, TRIPLES),
        ("application/json", "application/json", None),
        (f"{JSON};q=0.5, {XML}", XML, None),
        (f"{XML}, {CSV}", XML, None),
        (f"{XML};q=0.9, {CSV};q=0.91", CSV, None),
        (f"*/*, {JSON};q=0", XML, TURTLE),
        (f"{TURTLE};q=0.1, */*;q=0.2", JSON, TRIPLES),
        ("text/*;q=0.2, text/csv;q=0, */*;q=0", TSV, TURTLE),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", JSON, TURTLE),
        (f"{JSON}, application/n-triples;q=0.9", JSON, TRIPLES),
        ("image/png", None, None),
        ("*/*;q=0", None, None),
        ("*/*;q=0.000", None, None),
        ("*", None, None),
        (f"{JSON};q=2, {JSON};q=x", None, None),
        (f"{XML};q=-1, {CSV};q=nan, {TSV};q=1.1", None, None),
        (",;,;q=,", None, None),
    ],
)
def test_the_best_that_there_is(accept: str | None, results: str | None, graph: str | None) -> None:
    assert (chosen(accept, RESULTS), chosen(accept, GRAPHS)) == (results, graph)
