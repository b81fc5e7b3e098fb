"""The matrix: who stands where on what."""

import pytest

from kg.view import page
from tests.view.browser import Browse, Opened
from tests.view.graphs import Paper, Said, dataset
from tests.view.views import PATROL, SHIPS, SUND, TOLL


@pytest.fixture
def matrix(browse: Browse) -> Opened:
    opened = browse(page(SUND))
    opened.tab.click("#tab-matrix")
    return opened


def table(opened: Opened) -> tuple[list[str], dict[str, list[str]]]:
    """The issues, and what the cells of each actor say."""
    heads = opened.tab.locator("thead .name").all_text_contents()
    lines = opened.tab.locator("tbody tr").all()
    return heads, {line.locator(".name").inner_text(): line.locator("td").all_text_contents() for line in lines}


def test_a_cell_says_for_against_both_or_neither_and_how_often(matrix: Opened) -> None:
    assert table(matrix) == (
        [PATROL, SHIPS, TOLL],
        {
            "Westmark": ["±2", "·", ""],
            "Jorun Halvik": ["−", "", "−"],
            "Nordland": ["−", "+", ""],
            "Ostheim": ["", "", "+"],
        },
    )


def test_a_click_on_a_cell_shows_the_evidence(matrix: Opened) -> None:
    cell = matrix.tab.get_by_role("button", name=f"Westmark – {PATROL}: unterstützt (1), lehnt ab (1)")
    cell.click()
    assert matrix.tab.locator("#panel blockquote").all_text_contents() == [
        f"Hier steht Westmark zu {PATROL} 2031-05-12.",
        f"Hier steht Westmark zu {PATROL} 2031-03-12.",
    ]
    assert cell.get_attribute("aria-pressed") == "true"


def test_a_cell_shows_as_many_as_it_says(matrix: Opened) -> None:
    matrix.tab.get_by_role("button", name=f"Nordland – {PATROL}: lehnt ab (1)").click()
    assert matrix.tab.locator("#panel blockquote").count() == 1  # and not the one that was said on its behalf


def test_speakers_stand_under_their_side(matrix: Opened) -> None:
    matrix.tab.check("text=Sprecher unter der Seite")
    assert table(matrix)[1]["Nordland"] == ["−2", "+", "−"]
    matrix.tab.get_by_role("button", name=f"Nordland – {PATROL}: lehnt ab (2)").click()
    assert matrix.tab.locator("#panel blockquote").count() == 2
    assert matrix.hash().endswith("+sides")


def test_the_keyboard_stays_where_it_was(matrix: Opened) -> None:
    sort = matrix.tab.get_by_role("button", name=f"nach der Haltung ordnen: {SHIPS}")
    for _ in range(2):
        sort.press("Enter")
        assert matrix.tab.evaluate("document.activeElement.title") == f"nach der Haltung ordnen: {SHIPS}"


def test_what_scrolls_stays_where_it_was(browse: Browse) -> None:
    said = [Said(f"Land {n}", "opposes", f"Zoll {n % 24}", "Es [steht] da.") for n in range(40)]
    opened = browse(page(dataset(Paper(tuple(said)))), address="view=matrix")
    opened.tab.evaluate("document.querySelector('#matrix .scroll').scrollTo(100, 300)")
    opened.tab.evaluate("[...document.querySelectorAll('.cell')].at(-1).click()")
    place = opened.tab.locator("#matrix .scroll").evaluate("({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop]")
    assert place == [100, 300]


def test_a_heading_sorts_by_its_stances_and_turns_round(matrix: Opened) -> None:
    sort = matrix.tab.get_by_role("button", name=f"nach der Haltung ordnen: {SHIPS}")
    head = matrix.tab.locator("th", has_text=SHIPS)
    for direction, actors in [
        ("descending", ["Nordland", "Westmark", "Jorun Halvik", "Ostheim"]),
        ("ascending", ["Westmark", "Nordland", "Jorun Halvik", "Ostheim"]),
        ("none", ["Westmark", "Jorun Halvik", "Nordland", "Ostheim"]),
    ]:
        sort.click()
        assert list(table(matrix)[1]) == actors
        assert head.get_attribute("aria-sort") == direction


def test_an_actor_sorts_the_issues(matrix: Opened) -> None:
    matrix.tab.get_by_role("button", name="nach der Haltung ordnen: Nordland").click()
    assert table(matrix)[0] == [SHIPS, PATROL, TOLL]


def test_a_name_shows_all_that_is_known_of_it(matrix: Opened) -> None:
    matrix.tab.locator("tbody .name", has_text="Westmark").click()
    assert matrix.tab.inner_text("#panel h2") == "Westmark"
    assert matrix.tab.locator("#panel blockquote").count() == 3


def test_the_arrow_keys_go_from_cell_to_cell(matrix: Opened) -> None:
    matrix.tab.locator("tbody .cell").first.focus()
    for key, says in [
        ("ArrowDown", "Jorun Halvik – Patrouille"),
        ("ArrowRight", "Jorun Halvik – Zoll"),
        ("ArrowDown", "Ostheim – Zoll"),
        ("ArrowDown", "Ostheim – Zoll"),
        ("ArrowUp", "Jorun Halvik – Zoll"),
        ("ArrowLeft", "Jorun Halvik – Patrouille"),
    ]:
        matrix.tab.keyboard.press(key)
        assert str(matrix.tab.evaluate("document.activeElement.title")).startswith(says)


def test_a_filter_leaves_rows_and_columns_out(matrix: Opened) -> None:
    matrix.tab.locator(".toggle", has_text="lehnt ab").click()
    assert table(matrix)[1] == {"Westmark": ["·", "+", ""], "Nordland": ["+", "", ""], "Ostheim": ["", "", "+"]}


def test_a_cell_can_be_cited(matrix: Opened, browse: Browse) -> None:
    matrix.tab.locator("tbody .cell").first.click()
    again = browse(page(SUND), address=matrix.hash())
    assert again.tab.locator("#panel blockquote").count() == 2
    assert again.tab.locator(".cell[aria-pressed=true]").count() == 1


def test_sorting_and_sides_can_be_cited(matrix: Opened, browse: Browse) -> None:
    matrix.tab.check("text=Sprecher unter der Seite")
    sort = matrix.tab.get_by_role("button", name=f"nach der Haltung ordnen: {SHIPS}")
    for _ in range(2):
        sort.click()
        again = browse(page(SUND), address=matrix.hash())
        assert table(again) == table(matrix)
        assert again.hash() == matrix.hash()
        assert again.tab.is_checked("#sides")
        direction = again.tab.locator("th", has_text=SHIPS).get_attribute("aria-sort")
        assert direction == matrix.tab.locator("th", has_text=SHIPS).get_attribute("aria-sort")
    sort.click()
    matrix.tab.uncheck("#sides")
    assert matrix.hash() == "view=matrix"


def test_the_order_of_the_issues_can_be_cited(matrix: Opened, browse: Browse) -> None:
    matrix.tab.get_by_role("button", name="nach der Haltung ordnen: Nordland").click()
    again = browse(page(SUND), address=matrix.hash())
    assert table(again)[0] == [SHIPS, PATROL, TOLL]


def test_a_table_that_was_enlarged_can_be_cited(browse: Browse) -> None:
    html = page(dataset(Paper(tuple(Said(f"Land {n}", "opposes", f"Zoll {n}") for n in range(60)))))
    opened = browse(html, address="view=matrix")
    assert opened.tab.locator("tbody tr").count() == 40
    for more in ("#more-rows", "#more-columns"):
        opened.tab.click(more)
    again = browse(html, address=opened.hash())
    assert (again.tab.locator("tbody tr").count(), again.tab.locator("thead th").count()) == (60, 48)


def test_a_few_more_than_a_table_holds_are_shown_at_once(browse: Browse) -> None:
    html = page(dataset(Paper(tuple(Said(f"Land {n}", "opposes", f"Zoll {n % 25}") for n in range(45)))))
    opened = browse(html, address="view=matrix")
    assert (opened.tab.locator("tbody tr").count(), opened.tab.locator("thead th").count()) == (45, 25)
    assert opened.tab.locator(".more").count() == 0


def test_a_changed_address_lays_the_table_out_anew(matrix: Opened) -> None:
    matrix.tab.check("#sides")
    matrix.tab.evaluate("location.hash = 'view=matrix'")
    matrix.tab.wait_for_selector("#sides:not(:checked)")


def test_a_print_keeps_the_ground_of_the_signs_and_cuts_nothing_off(matrix: Opened) -> None:
    matrix.tab.emulate_media(media="print")
    cell = matrix.tab.locator("tbody .cell").first
    assert cell.evaluate("(one) => getComputedStyle(one).printColorAdjust") == "exact"
    scroll = "(one) => [getComputedStyle(one).overflowY, one.scrollHeight - one.clientHeight]"
    assert matrix.tab.locator("#matrix .scroll").evaluate(scroll) == ["visible", 0]
    assert matrix.tab.locator("#panel").evaluate(scroll) == ["visible", 0]
    assert not matrix.tab.locator("#search").is_visible()
