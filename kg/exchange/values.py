"""What an exchange format can say of a position: plain values, read from a graph or from what a person coded."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Named:
    """An actor or an issue: its IRI, its name in the reader's language, its kind (`state`, `issue` …).

    `labels` are its preferred names with their languages, `matches` its IRIs elsewhere.
    """

    iri: str
    name: str
    kind: str
    labels: tuple[tuple[str, str], ...] = ()
    matches: tuple[str, ...] = ()


@dataclass(frozen=True)
class Selection:
    """Words of an article and where they stand; of a long passage `exact` may be the beginning only."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    end: int = 0
    iri: str = ""


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
    stance_name: str  # in the reader's language: lehnt ab
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
    coder: str  # the person who coded it, and the IRI; empty where the program did
    agent: str = ""
    sources: int | None = None  # how many independent ones tell it

    @property
    def claim(self) -> str:
        """In one line: »Russland – lehnt ab – Nato-Truppen in der Ukraine«."""
        return f"{self.holder.name} – {self.stance_name} – {self.target.name}"

    @property
    def certainty(self) -> str:
        """The confidence as XSD writes a decimal, which has no exponent."""
        return f"{Decimal(str(self.confidence)).normalize():f}"

    @property
    def is_plain(self) -> bool:
        """Whether a plain triple follows from it: it is no guess, and held without a condition."""
        return self.factuality != "speculative" and not self.conditions

    @property
    def sentence(self) -> Selection:
        return self.evidence[0] if self.evidence else Selection("")

    @property
    def cue(self) -> Selection:
        """The first cue within the sentence, else the first."""
        inside = (one for one in self.cues if self.sentence.start <= one.start < max(self.sentence.end, 1))
        return next(inside, self.cues[0] if self.cues else Selection(""))
