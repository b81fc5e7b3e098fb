"""Where a gold text names an actor that the authority holds: what `kg.score.linking` expects to be linked."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kg.link.known import key
from kg.link.offices import UNIQUE, is_of
from kg.model import Document
from kg.vocabulary import Actor, Labels, Role, Vocabulary

FITTING = {  # type in the gold → kinds of the authority
    "person": {"person"},
    "state": {"state"},
    "organisation": {"organisation", "medium", "group"},
    "group": {"group", "organisation"},
}
WORD = re.compile(r"[\w'’.&/-]+")
# The first words of a description in the languages that we read; possessives with their endings.
POINTING = re.compile(
    r"de[rsmn]|die|das|eine?[rsmn]?|(sein|ihr|unser)(e[rsmn]?)?|the|an?|his|her|its|their", re.IGNORECASE
)
INFLECTION = ("", "s", "es", "n", "en", "e")  # in which a noun may differ from the words of the vocabulary
GENITIVE = {"de": "s?"}
NOUNS = ("acting", "body")  # classes of words that describe an actor and name none

GoldActor = Mapping[str, Any]


@dataclass(frozen=True)
class Expected:
    """A mention of a held actor: the characters of its name, and the entry that they ought to lead to."""

    start: int
    end: int
    iri: str


class Authority:
    """The entries of the vocabulary by their names in one language; capitals and peoples are no names."""

    def __init__(self, vocabulary: Vocabulary, language: str) -> None:
        self.language = language
        self._actors = vocabulary.actors
        self._bearers: dict[str, set[str]] = defaultdict(set)
        for actor in vocabulary.actors.values():
            for name in self._names(actor):
                self._bearers[name].add(actor.iri)
        self._roles = {word.lower(): role for role in vocabulary.roles.values() for word in self._own(role.labels)}
        self._states = {word.lower(): a.iri for a in vocabulary.actors.values() for word in self._own(a.adjectives)}
        classes = [found for name in NOUNS if (found := vocabulary.word_classes.get(name))]
        self._nouns = tuple(word.lower() for words in classes for word in self._own(words.words))

    def _own(self, labels: Labels) -> list[str]:
        return [label for language, label in labels if language in (self.language, "")]

    def _names(self, actor: Actor) -> list[str]:
        loose = {*actor.metonyms, *actor.demonyms}
        return self._own(tuple(pair for pair in actor.names if pair not in loose))

    def held(self, gold: GoldActor) -> Actor | None:
        """The one entry that bears the name, else the one that bears the first form which one entry bears."""
        for form in (gold["name"], *gold["same_as"]):
            fitting = [iri for iri in self._bearers.get(form, ()) if self._actors[iri].kind in FITTING[gold["type"]]]
            if len(fitting) == 1:
                return self._actors[fitting[0]]
        return None

    def bears(self, iri: str, text: str) -> bool:
        """Whether a text is a name of an entry, in whatever case."""
        return any(key(name) == key(text) for name in self._names(self._actors[iri]))

    def judged(self, form: str, actor: Actor, day: date | None) -> tuple[int, int] | None:
        """The part of a form that ought to be linked; None for a mere description."""
        if (named := self._name_in(form, actor)) is not None:
            return named
        return (0, len(form)) if self._is_clear(form, actor, day) or not self._describes(form) else None

    def _name_in(self, form: str, actor: Actor) -> tuple[int, int] | None:
        """The longest stretch of words that is a name of the actor, or a person's surname."""
        known = set(self._names(actor))
        known |= {name.split()[-1] for name in known if actor.kind == "person"}
        words = list(WORD.finditer(form))
        stretches = [(words[i].start(), last.end()) for i in range(len(words)) for last in words[i:]]
        fitting = [(i, j) for i, j in stretches if {form[i:j], form[i:j].removesuffix("s")} & known]
        return max(fitting, key=lambda span: span[1] - span[0], default=None)

    def _is_clear(self, form: str, actor: Actor, day: date | None) -> bool:
        """Whether the form is an office with a state that the actor alone holds on the day."""
        role = next((found for word in form.split() if (found := self._role(word))), None)
        states = (self._states.get(stem) for word in form.lower().split() for stem in stems(word))
        state = next((found for found in states if found), role.of_actor if role else None)
        if role is None or state is None or day is None or role.relation not in UNIQUE:
            return False
        holders = [one for one in self._actors.values() if holds(one, role.iri, state, day)]
        return holders == [actor]

    def _role(self, word: str) -> Role | None:
        found = (self._roles.get(stem) for stem in stems(word.lower()))
        return next((role for role in found if role), None)

    def _describes(self, form: str) -> bool:
        """Whether it begins with an article or a possessive, has an office in it, or a common noun for actors.

        The adjectives of a name have capitals: »Kommunistische Partei Chinas« is no mere description.
        """
        words = form.split()
        nouns = [word.rpartition("-")[2].lower() for word in words if not word.islower()]
        if not nouns or POINTING.fullmatch(words[0]) or any(self._role(noun) for noun in nouns):
            return True
        return any(stem.endswith(self._nouns) for stem in stems(nouns[0]))


def stems(word: str) -> Iterator[str]:
    yield from (word.removesuffix(ending) for ending in INFLECTION if word.endswith(ending))


def holds(actor: Actor, role: str, organisation: str, day: date) -> bool:
    return any(is_of(o, (role, organisation)) and o.held_on(day) for o in actor.offices)


def expected(document: Document, actors: Sequence[GoldActor], authority: Authority) -> Iterator[Expected]:
    """The mentions of held actors in the order of the text; a longer form hides those within it, whosever it is."""
    held = [(form, authority.held(gold)) for gold in actors for form in {gold["name"], *gold["same_as"]}]
    forms: dict[str, set[Actor | None]] = defaultdict(set)
    for form, actor in held:
        forms[form].add(actor)
    for place, form in occurrences(document.text, forms, authority.language):
        meant = forms[form]
        actor = next(iter(meant)) if len(meant) == 1 else None
        span = actor and authority.judged(form, actor, document.published)
        if actor and span:
            yield Expected(place + span[0], place + span[1], actor.iri)


def occurrences(text: str, forms: Mapping[str, object], language: str) -> Iterator[tuple[int, str]]:
    """Where which form stands, as whole words, longest first: no part of a compound with a hyphen or a slash."""
    longest = sorted(forms, key=lambda form: (-len(form), form))
    either = "|".join(re.escape(form) for form in longest)
    pattern = rf"(?<![\w/-])({either}){GENITIVE.get(language, '')}(?![\w/-])"
    yield from ((found.start(1), found[1]) for found in re.finditer(pattern, text)) if longest else ()
