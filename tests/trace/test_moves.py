"""The rule by which a step is classified, line by line."""

import pytest

from kg.trace.moves import classify
from kg.trace.stances import every
from tests.trace.examples import said

IF, OTHER = "wenn Südland zahlt", "wenn Südland abzieht"

# earlier stance and condition, later stance and condition, the step
RULE = [
    ("opposes", None, "opposes", None, "Repeat"),
    ("supports", None, "proposes", None, "Repeat"),
    ("demands", None, "commits", None, "Repeat"),
    ("doubts", None, "warns", None, "Hardening"),
    ("warns", None, "opposes", None, "Hardening"),
    ("open-to", None, "supports", None, "Hardening"),
    ("supports", None, "demands", None, "Hardening"),
    ("opposes", None, "doubts", None, "Softening"),
    ("demands", None, "open-to", None, "Softening"),
    ("opposes", None, "supports", None, "Reversal"),
    ("warns", None, "supports", None, "Reversal"),
    ("commits", None, "opposes", None, "Reversal"),
    ("opposes", None, "open-to", None, "Softening"),
    ("supports", None, "doubts", None, "Softening"),
    ("doubts", None, "supports", None, "Softening"),
    ("doubts", None, "open-to", None, "Softening"),
    ("open-to", None, "opposes", None, "Hardening"),
    ("open-to", None, "doubts", None, "Hardening"),
    ("supports", None, "denies", None, "Denial"),
    ("opposes", None, "denies", None, "Denial"),
    ("supports", None, "supports", IF, "Conditioning"),
    ("opposes", None, "supports", IF, "Conditioning"),
    ("supports", None, "opposes", IF, "Conditioning"),
    ("supports", IF, "supports", IF, "Repeat"),
    ("supports", IF, "supports", f"{IF},", "Repeat"),
    ("open-to", IF, "commits", IF, "Hardening"),
    ("supports", IF, "supports", OTHER, "Conditioning"),
    ("supports", IF, "opposes", IF, "Conditioning"),
    ("supports", IF, "supports", None, "Hardening"),
    ("supports", IF, "opposes", None, "Hardening"),
    ("opposes", IF, "supports", None, "Softening"),
]


@pytest.mark.parametrize(("before", "under", "after", "now_under", "step"), RULE)
def test_the_rule(before: str, under: str | None, after: str, now_under: str | None, step: str) -> None:
    assert classify(said(before, 1, condition=under), said(after, 2, condition=now_under)) == step


def test_a_condition_in_another_language_cannot_be_told_from_the_one_before() -> None:
    earlier, later = (
        said("supports", day, condition=words, language=language)
        for day, words, language in ((1, IF, "de"), (2, "if Southland pays", "en"))
    )
    assert classify(earlier, later) == "Repeat"


def test_every_stance_has_a_strength_or_moves_nothing() -> None:
    still = {iri.rpartition("#")[2] for iri, stance in every().items() if not stance.moves}
    assert still == {"threatens", "states", "accuses", "denies"}
    assert {stance.strength for stance in every().values() if stance.moves} == {1, 2, 3}
