"""The timeline: who was for and against when."""

from datetime import date, timedelta
from itertools import combinations

import pytest

from kg.view import page
from kg.view.page import as_json
from tests.view.browser import Browse, Opened
from tests.view.graphs import Paper, Said, dataset
from tests.view.views import ALL, SUND


@pytest.fixture
def timeline(browse: Browse) -> Opened:
    opened = browse(page(SUND))
    opened.tab.click("#tab-timeline")
    return opened


def test_a_bar_names_its_time_and_what_was_said(timeline: Opened) -> None:
    labels = timeline.tab.locator(".chart g[role=button]:has(rect)").evaluate_all(
        "(all) => all.map((one) => one.ariaLabel)"
    )
    assert labels == [
        "Woche ab 6. Januar 2031: lehnt ab (1)",
        "Woche ab 10. Februar 2031: lehnt ab (1)",
        "Woche ab 3. März 2031: unterstützt (1)",
        "Woche ab 10. März 2031: unterstützt (2), lehnt ab (1)",
        "Woche ab 12. Mai 2031: lehnt ab (1), sagt (1)",
    ]


def test_a_bar_shows_the_evidence(timeline: Opened) -> None:
    timeline.tab.get_by_role("button", name="Woche ab 10. März 2031: unterstützt (2), lehnt ab (1)").click()
    assert timeline.tab.locator("#panel blockquote").count() == 3
    assert timeline.tab.inner_text("#panel h2") == "10. März 2031 – 16. März 2031"


@pytest.mark.parametrize("key", ["Enter", " "])
def test_a_dot_opens_by_key(timeline: Opened, key: str) -> None:
    timeline.tab.get_by_role("button", name="Westmark, Woche ab 12. Mai 2031: dagegen (1)").press(key)
    assert timeline.tab.locator("#panel blockquote").all_text_contents() == [
        "Hier steht Westmark zu Patrouille im Sund 2031-05-12."
    ]


def test_what_is_selected_is_told_from_the_rest(timeline: Opened) -> None:
    bar = timeline.tab.get_by_role("button", name="Woche ab 10. März 2031: unterstützt (2), lehnt ab (1)")
    bar.click()
    assert bar.get_attribute("aria-pressed") == "true"
    assert timeline.tab.locator(".chart [aria-pressed=true]").count() == 1


WORDS = """[...document.querySelectorAll('.chart text')].map((one) => {
  const { left, right, top, bottom } = one.getBoundingClientRect();
  const chart = one.closest('.chart').getBoundingClientRect();
  return { left, right, top, bottom, inside: left >= chart.left - 1 && right <= chart.right + 1 };
})"""


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("days", [20, 300, 700, 2900, 9000])
def test_no_word_of_the_chart_is_cut_or_lies_over_another(browse: Browse, days: int, width: int) -> None:
    said = [
        Said(
            f"Land {n}",
            "opposes",
            "Zoll",
            f"Das [lehnt] das Land ab: {n}.",
            day=date(2000, 1, 1) + timedelta(n * days // 9),
        )
        for n in range(10)
    ]
    opened = browse(page(dataset(Paper(tuple(said)))), width, address="view=timeline")
    words = opened.tab.evaluate(WORDS)
    assert len(words) > 10
    assert all(word["inside"] for word in words)
    for one, other in combinations(words, 2):
        apart = one["right"] <= other["left"] or other["right"] <= one["left"]
        assert apart or one["bottom"] <= other["top"] + 4 or other["bottom"] <= one["top"] + 4
    assert opened.tab.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize(("number", "mark"), [(1, "1"), (4, "2"), (5, "5"), (130, "100")])
def test_a_round_number_says_how_high_the_bars_are(browse: Browse, number: int, mark: str) -> None:
    said = tuple(Said("Nordland", "opposes", f"Zoll {n}", f"Das [lehnt] das Land ab: {n}.") for n in range(number))
    opened = browse(page(dataset(Paper(said))), address="view=timeline")
    assert [text for text in opened.tab.locator(".chart text").all_text_contents() if text.isdigit()] == [mark] * 2


def test_a_span_can_be_cited(timeline: Opened, browse: Browse) -> None:
    timeline.tab.get_by_role("button", name="Woche ab 10. März 2031: unterstützt (2), lehnt ab (1)").click()
    again = browse(page(SUND), address=timeline.hash())
    assert again.tab.locator("#panel blockquote").count() == 3
    assert again.tab.locator(".chart").is_visible()


def test_a_filter_leaves_bars_out(timeline: Opened) -> None:
    timeline.tab.locator(".toggle", has_text="lehnt ab").click()
    assert timeline.tab.locator(".chart g:has(rect)").count() == 3
    timeline.tab.fill("#search", "Atlantis")
    assert timeline.tab.locator(".chart").count() == 0
    assert "Keine Position passt zu Suche und Filter." in timeline.tab.inner_text("#timeline")


def test_marks_of_one_actor_and_time_show_all_its_positions(browse: Browse) -> None:
    said = [Said("Nordland", "opposes", target, f"Das [lehnt] das Land ab: {target}.") for target in ("Zoll", "Quote")]
    opened = browse(page(dataset(Paper((*said, Said("Westmark", "opposes", "Zoll"))))), address="view=timeline")
    opened.tab.get_by_role("button", name="Nordland, 4. März 2031: dagegen (2)").click()
    assert opened.tab.locator("#panel blockquote").count() == 2


@pytest.mark.parametrize("day", ["2031-13-45", "2031-02-30", "4 March 2031", "2031", "0050-01-01", "<b>"])
def test_what_is_no_day_is_undated(browse: Browse, day: str) -> None:
    html = page(SUND).replace("2031-03-04", as_json(day)[1:-1])  # the day of the articles
    opened = browse(html, address="view=timeline")
    assert "1 ohne Datum" in opened.tab.inner_text("#timeline")
    assert opened.tab.locator("#panel .row").count() == ALL
    assert opened.complaints == []


def test_a_graph_without_a_day_says_so(browse: Browse) -> None:
    opened = browse(page(SUND).replace("2031-", "31-"), address="view=timeline")
    assert "Keine dieser Positionen hat ein Datum." in opened.tab.inner_text("#timeline")
    assert opened.complaints == []


def test_a_thousand_actors_are_written_like_any_other_number_and_their_marks_keep_to_their_lines(
    browse: Browse,
) -> None:
    said = [Said(f"Land {max(n - 500, 0)}", ("opposes", "supports")[n % 2], f"Zoll {n}") for n in range(1501)]
    opened = browse(page(dataset(Paper(tuple(said)))), address="view=timeline")
    assert opened.tab.inner_text("#timeline .quiet") == "Die 14 häufigsten von 1.001 Akteuren"
    high = "(all) => all.map((one) => one.getBBox().height)"
    assert max(opened.tab.locator(".chart g[role=button] > path").evaluate_all(high)) < 14
    opened.tab.click("#tab-matrix")
    assert opened.tab.inner_text("#more-rows") == "40 von 1.001 Akteuren – mehr zeigen"
