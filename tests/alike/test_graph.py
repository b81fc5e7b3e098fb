"""Stories in the graph: how many independent sources tell a position."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import RDF, Dataset, Literal, URIRef

from kg.alike.groups import stories
from kg.assemble import assemble, check
from kg.cli import main
from kg.model import Document, Extraction, Position
from kg.namespaces import POS
from kg.query import query
from kg.store.terms import fill
from tests.alike.examples import COPIES, OTHER, STORY
from tests.assemble.examples import DOCUMENT, OPPOSES, RUN, VOCABULARY, passage

# What four papers print: three the same text, of which the position says how it is worded there.
SPEECH = " ".join(f"Satz {number} von {number * 7} Worten." for number in range(40))
SAME = f"{DOCUMENT.text} {SPEECH}"
PAPERS = [
    replace(DOCUMENT, text=SAME, title="Streit um die Brücke", id="a"),
    replace(DOCUMENT, text=f"{SAME} Wetter: heiter.", title="Nordland sagt Nein", id="b"),
    replace(DOCUMENT, text=f"{DOCUMENT.text} {SPEECH[:700]}", title="Keine Brücke", publisher="Bote", id="c"),
    replace(DOCUMENT, text=f"Am Fluss: {OPPOSES.evidence.text} {OTHER}", title="Ein anderer war auch dort", id="d"),
]


def told(document: Document, position: Position = OPPOSES) -> Extraction:
    where = {"evidence": passage(position.evidence.text, document), "cue": passage(position.cue.text, document)}
    return Extraction(document, (replace(position, **where),))


def dataset(*documents: Document) -> Dataset:
    found = assemble([told(document) for document in documents], VOCABULARY, RUN)
    fill(found, stories(documents))
    return found


@pytest.mark.parametrize(("papers", "independent", "articles"), [
    (PAPERS, "2", "4"), (PAPERS[:3], "1", "3"), (PAPERS[2:], "2", "2"), (PAPERS[:1], "1", "1"),
])  # fmt: skip
def test_copies_count_once(papers: list[Document], independent: str, articles: str) -> None:
    table = query(dataset(*papers), "independent-sources")
    assert table.named == (("Nordland", "lehnt ab", "Bau: Brücke", independent, articles),)


def test_the_best_attested_comes_first() -> None:
    found = [told(PAPERS[0], replace(OPPOSES, stance="supports")), *map(told, PAPERS[1:])]
    graph = assemble(found, VOCABULARY, RUN)
    fill(graph, stories(PAPERS))
    rows = query(graph, "independent-sources").named
    assert [(row[1], row[3]) for row in rows] == [("lehnt ab", "2"), ("unterstützt", "1")]


def test_a_speculation_counts_nowhere() -> None:
    graph = assemble([told(PAPERS[0], replace(OPPOSES, factuality="speculative"))], VOCABULARY, RUN)
    assert query(graph, "independent-sources").rows == ()


def test_the_graph_satisfies_the_shapes() -> None:
    found = dataset(*PAPERS)
    assert len(set(found.subjects(RDF.type, POS.Story))) == 1
    assert check(found) == []


def test_the_shapes_see_what_is_wrong_with_a_story() -> None:
    found = dataset(*PAPERS)
    story = next(found.subjects(RDF.type, POS.Story))
    article = URIRef(PAPERS[0].iri)
    found.add((article, POS.story, Literal("x")))
    assert any("may have one pos:story, and that is a story" in line for line in check(found))
    for one in list(found.subjects(POS.story, story)):
        found.remove((one, POS.story, story))
    found.add((article, POS.story, story))
    assert any("is a story of fewer than two articles" in line for line in check(found))


def test_from_a_table_to_the_number_of_sources(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The store and the file, each filled by the command line, say the same."""
    texts = [STORY, COPIES["another headline"], COPIES["the first third"], OTHER]
    rows = [{"id": number, "text": text, "date": "2025-11-24"} for number, text in enumerate(texts)]
    table, answers = tmp_path / "corpus.jsonl", []
    table.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert main(["build", str(table), "-o", str(tmp_path / "graph.trig"), "--check"]) == 0
    assert main(["build", str(table), "--store", str(tmp_path / "store")]) == 0
    for graph in ("graph.trig", "store"):
        capsys.readouterr()
        assert main(["query", str(tmp_path / graph), "--name", "independent-sources", "--format", "json"]) == 0
        answers.append(json.loads(capsys.readouterr().out)["results"]["bindings"])
    assert answers[0] == answers[1]
    counts = {(int(row["independent"]["value"]), int(row["articles"]["value"])) for row in answers[0]}
    assert (1, 3) in counts  # what the agency says, three papers print
    assert max(counts)[0] <= 2
