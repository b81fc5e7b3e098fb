"""A debate as a reader looks at it: its network, its measures with their errors, and who stands with whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import isnan, nan

import networkx as nx
from rdflib import XSD, Literal
from rdflib.term import Node

from kg.discourse.backbone import backbone
from kg.discourse.coalitions import coalitions
from kg.discourse.counts import LEVELS, Cells, counts
from kg.discourse.measures import polarisation, shape, variance
from kg.discourse.networks import Aggregate, OneModeKind, one_mode, subtract, two_mode
from kg.discourse.normalise import OneMode, TwoMode
from kg.discourse.resample import Interval, K, Measure, resampled, ties, with_errors
from kg.discourse.statements import Once, Statement, once
from kg.discourse.windows import Window
from kg.query.table import Table

FEW = 10  # coalitions, issues and ties that a terminal shows
MOST = 20_000  # ties with an error each; more take too much memory
ERROR = ("mean", "low", "high")
Said = Sequence[Statement]


@dataclass(frozen=True)
class Wanted:
    """Which network of a debate, and how its errors are found."""

    kind: OneModeKind | None = "congruence"  # None is that of actors and issues
    one_mode: OneMode = "average"
    two_mode: TwoMode = "no"
    aggregate: Aggregate = "subtract"
    neither: bool = False
    once: Once | None = None  # in each sample anew: of three that say the same one may be right
    alpha: float | None = None  # of the backbone
    samples: int = 100
    seed: int = 0
    precision: float | None = None


def counting(found: Said, wanted: Wanted) -> Said:
    """The statements that count."""
    some = [one for one in found if one.polarity or wanted.neither]
    return once(some, wanted.once) if wanted.once else some


def network(found: Said, wanted: Wanted) -> "nx.Graph[str]":
    """The network, or its backbone."""
    some = counting(found, wanted)
    if wanted.kind:
        whole = one_mode(wanted.kind, some, normalise=wanted.one_mode, neither=wanted.neither)
    else:
        whole = two_mode(some, aggregate=wanted.aggregate, normalise=wanted.two_mode, neither=wanted.neither)
    return whole if wanted.alpha is None else backbone(whole, alpha=wanted.alpha)


def groups(found: Said, wanted: Wanted) -> list[tuple[str, ...]]:
    """The coalitions of two or more, whatever network is wanted."""
    signed = subtract(counting(found, wanted), normalise=wanted.one_mode, neither=wanted.neither)
    return [group for group in coalitions(signed) if len(group) > 1]


def drawn(found: Said, wanted: Wanted) -> "nx.Graph[str]":
    """The network with the error of each tie and the number of each actor's `coalition`, 0 for those alone."""
    made = network(found, wanted)
    number = {actor: count for count, group in enumerate(groups(found, wanted), start=1) for actor in group}
    for node, data in made.nodes(data=True):
        if data["kind"] == "actor":
            data["coalition"] = number.get(node, 0)
    if not wanted.samples or made.number_of_edges() > MOST:
        return made
    whole = replace(wanted, alpha=None)  # what the backbone leaves out in a sample is no tie less
    return with_errors(made, errors(found, lambda some: ties(network(some, whole)), wanted, absent=0))


def measures(found: Said, wanted: Wanted) -> dict[str, Interval]:
    """The shape of the network, and how divided the debate is."""

    def measured(sample: Said) -> dict[str, float]:
        some = counting(sample, wanted)
        divided = polarisation(some, normalise=wanted.one_mode, neither=wanted.neither)
        return {"statements": len(some), **shape(network(some, wanted)), **divided}

    if wanted.samples:
        return errors(found, measured, wanted)
    return {name: Interval(value, nan, nan, nan, 0) for name, value in measured(found).items()}


def errors(found: Said, measure: Measure[K], wanted: Wanted, absent: float = nan) -> dict[K, Interval]:
    how = {"times": wanted.samples, "seed": wanted.seed}
    return resampled(found, measure, **how, precision=wanted.precision, absent=absent)


def measure_table(windows: Sequence[Window], wanted: Wanted, *, exact: bool = False) -> Table:
    """A row a measure, in each window; for a reader, unless it is to be `exact`, with four digits after the point."""
    rows = [
        (day(one.start), day(one.end), Literal(name), *figures(error, wanted, exact))
        for one in windows
        for name, error in measures(one.statements, wanted).items()
    ]
    return Table("select", ("from", "to", "measure", "value", *(ERROR if wanted.samples else ())), tuple(rows))


def day(moment: date) -> Node:
    return Literal(moment.isoformat(), datatype=XSD.date)


def figures(error: Interval, wanted: Wanted, exact: bool) -> tuple[Node | None, ...]:
    found = (error.value, error.mean, error.low, error.high) if wanted.samples else (error.value,)
    return tuple(figure(one, exact) for one in found)


def figure(value: float, exact: bool = False) -> Node | None:
    """Nothing for what is not defined."""
    if isnan(value):
        return None
    text = repr(float(value)) if exact else f"{value:.4f}".rstrip("0").rstrip(".")
    return Literal("0" if text == "-0" else text, datatype=XSD.double, normalize=False)


def coalition_table(found: Said, wanted: Wanted, labels: Mapping[str, str]) -> Table:
    """The largest first."""
    rows = (
        (Literal(number), Literal(len(group)), Literal(", ".join(labels.get(actor, actor) for actor in group)))
        for number, group in enumerate(groups(found, wanted)[:FEW], start=1)
    )
    return Table("select", ("coalition", "size", "actors"), tuple(rows))


def issue_table(found: Said, wanted: Wanted, labels: Mapping[str, str]) -> Table:
    """What divides most actors most, first; how many speak on it, and how often for and against."""
    debated = counts(counting(found, wanted), neither=wanted.neither).debated
    spread = sorted(debated, key=lambda one: (*weight(one[1]), one[0]))
    rows = (
        (
            Literal(labels.get(issue, issue)),
            Literal(len(cell.speakers)),
            *(Literal(int(cell.counts[level].sum())) for level in (LEVELS.index(1), LEVELS.index(-1))),
            figure(variance(cell)),
        )
        for issue, cell in spread[:FEW]
    )
    return Table("select", ("issue", "actors", "for", "against", "dispersion"), tuple(rows))


def weight(cell: Cells) -> tuple[float, int]:
    """Of equal ones more actors come first; rounded, so that they are equal on every machine."""
    speakers = len(cell.speakers)
    return -round(variance(cell) * speakers, 9), -speakers


def tie_table(made: "nx.Graph[str]", labels: Mapping[str, str]) -> Table:
    """The heaviest first."""
    heaviest = sorted(made.edges(data=True), key=lambda tie: (-abs(tie[2]["weight"]), tie[0], tie[1]))[:FEW]
    columns = [name for name in ("weight", *ERROR) if any(name in data for *_, data in heaviest)]
    rows = (
        (*(Literal(labels.get(end, end)) for end in (one, other)), *(figure(data[name]) for name in columns))
        for one, other, data in heaviest
    )
    return Table("select", ("one", "other", *columns), tuple(rows))
