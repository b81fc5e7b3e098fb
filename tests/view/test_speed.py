"""How long a page takes to be there, beside what pyvis makes of the same graph, and how large it is."""

from time import perf_counter
from typing import Any

import pytest
from pyvis.network import Network

from kg.view import page
from tests.view.browser import Browse
from tests.view.graphs import Paper, Said, dataset

pytestmark = pytest.mark.slow
STANCES = ("supports", "opposes", "states")
PLAIN_UP_TO = 500  # positions: 2000 keep the browser of a plain pyvis page busy for half a minute


def many(number: int) -> list[Said]:
    """So many positions of a tenth as many actors, on a twentieth as many issues."""
    actors, issues = max(number // 10, 1), max(number // 20, 1)
    return [
        Said(
            f"Akteur {(n * 7) % actors}",
            STANCES[n % 3],
            f"Vorhaben {(n * 13 + n // 7) % issues}",
            f"Es [steht] da: {n}.",
        )
        for n in range(number)
    ]


def plain(said: list[Said]) -> str:
    """The page that pyvis makes without anything else, its own script in it."""
    network = Network(directed=True, cdn_resources="in_line")
    for one in said:
        network.add_node(one.holder)
        network.add_node(one.target)
        network.add_edge(one.holder, one.target, title=one.stance)
    return str(network.generate_html())


def opening(browse: Browse, html: str, ready: str) -> float:
    """Seconds until the first picture is on the screen."""
    start = perf_counter()
    tab: Any = browse(html).tab
    tab.wait_for_function(ready)
    tab.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return perf_counter() - start


@pytest.mark.parametrize(("number", "limit"), [(500, 1.0), (2000, 2.0), (10_000, 4.0)])
def test_a_page_is_there_soon_and_can_be_mailed(browse: Browse, number: int, limit: float) -> None:
    said = many(number)
    html = page(dataset(Paper(tuple(said))))
    size = len(html.encode())
    ours = opening(browse, html, "document.querySelector('.row')")
    print(f"{number} positions: {ours:.2f} s, {size / 1e6:.2f} MB", end="")
    if number <= PLAIN_UP_TO:
        theirs = opening(browse, plain(said), "window.network")
        print(f"; plain pyvis {theirs:.2f} s")
        assert ours < theirs + 0.2  # seconds: of a page with a list, filters and search
    assert ours < limit
    assert size <= 1.2e6 + 1e3 * number
