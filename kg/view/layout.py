"""Where each node stands. Computed here once, because a browser that simulates springs takes 40 s for 500 nodes."""

from collections.abc import Mapping
from math import sqrt
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Size = tuple[float, float]  # width and height in pixels at a zoom of 1
Points = NDArray[np.float64]  # (n, 2), in the same pixels, y downwards

STEP = 150.0  # the aimed-at length of an edge
GAP = 26.0  # free space between two nodes
WIDE = 1.5  # a screen is wider than high, and so are labels
SPRINGS_UP_TO = 2500  # nodes of one component; the springs need n² memory


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
    low, high = (points - sizes / 2).min(axis=0), (points + sizes / 2).max(axis=0)
    width, height = (high - low).tolist()
    return points - low, (width, height)


def springs(graph: "nx.Graph[int]") -> Points:
    nodes, n = sorted(graph), len(graph)
    ordered: Any = nx.Graph()
    ordered.add_nodes_from(nodes)
    ordered.add_edges_from(sorted(graph.edges))
    if n > SPRINGS_UP_TO:
        found = nx.spiral_layout(ordered, equidistant=True)
    else:
        # The other methods of spring_layout need SciPy, which nothing else here does.
        found = nx.spring_layout(ordered, iterations=150 if n < 300 else 50, seed=7, method="force")
    points = np.array([found[node] for node in nodes], dtype=np.float64).reshape(n, 2)
    return points * [STEP * sqrt(n) * WIDE, STEP * sqrt(n)]


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


def pack(sizes: list[Size]) -> list[tuple[float, float]]:
    """The upper left corner of each block, in rows whose length makes the whole about as wide as a screen."""
    gap = GAP * 3
    limit = sqrt(sum((width + gap) * (height + gap) for width, height in sizes) * WIDE)
    corners, x, y, tallest = [], 0.0, 0.0, 0.0
    for width, height in sizes:
        if x and x + width > limit:
            x, y, tallest = 0.0, y + tallest + gap, 0.0
        corners.append((x, y))
        x, tallest = x + width + gap, max(tallest, height)
    return corners
