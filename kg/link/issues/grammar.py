"""What `ontologies/topics/` says of the grammar of issues: frames of topics, prepositions, small words, articles."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from kg.link.issues.senses import Sort
from kg.namespaces import POS
from kg.vocabulary import Labels
from kg.vocabulary.graph import Graph
from kg.vocabulary.load import first, local, ontologies, words
from kg.vocabulary.sources import sources

ROLE_WORDS = ("to", "against", "from", "in", "with", "by", "object")
LISTS: dict[str, Sort] = {
    "articles": "article",
    "fillers": "filler",
    "conjunctions": "conjunction",
    "possessives": "possessive",
    "leading": "leading",
}
INSTEAD = {"goods": "asGoods", "action": "asAction", "members": "asMembers"}


@dataclass(frozen=True)
class Frame:
    """How actors and other topics attach to a topic; `ontologies/topics/words.ttl` explains each property."""

    kind: str  # action, matter, quality
    labels: Labels = ()
    gender: str | None = None
    traits: frozenset[str] = frozenset()
    owner: str = "by"
    genitive: str | None = None
    object: str | None = None
    state: str | None = None
    organisation: str | None = None
    words: Mapping[tuple[str, str], str] = field(default_factory=dict)  # (language, preposition) → role
    instead: Mapping[str, str] = field(default_factory=dict)  # trait of what follows → topic

    def label(self, language: str) -> str:
        return dict(reversed(self.labels)).get(language, self.labels[0][1])

    def word(self, role: str, language: str) -> str | None:
        """The preposition that stands for a role after this topic, the first one named."""
        return next((w for (lang, w), r in self.words.items() if (lang, r) == (language, role)), None)


@dataclass(frozen=True)
class Grammar:
    """Topics and qualities by IRI; small words as (language, word)."""

    frames: Mapping[str, Frame]
    qualities: Mapping[str, Labels]  # every word for a quality, the preferred first
    genders: Mapping[str, str]  # of actors whose German name takes an article
    articles: Mapping[str, str]  # of actors whose English name takes one
    prepositions: Mapping[tuple[str, str], str]
    contractions: Mapping[tuple[str, str], str]
    small_words: Mapping[tuple[str, str], Sort]

    def word(self, topics: Iterable[str], role: str, language: str) -> str | None:
        """The preposition that one of the topics names for a role."""
        return next((word for topic in topics if (word := self.frames[topic].word(role, language))), None)


@lru_cache(maxsize=4)
def load_grammar(*more: Path) -> Grammar:
    """The shipped grammar, and that of the user's own Turtle files beside it."""
    graph = Graph(sources([ontologies() / "topics", *more]))
    qualities = {iri: words(graph, iri) for iri in graph.of_type("Quality")}
    return Grammar(
        frames={
            iri: frame(graph, iri, kind) for kind in ("Action", "Matter", "Quality") for iri in graph.of_type(kind)
        },
        qualities=qualities,
        genders=dict(articles(graph, "gender")),
        articles=dict(articles(graph, "article")),
        prepositions=dict(prepositions(graph)),
        contractions=dict(contractions(graph)),
        small_words=dict(small_words(graph)),
    )


def frame(graph: Graph, iri: str, kind: str) -> Frame:
    def role(name: str) -> str | None:
        found = first(graph.resources(iri, str(POS[f"{name}Role"])))
        return local(found) if found else None

    return Frame(
        kind=kind.lower(),
        labels=tuple(graph.labels(iri)),
        gender=first(graph.texts(iri, str(POS.gender))),
        traits=frozenset(graph.texts(iri, str(POS.trait))),
        owner=role("owner") or "by",
        genitive=role("genitive"),
        object=role("object"),
        state=role("state"),
        organisation=role("organisation"),
        words={pair: name for name in ROLE_WORDS for pair in graph.labels(iri, str(POS[f"{name}Word"]))},
        instead={
            trait: found for trait, name in INSTEAD.items() if (found := first(graph.resources(iri, str(POS[name]))))
        },
    )


def articles(graph: Graph, name: str) -> Iterator[tuple[str, str]]:
    """(actor, text) of `pos:gender` or `pos:article`."""
    for actor in graph.of_type("NameWithArticle"):
        if found := first(graph.texts(actor, str(POS[name]))):
            yield actor, found


def prepositions(graph: Graph) -> Iterator[tuple[tuple[str, str], str]]:
    for iri in graph.of_type("FacetRole"):
        for pair in words(graph, iri):
            yield pair, local(iri)


def contractions(graph: Graph) -> Iterator[tuple[tuple[str, str], str]]:
    for language, text in graph.labels(str(POS.contractions), str(POS.contraction)):
        short, _, full = text.partition(" = ")
        yield (language, short), full


def small_words(graph: Graph) -> Iterator[tuple[tuple[str, str], Sort]]:
    for name, kind in LISTS.items():
        for pair in graph.labels(str(POS[name]), str(POS.word)):
            yield pair, kind
