"""The whole way in Python: what a failing document costs, what a run says, what is broader than what."""

import shutil
from pathlib import Path

import pytest
from rdflib import Dataset

import kg
from kg import pipeline, provenance
from kg.analyse.load import MODELS
from kg.errors import KgError
from kg.model import Document
from kg.namespaces import ACTOR
from kg.read import LanguageError

GERMAN = Document("Russland lehnt eine Präsenz von Nato-Truppen in der Ukraine ab.\n", "german", language="de")
OTHER = Document("Rusija odbija.\n", "other", "other.txt", language="xx")


def test_a_document_in_a_language_without_a_pipeline_stops_nothing_if_somebody_is_told() -> None:
    told: list[KgError] = []
    found = list(kg.extract([OTHER, GERMAN], on_error=told.append))
    assert [extraction.document for extraction in found] == [GERMAN]
    assert [str(error) for error in told] == [
        "other.txt: No pipeline for the language 'xx' is shipped; name one with --model."
    ]


def test_else_it_is_raised() -> None:
    with pytest.raises(LanguageError, match=r"^other\.txt: No pipeline"):
        list(kg.extract([OTHER, GERMAN]))


def test_a_fault_of_ours_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline.Reader, "extract", None)
    with pytest.raises(KgError, match=r"^german: kg itself failed on it \(TypeError") as caught:
        list(kg.extract([GERMAN]))
    assert isinstance(caught.value.__context__, TypeError)


def test_a_pipeline_is_called_the_same_wherever_it_lies(tmp_path: Path) -> None:
    for place in ("here", "there"):
        shutil.copytree(MODELS / "de", tmp_path / place)
    here, there = (provenance.pipelines(tmp_path / place) for place in ("here", "there"))
    assert here == there
    assert here.startswith("de_pipeline-")


@pytest.mark.parametrize(
    ("change", "same"), [({}, True), ({"name": "other"}, False), ({"performance": {"dep_las": 0.1}}, False)]
)
def test_another_pipeline_is_called_otherwise(change: dict[str, object], same: bool) -> None:
    meta = {"lang": "de", "name": "news", "version": "1.0.0", "performance": {"dep_las": 0.9}}
    assert (provenance.described(meta | change) == provenance.described(meta)) is same


@pytest.fixture(scope="module")
def graph() -> Dataset:
    return kg.build(kg.extract([GERMAN]))


@pytest.mark.parametrize("name", ["Truppen in der Ukraine", "troops in Ukraine", "Nato-Truppen", "Präsenz", "troops"])
def test_an_issue_is_found_under_each_that_is_broader(graph: Dataset, name: str) -> None:
    table = kg.query(graph, "opponents-of", issue=name)
    assert {row[table.columns.index("target")] for row in table.named} == {"Präsenz von Nato-Truppen in der Ukraine"}


def test_what_is_broader_leads_to_every_narrower_issue(graph: Dataset) -> None:
    asked = (
        'SELECT DISTINCT ?found { ?wide skos:prefLabel "Truppen in der Ukraine"@de . '
        "?found skos:broader* ?wide . ?position pos:target ?found }"
    )
    assert kg.query(graph, asked).rows == (("https://w3id.org/diplokg/issue/presence.troops.by-nato.in-ukraine",),)


def test_neither_inflected_forms_nor_capitals_are_names_in_the_graph(graph: Dataset) -> None:
    asked = "SELECT DISTINCT ?name { actor:russia skos:prefLabel|skos:altLabel ?text BIND(STR(?text) AS ?name) }"
    found = {row[0] for row in kg.query(graph, asked).rows}
    assert {"Russland", "Russische Föderation"} <= found
    assert not {"Russischen Föderation", "Moskau", "Kreml", "Russen"} & found


def test_the_evidence_of_a_relation_ends_with_its_sentence() -> None:
    text = "Kremlsprecher Dmitri Peskow lehnt Nato-Truppen in der Ukraine ab.\n\nDeutschland fordert Sanktionen.\n"
    (found,) = kg.extract([Document(text, "two paragraphs", language="de")])
    assert {one.evidence.text for one in found.relations} == {text.partition("\n")[0]}


def test_a_pipeline_may_be_named_as_text() -> None:
    (named,) = kg.extract([GERMAN], model=str(MODELS / "de"))
    (ours,) = kg.extract([GERMAN])
    assert named == ours
    assert len(kg.build([named], model=str(MODELS / "de"))) > 0


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Vereinten\nNationen lehnen einen Einsatz der Angela  Merkel ab."),
        ("de", "Die Vereinten \n  Nationen lehnen einen Einsatz der Angela\nMerkel ab."),
        ("en", "The United\nNations opposed a mission of Angela  Merkel."),
    ],
)
def test_a_name_goes_on_after_the_end_of_a_line(language: str, text: str) -> None:
    (found,) = kg.extract([Document(text, "lines", language=language)], min_confidence=0)
    assert [(one.holder.iri, one.stance) for one in found.positions] == [(f"{ACTOR}united-nations", "opposes")]
    assert f"{ACTOR}angela-merkel" in {mention.party.iri for mention in found.mentions}


@pytest.mark.parametrize(
    ("text", "language", "side"),
    [
        ("Der norwegische Präsident Jan Rott lehnt die Zölle auf Fisch ab.", "de", "Norwegen"),
        ("Der frühere norwegische Präsident Jan Rott lehnt die Zölle auf Fisch ab.", "de", None),
        ("Der ehemalige norwegische Präsident Jan Rott lehnt die Zölle auf Fisch ab.", "de", None),
        ("Former Norwegian president Jan Rott opposes the tariffs on fish.", "en", None),
    ],
)
def test_who_held_an_office_speaks_for_nobody(text: str, language: str, side: str | None) -> None:
    (found,) = kg.extract([Document(text, "x", language=language)])
    assert [position.side and position.side.name for position in found.positions] == [side]
    assert len(found.relations) == (side is not None)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Der norwegische Fischereiminister lehnt die Zölle auf Lachs ab.", "Norwegen"),
        ("Der frühere norwegische Fischereiminister lehnt die Zölle auf Lachs ab.", None),
        ("Der norwegische Ex-Minister lehnt die Zölle auf Lachs ab.", None),
        ("Eine Sprecherin des norwegischen Parlaments lehnt die Zölle auf Lachs ab.", "Norwegen"),
        ("Ein Regierungssprecher in Oslo lehnt die Zölle auf Lachs ab.", "Norwegen"),
        ("Die Zölle auf Lachs seien ein Fehler, erklärte ein Sprecher der Regierung in Oslo.", "Norwegen"),
        ("Ein Sprecher der Vereinten Nationen lehnt die Zölle auf Lachs ab.", "Vereinte Nationen"),
        ("Ein Sprecher der Deutschen Bahn lehnt die Zölle auf Lachs ab.", "Deutsche Bahn"),
        ("Eine Sprecherin des Auswärtigen Amts lehnt die Zölle auf Lachs ab.", "Deutschland"),
        ("Der norwegische UN-Botschafter lehnt die Zölle auf Lachs ab.", "Norwegen"),
        ("Ein Kommissionssprecher lehnt die Zölle auf Lachs ab.", "EU-Kommission"),
        ("Der CDU-Politiker lehnt die Zölle auf Lachs ab.", "CDU"),
        ("„Wir lehnen die Zölle auf Lachs ab“, so der frühere norwegische Ministerpräsident.", None),
        ("Eine Vertreterin des Weißen Hauses lehnt die Zölle auf Lachs ab.", "USA"),
        ("Der norwegische Journalist lehnt die Zölle auf Lachs ab.", None),
        ("Ein Berater des norwegischen Oppositionspolitikers lehnt die Zölle auf Lachs ab.", None),
        ("Ines Thal, die norwegische Umweltministerin, kam. Die Ministerin lehnt die Zölle auf Lachs ab.", "Norwegen"),
        ("Der norwegische Fischereiminister kam. Er lehnt die Zölle auf Lachs ab.", "Norwegen"),
        ("Das norwegische Fischereiministerium tagte. Das Ministerium lehnt die Zölle auf Lachs ab.", "Norwegen"),
    ],
)
def test_who_has_no_name_speaks_for_whom_the_description_names(text: str, side: str | None) -> None:
    (found,) = kg.extract([Document(text, "x", language="de")])
    assert [position.side and position.side.name for position in found.positions] == [side]
