"""The shapes: a built graph satisfies them, and each rule catches what breaks it."""

import sys

import pytest
from pyshacl import validate
from rdflib import RDF, SKOS, XSD, BNode, Dataset, Graph, Literal, URIRef
from rdflib.term import Node

from kg.assemble import assemble, check
from kg.assemble.check import ontology, shapes
from kg.errors import KgError
from kg.model import Extraction
from kg.namespaces import OA, POS, PROV, SCHEMA
from tests.assemble.examples import ARTICLE, CHANGED, DOCUMENT, QUOTED, RUN, VOCABULARY, broader

ARTICLE_IRI = URIRef(DOCUMENT.iri)


def small() -> Dataset:
    """One position with everything, and one relation."""
    return assemble([Extraction(DOCUMENT, (QUOTED,), (), ARTICLE.relations)], VOCABULARY, RUN)


def first(dataset: Dataset, kind: URIRef) -> Node:
    return min(dataset.subjects(RDF.type, kind), key=str)


def test_built_graphs_satisfy_the_shapes() -> None:
    assert check(assemble([ARTICLE, CHANGED], VOCABULARY, RUN, broader=broader)) == []
    assert check(small()) == []


def test_the_shapes_are_valid_shacl_core() -> None:
    conforms, _, text = validate(Graph(), shacl_graph=shapes(), meta_shacl=True)
    assert conforms, text
    assert "sparql" not in {str(predicate).rpartition("#")[2] for predicate in shapes().predicates()}


def test_every_property_that_a_shape_speaks_of_is_declared_or_of_a_standard() -> None:
    ours = {term for triple in shapes() for term in triple if isinstance(term, URIRef) and term.startswith(POS)}
    assert {term for term in ours if (term, RDF.type, None) not in ontology()} == set()


# Subject (the first node of a class), property → the sentence that its lack calls forth.
MISSING = [
    (POS.Position, POS.holder, "needs one pos:holder that is an actor"),
    (POS.Position, POS.stance, "needs one pos:stance that is a stance of the vocabulary"),
    (POS.Position, POS.target, "needs one pos:target that is an issue"),
    (POS.Position, POS.mode, "needs one pos:mode: direct, indirect or narrated"),
    (POS.Position, POS.factuality, "needs one pos:factuality: asserted, reported or speculative"),
    (POS.Position, POS.confidence, "needs one pos:confidence from 0 to 1"),
    (POS.Position, POS.evidence, "needs pos:evidence, a selection in the article"),
    (POS.Position, POS.cue, "needs a pos:cue, a selection in the article"),
    (POS.Position, PROV.wasDerivedFrom, "needs one prov:wasDerivedFrom that is an article"),
    (POS.Position, PROV.wasGeneratedBy, "needs a prov:wasGeneratedBy that is a run"),
    (POS.Hop, POS.party, "needs one pos:party that is an actor"),
    (OA.SpecificResource, OA.hasSource, "needs one oa:hasSource that is an article"),
    (OA.SpecificResource, OA.hasSelector, "needs one oa:hasSelector by its words"),
    (OA.SpecificResource, OA.hasSelector, "needs one oa:hasSelector by its characters"),
    (OA.TextQuoteSelector, OA.exact, "needs one oa:exact that is not empty"),
    (OA.TextQuoteSelector, OA.prefix, "needs one oa:prefix of at most 32 characters"),
    (OA.TextQuoteSelector, OA.suffix, "needs one oa:suffix of at most 32 characters"),
    (OA.TextPositionSelector, OA.start, "needs one oa:start, a number that is not negative and less than oa:end"),
    (OA.TextPositionSelector, OA.end, "needs one oa:end, a number"),
    (POS.State, SKOS.prefLabel, "needs a skos:prefLabel, and one only in each language"),
    (POS.Issue, SKOS.prefLabel, "needs a skos:prefLabel"),
    (POS.Action, SKOS.prefLabel, "needs a skos:prefLabel, and one only in each language"),
    (POS.Stance, SKOS.prefLabel, "needs a skos:prefLabel, and one only in each language"),
    (POS.Stance, POS.polarity, "needs one pos:polarity: favour, against or neither"),
    (RDF.Statement, RDF.subject, "needs one rdf:subject that is an actor"),
    (RDF.Statement, RDF.predicate, "needs one rdf:predicate"),
    (RDF.Statement, RDF.object, "needs one rdf:object that is an actor"),
    (RDF.Statement, POS.evidence, "needs pos:evidence, a selection in the article"),
    (RDF.Statement, PROV.wasDerivedFrom, "needs a prov:wasDerivedFrom that is an article"),
    (SCHEMA.NewsArticle, POS.sha256, "needs one pos:sha256 of 64 hexadecimal digits"),
    (PROV.Activity, POS.version, "needs one pos:version"),
    (PROV.Activity, POS.model, "needs one pos:model"),
    (PROV.Activity, POS.vocabulary, "needs one pos:vocabulary"),
]


@pytest.mark.parametrize(("kind", "name", "sentence"), MISSING)
def test_what_is_missing_is_named(kind: URIRef, name: URIRef, sentence: str) -> None:
    dataset = small()
    node = first(dataset, kind)
    dataset.remove((node, name, None))
    assert any(one.endswith(f" {sentence}.") and str(node)[-6:] in one for one in check(dataset))


NUMBER, DAY = Literal("2", datatype=XSD.decimal), Literal("gestern")
# Subject (the first node of a class), property, value in place of what is there → the sentence.
WRONG = [
    (POS.Position, POS.holder, ARTICLE_IRI, "needs one pos:holder that is an actor"),
    (POS.Position, POS.onBehalfOf, ARTICLE_IRI, "may have one pos:onBehalfOf, and that is an actor"),
    (POS.Position, POS.mode, POS.reported, "needs one pos:mode: direct, indirect or narrated"),
    (POS.Position, POS.factuality, POS.direct, "needs one pos:factuality: asserted, reported or speculative"),
    (POS.Position, POS.expressedOn, DAY, "may have one pos:expressedOn, and that is a day"),
    (POS.Position, POS.confidence, NUMBER, "needs one pos:confidence from 0 to 1"),
    (POS.Position, POS.condition, ARTICLE_IRI, "has a pos:condition that is no selection in the article"),
    (POS.Position, POS.attribution, Literal("dpx"), "may have one pos:attribution, a list"),
    (POS.Position, POS.rule, Literal("x"), "may have one pos:rule, a list"),
    (POS.Hop, POS.cue, ARTICLE_IRI, "has a pos:cue that is no selection in the article"),
    (OA.TextQuoteSelector, OA.exact, Literal(""), "needs one oa:exact that is not empty"),
    (OA.TextQuoteSelector, OA.prefix, Literal("x" * 33), "needs one oa:prefix of at most 32 characters"),
    (
        OA.TextPositionSelector,
        OA.start,
        Literal(-1),
        "needs one oa:start, a number that is not negative and less than oa:end",
    ),
    (
        OA.TextPositionSelector,
        OA.start,
        Literal(9999),
        "needs one oa:start, a number that is not negative and less than oa:end",
    ),
    (POS.State, SKOS.prefLabel, Literal(""), "needs a skos:prefLabel, and one only in each language"),
    (POS.State, SKOS.altLabel, Literal(""), "has a skos:altLabel that is empty or no text"),
    (POS.Issue, POS.action, ARTICLE_IRI, "has a pos:action that is none of the vocabulary"),
    (POS.Issue, POS.matter, ARTICLE_IRI, "has a pos:matter that is none of the vocabulary"),
    (POS.Issue, POS.quality, ARTICLE_IRI, "has a pos:quality that is none of the vocabulary"),
    (POS.Issue, SKOS.broader, ARTICLE_IRI, "has a skos:broader that is no issue"),
    (POS.Issue, POS.by, ARTICLE_IRI, "has a facet that is no actor, no place and no topic"),
    (POS.State, POS.supports, ARTICLE_IRI, "holds a position on something that is no issue"),
    (SCHEMA.NewsArticle, POS.opposes, URIRef("urn:x"), "holds a position and is no actor"),
    (SCHEMA.NewsArticle, SCHEMA.headline, Literal(""), "may have one schema:headline"),
    (SCHEMA.NewsArticle, SCHEMA.datePublished, DAY, "may have one schema:datePublished, and that is a day"),
    (SCHEMA.NewsArticle, SCHEMA.url, Literal("x"), "may have one schema:url, and that is an xsd:anyURI"),
    (SCHEMA.NewsArticle, POS.sha256, Literal("0" * 63), "needs one pos:sha256 of 64 hexadecimal digits"),
]


@pytest.mark.parametrize(("kind", "name", "value", "sentence"), WRONG)
def test_what_is_wrong_is_named(kind: URIRef, name: URIRef, value: Node, sentence: str) -> None:
    dataset = small()
    node = first(dataset, kind)
    dataset.remove((node, name, None))
    dataset.add((node, name, value))
    assert any(f" {sentence}" in one and str(node)[-6:] in one for one in check(dataset))


# Subject (the first node of a class), property, a second value → the sentence.
TWICE = [
    (POS.Position, POS.holder, URIRef("urn:x"), "needs one pos:holder that is an actor"),
    (POS.Position, POS.expressedOn, Literal("2030-01-01", datatype=XSD.date), "may have one pos:expressedOn"),
    (POS.State, SKOS.prefLabel, Literal("Norden", lang="de"), "needs a skos:prefLabel, and one only in each language"),
    (SCHEMA.NewsArticle, SCHEMA.headline, Literal("x"), "may have one schema:headline"),
]


@pytest.mark.parametrize(("kind", "name", "value", "sentence"), TWICE)
def test_what_stands_twice_is_named(kind: URIRef, name: URIRef, value: Node, sentence: str) -> None:
    dataset = small()
    dataset.add((first(dataset, kind), name, value))
    assert any(f" {sentence}" in one for one in check(dataset))


@pytest.mark.parametrize(
    ("name", "wrong", "sentence"),
    [
        (POS.attribution, ARTICLE_IRI, "has a pos:attribution with something in it that is no hop"),
        (POS.rule, ARTICLE_IRI, "has a pos:rule with something in it that is no text"),
    ],
)
def test_a_wrong_item_of_a_list_is_named(name: URIRef, wrong: Node, sentence: str) -> None:
    dataset = small()
    last = dataset.value(next(dataset.objects(None, name)), RDF.rest)
    dataset.set((last, RDF.first, wrong))
    assert any(sentence in one for one in check(dataset))


def test_a_list_that_does_not_end_and_a_cell_with_two_values_are_named() -> None:
    dataset = small()
    cell = next(dataset.objects(None, POS.rule))
    dataset.remove((cell, RDF.rest, None))
    dataset.add((cell, RDF.first, Literal("x")))
    assert {one.partition(" is a cell ")[2].partition(" (")[0].rstrip(".") for one in check(dataset)} >= {
        "of a list that does not end",
        "of a list with two values",
    }


def test_a_position_without_an_iri_is_named() -> None:
    dataset = small()
    dataset.add((BNode(), RDF.type, POS.Position))
    assert any("is a position without an IRI" in one for one in check(dataset))


def test_a_sentence_names_the_node_what_is_wrong_and_what_was_found() -> None:
    dataset = small()
    node = first(dataset, POS.Position)
    dataset.set((node, POS.expressedOn, DAY))
    (sentence,) = check(dataset)
    assert sentence == f'<{node}> may have one pos:expressedOn, and that is a day (found: "gestern").'


def test_without_pyshacl_the_mend_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyshacl", None)
    with pytest.raises(KgError, match=r"^Checking a graph needs pyshacl; install it with: pip install pyshacl\.$"):
        check(small())
