"""Each rule of a vocabulary, broken once."""

from dataclasses import replace
from datetime import date

import pytest

from kg.vocabulary import Actor, Office, Role, Stance, Topic, Vocabulary, WordClass
from kg.vocabulary.lint import faults
from tests.vocabulary.made import CUE, LABEL, MINISTER, RURITANIA, STANCES, made

GERMAN = (("de", "x"),)
LATE, EARLY = date(2020, 1, 1), date(2019, 1, 1)


def with_office(office: Office) -> Vocabulary:
    return made(actors=(RURITANIA, Actor("a:p", "person", GERMAN, GERMAN, offices=(office,))))


def with_topic(topic: Topic) -> Vocabulary:
    return replace(made(), topics={topic.iri: topic})


BROKEN = [
    (made(actors=(Actor("a:x", "state", (), ()),)), "a:x: has no skos:prefLabel."),
    (made(actors=(RURITANIA,), roles=(Role("r:x", "minister_of", GERMAN),)), "r:x: has no skos:prefLabel in en."),
    (made(stances=(*STANCES, Stance("s:x", "x", "favour", None, ()))), "s:x: has no skos:prefLabel in de, en."),
    (with_topic(Topic("t:x", "matter", GERMAN)), "t:x: has no skos:prefLabel in en."),
    (
        made(stances=(*STANCES, Stance("s:x", "x", "warm", None, LABEL))),
        "s:x: polarity 'warm' is none of favour, against, neither.",
    ),
    (
        made(stances=(*STANCES, Stance("s:x", "x", "favour", "hates", LABEL))),
        "s:x: its negation 'hates' is no stance.",
    ),
    (made(cues=(replace(CUE, stance="hates"),)), "c:1: 'hates' is no stance."),
    (made(cues=(replace(CUE, negated="hates"),)), "c:1: 'hates' is no stance."),
    (
        made(cues=(replace(CUE, target=()),)),
        "c:1: a cue needs pos:lemma with a language, pos:pos, pos:evokes and pos:target.",
    ),
    (made(cues=(CUE, replace(CUE, iri="c:2"))), "cue 'ablehnen' (de, VERB): stands 2 times."),
    (made(actors=(replace(RURITANIA, part_of="a:none"),)), "a:ruritania: pos:partOf a:none is no actor."),
    (with_office(Office("r:none", "a:ruritania")), "a:p: 'r:none' is no role."),
    (with_office(Office("r:minister", "a:none")), "a:p: 'a:none' is no actor."),
    (
        with_office(Office("r:minister", "a:ruritania", LATE, EARLY)),
        "a:p: an office ends on 2019-01-01, before it starts on 2020-01-01.",
    ),
    (made(words=(WordClass("w:x", "x", GERMAN, words=GERMAN),)), "w:x: has no skos:prefLabel in en."),
    (made(words=(WordClass("w:x", "x", LABEL),)), "w:x: has neither pos:word nor pos:ending."),
    (
        made(words=(WordClass("w:x", "x", LABEL, words=(("", "Rat"),)),)),
        "w:x: 'Rat' has no language; write 'Rat'@de.",
    ),
]


@pytest.fixture
def sound() -> Vocabulary:
    return made(roles=(replace(MINISTER, labels=LABEL), Role("r:speaker", "spokesperson_of", LABEL)))


def test_a_sound_vocabulary_has_no_faults(sound: Vocabulary) -> None:
    assert list(faults(sound)) == []


@pytest.mark.parametrize(("vocabulary", "fault"), BROKEN, ids=[fault for _, fault in BROKEN])
def test_a_broken_rule_is_named(vocabulary: Vocabulary, fault: str) -> None:
    assert fault in list(faults(vocabulary))
