"""The graph as a network."""

import io

import networkx as nx
from rdflib import Dataset

from kg.query import to_networkx
from kg.store.local import LocalStore
from tests.assemble.examples import ADA, BRIDGE, DOCUMENT, NORTH, SOUTH

PREFIXES = "@prefix pos: <https://w3id.org/diplokg/positions#> . @prefix prov: <http://www.w3.org/ns/prov#> .\n"


def test_actors_and_issues_are_nodes_with_label_and_kind(dataset: Dataset) -> None:
    network = to_networkx(dataset)
    assert {(data["label"], data["kind"]) for _, data in network.nodes(data=True)} == {
        ("Nordland", "state"),
        ("Südland", "state"),
        ("Ada Beispiel", "person"),
        ("Fischer vom Grenzfluss", "group"),
        ("Bau: Brücke", "issue"),
        ("Gespräche über den Fluss", "issue"),
    }


def test_labels_are_in_the_language_asked_for(store: LocalStore) -> None:
    assert to_networkx(store, language="en").nodes[NORTH.iri]["label"] == "Northland"


def test_each_position_is_an_edge(dataset: Dataset) -> None:
    network = to_networkx(dataset)
    assert network.number_of_edges() == 6
    ((_, data),) = network[ADA.iri][BRIDGE.iri].items()
    assert data == {
        "stance": "opposes",
        "factuality": "reported",
        "side": NORTH.iri,
        "date": "2031-05-06",
        "confidence": 0.75,
        "sentence": "»Den Bau billigen wir nie«, sagte Außenministerin Ada Beispiel dem Morgenblatt",
        "source": DOCUMENT.iri,
    }


def test_what_is_unknown_is_left_out(dataset: Dataset) -> None:
    stances = {data["stance"]: data for data in to_networkx(dataset)[SOUTH.iri][BRIDGE.iri].values()}
    assert set(stances) == {"supports", "opposes"}
    assert "date" not in stances["supports"]


def test_somebody_elses_graph_is_a_network_as_far_as_it_goes() -> None:
    """What is no number from 0 to 1 is no confidence; a node that has no name elsewhere is none; one kind counts."""
    ways = ("", "; pos:confidence 'sure'", "; pos:confidence 7", "; pos:confidence 0.5 ; prov:wasDerivedFrom []")
    said = "".join(
        f"<urn:{at}> a pos:Position ; pos:holder <urn:a>, [] ; pos:stance pos:opposes ; pos:target <urn:i> {more} .\n"
        for at, more in enumerate(ways)
    )
    graph = Dataset(default_union=True)
    graph.parse(data=f"{PREFIXES}{said}<urn:a> a pos:State, pos:Group, pos:Person .", format="turtle")
    network = to_networkx(graph)
    edges = {key: data for _, _, key, data in network.edges(keys=True, data=True)}
    assert edges == {f"urn:{at}": {"stance": "opposes"} for at in range(3)} | {
        "urn:3": {"stance": "opposes", "confidence": 0.5}
    }
    assert network.nodes["urn:a"]["kind"] == "group"


def test_every_format_of_networkx_can_hold_it(dataset: Dataset) -> None:
    network = to_networkx(dataset)
    for write, read in ((nx.write_graphml, nx.read_graphml), (nx.write_gexf, nx.read_gexf)):
        file = io.BytesIO()
        write(network, file)
        file.seek(0)
        assert set(read(file).nodes) == set(network.nodes)


def test_an_empty_graph_is_an_empty_network() -> None:
    assert len(to_networkx(Dataset())) == 0
