"""A vocabulary as plain data and back: lists of texts and numbers, which can be read without running anything."""

import json
from dataclasses import is_dataclass
from datetime import date
from itertools import chain
from sys import intern
from typing import Any

from kg.vocabulary.entries import Actor, Cue, Labels, Office, Role, Stance, Topic, Vocabulary, WordClass

Row = list[Any]  # the fields of an entry in their order


def written(vocabulary: Vocabulary) -> bytes:
    """The vocabulary as JSON: a list for each kind of entry, and in it one for each entry."""
    mappings = (vocabulary.actors, vocabulary.roles, vocabulary.stances, vocabulary.topics, vocabulary.word_classes)
    kinds = [*(list(mapping.values()) for mapping in mappings), vocabulary.cues]
    return json.dumps(kinds, default=row, ensure_ascii=False, separators=(",", ":")).encode()


def row(value: object) -> Row | str:
    if isinstance(value, date):
        return value.isoformat()
    assert is_dataclass(value)
    return [flat(field) for field in vars(value).values()]


def flat(value: object) -> object:
    """Labels as language, text, language, text …: fewer lists, which are what reading takes its time for."""
    if isinstance(value, tuple) and value and isinstance(value[0], tuple):
        return list(chain.from_iterable(value))
    return value


def restored(text: bytes) -> Vocabulary:
    """The vocabulary that was written so."""
    actors, roles, stances, topics, word_classes, cues = json.loads(text)
    return Vocabulary(
        actors={entry.iri: entry for entry in map(actor, actors)},
        roles={entry.iri: entry for entry in map(role, roles)},
        stances={entry.name: entry for entry in map(stance, stances)},
        topics={entry.iri: entry for entry in map(topic, topics)},
        word_classes={entry.name: entry for entry in map(word_class, word_classes)},
        cues=tuple(map(cue, cues)),
    )


def pairs(labels: list[str]) -> Labels:
    return tuple(zip(map(intern, labels[::2]), labels[1::2], strict=True))


def actor(fields: Row) -> Actor:
    iri, kind, *labels, part_of, offices, others, matches = fields
    named, found, shown, adjectives, metonyms, demonyms = map(pairs, labels)
    every = tuple(map(office, offices))
    known = (named, found, shown, adjectives, metonyms, demonyms)
    return Actor(iri, kind, *known, part_of, every, pairs(others), tuple(matches))


def office(fields: Row) -> Office:
    role, organisation, *days = fields
    return Office(role, organisation, *(date.fromisoformat(day) if day else None for day in days))


def role(fields: Row) -> Role:
    iri, relation, labels, *rest = fields
    return Role(iri, relation, pairs(labels), *rest)


def stance(fields: Row) -> Stance:
    iri, name, polarity, negated, labels = fields
    return Stance(iri, name, polarity, negated, pairs(labels))


def topic(fields: Row) -> Topic:
    iri, kind, labels, words, broader = fields
    return Topic(iri, kind, pairs(labels), pairs(words), broader)


def word_class(fields: Row) -> WordClass:
    iri, name, labels, words, endings, compounds = fields
    return WordClass(iri, name, pairs(labels), pairs(words), pairs(endings), compounds)


def cue(fields: Row) -> Cue:
    values: Row = [tuple(field) if isinstance(field, list) else field for field in fields]
    return Cue(*values)
