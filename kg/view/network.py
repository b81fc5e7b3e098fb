"""The picture: actors and issues as nodes, one edge per position, as a pyvis network that is laid out already.

Beyond some hundreds of positions nobody can follow the edges: then one edge stands for all positions of two nodes, and
the pairs with the most of them are drawn.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import chain
from textwrap import wrap

import networkx as nx
from pyvis.network import Network

from kg.view.contents import Contents
from kg.view.layout import Size, places
from kg.view.palette import Ink
from kg.view.values import Entry, Shown

SHAPES = {
    "state": "square",
    "organisation": "hexagon",
    "person": "dot",
    "medium": "triangle",
    "group": "diamond",
    "place": "triangleDown",
    "issue": "box",
    "unknown": "star",
}
INK, PAPER, LINE = "#1b2330", "#ffffff", "#7d8797"
LETTER = 7.8  # pixels, a generous mean of the label's font at 14 px
CARRIED = 300  # positions: with one edge each, more of them are a tangle at any size
PAIRS = 150  # edges that stand for many positions each
Pair = tuple[int, int]  # the numbers of holder and target
BEND, MOST_BENT = 0.18, 0.54  # of edges between the same two nodes: from one to the next, and at most


def network(contents: Contents, inks: Iterable[Ink]) -> Network:
    """Nodes are numbered in the order of `contents.entries`; an edge is `p<n>` (the nth position), `a<n>` (all of two
    nodes) or `s<n>` (a tie)."""
    ids = {iri: number for number, iri in enumerate(contents.entries)}
    entries = dict(enumerate(contents.entries.values()))
    pairs = [(ids[one.holder], ids[one.target]) for one in contents.positions]
    sides = sorted({(ids[one.holder], ids[one.side]) for one in contents.positions if one.side not in ("", one.holder)})
    looks = {one.name: one for one in inks}
    drawn = Network(directed=True, cdn_resources="in_line")
    if is_gathered(contents):
        kept = [pair for pair, _ in Counter(pairs).most_common(PAIRS)]
        there = set(chain.from_iterable(kept))
        sides = [tie for tie in sides if there.issuperset(tie)]
        add_nodes(drawn, {number: entries[number] for number in sorted(there)}, kept + sides)
        for number, pair in enumerate(
            kept
        ):  # the page gives them their looks, by those positions that pass its filters
            drawn.add_edge(*pair, id=f"a{number}")
    else:
        add_nodes(drawn, entries, pairs + sides)
        add_positions(drawn, contents.positions, pairs, looks)
    for number, (holder, side) in enumerate(sides):
        drawn.add_edge(holder, side, id=f"s{number}", arrows="", color={"color": LINE}, dashes=[2, 5], width=1.2)
    return drawn


def is_gathered(contents: Contents) -> bool:
    """Whether an edge stands for all positions of two nodes."""
    return len(contents.positions) > CARRIED


def add_nodes(drawn: Network, entries: dict[int, Entry], pairs: list[Pair]) -> None:
    labels = {number: folded(entry.label) for number, entry in entries.items()}
    weight = Counter(node for pair in set(pairs) for node in pair)
    graph: nx.Graph[int] = nx.Graph(pairs)
    graph.add_nodes_from(labels)
    radii = {number: min(11 + 2 * weight[number], 26) for number in labels}
    sizes = {number: extent(entry, labels[number], radii[number]) for number, entry in entries.items()}
    spots = places(graph, sizes)
    for number, entry in entries.items():
        look = (
            paper() if entry.kind == "issue" else {"color": {"background": INK, "border": INK}, "size": radii[number]}
        )
        x, y = spots[number]
        drawn.add_node(number, label=labels[number], shape=SHAPES[entry.kind], x=x, y=y, **look)


def paper() -> dict[str, object]:
    """An issue: a sheet with the words on it."""
    return {"color": {"background": PAPER, "border": LINE}, "margin": 9}


def add_positions(drawn: Network, positions: list[Shown], pairs: list[Pair], inks: dict[str, Ink]) -> None:
    every, seen = Counter(pairs), Counter[Pair]()
    for number, (one, pair) in enumerate(zip(positions, pairs, strict=True)):
        ink = inks[one.stance]
        drawn.add_edge(
            *pair,
            id=f"p{number}",
            color={"color": ink.colour, "opacity": 0.5 if one.factuality == "speculative" else 1},
            font={"color": ink.colour},
            width=1 + 2 * (1 if one.confidence is None else one.confidence),
            dashes=list(ink.dashes) or False,
            arrows={"to": {"enabled": True, "type": ink.end}},
            smooth=bend(seen[pair], every[pair]),
        )
        seen[pair] += 1


def bend(number: int, every: int) -> dict[str, object] | bool:
    """Of `every` edges between the same two nodes, which fan out, the one of that number; the first is straight."""
    if not number:
        return False
    step = min(BEND, MOST_BENT / (every // 2))
    way = "curvedCW" if number % 2 else "curvedCCW"
    return {"enabled": True, "type": way, "roundness": round(step * ((number + 1) // 2), 3)}


def folded(label: str) -> str:
    """A label in at most four lines; the side panel has the whole of it."""
    return "\n".join(wrap(label, 24, max_lines=4, placeholder=" …")) or "–"


def extent(entry: Entry, label: str, radius: int) -> Size:
    """About what a node and its label take, in pixels at a zoom of 1: words stand in an issue, but under an actor."""
    lines = label.split("\n")
    width, height = max(map(len, lines)) * LETTER, len(lines) * 17
    if entry.kind == "issue":
        return width + 20, height + 20
    return max(width, 2 * radius), 2 * (radius + height + 6)
