"""Graphs to networks of who agrees with whom."""

from argparse import ArgumentParser, Namespace
from contextlib import closing
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg import output
from kg.commands.arguments import NewCommand, argument, day, positive, probability, whole
from kg.commands.asking import ANYWHERE, in_language, print_answer
from kg.console import Console, number, out
from kg.errors import InputError
from kg.output import shown

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx as nx

    from kg.discourse.report import Wanted
    from kg.discourse.statements import Statement
    from kg.discourse.windows import Window
    from kg.store import Store

    Drawing = Callable[[Window], "nx.Graph[str]"]

TWO_MODE = "two-mode"
KINDS = (TWO_MODE, "congruence", "conflict", "subtract", "ignore")
AGGREGATES = ("ignore", "subtract", "combine")
PER_ACTORS, PER_TWO = ("no", "average", "jaccard", "cosine"), ("no", "activity", "prominence")
NORMALISATIONS = (*PER_ACTORS, *PER_TWO[1:])
SUFFIXES = ".graphml, .gexf or .csv"


def arguments(command: NewCommand) -> None:
    networking = command(network, "Graph → who agrees with whom: a network as discourse network analysis defines it.")
    networking.add_argument("graph", metavar="GRAPH", help=ANYWHERE)
    networking.add_argument("--kind", choices=KINDS, default="congruence", help="(default congruence)")
    networking.add_argument(
        "--normalise",
        choices=NORMALISATIONS,
        help="(default average; with two-mode no, activity or prominence, default no)",
    )
    networking.add_argument(
        "--aggregate", choices=AGGREGATES, help="with two-mode: what for and against make (default subtract)"
    )
    debate(networking)
    sampling(networking)
    networking.add_argument(
        "--backbone",
        type=argument(probability),
        metavar="ALPHA",
        help="only ties that chance makes less often, like 0.05",
    )
    networking.add_argument("--format", choices=("table", "csv", "json"), default="table", help="of the measures")
    in_language(networking)
    networking.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help=f"file of the network ({SUFFIXES}); with --window one each"
    )


def debate(command: ArgumentParser) -> None:
    """Which statements, and what is one."""
    command.add_argument("--by", choices=("holder", "side"), default="holder", help="who acts (default holder)")
    command.add_argument("--from", type=argument(day), dest="start", metavar="DAY", help="like 2025-01-31")
    command.add_argument("--to", type=argument(day), dest="end", metavar="DAY", help="the last day")
    command.add_argument("--window", type=argument(positive), metavar="DAYS", help="a network for each so many days")
    command.add_argument("--step", type=argument(positive), metavar="DAYS", help="to the next window (default DAYS)")
    command.add_argument(
        "--issue", action="append", default=[], help="only this one and narrower ones; as an IRI, like issue:sanctions"
    )
    command.add_argument("--lift", action="append", default=[], metavar="ISSUE", help="narrower ones count as this one")
    command.add_argument(
        "--once",
        choices=("source", "week", "month", "year", "ever"),
        metavar="PERIOD",
        help="count what an actor repeats once in a source, week, month, year, or ever",
    )
    command.add_argument("--neither", action="store_true", help="what is neither for nor against is half way between")
    command.add_argument(
        "--min-confidence",
        type=argument(probability),
        default=0.0,
        metavar="NUMBER",
        help="only what is as sure as that",
    )


def sampling(command: ArgumentParser) -> None:
    command.add_argument(
        "--samples", type=argument(whole), default=100, metavar="N", help="for the errors (default 100; 0 for none)"
    )
    command.add_argument("--seed", type=argument(whole), default=0, metavar="N", help="of the samples (default 0)")
    command.add_argument(
        "--precision",
        type=argument(probability),
        metavar="NUMBER",
        help="share of positions that are right, measured, in place of the confidence of each",
    )


def network(options: Namespace, console: Console) -> None:
    from kg import store

    check(options)
    with closing(store.open_store(options.graph)) as graph:
        found = selected(graph, options)
        names = labels(graph, found, options.language)
    windows = windowed(found, options, console)
    drawn = drawing(options)
    tell(windows, drawn, names, options)
    if options.output:
        save(windows, drawn, names, options, console)


def check(options: Namespace) -> None:
    """Raise what is wrong before the graph is opened."""
    from kg.discourse.write import suffix

    fitting = PER_TWO if options.kind == TWO_MODE else PER_ACTORS
    if options.normalise and options.normalise not in fitting:
        named = f"{', '.join(fitting[:-1])} or {fitting[-1]}"
        raise InputError(f"--normalise {options.normalise} is none for {options.kind}; take {named}.")
    if options.aggregate and options.kind != TWO_MODE:
        raise InputError("--aggregate is that of two-mode; for actors take --kind subtract or ignore.")
    if options.aggregate == "combine" and (options.normalise not in (None, "no") or options.backbone is not None):
        raise InputError("--aggregate combine makes kinds, not numbers; take it without --normalise and --backbone.")
    if options.start and options.end and options.start > options.end:
        raise InputError(f"--from {options.start} is after --to {options.end}; change them round.")
    if options.step and not options.window:
        raise InputError("--step is that of windows; say with --window how many days each has.")
    if options.output:
        suffix(options.output)
        output.require_place(options.output)


def wanted_of(options: Namespace) -> "Wanted":
    from kg.discourse.report import Wanted

    two = options.kind == TWO_MODE
    how: dict[str, Any] = {"kind": None if two else options.kind, "aggregate": options.aggregate or "subtract"}
    if options.normalise:
        how["two_mode" if two else "one_mode"] = options.normalise
    same = {name: getattr(options, name) for name in ("neither", "once", "samples", "seed", "precision")}
    return Wanted(**how, **same, alpha=options.backbone)


def selected(graph: "Store", options: Namespace) -> "list[Statement]":
    from kg import discourse

    found = discourse.statements(graph, by=options.by, min_confidence=options.min_confidence)
    found = discourse.within(found, options.start, options.end)
    if options.issue:
        found = discourse.about(found, graph, options.issue)
    for issue in options.lift:
        found = discourse.lifted(found, graph, issue)
    return found


def windowed(found: "list[Statement]", options: Namespace, console: Console) -> "list[Window]":
    """The windows, or one of everything. Says what may not have been expected."""
    from kg.discourse.windows import Window, windows

    if not found:
        console.note("no statement is left; the network is empty.")
    if not options.window:
        return [Window(options.start or date.min, options.end or date.max, tuple(found))]
    if undated := sum(one.day is None for one in found):
        console.note(f"{number(undated, 'statement')} without a day: in no window.")
    step = options.step or options.window
    return windows(found, days=options.window, step=step, start=options.start, end=options.end)


def labels(graph: "Store", found: "list[Statement]", language: str) -> dict[str, str]:
    from kg.query.labels import labels as named

    return named(graph, sorted({iri for one in found for iri in (one.actor, one.issue)}), language)


def drawing(options: Namespace) -> "Drawing":
    """The network of a window: the samples of one that is shown are not drawn again for its file."""
    from kg.discourse import report

    wanted = wanted_of(options)
    return lru_cache(maxsize=1)(lambda window: report.drawn(window.statements, wanted))


def tell(windows: "list[Window]", drawn: "Drawing", names: dict[str, str], options: Namespace) -> None:
    """The measures; of a whole debate also who stands with whom, over what they differ, and the heaviest ties."""
    from kg.discourse import report
    from kg.query.ask import without

    wanted, exact = wanted_of(options), options.format != "table"
    measured = report.measure_table(windows, wanted, exact=exact)
    print_answer(measured if options.window else without(measured, ["from", "to"]), options.format)
    if options.window or exact:
        return
    (whole,) = windows
    people = report.coalition_table(whole.statements, wanted, names)
    issues = report.issue_table(whole.statements, wanted, names)
    ties = report.tie_table(drawn(whole), names)
    for table in filter(lambda one: one.rows, (people, issues, ties)):
        out(["\n"])
        print_answer(table, "table")


def save(
    windows: "list[Window]", drawn: "Drawing", names: dict[str, str], options: Namespace, console: Console
) -> None:
    from kg.discourse import labelled, report, write

    for window in windows:
        made, target = drawn(window), place(options, window)
        write(labelled(made, names), target)
        if options.samples and made.number_of_edges() > report.MOST:
            console.note(f"{shown(target)}: {number(made.number_of_edges(), 'tie')}, too many for an error each.")


def place(options: Namespace, window: "Window") -> Path:
    """The file of a window has its first day in its name."""
    target: Path = options.output
    return target.with_stem(f"{target.stem}-{window.start}") if options.window else target
