"""What can be asked: by which names, in which form, and what is said of names that the graph does not know."""

import json
from pathlib import Path

import pytest
import rdflib
from rdflib import RDF, Dataset, URIRef

from kg.assemble import assemble, check
from kg.cli import main
from kg.errors import QueryError
from kg.namespaces import ACTOR, BASE, MOVE, POS
from kg.query import render
from kg.store import write
from kg.trace import contradictions, overlap, trace
from tests.assemble.examples import ARTICLE, CHANGED, RUN, VOCABULARY, broader


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return assemble([ARTICLE, CHANGED], VOCABULARY, RUN, broader=broader)


@pytest.fixture(scope="module")
def graph(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("graph") / "graph.nq"
    write(dataset, path)
    return path


def test_a_side_has_the_ledger_of_all_who_speak_for_it(dataset: Dataset) -> None:
    table = trace(dataset, "Nordland")
    wanted = [table.columns.index(name) for name in ("day", "holder", "stance", "move", "since", "note", "voice")]
    assert [tuple(row[place] for place in wanted) for row in table.named] == [
        ("2031-05-06", "Ada Beispiel", "lehnt ab", None, None, "first", "selbst erklärt"),
        ("2031-05-07", "Nordland", "lehnt ab", "wiederholt", "2031-05-06", None, "berichtet"),
        ("2032-01-02", "Nordland", "unterstützt", "kehrt um", "2031-05-07", None, "berichtet"),
    ]


@pytest.mark.parametrize("name", ["Nordland", "northland", "Reich des Nordens", "actor:nordland", ACTOR["nordland"]])
@pytest.mark.parametrize("issue", ["", "Brücke", "BRIDGE", "issue:construction.bridge", "anything"])
def test_an_actor_and_an_issue_have_many_names(dataset: Dataset, name: str, issue: str) -> None:
    assert len(trace(dataset, name, issue).rows) == 3


@pytest.mark.parametrize(
    ("actor", "issue", "says"),
    [
        ("Nordlnd", "", "No actor is called 'Nordlnd'; did you mean Nordland"),
        ("Nordland", "Tunnel", "No issue has 'Tunnel' in its name"),
        ("Morgenblatt", "", "'Morgenblatt' holds no position in this graph"),
        ("<broken iri>", "", "is no IRI"),
        ('x" } #', "", "No actor is called"),
        ("Nordland", '"', "No issue has"),
    ],
)
def test_what_the_graph_does_not_know_is_said(dataset: Dataset, actor: str, issue: str, says: str) -> None:
    with pytest.raises(QueryError, match=says):
        trace(dataset, actor, issue)


def test_a_name_of_several_actors_asks_for_an_iri(dataset: Dataset) -> None:
    twice = Dataset(default_union=True)
    twice += dataset
    twice.add((ACTOR["ada-beispiel"], rdflib.SKOS.altLabel, rdflib.Literal("Nordland")))
    with pytest.raises(QueryError, match=r"names 2 actors; take an IRI: \S+ada-beispiel, \S+nordland"):
        trace(twice, "Nordland")


def test_the_ledger_as_a_graph_satisfies_the_shapes_beside_its_positions(dataset: Dataset) -> None:
    turtle = render(trace(dataset, "Nordland", as_graph=True), "turtle")
    together = Dataset(default_union=True)
    together += dataset
    together.graph(URIRef(BASE + "moves")).parse(data=turtle, format="turtle")
    assert check(together) == []
    kinds = {str(kind).rpartition("#")[2] for move in together.subjects(RDF.type, POS.Move) for kind in
             together.objects(move, RDF.type)}  # fmt: skip
    assert kinds == {"Move", "Repeat", "Reversal"}


def test_a_move_without_a_later_position_breaks_the_shapes(dataset: Dataset) -> None:
    together = Dataset(default_union=True)
    together += dataset
    together.add((MOVE["m"], RDF.type, POS.Move))
    assert any("pos:later" in line for line in check(together))


def test_the_moves_have_both_positions_and_their_day(dataset: Dataset) -> None:
    turtle = render(trace(dataset, "Nordland", as_graph=True), "turtle")
    asked = (
        "SELECT ?from ?to ?day { ?move a pos:Reversal ; pos:movedOn ?day ; "
        "pos:earlier/pos:stance ?from ; pos:later/pos:stance ?to }"
    )
    found = rdflib.Graph().parse(data=turtle, format="turtle").query(asked, initNs={"pos": POS})
    assert [tuple(map(str, row)) for row in found] == [(str(POS.opposes), str(POS.supports), "2032-01-02")]  # type: ignore[arg-type]


def test_nothing_is_invalidated(dataset: Dataset) -> None:
    """What has been given up stays in the table and in the triples, with its day."""
    table = trace(dataset, "Nordland", as_graph=True)
    positions = {row[0] for row in table.rows if row[1:] == (str(RDF.type), str(POS.Position))}
    assert len(positions) == 3


def test_the_same_graph_gives_the_same_bytes(dataset: Dataset) -> None:
    for form, as_graph in (("table", False), ("csv", False), ("json", False), ("turtle", True)):
        one, other = (render(trace(dataset, "Nordland", as_graph=as_graph), form) for _ in range(2))
        assert one == other


def test_contradictions_and_overlap_of_a_graph_without_any_are_empty(dataset: Dataset) -> None:
    assert contradictions(dataset).rows == ()
    assert overlap(dataset, "Nordland", "Südland").rows == ()


def test_the_commands_print_what_the_functions_answer(graph: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["trace", str(graph), "Nordland", "bridge", "--format", "json", "--language", "en"]) == 0
    answer = json.loads(capfd.readouterr().out)
    assert [row.get("moveLabel", {}).get("value") for row in answer["results"]["bindings"]] == [
        None,
        "repeats",
        "reverses",
    ]
    assert main(["trace", str(graph), "Nordland", "--format", "turtle"]) == 0
    assert "a pos:Move , pos:Reversal" in capfd.readouterr().out
    assert main(["contradictions", str(graph)]) == 0
    assert main(["overlap", str(graph), "Nordland", "Südland", "--format", "csv"]) == 0
    assert capfd.readouterr().out.splitlines()[-1].startswith("target,within,holder,")


def test_a_terminal_shows_no_column_that_is_empty(graph: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["trace", str(graph), "Nordland"]) == 0
    heading = capfd.readouterr().out.splitlines()[0].split()
    wanted = ["target", "day", "holder", "stance", "move", "since", "note", "voice", "chains", "sentence"]
    assert heading == wanted
    assert main(["trace", str(graph), "Nordland", "--format", "csv"]) == 0
    assert {"condition", "by", "position"} < set(capfd.readouterr().out.splitlines()[0].split(","))
    assert main(["contradictions", str(graph)]) == 0
    assert capfd.readouterr().out.split()[:2] == ["kind", "target"]


def test_an_unknown_name_is_a_failure_of_the_command(graph: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["trace", str(graph), "Westland"]) == 1
    assert "No actor is called 'Westland'" in capfd.readouterr().err
    assert main(["overlap", str(graph), "Nordland", "Westland"]) == 1
