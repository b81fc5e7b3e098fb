"""Each filter, by hand and by address."""

from urllib.parse import quote

import pytest

from kg.namespaces import ISSUE
from kg.view import page
from kg.view.contents import Contents
from tests.view.browser import Browse, Opened
from tests.view.views import ALL, SHIPS, SUND

NORD = quote(next(iri for iri, entry in Contents(SUND, "de").entries.items() if entry.label == "Nordland"), safe="")
FILTERS = pytest.mark.parametrize(
    ("name", "label", "rows"),
    [
        ("actor", "Westmark", 3),
        ("actor", "Jorun Halvik", 2),
        ("side", "Nordland", 4),  # she speaks for it
        ("issue", SHIPS, 2),
        ("issue", "Sund (2)", 6),  # a broader one
        ("source", "Südkurier", 4),
    ],
)


def rows(opened: Opened) -> int:
    return int(opened.tab.locator(".row").count())


@FILTERS
def test_a_choice_leaves_its_positions(browse: Browse, name: str, label: str, rows: int) -> None:
    opened = browse(page(SUND))
    assert opened.tab.locator(".row").count() == ALL
    opened.tab.click("#open-filters")
    opened.tab.select_option(f"#filter-{name}", label=label)
    assert opened.tab.locator(".row").count() == rows
    assert opened.tab.inner_text("#open-filters").startswith("Filter (1)")
    opened.tab.click("#filters >> text=Suche und Filter zurücksetzen")
    assert opened.tab.locator(".row").count() == ALL
    assert opened.tab.input_value(f"#filter-{name}") == ""


@pytest.mark.parametrize(
    ("name", "value", "left"),
    [
        ("from", "2031-03-11", 4),  # what has no date of its own has that of its article, 4 March
        ("to", "2031-03-04", 3),
        ("least", "70", 5),
    ],
)
def test_a_date_or_a_confidence_leaves_its_positions(browse: Browse, name: str, value: str, left: int) -> None:
    opened = browse(page(SUND))
    opened.tab.click("#open-filters")
    opened.tab.fill(f"#filter-{name}", value)
    assert rows(opened) == left


def test_the_slider_moves_by_key_and_says_where_it_is(browse: Browse) -> None:
    opened = browse(page(SUND))
    opened.tab.click("#open-filters")
    for _ in range(7):
        opened.tab.press("#filter-least", "ArrowRight")
    assert opened.tab.inner_text("#filters output").strip() == "35 %"
    assert rows(opened) == ALL - 1


@FILTERS
def test_the_address_tells_a_filter_and_opens_it_again(browse: Browse, name: str, label: str, rows: int) -> None:
    opened = browse(page(SUND))
    opened.tab.click("#open-filters")
    opened.tab.select_option(f"#filter-{name}", label=label)
    again = browse(page(SUND), address=opened.hash())
    assert again.tab.locator(".row").count() == rows
    assert again.tab.locator("#filters").is_visible()


def test_search_and_legend_are_told_too(browse: Browse) -> None:
    opened = browse(page(SUND))
    opened.tab.fill("#search", "Westmark")
    opened.tab.locator(".toggle", has_text="sagt").click()
    again = browse(page(SUND), address=opened.hash())
    assert rows(again) == 2
    assert again.tab.input_value("#search") == "westmark"
    assert again.tab.locator(".toggle", has_text="sagt").get_attribute("aria-pressed") == "false"


@pytest.mark.parametrize(
    "hash",
    [
        "view=nothing",
        "node=urn:none",
        "actor=urn:none&off=none",
        "source=none",
        "from=abc",
        "least=abc",
        "pair=a b",
        "tie=a b",
        "span=x",
        "span=a b",
        "sort=issue down urn:none&rows=-5&columns=1e99&grid=none",
        "sort=__proto__ up x",
        f"actor={quote(str(ISSUE['sund']), safe='')}",
        "%",
        "<script>",
    ],
)
def test_an_address_that_names_nothing_shows_everything(browse: Browse, hash: str) -> None:
    opened = browse(page(SUND), address=hash)
    assert rows(opened) == ALL
    assert opened.tab.inner_text("#open-filters").strip(" ▾▴") == "Filter"
    assert opened.complaints == []


COUNTS = {
    "graph": "edges.get().filter((edge) => edge.id.startsWith('p') && !edge.hidden).length",
    "matrix": """[...document.querySelectorAll('tbody .cell')]
      .reduce((n, one) => n + Number(one.querySelector('small')?.textContent ?? 1), 0)""",
    "timeline": """[...document.querySelectorAll('.chart g[role=button]:has(path)')]
      .reduce((n, one) => n + Number(one.ariaLabel.match(/\\((\\d+)\\)$/)[1]), 0)""",
}


@pytest.mark.parametrize("view", COUNTS)
@pytest.mark.parametrize(
    ("filters", "left"),
    [
        ("", ALL),
        (f"actor={NORD}", 2),
        (f"side={NORD}", 4),
        (f"issue={quote(str(ISSUE[SHIPS.encode().hex()]), safe='')}", 2),
        (f"issue={quote(str(ISSUE['sund']), safe='')}", 6),
        ("off=opposes", 4),
        ("from=2031-03-11", 4),
        ("to=2031-03-04", 3),
        ("source=Südkurier", 4),
        ("least=70", 5),
        ("q=halvik", 2),
        (f"side={NORD}&off=supports&from=2031-02-01&least=50", 2),
    ],
)
def test_each_filter_holds_in_each_view(browse: Browse, view: str, filters: str, left: int) -> None:
    opened = browse(page(SUND), address=f"view={view}&{filters}")
    assert opened.tab.evaluate(COUNTS[view]) == left
    assert rows(opened) == left


def test_a_changed_address_is_followed(browse: Browse) -> None:
    opened = browse(page(SUND))
    opened.tab.evaluate("(iri) => { location.hash = `issue=${encodeURIComponent(iri)}`; }", str(ISSUE["sund"]))
    opened.tab.wait_for_function("document.querySelectorAll('.row').length === 6")
