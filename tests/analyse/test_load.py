"""Pipelines that are taken, and those that are refused."""

from pathlib import Path

import pytest
import spacy

from kg.analyse import analyse, load
from kg.errors import ModelError


def saved(folder: Path, *labels: str) -> Path:
    """A pipeline with an untrained parser of these labels."""
    nlp = spacy.blank("de")
    parser = nlp.add_pipe("parser")
    for label in labels:
        parser.add_label(label)  # type: ignore[attr-defined]
    nlp.initialize()
    nlp.to_disk(folder)
    return folder


def test_a_pipeline_of_another_scheme_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="does not speak Universal Dependencies \\(no case, ccomp, nsubj, obj, obl\\)"):
        load("de", saved(tmp_path / "model", "sb", "oa", "mo"))


def test_a_pipeline_of_universal_dependencies_is_taken_and_rejoins_particles(tmp_path: Path) -> None:
    nlp = load("de", saved(tmp_path / "model", "nsubj", "obj", "obl", "case", "ccomp"))
    assert nlp.pipe_names[-1] == "kg_particles"


def test_a_language_without_a_pipeline_is_refused() -> None:
    with pytest.raises(ModelError, match="No pipeline for the language 'xx' is shipped"):
        load("xx")


def test_a_folder_that_is_no_pipeline_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        ModelError, match=r"not loadable as a spaCy pipeline \(.+\); name the folder of one with --model"
    ):
        load("de", tmp_path)


def test_a_pipeline_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        ModelError, match="missing: there is no such spaCy pipeline; name the folder of one with --model"
    ):
        load("de", tmp_path / "missing")


def test_a_pipeline_may_be_an_installed_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved(tmp_path / "model", "nsubj", "obj", "obl", "case", "ccomp")
    (tmp_path / "own_pipeline.py").write_text(
        f"import spacy\n\ndef load(**how):\n    return spacy.load({str(tmp_path / 'model')!r}, **how)\n", "utf-8"
    )
    (tmp_path / "own_pipeline-1.dist-info").mkdir()
    (tmp_path / "own_pipeline-1.dist-info" / "METADATA").write_text("Name: own_pipeline\nVersion: 1\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert load("de", Path("own_pipeline")).pipe_names[-1] == "kg_particles"


def test_white_space_is_kept_and_misleads_nobody() -> None:
    text = "\n Frankreich lehnt\nden Plan ab.\n\n\nSpanien schweigt. \n"
    doc = analyse(load("de"), text)
    assert doc.text == text
    assert next(token for token in doc if token.text == "lehnt").lemma_ == "ablehnen"
    assert {token.pos_ for token in doc if token.is_space} == {"SPACE"}


def test_an_empty_text_is_an_empty_document() -> None:
    assert len(analyse(load("de"), "")) == 0
