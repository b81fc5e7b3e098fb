"""The words and names of one language: topics, actors, qualities, prepositions, small words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.link.issues.grammar import Grammar
from kg.link.issues.senses import Sense, Sort
from kg.link.issues.words import base, fold
from kg.vocabulary import Actor, Labels, Vocabulary

ACTING = ("state", "organisation", "group", "person")
SHORT = 2  # letters: US, UK
MIN_NAME = 4  # letters of a name within a solid compound


@dataclass(frozen=True)
class Entry:
    """A label: the keys of its words, what it means, and whether it is written in lower case."""

    words: tuple[frozenset[str], ...]
    sense: Sense
    lower: bool


class Lexicon:
    """Indexes labels by their first word; what is in it is read by `kg.link.issues.reading`."""

    def __init__(self, vocabulary: Vocabulary, grammar: Grammar, language: str) -> None:
        self.language, self.grammar = language, grammar
        self.entries: dict[str, list[Entry]] = defaultdict(list)
        self.names: dict[str, list[tuple[tuple[str, ...], tuple[Sense, ...]]]] = defaultdict(list)
        self.stems: dict[str, set[Sense]] = defaultdict(set)  # parts of compounds
        self.written: set[str] = set()  # labels of topics as they stand in the vocabulary
        self._add_topics(vocabulary)
        self._add_small_words()
        self._add_actors(vocabulary)

    def expanded(self, words: Iterable[str]) -> list[str]:
        """Contractions written out: »zur« is »zu der«."""
        known = self.grammar.contractions
        return [part for word in words for part in known.get((self.language, fold(word)), word).split()]

    def small_word(self, word: str) -> Sort | None:
        """article, filler, conjunction …"""
        return self.grammar.small_words.get((self.language, fold(word)))

    # -- topics and small words

    def _add_topics(self, vocabulary: Vocabulary) -> None:
        for topic in vocabulary.topics.values():
            for word in self._own(topic.words) if topic.kind != "quality" else ():
                self._add(word, Sense("topic", topic.iri))
                self._add_stem(word, Sense("topic", topic.iri))
                self.written.add(fold(word))
        for iri, labels in self.grammar.qualities.items():
            for word in self._own(labels):
                self._add(word, Sense("quality", iri), raw=True)  # »größer« is not »groß«
        for role in vocabulary.roles.values():
            for word in self._own(role.labels):
                self._add(word, Sense("office"))

    def _own(self, labels: Labels) -> Iterator[str]:
        return (word for language, word in labels if language in (self.language, ""))

    def _add(self, text: str, sense: Sense, raw: bool = False) -> None:
        """`raw` words are met only as they are written."""
        parts = [word for word in self.expanded(text.split()) if raw or self.small_word(word) != "article"]
        raw = raw or self.language != "de"  # in English, "good" is not "goods"
        words = tuple(frozenset({fold(word)}) if raw else base(word, self.language) for word in parts)
        entry = Entry(words, sense, self.language != "de" or text[:1].islower())
        for key in words[0] if words and not text.endswith("-") else ():
            if entry not in self.entries[key]:
                self.entries[key].append(entry)

    def _add_stem(self, word: str, sense: Sense) -> None:
        """German nouns of one word are parts of compounds; »Liefer-« is nothing but that."""
        if word[:1].isupper() and " " not in word:
            keys = {fold(word[:-1])} if word.endswith("-") else base(word, self.language)
            for key in keys:
                self.stems[key].add(sense)

    def _add_small_words(self) -> None:
        for word, role in self._prepositions():
            self._add(word, Sense("preposition", role), raw=True)
        for (language, word), kind in self.grammar.small_words.items():
            if language == self.language:
                self._add(word, Sense(kind), raw=kind != "filler")

    def _prepositions(self) -> Iterator[tuple[str, str]]:
        """Those that give a role by themselves, and those that only a topic's frame names."""
        known = {
            word: role for (language, word), role in self.grammar.prepositions.items() if language == self.language
        }
        yield from known.items()
        framed = {word for frame in self.grammar.frames.values() for lang, word in frame.words if lang == self.language}
        yield from ((word, "") for word in sorted(framed - set(known)))

    # -- actors

    def _add_actors(self, vocabulary: Vocabulary) -> None:
        acting = [actor for actor in vocabulary.actors.values() if actor.kind in ACTING]
        states = (actor for actor in acting if actor.kind == "state")
        attributes = {fold(word) for actor in states for word in self._own(actor.adjectives)}
        for actor in acting:
            sense = self._ruled(actor, vocabulary)
            for name in self._names(actor):
                if actor.kind != "organisation" or not self._says_itself(name, attributes):
                    self._add_name(name, actor, sense)
            for adjective in self._own(actor.adjectives):
                self._add(adjective, Sense("adjective", actor.iri))

    def _add_name(self, name: str, actor: Actor, senses: tuple[Sense, ...]) -> None:
        use = use_of(name, actor)
        first, *rest = name.split()
        bare = rest if rest and first.islower() and self.small_word(first) == "article" else [first, *rest]
        words = tuple(part.replace(".", "") for part in bare)  # "the West" must not hide "the West Bank"
        self.names[words[0]].append((words, tuple(replace(sense, use=use) for sense in senses)))
        if actor.kind in ("state", "group") and not use and len(name) >= MIN_NAME and len(senses) == 1:
            self.stems[fold(name)].update(senses)

    def _ruled(self, actor: Actor, vocabulary: Vocabulary) -> tuple[Sense, ...]:
        """A government of the authority (»Bundesregierung«) is read as the government of its state."""
        state = vocabulary.actors.get(actor.part_of or "")
        rule = next((iri for iri, frame in self.grammar.frames.items() if "rule" in frame.traits), None)
        if rule and state and state.kind == "state" and fold(actor.label("en")).endswith(" government"):
            return Sense("actor", state.iri), Sense("topic", rule)
        return (Sense("actor", actor.iri),)

    def _says_itself(self, name: str, attributes: set[str]) -> bool:
        """»Russische Armee«, "US government" need no entry: they are read as what they are of their state."""
        first, _, rest = name.replace("US-", "US ").partition(" ")
        owner = first == "US" or any(key in attributes for key in (fold(first), fold(first)[:-1], fold(first)[:-2]))
        return owner and bool(rest) and fold(rest) in self.written

    def _names(self, actor: Actor) -> Iterator[str]:
        """Names in this language, or all if there is none; no people (»Russen«)."""
        people = {name for _, name in actor.demonyms}
        for name in dict.fromkeys(list(self._own(actor.names)) or [name for _, name in actor.names]):
            if name not in people and not self._is_people(name, actor):
                yield name

    def _is_people(self, name: str, actor: Actor) -> bool:
        """»Sozialdemokraten« are a party in many countries, unless it is what the authority calls the party first."""
        if actor.kind != "organisation" or self.language != "de" or " " in name:
            return False
        label = fold(actor.label("de"))
        return base(name, "de") != {fold(name)} and not any(key in label for key in base(name, "de"))


def use_of(name: str, actor: Actor) -> str:
    if name in {metonym for _, metonym in actor.metonyms}:
        return "seat"
    plain = name.replace(".", "")
    return "short" if actor.kind == "state" and len(plain) == SHORT and plain.isupper() else ""
