"""What the tests share."""

from pathlib import Path

import pytest

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
