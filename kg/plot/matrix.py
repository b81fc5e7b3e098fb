"""Who stands where on what: actors as rows, issues as columns, colour and sign for the stance."""

from collections import Counter, defaultdict
from textwrap import shorten
from typing import TYPE_CHECKING

from kg.view.contents import Contents
from kg.view.palette import FILLS, SIGNS, verdict

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

CELL = 0.3  # inch
Cell = tuple[str, str]  # the IRIs of holder and issue


def matrix(figure: "Figure", contents: Contents, wording: dict[str, str], most: int) -> None:
    """Draw it, as large as its rows and columns need."""
    cells = verdicts(contents)
    actors = frequent(Counter(one.holder for one in contents.positions), contents, most)
    shown = Counter(one.target for one in contents.positions if one.holder in actors)
    issues = frequent(shown, contents, most)
    figure.set_size_inches(CELL * len(issues), CELL * len(actors))
    axes = figure.add_axes((0, 0, 1, 1))  # what stands beside it is added when it is saved
    for row, actor in enumerate(actors):
        for column, issue in enumerate(issues):
            if (actor, issue) in cells:
                square(axes, column, row, *cells[actor, issue])
    frame(axes, labels(contents, actors, 32), labels(contents, issues, 48))
    legend(axes, wording)


def verdicts(contents: Contents) -> dict[Cell, tuple[str, int]]:
    """What each cell says as a whole, and how often."""
    polarity = {stance.name: stance.polarity for stance in contents.stances}
    said: dict[Cell, list[str]] = defaultdict(list)
    for one in contents.positions:
        said[one.holder, one.target].append(polarity[one.stance])
    return {cell: (verdict(found), len(found)) for cell, found in said.items()}


def frequent(counts: Counter[str], contents: Contents, most: int) -> list[str]:
    """Those with the most positions, of equal ones by name."""
    names = {iri: entry.label for iri, entry in contents.entries.items()}
    return sorted(counts, key=lambda iri: (-counts[iri], names[iri], iri))[:most]


def square(axes: "Axes", column: int, row: int, kind: str, number: int) -> None:
    from matplotlib.patches import Rectangle

    axes.add_patch(Rectangle((column - 0.46, row - 0.46), 0.92, 0.92, color=FILLS[kind], linewidth=0))
    text = SIGNS[kind] + (str(number) if number > 1 else "")
    axes.text(column, row, text, color="white", ha="center", va="center", fontweight="bold")


def frame(axes: "Axes", rows: list[str], columns: list[str]) -> None:
    axes.set_xlim(-0.5, len(columns) - 0.5)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_aspect("equal")
    axes.xaxis.tick_top()
    axes.set_xticks(range(len(columns)), columns, rotation=60, ha="left", rotation_mode="anchor")
    axes.set_yticks(range(len(rows)), rows)
    axes.set_axisbelow(True)
    axes.tick_params(length=0)
    axes.grid(color="#e3e6eb", linewidth=0.6)
    axes.spines[:].set_visible(False)


def labels(contents: Contents, iris: list[str], width: int) -> list[str]:
    return [shorten(contents.entries[iri].label, width, placeholder=" …") or "–" for iri in iris]


def legend(axes: "Axes", wording: dict[str, str]) -> None:
    from matplotlib.patches import Patch

    patches = [Patch(color=FILLS[kind], label=f"{sign} {wording[kind]}") for kind, sign in SIGNS.items()]
    axes.legend(
        handles=patches, loc="upper left", bbox_to_anchor=(0, -0.02), ncols=4, frameon=False, handlelength=1,
        borderaxespad=0.5, columnspacing=1.2,
    )  # fmt: skip
