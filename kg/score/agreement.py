"""How far two coders agree, be they people or the program: what both coded, and Krippendorff's alpha of how.

The unit is the coded passage. Codings of the same article and of passages that overlap are paired one to one, as many
as can be; where there is a choice, those with the same holder and target, and the stance has no say in it but where all
else is equal. What only one has coded is counted by itself: alpha asks how two coded the same thing (Krippendorff,
Content Analysis, 4th ed. 2018, chapter 12; nominal data, two observers). It is not
defined where nothing differs at all.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import networkx as nx
import numpy as np

from kg.errors import KgError
from kg.exchange.values import Held, Selection

PROGRAM = "diplokg"
VARIABLES = ("holder", "side", "target", "stance", "polarity", "factuality", "mode")
# Weights in pairing: holder and target count more than whether the passages are the same in full; the stance counts
# only where all these are equal, or two codings of one passage would be paired at random.
NAMED, WHOLE, STANCE = 10_000, 1_000, 1


@dataclass(frozen=True)
class Unit:
    """A position in one of its passages."""

    held: Held
    passage: Selection

    def value(self, variable: str) -> str:
        if variable in ("holder", "target"):
            return str(getattr(self.held, variable).iri)
        if variable == "side":
            return self.held.side.iri if self.held.side else ""
        return str(getattr(self.held, variable))

    @property
    def shown(self) -> str:
        return f"{self.held.article.name}: {self.held.claim}"


Pair = tuple[Unit, Unit]


@dataclass(frozen=True)
class Measure:
    """The share of the pairs in which both say the same, and Krippendorff's alpha, if it is defined."""

    same: float
    alpha: float | None


@dataclass(frozen=True)
class Agreement:
    """Of two coders: what both coded, what only one did, and how far the pairs agree, by variable."""

    coders: tuple[str, str]
    pairs: tuple[Pair, ...]
    only: tuple[tuple[Unit, ...], tuple[Unit, ...]]
    measures: Mapping[str, Measure]

    @property
    def both(self) -> float:
        """The share of what is coded that both have coded (the F1 of one against the other)."""
        every = 2 * len(self.pairs) + sum(map(len, self.only))
        return 2 * len(self.pairs) / every if every else 0.0


def agreements(first: Iterable[Held], second: Iterable[Held] | None = None) -> list[Agreement]:
    """Of each coder of the first graph with each of the second; without a second, of all those of the first.

    Raises `KgError` where the library for alpha is not installed, or where nobody is there to be compared.
    """
    require_library()
    ones = by_coder(first)
    others = by_coder(second) if second is not None else ones
    couples = product(sorted(ones), sorted(others)) if second is not None else combinations(sorted(ones), 2)
    found = [agreement(told_apart(one, other), ones[one], others[other]) for one, other in couples]
    if not found:
        raise KgError(
            "There are no two coders to compare; name two graphs, or one in which two have coded. "
            "For decisions add --on my-decisions."
        )
    return found


def told_apart(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one != other else (f"{one} (first)", f"{other} (second)")


def require_library() -> None:
    try:
        import krippendorff  # noqa: F401
    except ImportError as error:
        raise KgError("Agreement needs krippendorff; install it with: pip install krippendorff.") from error


def by_coder(found: Iterable[Held]) -> dict[str, list[Unit]]:
    units = defaultdict[str, list[Unit]](list)
    for held in found:
        units[held.coder or PROGRAM] += [Unit(held, passage) for passage in held.evidence]
    return dict(units)


def agreement(coders: tuple[str, str], one: Sequence[Unit], other: Sequence[Unit]) -> Agreement:
    pairs = tuple(paired(one, other))
    met = {id(unit) for pair in pairs for unit in pair}
    alone = tuple(tuple(unit for unit in units if id(unit) not in met) for units in (one, other))
    measures = {variable: measure(pairs, variable) for variable in VARIABLES}
    return Agreement(coders, pairs, (alone[0], alone[1]), measures)


def measure(pairs: Sequence[Pair], variable: str) -> Measure:
    values = [(one.value(variable), other.value(variable)) for one, other in pairs]
    same = sum(one == other for one, other in values) / len(values) if values else 0.0
    return Measure(same, alpha(values))


def alpha(values: Sequence[tuple[str, str]]) -> float | None:
    """Krippendorff's alpha for nominal data; None where all values are one, for then nothing could differ.

    The mean of the alphas of each value against all others, weighted with the disagreement that chance would give it,
    is the alpha of all (both are ratios of the same sums). The library holds units × values² numbers at once: for
    10,000 units with 1,000 issues 100 GB, but for two values next to nothing.
    """
    import krippendorff

    codes = {value: code for code, value in enumerate(sorted({value for pair in values for value in pair}))}
    table = np.array([[codes[pair[coder]] for pair in values] for coder in (0, 1)])
    total = weights = 0.0
    for code in codes.values() if len(codes) > 1 else ():
        chosen = table == code
        weight = float(chosen.sum() * (chosen.size - chosen.sum()))
        total += weight * float(krippendorff.alpha(chosen.astype(float), level_of_measurement="nominal"))
        weights += weight
    return total / weights if weights else None


def paired(one: Sequence[Unit], other: Sequence[Unit]) -> Iterator[Pair]:
    """As many as can be, and of those the pairing with the most holders and targets in common."""
    there = by_article(other)
    graph: nx.Graph[int] = nx.Graph()
    for number, unit in enumerate(one):
        for index in sorted({index for key in keys(unit) for index in there.get(key, ())}):
            if overlap(unit, other[index]):
                graph.add_edge(number, len(one) + index, weight=weight(unit, other[index]))
    for part in sorted(nx.connected_components(graph), key=min):
        for edge in sorted(map(sorted, nx.max_weight_matching(graph.subgraph(part), maxcardinality=True))):
            yield one[edge[0]], other[edge[1] - len(one)]


def by_article(units: Sequence[Unit]) -> dict[str, list[int]]:
    found = defaultdict[str, list[int]](list)
    for number, unit in enumerate(units):
        for key in keys(unit):
            found[key].append(number)
    return found


def keys(unit: Unit) -> list[str]:
    """What tells that two articles are one, though one coder had not its whole text: IRI, address, title and day."""
    article = unit.held.article
    titled = f"{article.title}\n{article.published}" if article.title else ""
    return [key for key in (article.iri, article.url, titled) if key]


def overlap(one: Unit, other: Unit) -> bool:
    """By their places in the same text, else by their words."""
    first, second = one.passage, other.passage
    if one.held.article.iri == other.held.article.iri:
        return first.start < second.end and second.start < first.end
    short, long = sorted((words(first), words(second)), key=len)
    return bool(short) and short in long


def words(passage: Selection) -> str:
    return " ".join(passage.exact.split())


def weight(one: Unit, other: Unit) -> int:
    same = sum(one.value(variable) == other.value(variable) for variable in ("holder", "target"))
    whole = words(one.passage) == words(other.passage)
    return NAMED * same + WHOLE * whole + STANCE * (one.held.stance == other.held.stance) + 1
