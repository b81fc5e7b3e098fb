"""The picture: actors and issues as nodes, one edge per position, as a pyvis network that is laid out already."""

from collections import Counter
from collections.abc import Iterable
from textwrap import wrap

import networkx as nx
from pyvis.network import Network

from kg.view.contents import Contents, Entry, Shown
from kg.view.layout import Size, places
from kg.view.palette import Ink

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
BENDS = (0.0, 0.18, -0.18, 0.36, -0.36, 0.54, -0.54)  # of the 1st, 2nd … edge between the same two nodes


def network(contents: Contents, inks: Iterable[Ink]) -> Network:
    """Nodes are numbered in the order of `contents.entries`; an edge is `p<n>` (the nth position) or `s<n>` (a tie)."""
    ids = {iri: number for number, iri in enumerate(contents.entries)}
    pairs = [(ids[one.holder], ids[one.target]) for one in contents.positions]
    sides = sorted({(ids[one.holder], ids[one.side]) for one in contents.positions if one.side not in ("", one.holder)})
    drawn = Network(directed=True, cdn_resources="in_line")
    add_nodes(drawn, list(contents.entries.values()), pairs + sides)
    add_positions(drawn, contents.positions, pairs, {one.name: one for one in inks})
    for number, (holder, side) in enumerate(sides):
        drawn.add_edge(holder, side, id=f"s{number}", arrows="", color={"color": LINE}, dashes=[2, 5], width=1.2)
    return drawn


def add_nodes(drawn: Network, entries: list[Entry], pairs: list[tuple[int, int]]) -> None:
    labels = {number: folded(entry.label) for number, entry in enumerate(entries)}
    weight = Counter(node for pair in set(pairs) for node in pair)
    graph: nx.Graph[int] = nx.Graph(pairs)
    graph.add_nodes_from(labels)
    radii = {number: min(11 + 2 * weight[number], 26) for number in labels}
    sizes = {number: extent(entry, labels[number], radii[number]) for number, entry in enumerate(entries)}
    spots = places(graph, sizes)
    for number, entry in enumerate(entries):
        look = (
            paper() if entry.kind == "issue" else {"color": {"background": INK, "border": INK}, "size": radii[number]}
        )
        x, y = spots[number]
        drawn.add_node(number, label=labels[number], shape=SHAPES[entry.kind], x=x, y=y, **look)


def paper() -> dict[str, object]:
    """An issue: a sheet with the words on it."""
    return {"color": {"background": PAPER, "border": LINE}, "margin": 9}


def add_positions(drawn: Network, positions: list[Shown], pairs: list[tuple[int, int]], inks: dict[str, Ink]) -> None:
    seen: Counter[tuple[int, int]] = Counter()
    for number, (one, pair) in enumerate(zip(positions, pairs, strict=True)):
        ink = inks[one.stance]
        drawn.add_edge(
            *pair,
            id=f"p{number}",
            color={"color": ink.colour, "opacity": 0.5 if one.factuality == "speculative" else 1},
            font={"color": ink.colour},
            width=1 + 2 * (1 if one.confidence is None else one.confidence),
            dashes=list(ink.dashes) or False,
            smooth=bend(BENDS[seen[pair] % len(BENDS)]),
        )
        seen[pair] += 1


def bend(way: float) -> dict[str, object] | bool:
    """Edges between the same two nodes fan out; a lone one is straight."""
    return {"enabled": True, "type": "curvedCW" if way > 0 else "curvedCCW", "roundness": abs(way)} if way else False


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
