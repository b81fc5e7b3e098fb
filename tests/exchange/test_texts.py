"""The text of an article out of its passages."""

import pytest

from kg.exchange.texts import rebuilt
from kg.exchange.values import Selection


@pytest.mark.parametrize(
    ("passages", "text"),
    [
        ([], ""),
        ([Selection("abc", start=0, end=3)], "abc"),
        ([Selection("abc", start=4, end=7)], "… … abc"),
        ([Selection("abc", prefix="xy", suffix="z", start=4, end=7)], "… xyabcz"),
        ([Selection("abc", prefix="longer", start=2, end=5)], "erabc"),
        ([Selection("abc", start=0, end=6)], "abc … "),
        ([Selection("abc", suffix="??", start=0, end=3), Selection("de", prefix="??", start=3, end=5)], "abcde"),
    ],
)
def test_each_passage_stands_at_its_place(passages: list[Selection], text: str) -> None:
    assert rebuilt(passages) == text


def test_a_place_that_no_article_has_takes_no_memory() -> None:
    with pytest.raises(ValueError, match="where no article has one; mend its offsets"):
        rebuilt([Selection("abc", start=999_999_999, end=1_000_000_002)])
