"""Whose account of a position it is, and whom it rests on."""

import pytest

from kg.trace.voices import Link, origin, outside, voice

SPEAKERS = {"spokesman": {"north"}, "circles": {"north"}, "rival": {"south"}}


def speaks_for(party: str) -> set[str]:
    return SPEAKERS.get(party, set())


PAPER, AGENCY = Link("paper", True, False), Link("agency", True, False)
SPOKESMAN, RIVAL, STRANGER = (Link(name, False, False) for name in ("spokesman", "rival", "stranger"))
DIPLOMATS, CIRCLES = (Link(name, False, True) for name in ("diplomats", "circles"))


@pytest.mark.parametrize(
    ("mode", "chain", "whose", "rests_on"),
    [
        ("direct", [], "declared", None),
        ("indirect", [], "declared", None),
        ("narrated", [], "told", None),
        ("indirect", [PAPER, AGENCY], "declared", "paper"),
        ("narrated", [AGENCY], "told", "agency"),
        ("indirect", [SPOKESMAN], "declared", None),
        ("indirect", [SPOKESMAN, AGENCY], "declared", "agency"),
        ("indirect", [RIVAL], "ascribed", "rival"),
        ("indirect", [RIVAL, AGENCY], "ascribed", "rival"),
        ("direct", [STRANGER], "ascribed", "stranger"),
        ("indirect", [DIPLOMATS, AGENCY], "ascribed", "unnamed"),
        ("indirect", [CIRCLES], "ascribed", "unnamed"),
        ("indirect", [AGENCY, DIPLOMATS], "ascribed", "agency"),
    ],
)
def test_the_chain_tells(mode: str, chain: list[Link], whose: str, rests_on: str | None) -> None:
    assert voice(mode, outside(chain, "minister", "north", speaks_for)) == whose
    assert origin(chain, "minister", "north", speaks_for) == rests_on
