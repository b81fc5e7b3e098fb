"""The picture: nodes and edges."""

from typing import Any

import pytest

from kg.model import Factuality, Kind
from kg.view.contents import Contents
from kg.view.network import PAIRS, folded, network
from kg.view.palette import inks
from tests.view.graphs import Paper, Said, dataset


def drawn(*said: Said, kinds: dict[str, Kind] | None = None) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    contents = Contents(dataset(Paper(said, kinds=kinds or {})), "de")
    picture = network(contents, inks(contents.stances))
    return picture.nodes, picture.edges


@pytest.mark.parametrize(
    ("kind", "shape"),
    [
        ("state", "square"),
        ("organisation", "hexagon"),
        ("person", "dot"),
        ("medium", "triangle"),
        ("group", "diamond"),
        ("place", "triangleDown"),
    ],
)
def test_the_kind_of_an_actor_is_its_shape(kind: Kind, shape: str) -> None:
    nodes, _ = drawn(Said("Halvik", "opposes", "Zoll"), kinds={"Halvik": kind})
    assert {node["label"]: node["shape"] for node in nodes} == {"Halvik": shape, "Zoll": "box"}


def test_each_position_is_an_edge_and_edges_between_the_same_two_do_not_hide_one_another() -> None:
    stances = ("opposes", "supports", "states")
    _, edges = drawn(*(Said("Nordland", stance, "Zoll") for stance in stances))
    assert [edge["id"] for edge in edges] == ["p0", "p1", "p2"]
    assert len({(edge["from"], edge["to"]) for edge in edges}) == 1
    assert len({edge["color"]["color"] for edge in edges}) == 3
    assert {edge["arrows"]["to"]["type"] for edge in edges} == {"arrow", "bar", "circle"}
    assert len({str(edge["smooth"]) for edge in edges}) == 3


@pytest.mark.parametrize("number", [2, 7, 8, 30])
def test_however_many_edges_between_two_nodes_none_lies_over_another(number: int) -> None:
    said = [Said("Nordland", "opposes", "Zoll", f"Es [steht] da: {n}.") for n in range(number)]
    contents = Contents(dataset(*(Paper((one,)) for one in said)), "de")
    edges = network(contents, inks(contents.stances)).edges
    assert len({str(edge["smooth"]) for edge in edges}) == number
    assert all(edge["smooth"] is False or 0 < edge["smooth"]["roundness"] <= 0.54 for edge in edges)


def test_who_speaks_for_whom_is_one_line_however_many_positions() -> None:
    nodes, edges = drawn(*(Said("Halvik", "opposes", target, side="Nordland") for target in ("Zoll", "Quote")))
    names = [node["label"] for node in nodes]
    ties = [edge for edge in edges if edge["id"].startswith("s")]
    assert [(names[tie["from"]], names[tie["to"]], tie["arrows"]) for tie in ties] == [("Halvik", "Nordland", "")]


def test_of_very_many_positions_the_pairs_with_most_are_drawn() -> None:
    stances = ["opposes"] * 300 + ["supports"] * 200
    said = [Said(f"Land {n % 200}", stances[n], f"Zoll {n % 200}", f"Es [steht] da: {n}.") for n in range(500)]
    contents = Contents(dataset(*(Paper((one,)) for one in said)), "de")
    picture = network(contents, inks(contents.stances))
    nodes, edges = picture.nodes, picture.edges
    assert [edge["id"] for edge in edges] == [f"a{n}" for n in range(PAIRS)]
    assert {node["id"] for node in nodes} == {end for edge in edges for end in (edge["from"], edge["to"])}


@pytest.mark.parametrize(("factuality", "opacity"), [("asserted", 1), ("reported", 1), ("speculative", 0.5)])
def test_a_guess_is_pale(factuality: Factuality, opacity: float) -> None:
    _, (edge,) = drawn(Said("Nordland", "opposes", "Zoll", factuality=factuality))
    assert edge["color"]["opacity"] == opacity


def test_the_surer_the_wider() -> None:
    _, (one, other) = drawn(*(Said("Nordland", "opposes", str(share), confidence=share) for share in (0.2, 0.8)))
    assert one["width"] != other["width"]
    assert {one["width"], other["width"]} == {1.4, 2.6}


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("Zoll", ["Zoll"]),
        ("Präsenz von Kriegsschiffen im Sund", ["Präsenz von", "Kriegsschiffen im Sund"]),
        ("Donau" * 8, ["DonauDonauDonauDonauDona", "uDonauDonauDonau"]),
        ("", ["–"]),
        ("  \n ", ["–"]),
    ],
)
def test_a_label_is_broken_into_lines(label: str, lines: list[str]) -> None:
    assert folded(label) == "\n".join(lines)


def test_a_very_long_label_is_cut() -> None:
    lines = folded("sehr lang " * 50).split("\n")
    assert len(lines) == 4
    assert lines[-1].endswith("…")
