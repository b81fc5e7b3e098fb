"""The rules that a vocabulary keeps; each fault is one sentence that names the entry."""

from collections import Counter
from collections.abc import Iterator

from kg.vocabulary.entries import Vocabulary

LANGUAGES = ("de", "en")
POLARITIES = ("favour", "against", "neither")


def faults(vocabulary: Vocabulary) -> Iterator[str]:
    """Every broken rule."""
    yield from label_faults(vocabulary)
    yield from stance_faults(vocabulary)
    yield from cue_faults(vocabulary)
    yield from actor_faults(vocabulary)
    yield from word_class_faults(vocabulary)


def label_faults(vocabulary: Vocabulary) -> Iterator[str]:
    """Actors need one label in some language; what a graph shows in words needs German and English."""
    for actor in vocabulary.actors.values():
        if not actor.labels:
            yield f"{actor.iri}: has no skos:prefLabel."
    labelled = [
        *((role.iri, role.labels) for role in vocabulary.roles.values()),
        *((stance.iri, stance.labels) for stance in vocabulary.stances.values()),
        *((topic.iri, topic.labels) for topic in vocabulary.topics.values()),
        *((words.iri, words.labels) for words in vocabulary.word_classes.values()),
    ]
    for iri, labels in labelled:
        if missing := [language for language in LANGUAGES if language not in dict(labels)]:
            yield f"{iri}: has no skos:prefLabel in {', '.join(missing)}."


def stance_faults(vocabulary: Vocabulary) -> Iterator[str]:
    for stance in vocabulary.stances.values():
        if stance.polarity not in POLARITIES:
            yield f"{stance.iri}: polarity {stance.polarity!r} is none of {', '.join(POLARITIES)}."
        if stance.negated is not None and stance.negated not in vocabulary.stances:
            yield f"{stance.iri}: its negation {stance.negated!r} is no stance."


def cue_faults(vocabulary: Vocabulary) -> Iterator[str]:
    for cue in vocabulary.cues:
        for name in filter(None, (cue.stance, cue.negated)):
            if name not in vocabulary.stances:
                yield f"{cue.iri}: {name!r} is no stance."
        if not (cue.lemma and cue.language and cue.pos and cue.target and cue.holder):
            yield f"{cue.iri}: a cue needs pos:lemma with a language, pos:pos, pos:evokes and pos:target."
    seen = Counter(
        (cue.language, cue.lemma, cue.pos, cue.target, cue.support, cue.words, cue.reflexive) for cue in vocabulary.cues
    )
    for (language, lemma, pos, *_), count in seen.items():
        if count > 1:
            yield f"cue {lemma!r} ({language}, {pos}): stands {count} times."


def actor_faults(vocabulary: Vocabulary) -> Iterator[str]:
    for actor in vocabulary.actors.values():
        if actor.part_of is not None and actor.part_of not in vocabulary.actors:
            yield f"{actor.iri}: pos:partOf {actor.part_of} is no actor."
        for office in actor.offices:
            if office.role not in vocabulary.roles:
                yield f"{actor.iri}: {office.role!r} is no role."
            if office.organisation not in vocabulary.actors:
                yield f"{actor.iri}: {office.organisation!r} is no actor."
            if office.start and office.end and office.start >= office.end:
                yield f"{actor.iri}: an office ends on {office.end}, before it starts on {office.start}."


def word_class_faults(vocabulary: Vocabulary) -> Iterator[str]:
    for words in vocabulary.word_classes.values():
        if not (words.words or words.endings):
            yield f"{words.iri}: has neither pos:word nor pos:ending."
        for language, word in words.words + words.endings:
            if not language:
                yield f"{words.iri}: {word!r} has no language; write {word!r}@de."
