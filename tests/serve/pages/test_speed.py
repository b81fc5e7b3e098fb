"""How long the pages of a large store take."""

from collections.abc import Iterator
from contextlib import closing
from time import perf_counter

import pytest

from kg.store import on_disk
from kg.store.local import with_union
from kg.store.terms import quads_of
from tests.serve.pages.land import issue_iri, party_iri
from tests.serve.pages.reading import read
from tests.serve.server import Server, command
from tests.view.graphs import Paper, dataset
from tests.view.test_speed import many

pytestmark = pytest.mark.slow
POSITIONS, LONGEST = 10_000, 0.5  # seconds
EACH = 10  # positions of an article


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    said = many(POSITIONS)
    papers = (
        Paper(tuple(said[at : at + EACH]), f"Artikel {at}", f"Blatt {at % 70}") for at in range(0, POSITIONS, EACH)
    )
    place = tmp_path_factory.mktemp("large") / "store"
    with closing(on_disk(place, create=True)) as store:
        store.engine.bulk_extend(with_union(quads_of(dataset(*papers))))
    with command(str(place), "--workers", "1") as server:
        yield server


@pytest.mark.parametrize(
    ("page", "values"),
    [
        ("", {}),
        ("actor", {"iri": party_iri("Akteur 7")}),
        ("issue", {"iri": issue_iri("Vorhaben 13")}),
        ("source", {"name": "Blatt 10"}),
        ("search", {"q": "akteur 77"}),
        ("ask", {"query": "SELECT * WHERE { ?position pos:holder ?holder } LIMIT 100"}),
        ("decisions", {}),
    ],
)
def test_a_page_is_there_soon(large: Server, page: str, values: dict[str, str]) -> None:
    best = min(seconds(large, page, {**values, "again": str(number)}) for number in range(3))
    print(f"/{page}: {best:.2f} s")
    assert best < LONGEST


def seconds(server: Server, page: str, values: dict[str, str]) -> float:
    """Each of these addresses is another one, so that no page is there from before."""
    start = perf_counter()
    assert read(server, page, **values).status == 200
    return perf_counter() - start
