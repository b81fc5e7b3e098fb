"""Graphs to positions over time."""

from argparse import ArgumentParser, Namespace
from contextlib import closing
from typing import TYPE_CHECKING

from kg.commands.arguments import NewCommand
from kg.commands.asking import ANYWHERE, in_language, print_answer
from kg.console import Console

if TYPE_CHECKING:
    from kg.query import Table


def arguments(command: NewCommand) -> None:
    tracing = asked_of(command(trace, "Graph → what an actor has said on each issue, day by day, and how it moved."))
    tracing.add_argument("actor", metavar="ACTOR", help="a name in any language, a person's surname, or an IRI")
    tracing.add_argument("issue", nargs="?", default="", metavar="ISSUE", help="words of its name, or an IRI")
    tracing.add_argument("--format", choices=("table", "csv", "json", "turtle"), default="table")

    disagreeing = asked_of(
        command(
            contradictions, "Graph → where an actor's own word and what others say of it, or two sources, disagree."
        )
    )
    disagreeing.add_argument("--format", choices=("table", "csv", "json"), default="table")

    agreeing = asked_of(command(overlap, "Graph → what two actors both accept, each with its condition."))
    agreeing.add_argument("actor", metavar="A", help="a name in any language, a person's surname, or an IRI")
    agreeing.add_argument("other", metavar="B", help="the other actor")
    agreeing.add_argument("--format", choices=("table", "csv", "json"), default="table")


def asked_of(command: ArgumentParser) -> ArgumentParser:
    command.add_argument("graph", metavar="GRAPH", help=ANYWHERE)
    in_language(command)
    return command


def trace(options: Namespace, console: Console) -> None:
    from kg import store
    from kg.trace import trace as traced

    how = {"language": options.language, "as_graph": options.format == "turtle"}
    with closing(store.open_store(options.graph)) as graph:
        show(traced(graph, options.actor, options.issue, **how), options.format)


def contradictions(options: Namespace, console: Console) -> None:
    from kg import store
    from kg.trace import contradictions as found

    with closing(store.open_store(options.graph)) as graph:
        show(found(graph, language=options.language), options.format)


def overlap(options: Namespace, console: Console) -> None:
    from kg import store
    from kg.trace import overlap as found

    with closing(store.open_store(options.graph)) as graph:
        show(found(graph, options.actor, options.other, language=options.language), options.format)


def show(answer: "Table", form: str) -> None:
    from kg.trace import to_be_read

    print_answer(to_be_read(answer) if form == "table" else answer, form)
