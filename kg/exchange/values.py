"""What an exchange format can say of a position: plain values, read from a graph or from what a person coded."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Named:
    """An actor or an issue: its IRI, its name in the reader's language, its kind (`state`, `issue` …)."""

    iri: str
    name: str
    kind: str


@dataclass(frozen=True)
class Selection:
    """Words of an article and where they stand; of a long passage `exact` may be the beginning only."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Article:
    """What is known of an article; its text only where the graph holds it."""

    iri: str
    sha256: str = ""
    id: str = ""
    title: str = ""
    published: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    text: str = ""

    @property
    def name(self) -> str:
        return self.title or self.id or self.iri


@dataclass(frozen=True)
class Held:
    """A position with everything that the graph knows of it; what is unknown is empty."""

    iri: str
    holder: Named
    side: Named | None
    stance: str  # a local name: opposes
    polarity: str  # favour, against, neither
    target: Named
    mode: str
    factuality: str
    date: str
    confidence: float
    evidence: tuple[Selection, ...]  # in the order of the article
    cues: tuple[Selection, ...]
    conditions: tuple[Selection, ...]
    via: tuple[Named, ...]  # nearest to the holder first
    rule: tuple[str, ...]
    article: Article
    run: str  # IRI of what found it
    coder: str  # the person who coded it; empty where the program did
    sources: int | None = None  # how many independent ones tell it

    @property
    def sentence(self) -> Selection:
        return self.evidence[0] if self.evidence else Selection("")

    @property
    def cue(self) -> Selection:
        """The first cue within the sentence, else the first."""
        inside = (one for one in self.cues if self.sentence.start <= one.start < max(self.sentence.end, 1))
        return next(inside, self.cues[0] if self.cues else Selection(""))
