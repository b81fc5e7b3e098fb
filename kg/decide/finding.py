"""Positions and decisions of a store, by their IRIs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import DecisionError
from kg.output import shown
from kg.query.values import expanded
from kg.store.base import Store
from kg.store.decided import Decided
from kg.store.decision import DECISION, JUDGES, MADE, Decision, read
from kg.store.decisions import named, read_all
from kg.store.parts import POSITION, A


@dataclass(frozen=True)
class Place:
    """Where a position is: its article, and what is decided of it so far; `made` if that is where it comes from."""

    position: str
    document: str
    decided: Decided | None
    made: bool = False


def decisions(store: Store) -> list[Decision]:
    """Every decision, those that were undone too, the newest first."""
    graphs = named(store.find(None, A, DECISION))
    return newest(one for name in graphs if (one := read(name, store.graph(name))))


def decisions_on(store: Store, position: str) -> list[Decision]:
    """The decisions on a position, or on the one that it was made from; the newest first."""
    return newest(one.decision for one in on(store, node_of(position, "position")))


def settled_by(store: Store, graphs: Iterable[str]) -> Decision:
    """The decision that was made or undone when these graphs were put, as `deciding` and `undoing` gave them.

    The position cannot tell: one that an older decision had made is gone with that decision.
    """
    found = [one for name in sorted(graphs) if (one := read(name, store.graph(name)))]
    return next((one for one in found if one.stands), found[0])


def newest(found: Iterable[Decision]) -> list[Decision]:
    return sorted(found, key=lambda one: (one.at, one.iri), reverse=True)


def on(store: Store, node: ox.NamedNode) -> Iterator[Decided]:
    made = {one.decision.position for one in read_all(store, store.find(None, MADE, node))}
    for judged in sorted({node.value, *made}):
        yield from read_all(store, store.find(None, JUDGES, ox.NamedNode(judged)))


def place(store: Store, position: str) -> Place:
    node = node_of(position, "position")
    for one in on(store, node):
        if one.decision.stands:
            return Place(one.decision.position, one.decision.document, one, node.value == one.decision.made)
    graphs = (quad.graph_name for quad in store.find(node, A, POSITION))
    places = sorted(graph.value for graph in graphs if isinstance(graph, ox.NamedNode))
    if len(places) > 1:
        raise DecisionError(f"{shown(position)} stands in {shown(' and '.join(places))}; take out all but one.")
    if not places:
        raise DecisionError(f"The store has no position {shown(position)}; give the IRI of one.")
    return Place(node.value, places[0], None)


def node_of(text: str, what: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(expanded(text) or text)
    except ValueError as error:
        raise DecisionError(f"{shown(text)} is no IRI of a {what}; give it in full.") from error
