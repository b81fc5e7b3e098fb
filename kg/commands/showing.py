"""Graphs to what people look at."""

from argparse import ArgumentParser, Namespace
from contextlib import closing
from pathlib import Path

from kg import output
from kg.commands.arguments import GRAPH, NewCommand, argument, origin, page_file, port, positive, seconds
from kg.console import Console, out
from kg.plot import KINDS
from kg.read import line
from kg.serve.settings import Settings
from kg.view import languages


def arguments(command: NewCommand) -> None:
    viewing = command(view, "Graph → one HTML page that needs no network.")
    viewing.add_argument("graph", type=Path, metavar="GRAPH", help=GRAPH)
    viewing.add_argument(
        "-o", "--output", type=argument(page_file), required=True, metavar="PAGE", help="file to write (.html)"
    )
    viewing.add_argument("--title", type=line, default="", help="what the page is headed with")
    viewing.add_argument(
        "--language", choices=languages(), default="de", help="of the page and its labels (default de)"
    )

    plotting = command(plot, "Graph → a picture for a paper: matrix, timeline or network.")
    plotting.add_argument("graph", type=Path, metavar="GRAPH", help=GRAPH)
    plotting.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="an .svg, .pdf or .png")
    plotting.add_argument("--what", choices=KINDS, default="matrix", help="(default matrix)")
    plotting.add_argument("--most", type=positive, default=20, metavar="N", help="actors and issues shown (default 20)")
    plotting.add_argument("--language", choices=languages(), default="de", help="of the labels (default de)")

    serving(
        command(
            serve,
            "Graph, as it is now → pages in the browser, where a person can correct it, and a SPARQL 1.1 endpoint.",
        )
    )


def serving(command: ArgumentParser) -> None:
    default = Settings()
    command.add_argument("graph", type=Path, metavar="GRAPH", help=GRAPH)
    command.add_argument("--host", default=default.host, help=f"address to listen at (default {default.host})")
    command.add_argument(
        "--port", type=argument(port), default=default.port, help=f"(default {default.port}; 0 takes any that is free)"
    )
    command.add_argument(
        "--timeout",
        type=argument(seconds),
        default=default.seconds,
        dest="seconds",
        metavar="SECONDS",
        help=f"after which a query is ended (default {default.seconds:g})",
    )
    command.add_argument(
        "--workers",
        type=argument(positive),
        default=default.workers,
        metavar="N",
        help=f"queries at a time (default {default.workers})",
    )
    command.add_argument("--cors", type=argument(origin), metavar="ORIGIN", help="let its pages ask; * for all pages")
    command.add_argument(
        "--writable", action="store_true", help="take corrections on the pages, and PUT and DELETE at /store"
    )


def view(options: Namespace, console: Console) -> None:
    from kg import store
    from kg.view import write_page

    output.require_place(options.output)
    with closing(store.open_store(options.graph)) as graph:
        write_page(graph, options.output, title=options.title, language=options.language)


def plot(options: Namespace, console: Console) -> None:
    from kg import store
    from kg.plot import plot as drawn

    with closing(store.open_store(options.graph)) as graph:
        drawn(graph, options.output, options.what, language=options.language, most=options.most)


def serve(options: Namespace, console: Console) -> None:
    from kg.serve import Settings
    from kg.serve.run import serve as run

    chosen = {name: getattr(options, name) for name in ("host", "port", "seconds", "workers", "cors", "writable")}
    run(options.graph, Settings(**chosen), lambda address: out([f"{address}\n"]))
