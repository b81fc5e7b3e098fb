"""Articles and what they tell, written in one line each, and the graph that the project makes of them."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from rdflib import Dataset

from kg.assemble import Run, assemble
from kg.model import Document, Extraction, Factuality, Hop, Issue, Kind, Mode, Party, Passage, Position
from kg.namespaces import ISSUE, POS
from kg.vocabulary import Stance, Vocabulary

STANCES = (
    Stance(str(POS.supports), "supports", "favour", "opposes", (("de", "unterstützt"), ("en", "supports"))),
    Stance(str(POS.opposes), "opposes", "against", None, (("de", "lehnt ab"), ("en", "opposes"))),
    Stance(str(POS.states), "states", "neither", None, (("de", "sagt"), ("en", "states"))),
)
VOCABULARY = Vocabulary(actors={}, roles={}, stances={one.name: one for one in STANCES}, cues=(), topics={})


@dataclass(frozen=True)
class Said:
    """A position as a test writes it: the cue stands in square brackets in the sentence."""

    holder: str
    stance: str
    target: str
    sentence: str = "Das [lehnt] das Land ab."
    side: str = ""
    via: tuple[tuple[str, str], ...] = ()  # party and words of the sentence that tell of it
    mode: Mode = "narrated"
    factuality: Factuality = "asserted"
    day: date | None = None
    confidence: float = 0.9
    condition: str = ""  # words of the sentence


@dataclass(frozen=True)
class Paper:
    """An article as a test writes it; an actor is a state unless `kinds` says otherwise."""

    positions: tuple[Said, ...]
    headline: str = "Streit um den Sund"
    publisher: str = "Nordblatt"
    url: str = "https://nordblatt.example/sund?seite=1&teil=2"
    kinds: dict[str, Kind] = field(default_factory=dict)

    @cached_property  # asked by every position
    def document(self) -> Document:
        text = " ".join(plain(said.sentence) for said in self.positions)
        return Document(text, "sund", "", "de", self.headline, date(2031, 3, 4), self.publisher, self.url)

    def party(self, name: str) -> Party:
        return Party(name, self.kinds.get(name, "state"))


def dataset(*papers: Paper) -> Dataset:
    return assemble(map(extraction, papers), VOCABULARY, Run("1", "test", "0"))


def extraction(paper: Paper) -> Extraction:
    return Extraction(paper.document, tuple(position(paper, said) for said in paper.positions))


def position(paper: Paper, said: Said) -> Position:
    document, sentence = paper.document, plain(said.sentence)
    start, word = document.text.index(sentence), said.sentence.partition("[")[2].partition("]")[0]

    def passage(words: str) -> Passage:
        at = start + sentence.index(words)
        return Passage(document, at, at + len(words))

    return Position(
        holder=paper.party(said.holder),
        side=paper.party(said.side) if said.side else None,
        stance=said.stance,
        target=Issue(str(ISSUE[said.target.encode().hex()]), said.target),
        via=tuple(Hop(paper.party(name), passage(cue) if cue else None) for name, cue in said.via),
        mode=said.mode,
        factuality=said.factuality,
        date=said.day,
        evidence=passage(sentence),
        cue=passage(word),
        confidence=said.confidence,
        rule=(),
        condition=passage(said.condition) if said.condition else None,
    )


def plain(sentence: str) -> str:
    return sentence.replace("[", "").replace("]", "")
