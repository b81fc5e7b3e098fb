"""Articles to what is found in them, without a graph."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from kg import output
from kg.commands.arguments import NewCommand
from kg.commands.articles import documents, extractions, positions, reading, weighing
from kg.console import Console, out
from kg.each import each
from kg.model import Document
from kg.output import shown


def arguments(command: NewCommand) -> None:
    extracting = command(extract, "Articles → positions, one JSON object a line.")
    reading(extracting)
    weighing(extracting)
    writing_lines(extracting)

    quoting = command(quotes, "Articles → quotations, direct and indirect, one JSON object a line.")
    reading(quoting)
    writing_lines(quoting)

    explaining = command(explain, "Articles → every sentence: what was found, by which rule, what was not, and why.")
    reading(explaining)
    weighing(explaining)


def writing_lines(command: ArgumentParser) -> None:
    command.add_argument("--jsonl", action="store_true", help="JSON Lines, the only format so far")
    command.add_argument("-o", "--output", type=Path, metavar="FILE", help="file to write instead of stdout")


def extract(options: Namespace, console: Console) -> None:
    from kg import records

    deliver(options.output, records.lines(console.counted(extractions(options, console), positions)))
    console.summary("position", options.output and shown(options.output))


def quotes(options: Namespace, console: Console) -> None:
    from kg import pipeline, records

    def quoted(document: Document) -> list[bytes]:
        return list(records.quote_lines(document, pipeline.quotations(document, model=options.model)))

    found = each(documents(options, console), quoted, model=options.model, on_error=console.fault)
    deliver(options.output, (line for lines in console.counted(found, len) for line in lines))
    console.summary("quotation", options.output and shown(options.output))


def explain(options: Namespace, console: Console) -> None:
    from kg import pipeline

    def explained(document: Document) -> list[str]:
        how = {"model": options.model, "actors": options.actors, "min_confidence": options.min_confidence}
        return [f"{line}\n" for line in pipeline.explain(document, **how)]

    found = each(documents(options, console), explained, model=options.model, on_error=console.fault)
    for lines in console.required(found):
        out(lines)


def deliver(place: Path | None, lines: Iterator[bytes]) -> None:
    """Lines into a file, or to stdout as they come."""
    if place:
        output.write(place, lines)
    else:
        out(line.decode() for line in lines)
