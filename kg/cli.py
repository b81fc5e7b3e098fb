"""`kg`: one function a command, each calling the function of the same name. The packages that need seconds to load
(spaCy, the models) are imported by the commands that use them."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg import output
from kg.arguments import parser
from kg.console import Console, out, speak_utf8
from kg.each import each
from kg.errors import KgError
from kg.model import Document, Extraction
from kg.output import shown
from kg.read import Metadata, read

FINE, FAILED = 0, 1  # 2 is argparse's for wrong usage
INTERRUPTED, READER_LEFT = 130, 141  # 128 and the number of the signal, as a shell reports it


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status. Wrong usage raises `SystemExit(2)`."""
    speak_utf8()
    options = parser().parse_args(arguments)
    console = Console()
    try:
        COMMANDS[options.command](options, console)
    except KgError as error:
        console.fault(error)
    except BrokenPipeError:
        return READER_LEFT
    except KeyboardInterrupt:
        return INTERRUPTED
    return FAILED if console.failed else FINE


def build(options: Namespace, console: Console) -> None:
    from kg import pipeline, store

    output.require_place(options.output)
    found = list(console.counted(extractions(options, console), positions))
    dataset = pipeline.build(found, model=options.model, actors=options.actors, full_text=options.full_text)
    store.write(dataset, options.output)
    console.summary("position", shown(options.output))
    if options.check:
        from kg import assemble

        for violation in assemble.check(dataset):
            console.fault(KgError(f"{shown(options.output)}: {violation}"))


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


def query(options: Namespace, console: Console) -> None:
    from kg.query import query as ask
    from kg.query import render
    from kg.store import open_store

    out([render(ask(open_store(options.graph), options.query or options.name, **dict(options.set)), options.format)])


def view(options: Namespace, console: Console) -> None:
    from kg import store
    from kg.view import write_page

    output.require_place(options.output)
    write_page(store.read(options.graph), options.output, title=options.title, language=options.language)


def explain(options: Namespace, console: Console) -> None:
    from kg import pipeline

    def explained(document: Document) -> list[str]:
        how = {"model": options.model, "actors": options.actors, "min_confidence": options.min_confidence}
        return [f"{line}\n" for line in pipeline.explain(document, **how)]

    for lines in each(documents(options, console), explained, model=options.model, on_error=console.fault):
        out(lines)


def score(options: Namespace, console: Console) -> None:
    import json

    from kg import score

    gold = score.read_gold(options.gold)
    result = score.score(gold, score.read_predictions(options.predictions, gold))
    if options.json:
        out([json.dumps(score.as_dict(result, errors=options.errors), ensure_ascii=False, indent=1) + "\n"])
    else:
        out(f"{line}\n" for line in score.as_text(result, errors=options.errors))


def positions(extraction: Extraction) -> int:
    return len(extraction.positions)


def deliver(place: Path | None, lines: Iterator[bytes]) -> None:
    """Lines into a file, or to stdout as they come."""
    if place:
        output.write(place, lines)
    else:
        out(line.decode() for line in lines)


def extractions(options: Namespace, console: Console) -> Iterator[Extraction]:
    """What was found in each text, without the positions that are too uncertain."""
    from kg import pipeline

    return pipeline.extract(
        documents(options, console),
        model=options.model,
        actors=options.actors,
        min_confidence=options.min_confidence,
        on_error=console.fault,
    )


def documents(options: Namespace, console: Console) -> Iterator[Document]:
    about = Metadata(options.title, options.published, options.publisher, options.url, options.language)
    return read(options.paths, defaults=about, on_error=console.fault)


COMMANDS = {command.__name__: command for command in (build, extract, quotes, query, view, explain, score)}
