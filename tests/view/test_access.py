"""For everybody: contrast and roles as axe-core judges them, and every way by keyboard."""

import pytest

from kg.view import page
from tests.view.browser import Browse
from tests.view.views import SUND

Axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed.").Axe


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("view", ["graph", "matrix", "timeline"])
def test_no_view_has_a_fault(browse: Browse, view: str, language: str, width: int) -> None:
    opened = browse(page(SUND, language=language), width, address=f"view={view}")
    opened.tab.click("#open-filters")
    opened.tab.locator(".row").first.click()
    found = Axe().run(opened.tab).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
    assert opened.complaints == []
    assert opened.requests == []


def test_the_tabs_go_by_arrow_key(browse: Browse) -> None:
    opened = browse(page(SUND))
    opened.tab.focus("#tab-graph")
    for key, view in [
        ("ArrowRight", "matrix"),
        ("ArrowRight", "timeline"),
        ("ArrowRight", "graph"),
        ("ArrowLeft", "timeline"),
    ]:
        opened.tab.keyboard.press(key)
        assert opened.tab.evaluate("document.activeElement.id") == f"tab-{view}"
        assert opened.tab.locator("main > section:visible").count() == 1
        assert opened.tab.get_attribute(f"#tab-{view}", "aria-selected") == "true"


def test_a_position_is_reached_and_left_by_keys_alone(browse: Browse) -> None:
    opened = browse(page(SUND))
    for _ in range(60):
        opened.tab.keyboard.press("Tab")
        if opened.tab.evaluate("document.activeElement.className") == "row":
            break
    opened.tab.keyboard.press("Enter")
    assert opened.tab.locator("#panel blockquote").count() == 1
    opened.tab.keyboard.press("Escape")
    assert opened.tab.locator("#panel blockquote").count() == 0
