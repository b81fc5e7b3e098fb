"""From Turtle to values."""

import re
from datetime import date
from pathlib import Path

import pytest

from kg.errors import VocabularyError
from kg.vocabulary import load_vocabulary

ASKS = re.compile(r'(?:(?:is_a|has_a|is_called)\([\w.]+, |word_classes\.get\()"([a-z-]+)"\)')
PREFIXES = """
@prefix pos: <https://w3id.org/diplokg/positions#> .
@prefix actor: <https://w3id.org/diplokg/actor/> .
@prefix cue: <https://w3id.org/diplokg/cue/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix role: <https://w3id.org/diplokg/role/> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix word: <https://w3id.org/diplokg/word/> .
"""
OWN = """
actor:ruritania a pos:State ; skos:prefLabel "Ruritanien"@de ; skos:altLabel "Königreich Ruritanien"@de ;
    pos:adjective "ruritanisch"@de ; pos:metonym "Strelsau"@de .
actor:rupert-hentzau a pos:Person ; skos:prefLabel "Rupert Hentzau"@de ;
    org:hasMembership [ org:role role:foreign-minister ; org:organization actor:ruritania ;
        schema:startDate "2020-02-01" ] .
cue:own a pos:Cue ; pos:lemma "verhohnepipeln"@de ; pos:pos "VERB" ;
    pos:evokes pos:opposes ; pos:target ( "obj" "ccomp" ) .
word:acting pos:word "Hofschranze"@de .
"""


def own(folder: Path, turtle: str) -> Path:
    path = folder / "own.ttl"
    path.write_text(PREFIXES + turtle, encoding="utf-8")
    return path


def test_own_files_add_to_what_is_shipped(tmp_path: Path) -> None:
    vocabulary = load_vocabulary(own(tmp_path, OWN))
    state = next(actor for actor in vocabulary.actors.values() if actor.label("de") == "Ruritanien")
    assert [name for _, name in state.names] == ["Ruritanien", "Königreich Ruritanien", "Strelsau"]
    person = next(actor for actor in vocabulary.actors.values() if actor.label("en") == "Rupert Hentzau")
    assert person.offices[0].start == date(2020, 2, 1)
    cue = next(cue for cue in vocabulary.cues if cue.lemma == "verhohnepipeln")
    assert (cue.stance, cue.holder, cue.target) == ("opposes", ("nsubj",), ("obj", "ccomp"))
    assert ("de", "Hofschranze") in vocabulary.word_classes["acting"].words


def test_the_shipped_classes_of_words_are_those_that_the_code_asks_for(root: Path) -> None:
    asked = {name for path in (root / "kg").rglob("*.py") for name in ASKS.findall(path.read_text("utf-8"))}
    assert len(asked) > 10
    assert set(load_vocabulary().word_classes) == asked


@pytest.mark.parametrize(
    ("turtle", "message"),
    [
        ("actor:x a pos:State", "not readable as Turtle"),
        ('cue:x a pos:Cue ; pos:lemma "x"@de ; pos:pos "VERB" ; pos:evokes pos:hates ; pos:target "obj" .', "hates"),
        ("actor:x a pos:State .", "has no skos:prefLabel"),
        ('cue:x pos:lemma "x"@de , "y"@de .', r"cue/x: pos:lemma stands more than once \(.*own\.ttl\)"),
    ],
)
def test_a_broken_file_is_refused_with_what_is_wrong(tmp_path: Path, turtle: str, message: str) -> None:
    with pytest.raises(VocabularyError, match=message):
        load_vocabulary(own(tmp_path, turtle))


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match="no Turtle file"):
        load_vocabulary(tmp_path)
