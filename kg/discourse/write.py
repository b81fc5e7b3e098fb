"""Networks as files for other programs: GraphML, GEXF, or a table of ties."""

import csv
import io
from collections.abc import Callable, Mapping
from pathlib import Path

import networkx as nx

from kg import output
from kg.errors import OutputError
from kg.exchange.cells import harmless
from kg.exchange.network import as_gexf, as_graphml
from kg.output import shown

ENDS = ("source", "target", "sourceLabel", "targetLabel")


def write(network: "nx.Graph[str]", path: str | Path) -> None:
    """A file by its suffix: .graphml, .gexf, or .csv with a tie a row. The same network gives the same bytes.

    Raises `OutputError` for another suffix, and if it cannot be written.
    """
    form = FORMATS[suffix(path)]
    output.write(path, [form(network)])


def suffix(path: str | Path) -> str:
    """The suffix, if a network can be written so. Raises `OutputError` otherwise."""
    found = Path(path).suffix.lower()
    if found not in FORMATS:
        raise OutputError(f"{shown(path)}: no format of networks; name a file with one of {', '.join(FORMATS)}.")
    return found


def labelled(network: "nx.Graph[str]", labels: Mapping[str, str]) -> "nx.Graph[str]":
    """The network with a `label` at each node, its IRI where there is no name."""
    copy = network.copy()
    for node, data in copy.nodes(data=True):
        data["label"] = labels.get(node, node)
    return copy


def table(network: "nx.Graph[str]") -> bytes:
    """RFC 4180. A column for everything that a tie has; no label is a formula to a spreadsheet."""
    columns = list(dict.fromkeys(key for *_, data in network.edges(data=True) for key in data)) or ["weight"]
    label = {node: harmless(data.get("label", node)) for node, data in network.nodes(data=True)}
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*ENDS[:2], *columns, *ENDS[2:]])
    for one, other, data in network.edges(data=True):
        writer.writerow([one, other, *(data.get(key, "") for key in columns), label[one], label[other]])
    return text.getvalue().encode()


FORMATS: dict[str, Callable[["nx.Graph[str]"], bytes]] = {".graphml": as_graphml, ".gexf": as_gexf, ".csv": table}
