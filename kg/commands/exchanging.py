"""Graphs to what other programs read, and what people coded elsewhere to graphs."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from kg import output
from kg.commands.arguments import NewCommand, argument, graph_file
from kg.commands.asking import ANYWHERE, in_language
from kg.console import Console, number
from kg.errors import InputError, KgError
from kg.exchange.formats import FORMATS
from kg.output import shown
from kg.read import line
from kg.store.formats import SUFFIXES

if TYPE_CHECKING:
    from kg.exchange.coded import Coded


def arguments(command: NewCommand) -> None:
    formats = "; ".join(f"{name}: {one.about}" for name, one in FORMATS.items())
    exporting = command(export, "Graph → a file for another program.")
    exporting.add_argument("graph", metavar="GRAPH", help=ANYWHERE)
    exporting.add_argument("--to", choices=tuple(FORMATS), required=True, help=formats)
    exporting.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="file to write")
    in_language(exporting)

    importing = command(import_, "What people coded, in tables or databases of DNA → graph.")
    importing.add_argument("files", type=Path, nargs="+", metavar="FILE", help="table (.csv, .tsv) or database (.dna)")
    into = importing.add_mutually_exclusive_group(required=True)
    into.add_argument("-o", "--output", type=argument(graph_file), metavar="GRAPH", help=f"file to write ({SUFFIXES})")
    into.add_argument("--store", type=Path, metavar="FOLDER", help="store to add to; what a file said before goes")
    importing.add_argument(
        "--coder", type=line, default="", help="who did, if no column says (default: the file's name)"
    )
    importing.add_argument(
        "--actors", type=Path, action="append", default=[], metavar="FILE.ttl", help="more actors; may be repeated"
    )
    importing.add_argument("--check", action="store_true", help="check the graph against ontologies/shapes.ttl")


def export(options: Namespace, console: Console) -> None:
    from kg import store
    from kg.exchange import export as written

    output.require_place(options.output)
    with closing(store.open_store(options.graph)) as graph:
        written(graph, options.output, options.to, language=options.language)
    if options.output.is_file() and not options.output.stat().st_size:
        console.note(f"{shown(options.output)} is empty: the graph has nothing for {options.to}.")


def import_(options: Namespace, console: Console) -> None:
    from kg import assemble, store
    from kg.exchange import coded

    if options.output:
        output.require_place(options.output)
    found = dict(console.counted(each_file(options, console), lambda one: one[1].positions))
    graphs = {one.graph: one.triples for one in found.values()}
    if options.check:
        for violation in assemble.check(coded.dataset(graphs)):
            console.fault(KgError(f"{violation}"))
    if options.output:
        store.write(coded.dataset(graphs), options.output)
    else:
        with store.growing(options.store) as kept:
            coded.keep(found, kept)
    console.say(f"{number(console.found, 'coded position')} → {shown(options.output or options.store)}")


def each_file(options: Namespace, console: Console) -> "Iterator[tuple[Path, Coded]]":
    """What each file says; one that cannot be read never stops the others."""
    from kg.exchange.coded import coded

    for path in options.files:
        try:
            yield path, coded(path, coder=options.coder, actors=tuple(options.actors), on_error=console.fault)
        except InputError as error:
            console.fault(error)
