"""What a page shows, as plain values."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """An actor or an issue. `kind` is one of `kg.view.contents.KINDS` in lower case, or "unknown"."""

    iri: str
    kind: str
    label: str
    names: tuple[str, ...] = ()  # every label known, in any language: what the search looks through


@dataclass(frozen=True)
class Topic:
    """An issue that is broader than `members`, which positions are on, or is one of them; all by IRI."""

    iri: str
    label: str
    members: tuple[str, ...]


@dataclass(frozen=True)
class Article:
    """Where a position was read. `url` is as the graph has it; `link` repeats it where it is safe to be clicked."""

    headline: str
    publisher: str
    date: str
    url: str
    link: str


# A sentence in pieces, each with what it is: "cue", "quoted" (in quotation marks), "quoted cue" or "".
Sentence = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Shown:
    """A position; actors and the issue by IRI. Unknown texts are empty."""

    iri: str
    holder: str
    side: str
    stance: str
    target: str
    mode: str
    factuality: str
    date: str
    evidence: tuple[Sentence, ...]
    via: tuple[tuple[str, str], ...]  # (party, cue), nearest to the holder first
    condition: str
    confidence: float | None
    article: str
