"""Networks as files for other programs: GraphML, GEXF, or a table of ties."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import networkx as nx

from kg import output
from kg.errors import OutputError
from kg.output import shown

# What XML 1.0 cannot hold, in whatever way it is escaped (section 2.2).
UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TODAY = re.compile(r' lastmodifieddate="[^"]*"')
DECLARED = '<?xml version="1.0" encoding="UTF-8"?>\n'
ENDS = ("source", "target", "sourceLabel", "targetLabel")


def write(network: "nx.Graph[str]", path: str | Path) -> None:
    """A file by its suffix: .graphml, .gexf, or .csv with a tie a row. The same network gives the same bytes.

    Raises `OutputError` for another suffix, and if it cannot be written.
    """
    form = FORMATS[suffix(path)]
    output.write(path, [form(network).encode()])


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


def graphml(network: "nx.Graph[str]") -> str:
    return DECLARED + lines(nx.generate_graphml(fit(network)))


def gexf(network: "nx.Graph[str]") -> str:
    """Without the day on which it was written."""
    return DECLARED + TODAY.sub("", lines(nx.generate_gexf(fit(network))), count=1)


def lines(parts: Iterable[str]) -> str:
    return "".join(f"{part}\n" for part in parts)


def fit(network: "nx.Graph[str]") -> "nx.Graph[str]":
    """Without the signs in labels that would break a file."""
    copy = network.copy()
    for _, data in copy.nodes(data=True):
        data.update({key: UNFIT.sub(" ", one) for key, one in data.items() if isinstance(one, str)})
    return copy


def table(network: "nx.Graph[str]") -> str:
    """RFC 4180. A column for everything that a tie has."""
    columns = list(dict.fromkeys(key for *_, data in network.edges(data=True) for key in data)) or ["weight"]
    label = {node: data.get("label", node) for node, data in network.nodes(data=True)}
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*ENDS[:2], *columns, *ENDS[2:]])
    for one, other, data in network.edges(data=True):
        writer.writerow([one, other, *(data.get(key, "") for key in columns), label[one], label[other]])
    return text.getvalue()


FORMATS: dict[str, Callable[["nx.Graph[str]"], str]] = {".graphml": graphml, ".gexf": gexf, ".csv": table}
