"""`ontologies/README.md`: what it tells to paste loads, adds something, and makes sentences understood that need it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import kg
import kg.pipeline
from kg.assemble.actors import actor_iri
from kg.model import Document, Party, Position
from kg.vocabulary import load_vocabulary

TURTLE = re.compile(r"^```turtle\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PROBE = re.compile(r"echo '(.+)' > probe\.txt")


@pytest.fixture(scope="module")
def guide(root: Path) -> str:
    return (root / "ontologies" / "README.md").read_text("utf-8")


@pytest.fixture(scope="module")
def own(guide: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All that the guide tells to paste, as a file of one's own."""
    path = tmp_path_factory.mktemp("own") / "own.ttl"
    path.write_text("\n".join(TURTLE.findall(guide)), "utf-8")
    return path


@pytest.mark.parametrize(
    ("part", "classes"),
    [
        ("actors", "State|Organisation|Person|Medium|Group"),
        ("roles", "Role"),
        ("cues", "Cue"),
        ("topics", "Action|Matter"),
    ],
)
def test_each_example_adds_one_entry(own: Path, part: str, classes: str) -> None:
    """So none of them is shipped already, where it would be mixed with the entry of the same IRI."""
    added = len(getattr(load_vocabulary(own), part)) - len(getattr(load_vocabulary(), part))
    assert added == len(re.findall(rf"^\S+ a pos:(?:{classes})\b", own.read_text("utf-8"), re.MULTILINE)) > 0


def positions(text: str, *actors: Path) -> tuple[Position, ...]:
    document = Document(text, "probe", language="de")
    return next(kg.pipeline.extract([document], actors=actors)).positions


def test_the_sentence_that_checks_an_addition_needs_the_addition(guide: str, own: Path) -> None:
    sentence = PROBE.findall(guide)[0]
    assert positions(sentence) == ()
    assert [(one.side and one.side.name, one.stance) for one in positions(sentence, own)] == [("Ruritanien", "opposes")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Strelsau sprach ein Njet zur Lieferung von Waffen aus.",
        "Ruritanien nannte die Lieferung von Waffen hirnrissig.",
    ],
)
def test_the_cues_of_the_guide_are_found(own: Path, sentence: str) -> None:
    found = [(one.holder.name, one.stance, one.target.name) for one in positions(sentence, own)]
    assert found == [("Ruritanien", "opposes", "Lieferung von Waffen")]


def test_the_topics_of_the_guide_take_a_target_apart(own: Path) -> None:
    (position,) = positions("Russland lehnt eine Befeuerung von Leuchttürmen in Ruritanien ab.", own)
    assert position.target.iri.endswith("/issue/lighting.lighthouses.in-ruritania")


def named(own: Path, text: str) -> dict[str, str]:
    """IRI → German name of the actors that a graph of the text mentions."""
    graph = kg.build(kg.extract([Document(text, "probe", language="de")], actors=own))
    rows = kg.query(graph, "SELECT ?a ?n { [] schema:mentions ?a . ?a skos:prefLabel ?n FILTER(LANG(?n) = 'de') }").rows
    return {str(iri).rpartition("/")[2]: str(name) for iri, name in rows}


@pytest.mark.parametrize(
    ("text", "iri", "name"),
    [
        ("Der Seeleuteverband begrüßt den Streik.", "ruritanian-seamen", "Verband der Seeleute"),
        ("Tschechien begrüßt den Streik.", "czechia", "Tschechische Republik"),
        ("Die FDP begrüßt den Streik.", "fdp", "FDP"),
    ],
)
def test_the_decisions_of_the_guide_hold(own: Path, text: str, iri: str, name: str) -> None:
    assert named(own, text).get(iri) == name


def test_the_form_that_the_guide_splits_off_is_not_linked(own: Path) -> None:
    assert "fdp" not in named(own, "Die Liberalen begrüßen den Streik.")


def test_the_node_that_the_guide_merges_is_one_that_a_text_can_have(guide: str, own: Path) -> None:
    node = str(actor_iri(Party("Ruritanische Seewacht", "organisation")))
    assert f"actor:{node.rpartition('/')[2]} owl:sameAs" in guide
    assert load_vocabulary(own).same[node].endswith("/ruritanian-coast-guard")


GIVEN: list[Callable[[Path], kg.pipeline.Paths]] = [str, Path, lambda path: [str(path)], lambda path: (path, path)]


@pytest.mark.parametrize("given", GIVEN, ids=["text", "path", "list of texts", "twice"])
def test_the_graph_knows_what_was_added_without_being_told_again(own: Path, given: Callable[[Path], str]) -> None:
    document = Document("Russland lehnt eine Befeuerung von Leuchttürmen in Ruritanien ab.", "probe", language="de")
    graph = kg.build(kg.extract([document], actors=given(own)))
    assert graph.serialize() == kg.build(kg.extract([document], actors=[own]), actors=[own]).serialize()
    assert kg.query(graph, "opponents-of", issue="Leuchttürme").rows
    assert kg.query(graph, "SELECT ?p { actor:ruritania skos:prefLabel ?p }").rows


@pytest.mark.parametrize("given", GIVEN, ids=["text", "path", "list of texts", "twice"])
def test_explaining_takes_the_additions_in_the_same_forms(own: Path, given: Callable[[Path], str]) -> None:
    document = Document("Ruritanien nannte die Lieferung von Waffen hirnrissig.", "probe", language="de")
    assert "Ruritanien" in "".join(kg.explain(document, actors=given(own)))
