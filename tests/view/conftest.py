"""Pages in a browser, from files."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.view.browser import Opened


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
