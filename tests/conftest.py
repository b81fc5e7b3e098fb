"""What the tests share."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.view.browser import FLAGS

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def seeds(root: Path) -> Path:
    """The articles that come with the project."""
    return root / "seeds"


@pytest.fixture(scope="session")
def shared(root: Path) -> Path:
    """The folder with gold annotation and training data, which is no part of the project; skips where it is missing."""
    folder = root.parent / "shared"
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there: gold annotation and training data are not part of the project.")
    return folder


@pytest.fixture(scope="module")  # not longer: while Playwright runs, no other test of the process can use asyncio
def chromium() -> Iterator[Any]:
    """A running browser without a window; skips where Chromium or Playwright is not installed."""
    driver = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed (pip install playwright).")
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("Chromium is not installed (apt-get install chromium).")
    with driver.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()
