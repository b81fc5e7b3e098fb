"""`kg`: one function a command, each calling the function of the same name. The packages that need seconds to load
(spaCy, the models) are imported by the commands that use them."""

from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from kg import output
from kg.arguments import parser
from kg.console import Console, number, out, speak_utf8
from kg.each import each
from kg.errors import InputError, KgError, QueryError
from kg.model import Document, Extraction
from kg.output import shown
from kg.read import Metadata, read

if TYPE_CHECKING:
    from kg.corpus import Kept
    from kg.query import Table

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
    from kg.failures import noted

    if options.ray and not options.partitions:
        raise InputError("--ray: its workers write files, not a store; name a folder with --partitions.")
    if options.output and (options.timeout or options.jobs > 1):
        raise InputError("--jobs and --timeout: a single file has neither; write with --store or --partitions.")
    with noted(options.failures) as console.noted:
        try:
            (grow if options.store else part if options.partitions else write)(options, console)
        except KgError as error:  # while the file of failures is open
            console.fault(error)


def write(options: Namespace, console: Console) -> None:
    from kg import assemble, pipeline, store

    output.require_place(options.output)
    if options.check:
        assemble.require_checker()
    found = list(console.counted(extractions(options, console), positions))
    dataset = pipeline.build(found, model=options.model, actors=options.actors, full_text=options.full_text)
    store.write(dataset, options.output)
    console.summary("position", shown(options.output))
    if options.check:
        for violation in assemble.check(dataset):
            console.fault(KgError(f"{shown(options.output)}: {violation}"))


def grow(options: Namespace, console: Console) -> None:
    """Into a store: each article once, kept as soon as it is told of."""
    from kg import corpus, store, workers

    recipe = corpus.Recipe(options.model, tuple(options.actors), options.min_confidence, options.full_text)
    limited = workers.builder(options.jobs, options.timeout)
    with store.growing(options.store) as kept, limited as build:
        grown = corpus.keep(every(options, console), kept, recipe, build=build, on_error=console.fault)
        known = total(grown, console)
    console.summary("new position", known_in(options.store, known))


def part(options: Namespace, console: Console) -> None:
    """Into files that `kg load` puts into a store."""
    from kg import corpus, partitions, scale, workers

    recipe = corpus.Recipe(options.model, tuple(options.actors), options.min_confidence, options.full_text)
    found, place, fault = documents(options, console), options.partitions, console.fault
    if options.ray:
        limits = {"workers": options.jobs, "seconds": options.timeout or workers.SECONDS}
        far = scale.write(found, place, recipe, build=workers.in_this_process, on_error=fault, **limits)
        known = total(far, console)
    else:
        with workers.builder(options.jobs, options.timeout) as build:
            known = total(partitions.write(found, place, recipe, build=build, on_error=fault), console)
    console.summary("new position", known_in(options.partitions, known))


def total(grown: "Iterable[Kept]", console: Console) -> int:
    """Take all of it; how many were known."""
    return sum(one.known for one in console.counted(grown, lambda one: one.positions))


def known_in(place: Path, known: int) -> str:
    return f"{shown(place)}, where {known} {'was' if known == 1 else 'were'} known"


def load(options: Namespace, console: Console) -> None:
    from kg import store
    from kg.store.bulk import load as loaded

    with store.growing(options.store) as kept:
        articles = loaded(kept, options.files)
        store.recount(kept)
        console.note(f"{number(articles, 'article')} → {shown(options.store)}")


def retract(options: Namespace, console: Console) -> None:
    from kg import corpus, store

    with closing(store.on_disk(options.store)) as kept:
        catalogue = store.Catalogue(kept)
        for what in options.origins:
            try:
                console.note(f"retracted: {', '.join(map(shown, catalogue.remove(corpus.place_of(what))))}")
            except KgError as error:
                console.fault(error)
        store.recount(kept)


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


def view(options: Namespace, console: Console) -> None:
    from kg import store
    from kg.view import write_page

    output.require_place(options.output)
    write_page(store.read(options.graph), options.output, title=options.title, language=options.language)


def plot(options: Namespace, console: Console) -> None:
    from kg import store
    from kg.plot import plot as drawn

    drawn(store.read(options.graph), options.output, options.what, language=options.language, most=options.most)


def serve(options: Namespace, console: Console) -> None:
    from kg.serve import Settings
    from kg.serve.run import serve as run

    chosen = {name: getattr(options, name) for name in ("host", "port", "seconds", "workers", "cors", "writable")}
    run(options.graph, Settings(**chosen), lambda address: out([f"{address}\n"]))


def explain(options: Namespace, console: Console) -> None:
    from kg import pipeline

    def explained(document: Document) -> list[str]:
        how = {"model": options.model, "actors": options.actors, "min_confidence": options.min_confidence}
        return [f"{line}\n" for line in pipeline.explain(document, **how)]

    found = each(documents(options, console), explained, model=options.model, on_error=console.fault)
    for lines in console.required(found):
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


def every(options: Namespace, console: Console) -> Iterator[Document]:
    """The articles as they lie there, the same one as often as it does."""
    about = Metadata(options.title, options.published, options.publisher, options.url, options.language)
    found = partial(read, defaults=about, on_error=console.fault, on_note=console.note)
    return found(options.paths, columns=options.columns, allow_private=options.allow_private)


def documents(options: Namespace, console: Console) -> Iterator[Document]:
    """The articles, each once wherever it lies: the graph and the figures have one of it."""
    first: dict[str, str] = {}
    for document in every(options, console):
        if document.iri in first:
            console.double(shown(document.source), shown(first[document.iri]))
        else:
            first[document.iri] = document.source
            yield document


COMMANDS = {
    command.__name__: command
    for command in (build, load, retract, extract, quotes, query, actors, issues, view, plot, serve, explain, score)
}
