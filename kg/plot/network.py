"""The graph of actors and issues, laid out as in the page."""

from collections import Counter
from itertools import chain
from math import log2
from typing import TYPE_CHECKING

import networkx as nx

from kg.plot.matrix import Cell, frequent, legend, verdicts
from kg.view.contents import Contents
from kg.view.layout import places
from kg.view.network import INK, LINE, extent, folded
from kg.view.palette import FILLS, SIGNS

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MARKS = {"state": "s", "organisation": "h", "person": "o", "medium": "^", "group": "D", "place": "v", "unknown": "*"}
INCH = 140  # pixels of the page's layout: its letters are then as wide as those here
EDGE = 90  # pixels
Spots = dict[str, tuple[float, float]]


def network(figure: "Figure", contents: Contents, wording: dict[str, str], most: int) -> None:
    """Draw the actors and issues that have the most positions, and all that is said between them."""
    holders = set(frequent(Counter(one.holder for one in contents.positions), contents, most))
    said = Counter(one.target for one in contents.positions if one.holder in holders)
    issues = set(frequent(said, contents, most))
    cells = {cell: found for cell, found in verdicts(contents).items() if cell[0] in holders and cell[1] in issues}
    spots = laid(contents, sorted(cells))
    axes = figure.add_axes((0, 0, 1, 1))
    resize(figure, axes, spots)
    for (holder, issue), (kind, number) in sorted(cells.items()):
        xs, ys = zip(spots[holder], spots[issue], strict=True)
        axes.plot(xs, ys, color=FILLS[kind], linewidth=0.9 + 0.5 * log2(number), zorder=1)
        sign(axes, kind, (0.6 * xs[0] + 0.4 * xs[1], 0.6 * ys[0] + 0.4 * ys[1]))
    for iri, spot in spots.items():
        node(axes, contents, iri, spot)
    axes.axis("off")
    legend(axes, wording)


def laid(contents: Contents, cells: list[Cell]) -> Spots:
    iris = sorted(set(chain.from_iterable(cells)))
    numbers = {iri: number for number, iri in enumerate(iris)}
    graph: nx.Graph[int] = nx.Graph((numbers[holder], numbers[issue]) for holder, issue in cells)
    entries = [contents.entries[iri] for iri in iris]
    sizes = {number: extent(entry, folded(entry.label), 12) for number, entry in enumerate(entries)}
    return {iris[number]: spot for number, spot in places(graph, sizes).items()}


def resize(figure: "Figure", axes: "Axes", spots: Spots) -> None:
    """As large as the layout, with room for the labels at its edges; y points down, as on a screen."""
    xs, ys = zip(*spots.values(), strict=True)
    axes.set_xlim(min(xs) - EDGE, max(xs) + EDGE)
    axes.set_ylim(max(ys) + EDGE, min(ys) - EDGE)
    axes.set_aspect("equal")
    figure.set_size_inches((max(xs) - min(xs) + 2 * EDGE) / INCH, (max(ys) - min(ys) + 2 * EDGE) / INCH)


def sign(axes: "Axes", kind: str, spot: tuple[float, float]) -> None:
    """What the line says, for a print in grey; nearer to the actor, since the issue is a box that may cover it."""
    disc = {"boxstyle": "circle,pad=0.12", "facecolor": "white", "edgecolor": FILLS[kind], "linewidth": 0.6}
    axes.text(*spot, SIGNS[kind], color=FILLS[kind], ha="center", va="center", fontsize=6, bbox=disc, zorder=1.5)


def node(axes: "Axes", contents: Contents, iri: str, spot: tuple[float, float]) -> None:
    """A line leads from an actor to an issue, which is a box: no arrow is needed."""
    entry = contents.entries[iri]
    label = folded(entry.label)
    if entry.kind == "issue":
        box = {"boxstyle": "round,pad=0.35", "facecolor": "white", "edgecolor": LINE, "linewidth": 0.7}
        axes.text(*spot, label, ha="center", va="center", fontsize=7, bbox=box, zorder=3)
        return
    axes.plot(*spot, MARKS[entry.kind], color=INK, markersize=9, zorder=2)
    ground = {"boxstyle": "square,pad=0.1", "facecolor": "white", "alpha": 0.75, "linewidth": 0}
    below = {"xytext": (0, -9), "textcoords": "offset points", "ha": "center", "va": "top", "bbox": ground}
    axes.annotate(label, spot, **below, fontsize=7.5, zorder=3)  # type: ignore[arg-type]
