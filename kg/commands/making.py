"""Articles into graphs, and out of them again."""

from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg import output
from kg.commands.arguments import NewCommand, argument, graph_file, positive
from kg.commands.articles import documents, every, extractions, positions, reading, weighing
from kg.console import Console, number
from kg.errors import InputError, KgError
from kg.output import shown
from kg.store.formats import SUFFIXES

if TYPE_CHECKING:
    from kg.corpus import Kept
    from kg.store import Store


def arguments(command: NewCommand) -> None:
    building = command(build, "Articles → graph, in the format of the output's suffix.")
    reading(building)
    weighing(building)
    into = building.add_mutually_exclusive_group(required=True)
    into.add_argument("-o", "--output", type=argument(graph_file), metavar="GRAPH", help=f"file to write ({SUFFIXES})")
    into.add_argument(
        "--store", type=Path, metavar="FOLDER", help="store to add to; what it knows already is not read again"
    )
    into.add_argument("--partitions", type=Path, metavar="FOLDER", help="folder for files that kg load takes")
    building.add_argument(
        "--failures", type=Path, metavar="FILE.jsonl", help="write what failed and why into it, as it goes"
    )
    building.add_argument(
        "--jobs",
        type=argument(positive),
        default=1,
        metavar="N",
        help="processes that read, with --store or --partitions (default 1)",
    )
    building.add_argument(
        "--timeout",
        type=argument(positive),
        metavar="SECONDS",
        help="with --store or --partitions: leave out what takes longer (default 600 with several processes)",
    )
    building.add_argument(
        "--ray", action="store_true", help="with --partitions: the processes run on a Ray cluster (extra ray)"
    )
    building.add_argument("--check", action="store_true", help="check the graph against ontologies/shapes.ttl")
    building.add_argument("--full-text", action="store_true", help="put the articles' whole text into the graph")

    loading = command(load, "Files of kg build --partitions → store, all at once.")
    loading.add_argument("store", type=Path, metavar="STORE", help="folder of a store, or a new one")
    loading.add_argument("files", type=Path, nargs="+", metavar="FILE.nq", help="file of graphs")

    retracting = command(retract, "Articles out of a store, with everything that only they say.")
    retracting.add_argument("store", type=Path, metavar="STORE", help="folder of a store")
    retracting.add_argument("origins", nargs="+", metavar="ORIGIN", help="path, web address or IRI of an article")


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
    with store.growing(options.store) as kept, lapses(kept, console), limited as build:
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


@contextmanager
def lapses(store: "Store", console: Console) -> Iterator[None]:
    """Say of how many decisions the article has gone or says something else now."""
    from kg.store.decisions import lapsed

    before = lapsed(store)
    yield
    if count := lapsed(store) - before:
        console.note(f"{number(count, 'decision')} on what is no longer said; kg decisions tells which.")


def total(grown: "Iterable[Kept]", console: Console) -> int:
    """Take all of it; how many were known."""
    return sum(one.known for one in console.counted(grown, lambda one: one.positions))


def known_in(place: Path, known: int) -> str:
    return f"{shown(place)}, where {known} {'was' if known == 1 else 'were'} known"


def load(options: Namespace, console: Console) -> None:
    from kg import store
    from kg.store.bulk import load as loaded

    with store.growing(options.store) as kept, lapses(kept, console):
        articles = loaded(kept, options.files)
        store.recount(kept)
    place = shown(options.store) if options.store.exists() else "no store, since there is nothing to keep"
    console.note(f"{number(articles, 'article')} → {place}")


def retract(options: Namespace, console: Console) -> None:
    from kg import corpus, store

    with closing(store.on_disk(options.store)) as kept, lapses(kept, console):
        catalogue = store.Catalogue(kept)
        for what in options.origins:
            try:
                console.note(f"retracted: {', '.join(map(shown, catalogue.remove(corpus.place_of(what))))}")
            except KgError as error:
                console.fault(error)
        store.recount(kept)
