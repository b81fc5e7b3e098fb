"""The list of actors."""

from kg.query import actors
from tests.assemble.graphs import built


def test_actors_are_listed_with_what_there_is_of_each() -> None:
    table = actors(built())
    assert table.columns == ("name", "kind", "positions", "articles", "names", "actor")
    rows = {row[0]: row[1:5] for row in table.rows}
    assert rows["Nordland"][0] == "Staat"
    assert rows["Nordland"][3] == "Northland | Reich des Nordens"
    assert rows["Fischer vom Grenzfluss"][3] == "Fischer"
    counts = [(int(row[2] or 0), int(row[3] or 0)) for row in table.rows]
    assert counts == sorted(counts, reverse=True)
    assert counts[0][0] > 0 < counts[0][1]


def test_names_are_in_the_language_that_is_asked_for() -> None:
    assert "Northland" in {row[0] for row in actors(built(), language="en").rows}
