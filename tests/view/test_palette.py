"""Colours that everybody can tell apart."""

from itertools import combinations, product

import numpy as np
import pytest
from numpy.typing import NDArray

from kg.view.palette import COLOURS, USUAL, VERDICTS, Ink, Stance, Verdict, inks

Colour = NDArray[np.float64]

# What is seen of linear RGB: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for
# Simulation of Color Vision Deficiency", IEEE TVCG 15 (2009), severity 1.0.
EYES = {
    "usual": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}
GROUND = "#f6f7f9"  # of the picture


def every() -> list[Ink]:
    return inks(Stance(name, name, polarity) for polarity, names in USUAL.items() for name in names)


def linear(colour: str) -> Colour:
    value = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def luminance(colour: str) -> float:
    return float(np.dot([0.2126, 0.7152, 0.0722], linear(colour)))


def lab(rgb: Colour) -> Colour:
    """CIE L*a*b* of linear sRGB (white point D65)."""
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    xyz = to_xyz @ np.clip(rgb, 0, 1) / np.array([0.9505, 1, 1.089])
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def distance(one: str, other: str, eye: str) -> float:
    seen = [lab(np.array(EYES[eye]) @ linear(colour)) for colour in (one, other)]
    return float(np.linalg.norm(seen[0] - seen[1]))


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize(
    ("one", "other", "least"), [("favour", "against", 35), ("favour", "neither", 12), ("against", "neither", 12)]
)
def test_polarities_look_different_to_every_eye(eye: str, one: str, other: str, least: float) -> None:
    pairs = {pair: distance(*pair, eye) for pair in product(COLOURS[one], COLOURS[other])}
    assert {pair: found for pair, found in pairs.items() if found < least} == {}


@pytest.mark.parametrize("ink", every(), ids=lambda ink: ink.name)
def test_a_line_stands_out_from_the_ground(ink: Ink) -> None:
    """WCAG 2.2, 1.4.11: graphical objects need a contrast of 3 to 1."""
    assert (luminance(GROUND) + 0.05) / (luminance(ink.colour) + 0.05) >= 3


def test_stances_of_one_polarity_differ_in_dash_too() -> None:
    for one, other in combinations(every(), 2):
        assert one.polarity != other.polarity or one.dashes != other.dashes


def test_a_stance_keeps_its_look_whatever_else_the_graph_holds() -> None:
    alone = inks([Stance("warns", "warnt vor", "against")])[0]
    among = next(ink for ink in every() if ink.name == "warns")
    assert (alone.colour, alone.dashes) == (among.colour, among.dashes)


def test_stances_of_the_readers_own_get_looks_of_their_own() -> None:
    many = inks(Stance(f"own-{n}", "", "against") for n in range(20))
    assert len({(ink.colour, ink.dashes) for ink in [*many, *every()]}) == 20 + len(every())


@pytest.mark.parametrize("verdict", VERDICTS, ids=lambda verdict: verdict.name)
def test_a_white_sign_can_be_read_on_its_cell(verdict: Verdict) -> None:
    """WCAG 2.2, 1.4.3: text needs a contrast of 4.5 to 1."""
    assert 1.05 / (luminance(verdict.colour) + 0.05) >= 4.5


def test_polarities_differ_in_sign_and_in_the_end_of_their_lines_too() -> None:
    assert len({verdict.sign for verdict in VERDICTS}) == len({verdict.end for verdict in VERDICTS}) == len(VERDICTS)
    assert {ink.end for ink in every() if ink.polarity == "against"} == {"bar"}
