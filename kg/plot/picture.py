"""One picture of a graph, in a file. The same graph gives the same bytes."""

import warnings
from io import BytesIO
from pathlib import Path

from kg.errors import OutputError
from kg.exchange.network import NO_XML
from kg.output import require_place, shown, write
from kg.plot.matrix import matrix
from kg.plot.network import network
from kg.plot.timeline import timeline
from kg.query.ask import Graph
from kg.view.contents import Contents
from kg.view.page import words

DRAWINGS = {"matrix": matrix, "timeline": timeline, "network": network}
KINDS = tuple(DRAWINGS)
SUFFIXES = (".svg", ".pdf", ".png")
# Text stays text in SVG and PDF; names of parts do not differ from one run to the next. Dollars are no formulas.
STYLE = {
    "font.family": "sans-serif",
    "font.size": 9,
    "svg.fonttype": "none",
    "svg.hashsalt": "diplokg",
    "pdf.fonttype": 42,
    "text.parse_math": False,
}
UNDATED = {".svg": {"Date": None}, ".pdf": {"CreationDate": None}, ".png": {}}


def plot(graph: Graph, path: str | Path, kind: str, *, language: str = "de", most: int = 20) -> None:
    """Write a picture of the positions of `graph` to `path`, whole or not at all.

    Of a dataset or a store all named graphs count. `kind` is one of `KINDS`, `language` (de, en) that of the labels;
    the `most` actors and issues that have the most positions are shown. PNG has 300 dots an inch. Raises `OutputError`
    for another suffix than those of `SUFFIXES`, another language, a graph that has nothing to show, a place where
    nothing can be written, or without matplotlib.
    """
    suffix = Path(path).suffix.lower()
    if suffix not in SUFFIXES:
        raise OutputError(f"{shown(path)}: no format of pictures; name a file with one of {', '.join(SUFFIXES)}.")
    require_place(path)
    wording, contents = words(language), Contents(graph, language)
    if not contents.positions:
        raise OutputError("The graph holds no positions, so nothing can be drawn; build it from other articles.")
    try:
        import matplotlib as mpl
        from matplotlib.figure import Figure
    except ModuleNotFoundError as error:
        raise OutputError("A picture needs matplotlib; install it with: pip install 'diplokg[plot]'.") from error
    file = BytesIO()
    with mpl.rc_context(STYLE), warnings.catch_warnings():  # type: ignore[arg-type]
        warnings.filterwarnings("ignore", "Glyph")  # what the font lacks is drawn as a box, and is text in SVG
        figure = Figure()
        DRAWINGS[kind](figure, contents, wording, most)
        figure.savefig(file, format=suffix[1:], dpi=300, bbox_inches="tight", metadata=UNDATED[suffix])
    write(path, [readable(file.getvalue()) if suffix == ".svg" else file.getvalue()])


def readable(svg: bytes) -> bytes:
    """Without what XML cannot hold, such as control characters in a label: matplotlib lets them through."""
    return NO_XML.sub("\ufffd", svg.decode()).encode()
