"""The classes and properties: declared, with labels."""

from pathlib import Path

import pyoxigraph as ox
from rdflib import RDF, RDFS, Graph, Literal, URIRef

from kg.namespaces import POS
from kg.store.read import quads
from tests.assemble.graphs import built


def test_every_term_of_ours_is_declared_with_a_german_and_an_english_label(root: Path) -> None:
    declared = Graph().parse(root / "ontologies" / "positions.ttl")
    used = {term for quad in built().quads() for term in quad[:3] if isinstance(term, URIRef) and term.startswith(POS)}
    labelled = {
        term: {label.language for label in declared.objects(term, RDFS.label) if isinstance(label, Literal)}
        for term in used
    }
    assert {term for term, languages in labelled.items() if languages != {"de", "en"}} == set()


def test_the_ontologies_use_no_term_of_ours_that_is_not_declared(root: Path) -> None:
    every = [quad for path in sorted((root / "ontologies").rglob("*.ttl")) for quad in quads(path)]
    used = {node.value for quad in every for node in quad.triple if isinstance(node, ox.NamedNode)}
    typed = {quad.subject.value for quad in every if quad.predicate.value == str(RDF.type)}
    assert {name for name in used if name.startswith(POS)} - typed == set()


def test_every_stance_of_the_vocabulary_is_a_property_between_actor_and_issue(root: Path) -> None:
    declared = Graph().parse(root / "ontologies" / "positions.ttl")
    stances = Graph().parse(root / "ontologies" / "stances.ttl")
    names = set(stances.subjects(RDF.type, POS.Stance))
    assert set(declared.subjects(RDFS.subPropertyOf, POS.holdsPosition)) == names
