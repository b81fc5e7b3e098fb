"""What `ontologies/topics/` promises: labels, grammar, and no word that means two things."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

import pytest

from kg.link.issues.grammar import Grammar, load_grammar
from kg.link.issues.levels import ORDER
from kg.link.issues.words import base
from kg.vocabulary import Topic, load_vocabulary

GENDERS = {"m", "f", "n", "pl"}
TRAITS = {
    "acting", "change", "goods", "mass", "members", "motion", "nocompound", "object", "own", "person", "place", "plain",
    "rule", "soil", "symmetric", "vague", "whole",
}  # fmt: skip


@pytest.fixture(scope="module")
def topics() -> dict[str, Topic]:
    return dict(load_vocabulary().topics)


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return load_grammar()


def words_of(grammar: Grammar, topics: dict[str, Topic], language: str) -> Iterator[tuple[str, str]]:
    """(word, IRI) of every topic and quality."""
    for topic in topics.values():
        yield from ((word, topic.iri) for lang, word in topic.words if lang == language)
    for iri, labels in grammar.qualities.items():
        yield from ((word, iri) for lang, word in labels if lang == language)


def test_there_are_enough_topics(topics: dict[str, Topic]) -> None:
    kinds = [topic.kind for topic in topics.values()]
    assert kinds.count("action") >= 70
    assert kinds.count("matter") >= 200


def test_qualities_have_a_label_in_both_languages(grammar: Grammar) -> None:
    incomplete = [iri for iri, labels in grammar.qualities.items() if not {"de", "en"} <= set(dict(labels))]
    assert incomplete == []


def test_every_topic_has_a_frame(topics: dict[str, Topic], grammar: Grammar) -> None:
    assert [iri for iri, topic in topics.items() if grammar.frames[iri].kind != topic.kind] == []


def test_most_topics_have_a_gender_and_only_known_ones(topics: dict[str, Topic], grammar: Grammar) -> None:
    genders = [grammar.frames[iri].gender for iri, topic in topics.items() if topic.kind != "quality"]
    assert {gender for gender in genders if gender} == GENDERS
    assert genders.count(None) < 20  # »Nord Stream«, »Hartz IV«: names without an article


def test_traits_are_known(grammar: Grammar) -> None:
    assert {trait for frame in grammar.frames.values() for trait in frame.traits} <= TRAITS


def test_roles_are_known(grammar: Grammar) -> None:
    roles = {
        role
        for frame in grammar.frames.values()
        for role in (frame.owner, frame.genitive, frame.object, frame.state, frame.organisation)
    }
    assert roles <= {*ORDER, "unclear", None}


def test_broader_topics_exist_and_lead_to_an_end(topics: dict[str, Topic]) -> None:
    for topic in topics.values():
        seen, broader = {topic.iri}, topic.broader
        while broader is not None:
            assert broader in topics, f"{topic.iri}: {broader} is no topic"
            assert broader not in seen, f"{topic.iri} is broader than itself"
            assert topics[broader].kind == topic.kind
            seen.add(broader)
            broader = topics[broader].broader


def test_topics_that_stand_in_for_others_name_topics(topics: dict[str, Topic], grammar: Grammar) -> None:
    others = {iri for frame in grammar.frames.values() for iri in frame.instead.values()}
    assert others
    assert others <= set(topics)


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_word_names_two_things(topics: dict[str, Topic], grammar: Grammar, language: str) -> None:
    """In any of its forms: »Truppe« and »Truppen« are one word here, "arms" and "arming" too."""
    meanings: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    for text, iri in words_of(grammar, topics, language):
        for key in product(*(base(word.removesuffix("-"), language) for word in text.split())):
            meanings[key][iri] = text
    qualities = set(grammar.qualities)  # a topic's word wins over a quality's
    doubled = [found for found in meanings.values() if len(set(found) - qualities) > 1]
    assert doubled == []


def test_names_that_take_an_article(grammar: Grammar) -> None:
    genders = {iri.rsplit("/", 1)[-1]: gender for iri, gender in grammar.genders.items()}
    expected = {"ukraine": "f", "iran": "m", "united-states": "pl", "turkey": "f", "nato": "f", "european-union": "f"}
    assert expected.items() <= genders.items()
    assert {"russia", "china", "israel"}.isdisjoint(genders)
