"""What a person decides about actors in a file of their own, and finds again in every graph that is built with it."""

from pathlib import Path

import pytest
from rdflib import Dataset

import kg
from kg.assemble.actors import actor_iri
from kg.errors import VocabularyError
from kg.model import Document, Party
from kg.vocabulary import load_vocabulary

PREFIXES = """
@prefix pos: <https://w3id.org/diplokg/positions#> .
@prefix actor: <https://w3id.org/diplokg/actor/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
ACTOR = "https://w3id.org/diplokg/actor/"
HOLDERS = (
    "SELECT DISTINCT ?actor ?name { [] pos:holder ?actor . ?actor skos:prefLabel ?name FILTER(LANG(?name) = 'de') }"
)
RUSSIA = "Russland lehnt die Stationierung von Truppen in der Ukraine ab."
LEADER = "Der Präsident Wladimir Putin lehnt die Stationierung von Truppen in der Ukraine ab."
UNKNOWN = "Der Politiker Bernd Brinkhuus lehnt die Stationierung von Truppen in der Ukraine ab."
NODE = actor_iri(Party("Bernd Brinkhuus", "person"))
PERSON = "actor:brinkhuus a pos:Person ; skos:prefLabel"

# the own file, the article, the beginning of the holder's IRI, its name
DECISIONS = [
    ("", RUSSIA, "russia", "Russland"),
    ('actor:realm a pos:State ; skos:prefLabel "Reich"@de ; skos:altLabel "Russland"@de .', RUSSIA, "realm", "Reich"),
    ("actor:russia owl:sameAs actor:ukraine .", RUSSIA, "ukraine", "Ukraine"),
    ("actor:russia owl:sameAs actor:china . actor:china owl:sameAs actor:ukraine .", RUSSIA, "ukraine", "Ukraine"),
    ('actor:russia skos:prefLabel "Russische Föderation"@de .', RUSSIA, "russia", "Russische Föderation"),
    ("", LEADER, "wladimir-putin", "Wladimir Putin"),
    ('actor:wladimir-putin pos:notName "Wladimir Putin"@de .', LEADER, "x-wladimir-putin-", "Wladimir Putin"),
    ("", UNKNOWN, "x-bernd-brinkhuus-", "Bernd Brinkhuus"),
    (f'{PERSON} "B. B."@de ; skos:altLabel "Bernd Brinkhuus"@de .', UNKNOWN, "brinkhuus", "B. B."),
    (f'{PERSON} "B. B."@de . <{NODE}> owl:sameAs actor:brinkhuus .', UNKNOWN, "brinkhuus", "B. B."),
]
FAULTS = [
    ("actor:russia owl:sameAs <http://www.wikidata.org/entity/Q159> .", "russia: owl:sameAs must lead to one actor"),
    (
        "actor:russia owl:sameAs actor:china . actor:china owl:sameAs actor:russia .",
        "owl:sameAs must lead to one actor",
    ),
    ("actor:russia owl:sameAs actor:china , actor:ukraine .", "owl:sameAs must lead to one actor that stays"),
    ('actor:rusia pos:notName "Moskau"@de .', "rusia: has pos:notName and is no actor"),
]


def own(folder: Path, turtle: str) -> Path:
    path = folder / "own.ttl"
    path.write_text(PREFIXES + turtle, "utf-8")
    return path


def built(text: str, *actors: Path) -> Dataset:
    return kg.build(kg.extract([Document(text, "probe", language="de")], actors=actors))


@pytest.mark.parametrize(("turtle", "text", "iri", "name"), DECISIONS)
def test_the_holder_is_who_the_own_file_says(tmp_path: Path, turtle: str, text: str, iri: str, name: str) -> None:
    graph = built(text, own(tmp_path, turtle))
    ((actor, called),) = kg.query(graph, HOLDERS).rows
    assert called == name
    assert actor is not None
    assert actor.removeprefix(ACTOR).startswith(iri)
    assert graph.serialize() == built(text, own(tmp_path, turtle)).serialize()


def test_the_old_name_of_a_renamed_actor_still_finds_it(tmp_path: Path) -> None:
    graph = built(RUSSIA, own(tmp_path, 'actor:russia skos:prefLabel "Russische Föderation"@de .'))
    assert kg.query(graph, "positions-of", actor="Russland").rows
    assert kg.query(graph, 'ASK { actor:russia skos:altLabel "Russland"@de }').rows == (("true",),)


def test_a_link_to_elsewhere_is_in_the_graph(tmp_path: Path) -> None:
    graph = built(RUSSIA, own(tmp_path, "actor:russia skos:exactMatch <https://example.org/ru> ."))
    assert kg.query(graph, "ASK { actor:russia skos:exactMatch <https://example.org/ru> }").rows == (("true",),)


def test_what_belonged_to_a_merged_actor_belongs_to_the_whole(tmp_path: Path) -> None:
    actors = load_vocabulary(own(tmp_path, "actor:russia owl:sameAs actor:ukraine .")).actors
    assert ACTOR + "russia" not in actors
    assert {("de", "Moskau"), ("de", "Kiew")} <= set(actors[ACTOR + "ukraine"].metonyms)
    assert {office.organisation for office in actors[ACTOR + "wladimir-putin"].offices} >= {ACTOR + "ukraine"}
    assert not [one.iri for one in actors.values() if one.part_of == ACTOR + "russia"]


@pytest.mark.parametrize(("turtle", "message"), FAULTS)
def test_a_decision_that_decides_nothing_is_refused(tmp_path: Path, turtle: str, message: str) -> None:
    with pytest.raises(VocabularyError, match=message):
        load_vocabulary(own(tmp_path, turtle))


def test_the_offices_of_a_merged_actor_are_the_other_one_s(tmp_path: Path) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(f"{PREFIXES} actor:russia owl:sameAs actor:ukraine .", "utf-8")
    sides = {role.of_actor for role in load_vocabulary(own).roles.values()}
    assert f"{ACTOR}russia" in {role.of_actor for role in load_vocabulary().roles.values()}
    assert f"{ACTOR}russia" not in sides
    assert f"{ACTOR}ukraine" in sides


def test_a_form_that_is_no_name_is_none_even_as_the_preferred_label(tmp_path: Path) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(f'{PREFIXES} actor:russia pos:notName "Russland"@de .', "utf-8")
    assert ("de", "Russland") not in load_vocabulary(own).actors[f"{ACTOR}russia"].names
