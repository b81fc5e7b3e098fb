"""How many were for and against when: bars above and below a line."""

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from kg.errors import OutputError
from kg.view.contents import Contents
from kg.view.palette import Ink, inks
from kg.view.values import Shown

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MONTHS_FROM, YEARS_FROM = 92, 3650  # days; so that there are some forty bars at most
SHARES = {"favour": (1.0, 0.0), "against": (0.0, 1.0), "neither": (0.5, 0.5)}  # above and below the line


def timeline(figure: "Figure", contents: Contents, wording: dict[str, str], most: int) -> None:
    """Draw the positions that have a date, or whose article has one. Raises `OutputError` if there is none."""
    dated = [(day, one) for one in contents.positions if (day := day_of(contents, one))]
    if not dated:
        raise OutputError("None of the positions has a date; a timeline needs articles with one.")
    days = [day for day, _ in dated]
    span = (max(days) - min(days)).days
    counts = Counter((start(day, span), one.stance) for day, one in dated)
    figure.set_size_inches(6, 2.6)
    axes = figure.add_axes((0, 0, 1, 1))
    drawn = inks(contents.stances)
    bars(axes, counts, drawn, width(span))
    finish(axes, wording, drawn)


def day_of(contents: Contents, one: Shown) -> date | None:
    article = contents.articles.get(one.article)
    for text in (one.date, article.date if article else ""):
        try:
            return date.fromisoformat(text[:10])
        except ValueError:
            continue
    return None


def start(day: date, span: int) -> date:
    """The first day of the bar that a day belongs to."""
    if span < MONTHS_FROM:
        return day
    return day.replace(day=1) if span < YEARS_FROM else day.replace(month=1, day=1)


def width(span: int) -> float:
    return 0.9 if span < MONTHS_FROM else 26 if span < YEARS_FROM else 340


def bars(axes: "Axes", counts: Counter[tuple[date, str]], drawn: list[Ink], wide: float) -> None:
    days = sorted({day for day, _ in counts})
    above, below = [0.0] * len(days), [0.0] * len(days)
    for ink in drawn:
        numbers = [counts[day, ink.name] for day in days]
        up, down = SHARES[ink.polarity]
        look = {"color": ink.colour, "edgecolor": "white", "linewidth": 0.5, "width": wide}
        axes.bar(days, [up * n for n in numbers], bottom=above, label=ink.label, **look)  # type: ignore[arg-type]
        axes.bar(days, [-down * n for n in numbers], bottom=below, **look)  # type: ignore[arg-type]
        above = [sum(pair) for pair in zip(above, [up * n for n in numbers], strict=True)]
        below = [sum(pair) for pair in zip(below, [-down * n for n in numbers], strict=True)]


def finish(axes: "Axes", wording: dict[str, str], drawn: list[Ink]) -> None:
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    axes.axhline(0, color="#4b5159", linewidth=0.8)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{abs(value):g}"))
    locator = AutoDateLocator(maxticks=8)  # type: ignore[no-untyped-call]
    axes.xaxis.set_major_locator(locator)
    written = ConciseDateFormatter(locator, formats=["%Y", "%Y-%m", "%m-%d", "", "", ""])  # type: ignore[no-untyped-call]
    axes.xaxis.set_major_formatter(written)
    axes.set_ylabel(f"← {wording['against']}      {wording['favour']} →")
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(loc="upper left", bbox_to_anchor=(1, 1), frameon=False, handlelength=1)
