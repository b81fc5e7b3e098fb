"""Values that name nothing: what is said of them, and that the stored queries mean the same by a value."""

import pytest
from rdflib import Dataset

from kg.query import query, query_stored
from kg.store.local import LocalStore

ACTORS, ISSUES = (f"the stored query {name} lists them all." for name in ("actors", "issues"))


@pytest.mark.parametrize(
    ("name", "values", "note"),
    [
        ("positions-of", {"actor": "Nordlant"}, "No actor is called 'Nordlant'; did you mean Nordland or Northland?"),
        (
            "positions-of",
            {"actor": "beispeil"},
            "No actor is called 'beispeil'; did you mean Beispiel or Ada Beispiel?",
        ),
        ("positions-of", {"actor": "Kuba"}, f"No actor is called 'Kuba'; {ACTORS}"),
        ("positions-of", {"actor": ""}, f"No actor is called ''; {ACTORS}"),
        (
            "positions-of",
            {"actor": "Nordland", "issue": "Brück"},
            "No issue has 'Brück' in its name; did you mean Brücke",
        ),
        ("positions-of", {"actor": "Südland", "issue": "Gespräche"}, None),
        ("positions-of", {"actor": "Fischer", "issue": "Brücke"}, None),
        ("opponents-of", {"issue": "%"}, f"No issue has '%' in its name; {ISSUES}"),
        ("contradictions", {"actor": "", "issue": "xyz"}, f"No issue has 'xyz' in its name; {ISSUES}"),
        ("media-chains", {"actor": "actor:x"}, f"No actor is called 'https://w3id.org/diplokg/actor/x'; {ACTORS}"),
        ("who-holds-what", {}, None),
    ],
)
def test_an_unknown_value_is_named_with_what_may_be_meant(
    store: LocalStore, name: str, values: dict[str, str], note: str | None
) -> None:
    found = query(store, name, **values).notes
    assert len(found) == (note is not None)
    assert note is None or found[0].startswith(note)


@pytest.mark.parametrize("values", [{}, {"actor": ""}, {"issue": ""}])
def test_nothing_is_said_of_a_value_that_is_not_asked_for(values: dict[str, str]) -> None:
    assert query(Dataset(), "contradictions", **values).notes == ()


@pytest.mark.parametrize(
    "issue",
    ["brücke", "Brück", "bau der brücke", "der", "%", "issue:bridge", "anything", "Bau-Brücke", "Fluss", "rücke"],
)
def test_an_issue_is_unknown_if_no_query_finds_it(store: LocalStore, issue: str) -> None:
    table = query_stored(store, "timeline", issue=issue)
    assert bool(table.rows) is not bool(table.notes)


@pytest.mark.parametrize("actor", ["Nordland", "NORTHLAND", "Nord", "beispiel", "Ada", "Grenzfluss", "actor:suedland"])
def test_an_actor_is_unknown_if_no_query_finds_it(store: LocalStore, actor: str) -> None:
    table = query_stored(store, "positions-of", actor=actor)
    assert bool(table.rows) is not bool(table.notes)


def test_of_an_empty_graph_there_is_nothing_to_offer() -> None:
    assert query(Dataset(), "positions-of", actor="x").notes == (f"No actor is called 'x'; {ACTORS}",)
