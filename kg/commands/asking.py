"""Graphs to answers."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import closing
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from kg.commands.arguments import GRAPH, NewCommand, setting
from kg.console import Console, out
from kg.errors import QueryError
from kg.view import languages

if TYPE_CHECKING:
    from kg.query import Table

ANYWHERE = f"{GRAPH}, or address of a SPARQL endpoint"


def arguments(command: NewCommand) -> None:
    querying = command(query, "Graph → answer to a SPARQL query, your own or a stored one.")
    querying.add_argument("graph", metavar="GRAPH", help=ANYWHERE)
    asked = querying.add_mutually_exclusive_group(required=True)
    asked.add_argument("query", nargs="?", metavar="QUERY", help="SPARQL text")
    asked.add_argument("--name", help="a stored query, such as who-holds-what; a wrong name is answered with all")
    querying.add_argument(
        "--set", type=setting, action="append", default=[], metavar="KEY=VALUE", help="what a stored query asks for"
    )
    querying.add_argument("--format", choices=("table", "csv", "json", "turtle"), default="table")
    in_language(querying)

    naming = command(actors, "Graph → its actors: names, kind, positions, and the articles that mention them.")
    naming.add_argument("graph", metavar="GRAPH", help=ANYWHERE)
    naming.add_argument("--format", choices=("table", "csv", "json"), default="table")
    in_language(naming)

    listing = command(issues, "Graph → its issues: positions, holders, and labels in German and English.")
    listing.add_argument("graph", metavar="GRAPH", help=ANYWHERE)
    listing.add_argument("--broader", action="store_true", help="with the issues above them, and what is below each")
    listing.add_argument("--format", choices=("table", "csv", "json"), default="table")


def in_language(command: ArgumentParser) -> None:
    command.add_argument("--language", choices=languages(), default="de", help="of the names in it (default de)")


def query(options: Namespace, console: Console) -> None:
    from kg import store
    from kg.query import query as ask
    from kg.query import query_stored

    given = settings(options.set)
    with closing(store.open_store(options.graph)) as graph:
        if options.name is not None:
            answer = query_stored(graph, options.name, language=options.language, **given)
        else:
            answer = ask(graph, options.query, language=options.language, **given)
    for note in answer.notes:
        console.note(note)
    print_answer(answer, options.format)


def actors(options: Namespace, console: Console) -> None:
    from kg import store
    from kg.query import actors as every

    with closing(store.open_store(options.graph)) as graph:
        print_answer(every(graph, language=options.language), options.format)


def issues(options: Namespace, console: Console) -> None:
    from kg import store
    from kg.query import issues as every

    with closing(store.open_store(options.graph)) as graph:
        print_answer(every(graph, broader=options.broader, indented=options.format == "table"), options.format)


def print_answer(answer: "Table", form: str) -> None:
    from kg.query import render

    width = get_terminal_size((0, 0)).columns  # none in a pipe, where nobody's eyes need the table to be narrow
    out([render(answer, form, width=width or None)])


def settings(pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """The values of `--set`. Raises `QueryError` for a key that is given twice."""
    keys = [key for key, _ in pairs]
    for key in keys:
        if keys.count(key) > 1:
            raise QueryError(f"--set {key}=… is given twice; ask once for each value.")
    return dict(pairs)
