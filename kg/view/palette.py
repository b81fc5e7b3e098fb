"""Colour and dash of each stance.

Polarity is told by hue (blue for favour, orange to brown for against, grey for neither: pairs that people with any kind of
colour blindness tell apart), the stance within its polarity by shade *and* dash, so that a print in grey can be read too.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count

from kg.vocabulary import Stance

COLOURS = {
    "favour": ("#1d4f9c", "#2a8be8", "#1f6f96", "#3d5cf0", "#0a2a66"),
    "against": ("#c8420f", "#d87904", "#7a3a0c", "#9a6a10", "#4a2f0c"),
    "neither": ("#4b5159", "#878d96"),
}
DASHES = ((), (10, 5), (3, 4), (16, 5, 3, 5), (18, 8))  # lengths of line and gap; the first is a solid line
COMMONEST = ("supports", "opposes")  # these get the first colour and the solid line of their polarity


@dataclass(frozen=True)
class Ink:
    """How the edges of one stance are drawn."""

    name: str
    label: str
    polarity: str
    colour: str
    dashes: tuple[int, ...]


def inks(stances: Iterable[Stance], used: Iterable[str], language: str) -> list[Ink]:
    """One ink for each used stance, in the order of the legend; a stance that no vocabulary knows is neither."""
    known = {stance.name: stance for stance in stances}
    strangers = [Stance("", name, "neither", None, ()) for name in sorted(set(used) - set(known))]
    numbers = {polarity: count() for polarity in COLOURS}
    ordered = sorted([*known.values(), *strangers], key=lambda stance: (rank(stance), stance.name))
    drawn = [ink(stance, next(numbers[stance.polarity]), language) for stance in ordered]
    return [one for one in drawn if one.name in set(used)]


def rank(stance: Stance) -> tuple[int, bool]:
    return list(COLOURS).index(stance.polarity), stance.name not in COMMONEST


def ink(stance: Stance, number: int, language: str) -> Ink:
    colours = COLOURS[stance.polarity]
    turn, shade = divmod(number, len(colours))
    # Each further turn through the colours shifts the dash by one: no two stances of a polarity share both.
    dashes = DASHES[(shade + turn) % len(DASHES)]
    label = dict(stance.labels).get(language, stance.name)
    return Ink(stance.name, label, stance.polarity, colours[shade], dashes)
