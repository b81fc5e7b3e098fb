"""Extractions → RDF: what the graph says, and what it never says."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import RDF, RDFS, SKOS, BNode, Dataset, Graph, Literal, URIRef
from rdflib.compare import graph_diff, to_isomorphic

from kg.assemble import assemble, check
from kg.assemble.actors import party_triples, relation_triples
from kg.assemble.documents import document_triples
from kg.assemble.issues import issue_triples, stance_triples
from kg.assemble.positions import position_triples
from kg.assemble.run import run_triples
from kg.assemble.selectors import Selectors
from kg.errors import VocabularyError
from kg.model import Document, Extraction, Issue, Party, Passage, Position
from kg.namespaces import BASE, OA, POS, PROV, SCHEMA
from kg.store import read, serialized, write
from kg.store.formats import FORMATS
from kg.store.read import quads
from kg.store.terms import quads_of
from tests.assemble.examples import (
    ADA,
    AGENCY,
    ARTICLE,
    BRIDGE,
    CHANGED,
    DOCUMENT,
    FISHERS,
    GUESSED,
    LATER,
    NORTH,
    OPEN,
    OPPOSES,
    QUOTED,
    RUN,
    SOUTH,
    TALKS,
    VOCABULARY,
    passage,
)

SHORT = Selectors()
# What the Turtle file of that name in tests/turtle says.
EXPECTED = {
    "article": list(document_triples(DOCUMENT)),
    "run": list(run_triples(RUN)),
    "actor-known": list(party_triples(NORTH, VOCABULARY, "de")),
    "actor-unknown": list(party_triples(FISHERS, VOCABULARY, "de")),
    "issue-of-facets": list(issue_triples([BRIDGE], VOCABULARY, "de")),
    "issue-of-words": list(issue_triples([TALKS], VOCABULARY, "de")),
    "stance": list(stance_triples(VOCABULARY.stances["opposes"])),
    "relation": list(relation_triples(ARTICLE.relations[0], SHORT)),
    "position": list(position_triples([QUOTED], RUN, SHORT)),
    "speculation": list(position_triples([GUESSED], RUN, SHORT)),
    "condition": list(position_triples([OPEN], RUN, SHORT)),
}


def built(*extractions: Extraction, full_text: bool = False) -> Dataset:
    return assemble(extractions or (ARTICLE, CHANGED), VOCABULARY, RUN, full_text=full_text)


def of(*positions: Position, document: Document = DOCUMENT) -> Dataset:
    return built(Extraction(document, positions))


def content(dataset: Dataset) -> bytes:
    return serialized(quads_of(dataset), FORMATS[".nq"])


def nodes(dataset: Dataset, kind: URIRef = POS.Position) -> list[URIRef]:
    return sorted(node for node in dataset.subjects(RDF.type, kind) if isinstance(node, URIRef))


@pytest.mark.parametrize("name", EXPECTED)
def test_a_value_becomes_the_graph_in_the_turtle_file(name: str, root: Path) -> None:
    graph, expected = Graph(), Graph().parse(root / "tests" / "turtle" / f"{name}.ttl")
    for triple in EXPECTED[name]:
        graph.add(triple)
    _, missing, surplus = graph_diff(to_isomorphic(expected), to_isomorphic(graph))
    assert (set(missing), set(surplus)) == (set(), set())


def test_a_document_has_one_named_graph_and_nothing_lies_outside() -> None:
    graphs = {str(graph) for *_, graph in built().quads()}
    assert graphs == {DOCUMENT.iri, LATER.iri}


def test_the_plain_triples_are_those_of_holder_and_side_and_of_no_speculation() -> None:
    stances = {POS[name] for name in VOCABULARY.stances}
    found = {
        (str(actor).rpartition("/")[2], str(stance).rpartition("#")[2], str(issue).rpartition("/")[2])
        for actor, stance, issue, _ in built(ARTICLE).quads()
        if stance in stances
    }
    assert found == {
        ("nordland", "opposes", "construction.bridge"),
        ("ada-beispiel", "opposes", "construction.bridge"),
        ("x-fischer-vom-grenzfluss-7f5a5d6c", "open-to", "x-gespraeche"),
    }


@pytest.mark.parametrize(("factuality", "plain"), [("asserted", True), ("reported", True), ("speculative", False)])
def test_only_a_speculation_leaves_no_plain_triple(factuality: str, plain: bool) -> None:
    dataset = of(replace(OPPOSES, factuality=factuality))
    assert ((URIRef(NORTH.iri), POS.opposes, URIRef(BRIDGE.iri)) in dataset) is plain


def test_there_are_no_blank_nodes() -> None:
    assert not [term for quad in built().quads() for term in quad if isinstance(term, BNode)]


def test_what_a_graph_names_of_ours_it_also_describes() -> None:
    """So that replacing the graph of a document leaves nothing dangling."""
    dataset = built()
    for graph in map(dataset.graph, (URIRef(DOCUMENT.iri), URIRef(LATER.iri))):
        named = {term for triple in graph for term in (triple[0], triple[2]) if isinstance(term, URIRef)}
        cells = set(graph.subjects(RDF.first)) | {RDF.nil}
        ours = {term for term in named if term.startswith(BASE) and not term.startswith(POS)} - cells
        assert ours
        assert not {term for term in ours if (term, RDF.type, None) not in graph}


def test_a_graph_stays_valid_without_the_graph_of_another_document() -> None:
    dataset = built()
    dataset.remove_graph(URIRef(DOCUMENT.iri))
    assert nodes(dataset)
    assert check(dataset) == []


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


# The same position twice


def test_a_position_that_two_sentences_tell_is_one_node_with_both_sentences() -> None:
    again = replace(OPPOSES, evidence=passage("Die Fischer vom Grenzfluss"), cue=passage("Fischer"), confidence=0.95)
    dataset = of(OPPOSES, again)
    (node,) = nodes(dataset)
    quotes = {str(text) for text in dataset.objects(node, POS.evidence / OA.hasSelector / OA.exact)}
    assert quotes == {"Nordland lehnt den Bau der Brücke ab.", "Die Fischer vom Grenzfluss"}
    assert [str(value) for value in dataset.objects(node, POS.confidence)] == ["0.95"]


DIFFERENT = {
    "holder": SOUTH,
    "side": None,
    "stance": "supports",
    "target": TALKS,
    "via": QUOTED.via,
    "mode": "direct",
    "factuality": "reported",
    "date": LATER.published or DOCUMENT.published,
    "condition": passage("falls Nordland kommt"),
}


@pytest.mark.parametrize("name", DIFFERENT)
def test_a_position_that_differs_in_what_is_known_of_it_is_another_node(name: str) -> None:
    assert len(nodes(of(OPPOSES, replace(OPPOSES, **{name: DIFFERENT[name]})))) == 2


def test_chain_and_rule_keep_their_order() -> None:
    dataset = of(replace(QUOTED, rule=tuple(f"step {number}" for number in range(12))))
    (node,) = nodes(dataset)
    (hops,), (rules,) = (list(dataset.objects(node, name)) for name in (POS.attribution, POS.rule))
    parties = [dataset.value(hop, POS.party) for hop in dataset.items(hops)]
    assert [str(label) for party in parties for label in dataset.objects(party, SKOS.prefLabel)] == [
        "Morgenblatt",
        "DPX",
    ]
    assert [str(step) for step in dataset.items(rules)] == [f"step {number}" for number in range(12)]


# Quotes


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("a" * 300, 300),
        ("a" * 301, 300),
        ("wort " * 100, 299),
        (" " + "a" * 400, 300),
    ],
)
def test_a_quote_is_cut_between_words_at_300_characters(words: str, quoted: int) -> None:
    text = f"Vorher. {words}. Nachher, und noch viel mehr, was keiner braucht."
    document = Document(text, id="long", language="de")
    whole = Passage(document, 8, 8 + len(words))
    dataset = of(replace(OPPOSES, evidence=whole, cue=Passage(document, 8, 9)), document=document)
    (node,) = nodes(dataset)
    selectors = list(dataset.objects(node, POS.evidence / OA.hasSelector))
    exact, prefix, suffix, start, end = (
        next(value for one in selectors for value in dataset.objects(one, OA[name]))
        for name in ("exact", "prefix", "suffix", "start", "end")
    )
    assert len(exact) == quoted
    assert f"{prefix}{exact}{suffix}" in text
    assert (str(prefix), len(suffix)) == ("Vorher. ", 32)
    assert (int(start), int(end)) == (whole.start, whole.end)


def test_full_text_keeps_quotes_whole_and_adds_the_article() -> None:
    document = Document("wort " * 200, id="long")
    position = replace(OPPOSES, evidence=Passage(document, 0, 900), cue=Passage(document, 0, 4))
    short, full = (built(Extraction(document, (position,)), full_text=choice) for choice in (False, True))
    assert max(len(text) for text in full.objects(None, OA.exact)) == 900
    assert [str(text) for text in full.objects(None, SCHEMA.articleBody)] == [document.text]
    assert list(short.objects(None, SCHEMA.articleBody)) == []
    assert max(len(term) for quad in short.quads() for term in quad if isinstance(term, Literal)) <= 300


# Names


def test_an_unknown_actor_is_one_node_in_every_document_that_names_it_alike() -> None:
    other = Document("Das Morgenblatt.", id="other", language="en")
    names = [Party("Morgenblatt", "medium"), Party(" Morgen\nblatt", "medium"), Party("Morgenblatt", "person")]
    found = [
        set(nodes(of(replace(OPPOSES, holder=party, evidence=Passage(other, 0, 3)), document=other), kind))
        for party, kind in zip(names, (POS.Medium, POS.Medium, POS.Person), strict=True)
    ]
    assert [len(one) for one in found] == [1, 1, 1]
    assert found[0] == set(nodes(built(ARTICLE), POS.Medium)) - {URIRef(AGENCY.iri)}
    assert not found[0] & (found[1] | found[2])


def test_phrases_of_one_issue_share_a_node_and_the_first_is_its_name() -> None:
    same = [Issue(TALKS.iri, name) for name in ("Gespräche", "Gesprächen", "Gespräche")]
    dataset = of(*(replace(OPEN, target=issue, mode=mode) for issue, mode in zip(same, MODES, strict=True)))
    assert [str(label) for label in dataset.objects(URIRef(TALKS.iri), SKOS.prefLabel)] == ["Gespräche"]
    assert [str(label) for label in dataset.objects(URIRef(TALKS.iri), SKOS.altLabel)] == ["Gesprächen"]


MODES = ("direct", "indirect", "narrated")


def test_an_actor_of_the_authority_keeps_its_labels_whatever_the_text_calls_it() -> None:
    dataset = of(replace(OPPOSES, holder=replace(NORTH, name="Oslo", names=("Oslo",))))
    names = {str(label) for label in dataset.objects(URIRef(NORTH.iri), SKOS.prefLabel)}
    assert names == {"Nordland", "Northland"}


# Hostile text


HOSTILE = [
    '" . <urn:a> <urn:b> "',
    "a\nb\r\n\tc",
    "'''\"\"\"\\",
    "</script><b>",
    "\x00\x07\u2028\U0001f600",
    "@de",
    "ﬁ\u0301",
]


def hostile(text: str) -> Extraction:
    document = Document(f"{text} x", id=text, language=text, title=text, publisher=text, url=text)
    holder = Party(text, "person", None, (text, f"{text}2"))
    issue = Issue(f"{TALKS.iri}-{text}", text, ((text, text),))
    words = Passage(document, 0, len(text))
    return Extraction(
        document, (replace(OPPOSES, holder=holder, target=issue, evidence=words, cue=words, rule=(text,)),)
    )


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back_from_every_format_as_it_was(text: str, suffix: str, tmp_path: Path) -> None:
    dataset = built(hostile(text))
    write(dataset, tmp_path / f"graph{suffix}")
    back = read(tmp_path / f"graph{suffix}")
    assert set(back.triples((None, None, None))) == set(dataset.triples((None, None, None)))
    assert [str(title) for title in back.objects(None, SCHEMA.headline)] == [text]
    assert check(back) == []


def test_an_iri_with_forbidden_characters_is_percent_encoded() -> None:
    dataset = of(replace(OPPOSES, target=Issue("urn:a b<c>", "x")))
    assert list(dataset.subjects(RDF.type, POS.Issue)) == [URIRef("urn:a%20b%3Cc%3E")]


def test_an_iri_without_a_scheme_is_refused() -> None:
    with pytest.raises(VocabularyError, match=r"^'oslo' is no absolute IRI; "):
        of(replace(OPPOSES, holder=replace(ADA, iri="oslo")))


# The same bytes


def test_the_order_of_the_documents_does_not_count() -> None:
    assert content(built(ARTICLE, CHANGED)) == content(built(CHANGED, ARTICLE))


def test_the_same_article_read_twice_adds_nothing() -> None:
    assert content(built(ARTICLE, ARTICLE)) == content(built(ARTICLE))


def test_two_processes_write_the_same_bytes(root: Path, tmp_path: Path) -> None:
    script = (
        "import sys; from kg.assemble import assemble; from kg.store import write\n"
        "from tests.assemble.examples import *\n"
        "write(assemble([ARTICLE, CHANGED], VOCABULARY, RUN), sys.argv[1])"
    )

    def bytes_of(suffix: str) -> Iterator[bytes]:
        for seed in ("1", "2"):
            path = tmp_path / f"{seed}{suffix}"
            environment = {**os.environ, "PYTHONHASHSEED": seed}
            subprocess.run([sys.executable, "-c", script, str(path)], check=True, cwd=root, env=environment)
            yield path.read_bytes()

    for suffix in (".ttl", ".jsonld"):
        assert len(set(bytes_of(suffix))) == 1


def test_no_clock_time_is_in_the_graph() -> None:
    dates = {
        str(term)
        for quad in built().quads()
        for term in quad
        if isinstance(term, Literal) and "date" in str(term.datatype)
    }
    assert dates == {"2031-05-06", "2031-05-07", "2032-01-02"}


def test_every_position_says_what_it_was_derived_from_and_generated_by() -> None:
    dataset = built()
    for node in nodes(dataset):
        assert str(dataset.value(node, PROV.wasDerivedFrom)) == str(node).partition("#")[0]
        assert str(dataset.value(node, PROV.wasGeneratedBy)) == RUN.iri
