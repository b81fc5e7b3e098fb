"""The values that travel down the pipeline. Character offsets always count into `Document.text`."""

import hashlib
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal

from kg.namespaces import DOCUMENT

Mode = Literal["direct", "indirect", "narrated"]
Factuality = Literal["asserted", "reported", "speculative"]
# Positions that are less sure are left out unless asked for: among them more are wrong than right
# (`python -m kg.score.figures ../shared/gold/real-dev` shows it). From 0.46 on, three of five German ones are right.
DOUBTFUL = 0.46

Kind = Literal["state", "organisation", "person", "medium", "group", "place"]


@dataclass(frozen=True)
class Document:
    """One article. `id` is the file stem; the IRI comes from the content, so the same article is the same node."""

    text: str
    id: str
    source: str = ""  # path or URL that it was read from
    language: str | None = None
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    known: str | None = None  # its hash, where only parts of its text are there

    @cached_property  # each passage names its document: a long text would be hashed thousands of times
    def sha256(self) -> str:
        """The hash of title, text and what is known of the publication, in hexadecimal."""
        if self.known:
            return self.known
        parts = (self.title, self.text, self.published, self.publisher, self.url)
        return hashlib.sha256("\x1f".join(str(part or "") for part in parts).encode()).hexdigest()

    @cached_property
    def iri(self) -> str:
        return str(DOCUMENT[self.sha256[:24]])


@dataclass(frozen=True)
class Passage:
    """A stretch of a document, `start` inclusive, `end` exclusive, in characters."""

    document: Document = field(repr=False)
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.document.text[self.start : self.end]


@dataclass(frozen=True)
class Party:
    """An actor as the text names it. `iri` is set when the authority knows it; `names` are all labels known."""

    name: str
    kind: Kind
    iri: str | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mention:
    """Where a text names an actor; the name survives when linking fails (then `party.iri` is None)."""

    passage: Passage
    party: Party


@dataclass(frozen=True)
class Relation:
    """`subject` is `predicate` (spokesperson_of, minister_of, agency_of …) `object`."""

    subject: Party
    predicate: str
    object: Party
    evidence: Passage


@dataclass(frozen=True)
class Facet:
    """One part of an issue: `role` is action, matter, by, in, to, with or led-by; `iri` a topic or an actor."""

    role: str
    iri: str


@dataclass(frozen=True)
class Issue:
    """What a position is about. `facets` is empty when the phrase could not be taken apart."""

    iri: str
    name: str  # the phrase as the text has it, clear by itself
    labels: tuple[tuple[str, str], ...] = ()  # (language, composed label)
    facets: tuple[Facet, ...] = ()


@dataclass(frozen=True)
class Hop:
    """One link of the chain through which a position is known: a medium, an agency, a speaker, unnamed sources."""

    party: Party
    cue: Passage | None = None


@dataclass(frozen=True)
class Position:
    """Who holds what on which issue; the fields of the annotation guideline."""

    holder: Party
    side: Party | None
    stance: str  # a local name of `ontologies/stances.ttl`: opposes, open-to …
    target: Issue
    via: tuple[Hop, ...]  # nearest to the holder first
    mode: Mode
    factuality: Factuality
    date: date | None
    evidence: Passage  # the sentence that proves it
    cue: Passage
    confidence: float  # 0 to 1
    rule: tuple[str, ...]  # the steps from the cue to the stance, for `kg explain`
    condition: Passage | None = None
    earlier: bool = False  # told looking back (»hatte abgelehnt«): said before the day of the document


@dataclass(frozen=True)
class Extraction:
    """Everything found in one document, and the user's own Turtle files that it was found with."""

    document: Document
    positions: tuple[Position, ...] = ()
    mentions: tuple[Mention, ...] = ()
    relations: tuple[Relation, ...] = ()
    actors: tuple[Path, ...] = ()
