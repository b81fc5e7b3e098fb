"""A graph into a file of another program's format."""

from pathlib import Path

from kg import output
from kg.errors import OutputError
from kg.exchange.formats import FORMATS
from kg.query.ask import Graph, opened


def export(graph: Graph, path: str | Path, to: str, *, language: str = "de") -> None:
    """Write a graph in a format of `FORMATS`, whole or not at all, the same bytes each time; names in `language`.

    Raises `OutputError` for a format that there is not and for a place that cannot be written.
    """
    if to not in FORMATS:
        raise OutputError(f"{output.shown(path)}: {to!r} is no format of exports; name one of {', '.join(FORMATS)}.")
    output.write(path, FORMATS[to].writer()(opened(graph), language))
