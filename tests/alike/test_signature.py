"""Which texts are one story, and which are two on the same event."""

from itertools import combinations

import numpy as np
import pytest

from kg.alike.signature import HASHES, alike, read, signature
from tests.alike.examples import (
    ANOTHER,
    COPIES,
    ENGLISH,
    OTHER,
    OTHER_ENGLISH,
    REWRITTEN,
    STORY,
    edited,
    shortened,
)


def same(one: str, other: str) -> bool:
    found = alike(signature(one), signature(other))
    assert found == alike(signature(other), signature(one))
    return found


@pytest.mark.parametrize("how", COPIES)
def test_a_copy_is_found(how: str) -> None:
    assert same(STORY, COPIES[how])


@pytest.mark.parametrize(("one", "other"), [
    (shortened(STORY, *range(6)), edited(STORY)),
    (shortened(STORY, *range(6)), COPIES["a paragraph added"]),
    (ENGLISH, shortened(ENGLISH, 0, 1, 2, 3)),
    (ENGLISH, REWRITTEN),
])  # fmt: skip
def test_copies_of_copies_are_found(one: str, other: str) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [*combinations([STORY, OTHER, ANOTHER], 2), (ENGLISH, OTHER_ENGLISH), (REWRITTEN, OTHER_ENGLISH)]
)
def test_two_reports_on_one_event_are_two(one: str, other: str) -> None:
    assert not same(one, other)


def test_a_third_that_both_quote_makes_no_copy() -> None:
    """Two texts without a word in common, but for a speech that makes up a third of each."""
    speech, *texts = (" ".join(f"{name}{number}" for number in range(size)) for name, size in
                      (("s", 100), ("a", 200), ("b", 200)))  # fmt: skip
    assert not same(f"{texts[0]} {speech}", f"{texts[1]} {speech}")


@pytest.mark.parametrize("text", ["", "Nein", "Nein. Ja.", "...", "\0", "\ud800", "Das ist ein Satz"])
def test_a_text_of_few_words_is_like_itself(text: str) -> None:
    assert same(text, text)
    assert not same(text, STORY)


def test_the_figures_come_near_to_those_of_the_texts() -> None:
    words = [f"w{number}" for number in range(1_000)]
    one, other = (signature(" ".join(words[start : start + 600])) for start in (0, 300))
    assert np.mean(one.values == other.values) == pytest.approx(300 / 900, abs=3 * 0.042)
    assert one.size == 597


def test_a_signature_is_written_and_read() -> None:
    found = signature(STORY)
    assert read(str(found)) == found
    assert len(found.least) == 4 * HASHES


def test_it_is_the_same_on_every_machine() -> None:
    """A store that was filled elsewhere finds its copies; if this fails, old signatures say nothing any more."""
    found = signature("Der Kanzler sagt Nein zu dem Plan.")
    assert (found.size, found.least[:8].hex()) == (4, "be6b7acb32ffe2b6")
