"""From Turtle to a `Vocabulary`."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from rdflib import SKOS

from kg.errors import VocabularyError
from kg.model import Kind
from kg.namespaces import ORG, SCHEMA
from kg.vocabulary.cache import remembered
from kg.vocabulary.doubles import doubles
from kg.vocabulary.entries import Actor, Cue, Labels, Office, Role, Stance, Topic, Vocabulary, WordClass
from kg.vocabulary.graph import ALTERNATIVE, BROADER, HIDDEN, PREFERRED, Graph, named, pos
from kg.vocabulary.lint import faults
from kg.vocabulary.own import decided
from kg.vocabulary.sources import Source, sources, under

T = TypeVar("T")
MATCH = str(SKOS.exactMatch)
KINDS: dict[str, Kind] = {
    "State": "state", "Organisation": "organisation", "Person": "person", "Medium": "medium", "Group": "group",
}  # fmt: skip
# Where a cue looks for its holder if it does not say.
SUBJECT = {"VERB": ("nsubj",), "AUX": ("nsubj",), "ADJ": ("nsubj",)}
HOLDERS = {
    "de": {**SUBJECT, "NOUN": ("poss", "gen", "von", "adj")},
    "en": {**SUBJECT, "NOUN": ("poss", "by", "from", "among", "adj")},
}


def ontologies() -> Path:
    """Where the ontologies lie: beside the package in a checkout, inside it in an installed wheel."""
    package = Path(__file__).parents[1]
    inside = package / "ontologies"
    return inside if inside.is_dir() else package.parent / "ontologies"


@lru_cache(maxsize=4)
def load_vocabulary(*more: Path) -> Vocabulary:
    """The shipped vocabulary, and Turtle files or folders of the user's own beside it.

    Raises `VocabularyError` with every broken rule, one a line.
    """
    found = sources([ontologies(), *more])
    with uncollected():
        vocabulary = remembered(found, ontologies(), lambda: read(found))
    return decided(vocabulary, Graph(under(more, found))) if more else vocabulary


def read(found: list[Source]) -> Vocabulary:
    graph = Graph(found)
    vocabulary = Vocabulary(
        actors={actor.iri: actor for actor in read_actors(graph)},
        roles={role.iri: role for role in read_roles(graph)},
        stances={stance.name: stance for stance in read_stances(graph)},
        cues=tuple(read_cues(graph)),
        topics={topic.iri: topic for topic in read_topics(graph)},
        word_classes={found.name: found for found in read_word_classes(graph)},
    )
    if broken := [*doubles(graph, ontologies()), *faults(vocabulary)]:
        raise VocabularyError("ontologies: " + "\n".join(broken))
    return vocabulary


@contextmanager
def uncollected() -> Iterator[None]:
    """All that is made here stays, and to search it for garbage meanwhile takes as long as to make it."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def read_actors(graph: Graph) -> Iterator[Actor]:
    for name, kind in KINDS.items():
        for iri in graph.of_type(name):
            labels = graph.labels(iri)
            adjectives, metonyms, demonyms = (
                tuple(graph.labels(iri, pos(part))) for part in ("adjective", "metonym", "demonym")
            )
            alternatives, hidden = (graph.labels(iri, name) for name in (ALTERNATIVE, HIDDEN))
            every, others = [*labels, *alternatives, *hidden, *metonyms, *demonyms], graph.labels(iri, pos("notName"))
            yield Actor(
                iri=iri,
                kind=kind,
                labels=tuple(labels),
                names=tuple(name for name in dict.fromkeys(every) if name not in others),
                alternatives=tuple(alternatives),
                adjectives=adjectives,
                metonyms=metonyms,
                demonyms=demonyms,
                part_of=first(graph.resources(iri, pos("partOf"))),
                offices=tuple(office(graph, node) for node in graph.resources(iri, named(ORG, "hasMembership"))),
                not_names=tuple(others),
                matches=tuple(graph.resources(iri, MATCH)),
            )


def office(graph: Graph, node: str) -> Office:
    def day(name: str) -> date | None:
        text = first(graph.texts(node, named(SCHEMA, name)))
        return date.fromisoformat(text) if text else None

    role, organisation = (first(graph.resources(node, named(ORG, name))) or "" for name in ("role", "organization"))
    return Office(role, organisation, day("startDate"), day("endDate"))


def read_roles(graph: Graph) -> Iterator[Role]:
    for iri in graph.of_type("Role"):
        relation, actor = first(graph.texts(iri, pos("relation"))), first(graph.resources(iri, pos("ofActor")))
        of_state, is_sent = (first(graph.texts(iri, pos(name))) for name in ("ofState", "isSent"))
        yield Role(iri, relation or "", words(graph, iri), actor, of_state != "false", is_sent == "true")


def read_stances(graph: Graph) -> Iterator[Stance]:
    for iri in graph.of_type("Stance"):
        polarity, negated = (first(graph.resources(iri, pos(name))) for name in ("polarity", "negated"))
        yield Stance(iri, local(iri), local(polarity or ""), local(negated) if negated else None,
                     tuple(graph.labels(iri)))  # fmt: skip


def read_cues(graph: Graph) -> Iterator[Cue]:
    for iri in graph.of_type("Cue"):

        def text(name: str, iri: str = iri) -> str:
            return first(graph.texts(iri, pos(name))) or ""

        language, lemma = first(graph.labels(iri, pos("lemma"))) or ("", "")
        negated = first(graph.resources(iri, pos("negated")))
        yield Cue(
            iri=iri,
            language=language,
            lemma=lemma,
            pos=text("pos"),
            stance=local(first(graph.resources(iri, pos("evokes"))) or ""),
            holder=graph.listed(iri, pos("holder")) or HOLDERS.get(language, SUBJECT).get(text("pos"), ()),
            target=graph.listed(iri, pos("target")),
            support=graph.listed(iri, pos("support")),
            words=graph.listed(iri, pos("words")),
            negated=local(negated) if negated else None,
            reflexive=text("reflexive") == "true",
            join=text("join") == "true",
            act=text("act"),
        )


def read_topics(graph: Graph) -> Iterator[Topic]:
    for kind in ("Action", "Matter", "Quality"):
        for iri in graph.of_type(kind):
            yield Topic(iri, kind.lower(), tuple(graph.labels(iri)), words(graph, iri),
                        first(graph.resources(iri, BROADER)))  # fmt: skip


def read_word_classes(graph: Graph) -> Iterator[WordClass]:
    for iri in graph.of_type("WordClass"):
        words, endings = (tuple(graph.labels(iri, pos(name))) for name in ("word", "ending"))
        compounds = first(graph.texts(iri, pos("compounds"))) == "true"
        yield WordClass(iri, local(iri), tuple(graph.labels(iri)), words, endings, compounds)


def words(graph: Graph, iri: str) -> Labels:
    """Preferred, alternative and hidden labels."""
    return tuple(
        pair
        for name in (PREFERRED, ALTERNATIVE, HIDDEN)
        for pair in graph.labels(iri, name)
    )  # fmt: skip


def local(iri: str) -> str:
    """The part of an IRI after the last `#` or `/`."""
    return iri.replace("#", "/").rsplit("/", 1)[-1]


def first(items: list[T]) -> T | None:
    return items[0] if items else None
