"""What `ontologies/shapes.ttl` says of decisions: each sentence is said of what breaks it."""

import pytest
from rdflib import PROV, RDF, RDFS, XSD, Dataset, Literal, URIRef

from kg.assemble import check
from kg.decide import Change
from kg.namespaces import JUDGE, POS
from tests.decide.examples import ABOUT, QUOTING, dataset_of, decide, filled

pytest.importorskip("pyshacl")
NOW = Literal("2032-02-01T12:00:00Z", datatype=XSD.dateTime)
MISSING = [
    (POS.verdict, "needs one pos:verdict: accepted, rejected or changed"),
    (POS.judges, "needs one pos:judges, a position"),
    (PROV.used, "needs one prov:used, an article"),
    (PROV.wasAssociatedWith, "needs one prov:wasAssociatedWith, a person"),
    (PROV.endedAtTime, "needs one prov:endedAtTime, a time"),
    (POS.judgedHolder, "needs one pos:judgedHolder"),
    (POS.judgedStance, "needs one pos:judgedStance"),
    (POS.judgedTarget, "needs one pos:judgedTarget"),
    (POS.changedHolder, "changes a position and does not say to what"),
    (POS.changedStance, "changes a position and does not say to what"),
    (POS.changedTarget, "changes a position and does not say to what"),
    (POS.before, "has effects and was undone, or has neither"),
]
MORE = [
    (POS.verdict, POS.accepted, "needs one pos:verdict: accepted, rejected or changed"),
    (POS.judges, URIRef(ABOUT), "needs one pos:judges, a position"),
    (PROV.used, URIRef(QUOTING), "needs one prov:used, an article"),
    (PROV.wasAssociatedWith, JUDGE.x, "needs one prov:wasAssociatedWith, a person"),
    (PROV.endedAtTime, Literal("gestern"), "needs one prov:endedAtTime, a time"),
    (POS.judgedConfidence, Literal("2", datatype=XSD.decimal), "may have one pos:judgedConfidence from 0 to 1"),
    (POS.judgedSide, URIRef(ABOUT), "may have one pos:judgedSide"),
    (PROV.generated, URIRef(ABOUT), "may have one prov:generated, and that is a position"),
    (POS.undoneAt, Literal("gestern"), "may have one pos:undoneAt, and that is a time"),
    (POS.undoneAt, NOW, "has effects and was undone, or has neither"),
]


@pytest.fixture
def decided() -> tuple[Dataset, URIRef]:
    store = filled()
    made = decide(store, QUOTING, "changed", Change(stance="doubts"))
    return dataset_of(store), URIRef(made.iri)


@pytest.mark.parametrize(("name", "sentence"), MISSING)
def test_what_is_missing_is_named(decided: tuple[Dataset, URIRef], name: URIRef, sentence: str) -> None:
    dataset, node = decided
    dataset.remove((node, name, None))
    assert f"<{node}> {sentence}." in check(dataset)


@pytest.mark.parametrize(("name", "value", "sentence"), MORE)
def test_what_is_wrong_is_named(
    decided: tuple[Dataset, URIRef], name: URIRef, value: URIRef | Literal, sentence: str
) -> None:
    dataset, node = decided
    dataset.graph(node).add((node, name, value))
    assert any(one.startswith(f"<{node}> {sentence}") for one in check(dataset))


def test_a_judge_has_a_name(decided: tuple[Dataset, URIRef]) -> None:
    dataset, _ = decided
    (judge,) = dataset.subjects(RDF.type, PROV.Person)
    dataset.remove((judge, RDFS.label, None))
    assert f"<{judge}> needs one name (rdfs:label)." in check(dataset)
