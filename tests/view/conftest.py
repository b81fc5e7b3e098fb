"""A headless Chromium to open pages in."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.view.browser import FLAGS, Opened


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A running browser; skips where Chromium or Playwright is not installed."""
    driver = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed (pip install playwright).")
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("Chromium is not installed (apt-get install chromium).")
    with driver.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def browse(chromium: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Opens a page from a file, as a reader does who got it by mail."""
    tabs = []

    def open_it(html: str, width: int = 1440, height: int = 900, address: str = "") -> Opened:
        path = tmp_path / "seite.html"
        path.write_text(html, "utf-8")
        tabs.append(chromium.new_page(viewport={"width": width, "height": height}))
        return Opened(tabs[-1], f"{path.as_uri()}#{address}" if address else path.as_uri())

    yield open_it
    for tab in tabs:
        tab.close()
