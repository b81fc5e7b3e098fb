"""`kg issues`: what stands above what, and how much is held on it."""

import pyoxigraph as ox
import pytest

from kg.query import issues, render
from kg.store import in_memory
from kg.store.local import LocalStore

# issue → the issues right above it, and who holds a position on it
ABOVE = {
    "ab": ["a", "b"],
    "abc": ["ab", "ac", "bc"],
    "ac": ["a", "c"],
    "bc": ["b", "c"],
    "abd": ["ab", "ad", "bd"],
    "ad": ["a", "d"],
    "bd": ["b", "d"],
}
HELD = {"abc": ["x", "y"], "abd": ["x"], "c": ["z"], "e": ["z"]}
BASE = "https://w3id.org/diplokg/issue/"


@pytest.fixture(scope="module")
def store() -> LocalStore:
    lines = [f"<{BASE}{narrow}> skos:broader <{BASE}{wide}> ." for narrow, above in ABOVE.items() for wide in above]
    names = {*ABOVE, *HELD, *(wide for above in ABOVE.values() for wide in above)}
    lines += [f'<{BASE}{name}> skos:prefLabel "{name} deutsch"@de , "{name}"@en .' for name in names - {"e"}]
    lines += [
        f"<urn:{issue}-{holder}> a pos:Position ; pos:target <{BASE}{issue}> ; pos:holder <urn:{holder}> ."
        for issue, holders in HELD.items()
        for holder in holders
    ]
    found = ox.Store()
    prefixes = "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX pos: <https://w3id.org/diplokg/positions#> "
    found.update(f"{prefixes} INSERT DATA {{ {' '.join(lines)} }}")
    return found


def test_a_literal_as_a_target_is_no_issue() -> None:
    found = ox.Store()
    found.update(
        "PREFIX pos: <https://w3id.org/diplokg/positions#> "
        'INSERT DATA { <urn:p> a pos:Position ; pos:target "two words" ; pos:holder <urn:h> }'
    )
    assert issues(found).rows == ()


def test_the_most_debated_issue_comes_first(store: LocalStore) -> None:
    assert issues(store).rows == (
        ("abc deutsch", "abc", "2", "2", f"{BASE}abc"),
        ("abd deutsch", "abd", "1", "1", f"{BASE}abd"),
        ("c deutsch", "c", "1", "1", f"{BASE}c"),
        (None, None, "1", "1", f"{BASE}e"),
    )


def test_the_narrowest_issue_that_joins_several_stands_above_them(store: LocalStore) -> None:
    """Neither a nor b is shown, since they join the same as ab; abc stands below all that it is narrower than."""
    rows = issues(store, broader=True).rows
    assert [(row[0], row[-1].removeprefix(BASE) if row[-1] else "", row[3], row[4]) for row in rows] == [
        ("0", "ab", "3", "2"),
        ("1", "abc", "2", "2"),
        ("1", "abd", "1", "1"),
        ("0", "c", "3", "3"),
        ("1", "abc", "2", "2"),
        ("0", "e", "1", "1"),
    ]


def test_a_table_is_indented(store: LocalStore) -> None:
    lines = render(issues(store, broader=True, indented=True)).splitlines()
    assert [line.partition(" deutsch")[0] for line in lines[2:5]] == ["ab", "  abc", "  abd"]


def test_a_graph_without_positions_has_no_issues() -> None:
    assert issues(in_memory([])).rows == issues(ox.Store(), broader=True).rows == ()


def test_in_a_circle_nothing_is_above() -> None:
    """Another program may have written what no build does."""
    other = ox.Store()
    other.update(
        "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX pos: <https://w3id.org/diplokg/positions#> "
        "INSERT DATA { <urn:p> a pos:Position ; pos:target <urn:a> ; pos:holder <urn:h> . "
        "<urn:q> a pos:Position ; pos:target <urn:b> ; pos:holder <urn:h> . "
        "<urn:a> skos:broader <urn:b> . <urn:b> skos:broader <urn:a> }"
    )
    assert [row[-1] for row in issues(other, broader=True).rows] == ["urn:a", "urn:b"]
