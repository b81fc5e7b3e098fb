"""What a vocabulary holds: the values that `ontologies/` describes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kg.model import Kind

Labels = tuple[tuple[str, str], ...]  # (language, label)


@dataclass(frozen=True)
class Office:
    """A dated office: `role` of `organisation` (a state or an organisation) from `start` to `end` (None: open)."""

    role: str
    organisation: str
    start: date | None = None
    end: date | None = None

    def held_on(self, day: date | None) -> bool:
        return day is None or ((self.start is None or self.start <= day) and (self.end is None or day < self.end))


@dataclass(frozen=True)
class Role:
    """A kind of office: its words in each language (both genders), the relation that it is, and for whom it speaks."""

    iri: str
    relation: str  # minister_of, spokesperson_of …
    labels: Labels
    of_actor: str | None = None  # whose office it always is: »Kremlsprecher« is Russia's
    of_state: bool = True  # »der türkische Journalist« is only from there
    is_sent: bool = False  # »der russische UN-Botschafter« is sent to the UN


@dataclass(frozen=True)
class Actor:
    """An entry of the authority. `adjectives` (»russisch«) name the actor as an attribute only."""

    iri: str
    kind: Kind
    labels: Labels  # preferred, one a language
    names: Labels  # every form that finds it: preferred, alternative and hidden labels, metonyms, demonyms
    alternatives: Labels = ()  # the names of these that are shown beside the preferred ones
    adjectives: Labels = ()
    metonyms: Labels = ()  # capitals and seats: »Moskau« is the state only where it acts
    demonyms: Labels = ()
    part_of: str | None = None  # the state or organisation that it speaks for
    offices: tuple[Office, ...] = ()
    not_names: Labels = ()  # forms that are never linked to it
    matches: tuple[str, ...] = ()  # its IRIs elsewhere

    def label(self, language: str) -> str:
        """The preferred label in the language, else the first there is."""
        return dict(reversed(self.labels)).get(language, self.labels[0][1])


@dataclass(frozen=True)
class Stance:
    """`negated` is the stance that »nicht« makes of it; None: the negation holds no position."""

    iri: str
    name: str
    polarity: str  # favour, against, neither
    negated: str | None
    labels: Labels


@dataclass(frozen=True)
class Cue:
    """A word that evokes a stance, and where its frame looks for holder and target.

    A slot is a UD relation of the cue word (`nsubj obj ccomp xcomp`), a case (`dat`, `gen`), a preposition
    (`für`, also met as »dafür«), or `owner` (whoever speaks), `poss`, `adj`, `head`; several, first come first served.
    `join` means that all target slots that are filled make up the target together.
    """

    iri: str
    language: str
    lemma: str
    pos: str
    stance: str
    holder: tuple[str, ...]
    target: tuple[str, ...]
    support: tuple[str, ...] = ()  # verbs that carry a noun cue: »eine Absage *erteilen*«
    words: tuple[str, ...] = ()  # words that must stand with it: »*in* *Frage* stellen«
    negated: str | None = None  # overrides what the stance says
    reflexive: bool = False
    act: str = ""  # the noun for what is done: »entsenden« is about the *Entsendung* of its object
    join: bool = False


@dataclass(frozen=True)
class WordClass:
    """Words of which the code asks one question. `compounds`: the last part of a compound counts too."""

    iri: str
    name: str  # the local name of the IRI, by which the code asks: acting, summing …
    labels: Labels
    words: Labels = ()
    endings: Labels = ()
    compounds: bool = False

    def names(self, name: str) -> bool:
        """Whether a word of a name, as it is written, belongs to the class in any language."""
        written = {part for word in name.lower().split() for part in (word, word.rpartition("-")[2])}
        endings = tuple(ending.lower() for _, ending in self.endings)
        return not written.isdisjoint(word.lower() for _, word in self.words) or any(
            word.endswith(endings) for word in written
        )


@dataclass(frozen=True)
class Topic:
    """An action or a matter that a target can be taken apart into."""

    iri: str
    kind: str  # action, matter
    labels: Labels
    words: Labels = field(default=())  # every word for it, the labels too
    broader: str | None = None


@dataclass(frozen=True)
class Vocabulary:
    """Everything that `ontologies/` says, by IRI (stances and classes of words by name)."""

    actors: Mapping[str, Actor]
    roles: Mapping[str, Role]
    stances: Mapping[str, Stance]
    cues: tuple[Cue, ...]
    topics: Mapping[str, Topic]
    word_classes: Mapping[str, WordClass] = field(default_factory=dict)
    same: Mapping[str, str] = field(default_factory=dict)  # IRI → the actor that the user says it is
