"""Graphs to what other programs read, and what people coded elsewhere to graphs."""

from argparse import Namespace
from contextlib import closing
from pathlib import Path

from kg import output
from kg.commands.arguments import GRAPH, NewCommand
from kg.console import Console
from kg.exchange.formats import FORMATS
from kg.view import languages


def arguments(command: NewCommand) -> None:
    formats = "; ".join(f"{name}: {one.about}" for name, one in FORMATS.items())
    exporting = command(export, "Graph → a file for another program.")
    exporting.add_argument("graph", metavar="GRAPH", help=f"{GRAPH}, or address of a SPARQL endpoint")
    exporting.add_argument("--to", choices=tuple(FORMATS), required=True, help=formats)
    exporting.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="file to write")
    exporting.add_argument("--language", choices=languages(), default="de", help="of the names in it (default de)")


def export(options: Namespace, console: Console) -> None:
    from kg import store
    from kg.exchange import export as written

    output.require_place(options.output)
    with closing(store.open_store(options.graph)) as graph:
        written(graph, options.output, options.to, language=options.language)
