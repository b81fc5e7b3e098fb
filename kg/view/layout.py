"""Where each node stands. Computed here once, because a browser that simulates springs takes 40 s for 500 nodes."""

from collections.abc import Mapping
from math import sqrt
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Size = tuple[float, float]  # width and height in pixels at a zoom of 1
Edge = tuple[int, int]
Points = NDArray[np.float64]  # (n, 2), in the same pixels, y downwards

STEP = 95.0  # the aimed-at length of an edge
GAP = 36.0  # free space between two nodes
FREE = 8.0  # and between a node and a line that is not its own
WIDE = 1.5  # a screen is wider than high, and so are labels
SPARSE_FROM = (
    500  # nodes of one component; from here on the springs of networkx need SciPy, which nothing else here does
)
CLEARED_UP_TO = 150  # nodes of one component; a larger one takes seconds
FORCES_UP_TO = 2500  # nodes of one component; the forces need n² memory


def places(graph: "nx.Graph[int]", sizes: Mapping[int, Size]) -> dict[int, tuple[int, int]]:
    """The centre of every node; the same graph always gives the same places."""
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    blocks = [block(graph.subgraph(part), np.array([sizes[node] for node in part])) for part in parts]
    corners = pack([size for _, size in blocks])
    return {
        node: (round(x + left), round(y + top))
        for part, (points, _), (left, top) in zip(parts, blocks, corners, strict=True)
        for node, (x, y) in zip(part, points.tolist(), strict=True)
    }


def block(graph: "nx.Graph[int]", sizes: Points) -> tuple[Points, Size]:
    """One component, moved so that its bounding box starts at the origin, and the size of that box."""
    points = spread(springs(graph), sizes)
    if len(graph) <= CLEARED_UP_TO:
        place = {node: number for number, node in enumerate(sorted(graph))}
        edges = sorted((place[min(edge)], place[max(edge)]) for edge in graph.edges)
        points = clear(points, sizes, [(a, b) for a, b in edges if a != b])
    low, high = (points - sizes / 2).min(axis=0), (points + sizes / 2).max(axis=0)
    width, height = (high - low).tolist()
    return points - low, (width, height)


def springs(graph: "nx.Graph[int]") -> Points:
    nodes, n = sorted(graph), len(graph)
    ordered: Any = nx.Graph()
    ordered.add_nodes_from(nodes)
    ordered.add_edges_from(sorted(graph.edges))
    found: dict[int, Any]
    if n < SPARSE_FROM:
        found = nx.spring_layout(ordered, iterations=150 if n < 300 else 50, seed=7)
    elif n <= FORCES_UP_TO:
        found = nx.forceatlas2_layout(ordered, max_iter=40, seed=7)
    else:
        found = nx.spiral_layout(ordered, equidistant=True)
    points: Points = nx.rescale_layout(np.array([found[node] for node in nodes], dtype=np.float64).reshape(n, 2))
    scaled: Points = lying(points) * np.array([WIDE, 1]) * STEP * sqrt(n)
    return scaled


def lying(points: Points) -> Points:
    """Turned so that the longest way through the points lies flat."""
    centred: Points = points - points.mean(axis=0)
    axes = np.linalg.svd(centred, full_matrices=False)[2]
    if len(axes) < 2:
        return centred
    # The sign of an axis is left open by the decomposition, and may differ between machines.
    biggest = np.abs(axes).argmax(axis=1)
    turned: Points = centred @ (axes * np.sign(axes[[0, 1], biggest])[:, None]).T
    return turned


def spread(points: Points, sizes: Points) -> Points:
    """Push nodes apart until no two overlap, or the budget for large graphs is used up."""
    n = len(points)
    reach = (sizes[:, None] + sizes[None, :]) / 2 + GAP
    reach[np.diag_indices(n)] = 0
    order = np.sign(np.subtract.outer(np.arange(n), np.arange(n)))[..., None]  # for two nodes on the same spot
    for _ in range(max(10, min(300, 20_000_000 // n**2))):
        apart = points[:, None] - points[None, :]
        lack = np.clip(reach - np.abs(apart), 0, None)
        hit = lack.min(axis=2) > 0.5
        if not hit.any():
            break
        across = lack[..., 0] < lack[..., 1]  # the shorter way out
        way = np.where(apart == 0, order, np.sign(apart))
        points = points + (lack * way * np.stack([hit & across, hit & ~across], axis=2)).sum(axis=1) / 2
    return points


def clear(points: Points, sizes: Points, edges: list[Edge]) -> Points:
    """Move nodes off the lines that run under them: such a line seems to lead to the node. The best of some rounds."""
    best, least = points, len(edges) * len(points)
    for _ in range(30):
        hits = covering(points, sizes, edges)
        if not hits:
            return points
        if len(hits) < least:
            best, least = points, len(hits)
        points = spread(aside(points, sizes, hits), sizes)
    return best


def covering(points: Points, sizes: Points, edges: list[Edge]) -> list[tuple[Edge, int]]:
    """Edges with each node that a straight line between their ends runs through (the slab method)."""
    if not edges:
        return []
    ends = np.array(edges)
    starts = points[ends[:, 0], None]
    ways = points[ends[:, 1], None] - starts
    ways = np.where(ways == 0, 1e-9, ways)
    sides = np.stack([points - sizes / 2 - starts, points + sizes / 2 - starts]) / ways
    enters, leaves = sides.min(axis=0).max(axis=2), sides.max(axis=0).min(axis=2)
    hits = np.argwhere(enters.clip(0) < leaves.clip(None, 1)).tolist()
    return [(edges[edge], node) for edge, node in hits if node not in edges[edge]]


def aside(points: Points, sizes: Points, hits: list[tuple[Edge, int]]) -> Points:
    """Each node across the line until it is free of it, more or less: the ends of the line give way, too."""
    moved = points.copy()
    for (a, b), node in hits:
        way = points[b] - points[a]
        across = np.array([-way[1], way[0]]) / (np.hypot(*way) or 1)
        off = float((points[node] - points[a]) @ across)
        lack = float(np.abs(across) @ sizes[node]) / 2 + FREE - abs(off)
        step = across * lack * (1 if off >= 0 else -1)
        moved[node] += 0.6 * step
        moved[[a, b]] -= 0.2 * step
    return moved


def pack(sizes: list[Size]) -> list[tuple[float, float]]:
    """The upper left corner of each block: rows that make about a screen, low blocks stacked beside high ones."""
    gap = GAP * 2.5
    limit = sqrt(sum((width + gap) * (height + gap) for width, height in sizes) * WIDE)
    corners = [(0.0, 0.0)] * len(sizes)
    top, bottom, left, right, low = (
        0.0,
        -gap,
        0.0,
        -gap,
        0.0,
    )  # of the row; of its last column; free from here downwards
    for number in sorted(range(len(sizes)), key=lambda number: -sizes[number][1]):
        width, height = sizes[number]
        if low + height > bottom:
            left, low = right + gap, top
        if left + width > limit or bottom < 0:
            top, left, right = bottom + gap, 0.0, 0.0
            bottom, low = top + height, top
        corners[number] = (left, low)
        low, right = low + height + gap, max(right, left + width)
    return corners
