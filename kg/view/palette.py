"""Colour, dash, sign and end of line: of each stance, and of what an actor says of an issue as a whole.

Polarity is told by hue (blue for favour, orange to brown for against, grey for neither: pairs that people with any kind
of colour blindness tell apart) *and* by sign, or by how a line ends: in an arrow, or for against in a bar, as
biologists draw it. The stance within its polarity is told by shade *and* dash. So a print in grey can be read too.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

COLOURS = {
    "favour": ("#1d4f9c", "#2a8be8", "#1f6f96", "#3d5cf0", "#0a2a66"),
    "against": ("#c8420f", "#d07400", "#7a3a0c", "#9a6a10", "#4a2f0c"),
    "neither": ("#4b5159", "#878d96"),
}
MIXED = "#6b4a8f"  # both for and against; neither blue nor orange to any kind of colour blindness
DASHES = ((), (10, 5), (3, 4), (16, 5, 3, 5), (18, 8))  # lengths of line and gap; the first is a solid line
# A stance keeps its look in every graph: these are drawn in this order, any other after them.
USUAL = {
    "favour": ("supports", "proposes", "demands", "commits", "open-to"),
    "against": ("opposes", "warns", "doubts", "accuses", "denies"),
    "neither": ("states", "threatens"),
}


@dataclass(frozen=True)
class Verdict:
    """How what an actor says of an issue as a whole is shown; `name` is a key of `COLOURS`, or "mixed"."""

    name: str
    colour: str
    sign: str
    end: str  # of a line, as vis-network calls it


VERDICTS = (
    Verdict("favour", COLOURS["favour"][0], "+", "arrow"),
    Verdict("against", COLOURS["against"][0], "−", "bar"),
    Verdict("mixed", MIXED, "±", "diamond"),
    Verdict("neither", COLOURS["neither"][0], "·", "circle"),
)
ENDS = {one.name: one.end for one in VERDICTS}
FILLS = {one.name: one.colour for one in VERDICTS}
SIGNS = {one.name: one.sign for one in VERDICTS}


@dataclass(frozen=True)
class Stance:
    """A stance as the graph describes it; `polarity` is a key of `COLOURS`."""

    name: str
    label: str
    polarity: str


@dataclass(frozen=True)
class Ink:
    """How the edges of one stance are drawn."""

    name: str
    label: str
    polarity: str
    colour: str
    dashes: tuple[int, ...]
    end: str


def inks(stances: Iterable[Stance]) -> list[Ink]:
    """One ink for each stance, in the order of the legend."""
    every = sorted(stances, key=lambda stance: stance.name)
    return [ink for polarity in COLOURS for ink in family(polarity, [one for one in every if one.polarity == polarity])]


def family(polarity: str, stances: list[Stance]) -> list[Ink]:
    usual = USUAL[polarity]
    order = [*usual, *(one.name for one in stances if one.name not in usual)]
    return sorted((ink(one, order.index(one.name)) for one in stances), key=lambda one: order.index(one.name))


def ink(stance: Stance, number: int) -> Ink:
    colours = COLOURS[stance.polarity]
    turn, shade = divmod(number, len(colours))
    # Each further turn through the colours shifts the dash by one: no two stances of a polarity share both.
    dashes = DASHES[(shade + turn) % len(DASHES)]
    return Ink(stance.name, stance.label, stance.polarity, colours[shade], dashes, ENDS[stance.polarity])


def verdict(polarities: Collection[str]) -> str:
    """What an actor says of an issue as a whole, a key of `FILLS`: what is neither counts only by itself."""
    if "favour" in polarities and "against" in polarities:
        return "mixed"
    return next(polarity for polarity in COLOURS if polarity in polarities)


def variables() -> str:
    """The colours as properties of CSS: `var(--favour)`."""
    return f":root {{ {' '.join(f'--{name}: {colour};' for name, colour in FILLS.items())} }}\n"
