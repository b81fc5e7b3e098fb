"""Words and names → what they stand for: topics, actors, qualities, prepositions, small words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from kg.link.issues.compounds import split
from kg.link.issues.grammar import Grammar
from kg.link.issues.words import POSSESSIVE, base, fold, keys
from kg.vocabulary import Actor, Labels, Vocabulary

Sort = Literal[
    "topic", "actor", "adjective", "quality", "preposition", "article", "filler", "conjunction", "possessive",
    "leading", "office",
]  # fmt: skip
ACTING = ("state", "organisation", "group", "person")
PRECEDENCE: tuple[Sort, ...] = (
    "article", "conjunction", "possessive", "preposition", "leading", "filler", "topic", "actor", "adjective",
    "quality", "office",
)  # fmt: skip
SHORT = 2  # letters: US, UK
MAX_COMPOUNDS = 50_000
MIN_NAME = 4  # letters of a name within a solid compound


@dataclass(frozen=True)
class Sense:
    """One meaning: `value` is an IRI, or the role of a preposition."""

    sort: Sort
    value: str = ""
    use: str = ""  # seat: a capital that may stand for its state; short: »US-«, which is as good as an adjective


@dataclass(frozen=True)
class Piece:
    """A word or name of the phrase. `parts` has several senses for a compound, its head last."""

    parts: tuple[Sense, ...]
    form: str  # as written
    verb: bool = False
    genitive: bool = False  # a name with the genitive's s

    @property
    def sort(self) -> Sort:
        return self.parts[-1].sort


@dataclass(frozen=True)
class Entry:
    words: tuple[frozenset[str], ...]
    sense: Sense
    lower: bool  # a verb or an adjective: a German noun is not met by a word in lower case


class Lexicon:
    """The vocabulary of one language, indexed by the first word of each label."""

    def __init__(self, vocabulary: Vocabulary, grammar: Grammar, language: str) -> None:
        self.language = language
        self.grammar = grammar
        self._entries: dict[str, list[Entry]] = defaultdict(list)
        self._names: dict[str, list[tuple[tuple[str, ...], tuple[Sense, ...]]]] = defaultdict(list)
        self._written: set[str] = set()  # labels of topics as they stand in the vocabulary
        self._stems: dict[str, set[Sense]] = defaultdict(set)  # parts of compounds
        self._add_topics(vocabulary)
        self._add_small_words()
        self._compounds: dict[str, Piece | None] = {}
        self._add_actors(vocabulary)
        self._compounds.clear()  # what was read before every name was known

    # -- filling

    def _add_topics(self, vocabulary: Vocabulary) -> None:
        for topic in vocabulary.topics.values():
            for word in self._labels(topic.words):
                self._add(word, Sense("topic", topic.iri))
                self._add_stem(word, Sense("topic", topic.iri))
                self._written.add(fold(word))
        for iri, labels in self.grammar.qualities.items():
            for word in self._labels(labels):
                self._add(word, Sense("quality", iri))
        for role in vocabulary.roles.values():
            for word in self._labels(role.labels):
                self._add(word, Sense("office"))

    def _add_stem(self, word: str, sense: Sense) -> None:
        frame = self.grammar.frames.get(sense.value)
        if word[:1].isupper() and " " not in word and not (frame and "nocompound" in frame.traits):
            bare = word.removesuffix("-")
            for key in {fold(bare)} if word.endswith("-") else base(bare, self.language):
                self._stems[key].add(sense)

    def _add_small_words(self) -> None:
        for (language, word), role in self.grammar.prepositions.items():
            if language == self.language:
                self._add(word, Sense("preposition", role), raw=True)
        for frame in self.grammar.frames.values():
            for (language, word), _ in frame.words.items():
                if language == self.language and (language, word) not in self.grammar.prepositions:
                    self._add(word, Sense("preposition"), raw=True)
        for (language, word), kind in self.grammar.small_words.items():
            if language == self.language:
                self._add(word, Sense(kind), raw=kind != "filler")  # type: ignore[arg-type]

    def _add(self, text: str, sense: Sense, raw: bool = False) -> None:
        parts = [word for word in self.expanded(text.split()) if raw or not self.is_article(word)]
        words = tuple(frozenset({fold(word)}) if raw else base(word, self.language) for word in parts)
        lower = self.language != "de" or text[:1].islower()
        for key in words[0] if words and not text.endswith("-") else ():
            if Entry(words, sense, lower) not in self._entries[key]:
                self._entries[key].append(Entry(words, sense, lower))

    def _add_actors(self, vocabulary: Vocabulary) -> None:
        """States first, since »Russische Armee« and "US government" are read as what they are of their state."""
        acting = [actor for actor in vocabulary.actors.values() if actor.kind in ACTING]
        for actor in sorted(acting, key=lambda actor: actor.kind != "state"):
            senses = self._senses(actor, vocabulary)
            for name in self._names_of(actor):
                if actor.kind == "organisation" and self._says_itself(name):
                    continue
                words = tuple(part.replace(".", "") for part in name.split())
                use = use_of(name, actor)
                self._names[words[0]].append((words, tuple(replace(sense, use=use) for sense in senses)))
                if actor.kind != "person" and not use and len(name) >= MIN_NAME:
                    self._stems[fold(name)].update(senses if len(senses) == 1 else ())
            for adjective in self._labels(actor.adjectives):
                self._add(adjective, Sense("adjective", actor.iri))

    def _senses(self, actor: Actor, vocabulary: Vocabulary) -> tuple[Sense, ...]:
        """A government of the authority is read as »government« of its state."""
        ruled = vocabulary.actors.get(actor.part_of or "")
        rules = (iri for iri, frame in self.grammar.frames.items() if "rule" in frame.traits)
        if ruled and ruled.kind == "state" and fold(actor.label("en")).endswith(" government"):
            return (Sense("actor", ruled.iri), *(Sense("topic", iri) for iri in rules))
        return (Sense("actor", actor.iri),)

    def _says_itself(self, name: str) -> bool:
        pieces = self.read(name.split()) or []
        parts = [part.sort for piece in pieces for part in piece.parts]
        return parts == ["adjective", "topic"] or (parts == ["actor", "topic"] and pieces[0].parts[0].use == "short")

    def _names_of(self, actor: Actor) -> Iterable[str]:
        own = [name for language, name in actor.names if language in (self.language, "")]
        names = dict.fromkeys(own or [name for _, name in actor.names])
        people = {name for _, name in actor.demonyms}
        return [name for name in names if name not in people and not self._is_plural(name, actor)]

    def _is_plural(self, name: str, actor: Actor) -> bool:
        """»Sozialdemokraten« are a party in many countries, unless it is what the authority calls the party first."""
        if actor.kind != "organisation" or self.language != "de" or " " in name or name in actor.label("de"):
            return False
        return fold(name) not in base(name, "de") or len(base(name, "de")) > 1

    def _labels(self, labels: Labels) -> Iterator[str]:
        return (word for language, word in labels if language in (self.language, ""))

    # -- reading

    def expanded(self, words: Iterable[str]) -> list[str]:
        """Contractions written out: »zur« is »zu der«."""
        known = self.grammar.contractions
        return [part for word in words for part in known.get((self.language, fold(word)), word).split()]

    def is_article(self, word: str) -> bool:
        return self.grammar.small_words.get((self.language, fold(word))) == "article"

    def read(self, words: list[str]) -> list[Piece] | None:
        """The pieces of a phrase, or None if a word has no meaning here or more than one."""
        found: list[Piece] = []
        position = 0
        while position < len(words):
            read = self._longest(words, position)
            if read is None:
                return None
            pieces, position = read
            found += pieces
        return found

    def _longest(self, words: list[str], start: int) -> tuple[list[Piece], int] | None:
        matches = [*self._named(words, start), *self._worded(words, start)]
        if not matches:
            compound = self._cached(words[start])
            return ([compound], start + 1) if compound else None
        end = max(stop for _, stop in matches)
        longest = [pieces for pieces, stop in matches if stop == end]
        best = min(PRECEDENCE.index(pieces[-1].sort if len(pieces) == 1 else "topic") for pieces in longest)
        chosen = {tuple(p) for p in longest if PRECEDENCE.index(p[-1].sort if len(p) == 1 else "topic") == best}
        return (list(chosen.pop()), end) if len(chosen) == 1 else None

    def _named(self, words: list[str], start: int) -> Iterator[tuple[list[Piece], int]]:
        for form in bare_names(words[start]):
            for name, senses in self._names.get(form, ()):
                end = start + len(name)
                if name[:-1] == tuple(words[start : end - 1]) and name[-1] in bare_names((words[end - 1 : end] or [""])[0]):
                    last = words[end - 1]
                    possessive = last != name[-1] and bool(POSSESSIVE.search(last))
                    if possessive and len(senses) == 1:
                        senses = (replace(senses[0], sort="adjective"),)
                    yield [Piece(senses, last, genitive=last != name[-1] or last[-1] in "sxzß")], end

    def _worded(self, words: list[str], start: int) -> Iterator[tuple[list[Piece], int]]:
        word = words[start]
        entries = {entry: None for key in keys(word, self.language) for entry in self._entries.get(key, ())}
        for entry in entries:
            if len(entry.words) == 1 and not self._may_be(word, entry):
                continue
            matched = self._match(words, start, entry)
            if matched is not None:
                between, end = matched
                yield self._pieces(words[start], entry, between), end

    def _may_be(self, word: str, entry: Entry) -> bool:
        """A German noun is no word in lower case; an English participle ("expanded") names no action."""
        if self.language == "de":
            return entry.lower or not word[:1].islower()
        frame = self.grammar.frames.get(entry.sense.value)
        action = frame is not None and frame.kind == "action"
        return not action or word.endswith(("ing", "s")) or fold(word) in self._written

    def _match(self, words: list[str], start: int, entry: Entry) -> tuple[list[Piece], int] | None:
        """Where an entry of several words ends; articles and adjectives of actors may stand between its words."""
        between: list[Piece] = []
        position = start + 1
        for expected in entry.words[1:]:
            while position < len(words) and not expected & keys(words[position], self.language):
                adjective = self._adjective(words[position])
                if not (adjective or self.is_article(words[position])):
                    return None
                between += [adjective] if adjective else []
                position += 1
            if position == len(words):
                return None
            position += 1
        return between, position

    def _adjective(self, word: str) -> Piece | None:
        found = {
            entry.sense
            for key in keys(word, self.language)
            for entry in self._entries.get(key, ())
            if entry.sense.sort == "adjective" and len(entry.words) == 1
        }
        return Piece((found.pop(),), word) if len(found) == 1 else None

    def _pieces(self, word: str, entry: Entry, between: list[Piece]) -> list[Piece]:
        frame = self.grammar.frames.get(entry.sense.value)
        verb = bool(frame and frame.kind == "action" and len(entry.words) == 1 and self._is_verb(word))
        piece = Piece((entry.sense,), word, verb=verb)
        return [piece, *between] if entry.sense.sort == "preposition" else [*between, piece]

    def _is_verb(self, word: str) -> bool:
        return word[:1].islower() if self.language == "de" else word.endswith("ing")

    # -- compounds

    def _cached(self, word: str) -> Piece | None:
        if word not in self._compounds:
            if len(self._compounds) > MAX_COMPOUNDS:
                self._compounds.clear()
            self._compounds[word] = self._compound(word)
        return self._compounds[word]

    def _compound(self, word: str) -> Piece | None:
        found = (self._led(word) or self._double_adjective(word)) if "-" in word else None
        if found is not None or (self.language == "de" and word[:1].islower()) or (self.language != "de" and "-" not in word):
            return found
        parts = split(word, self._modifier, self._head)
        return Piece(parts, word) if parts else None

    def _led(self, word: str) -> Piece | None:
        """»US-geführt«, "NATO-led"."""
        name, hyphen, rest = word.rpartition("-")
        leads = any(self.grammar.small_words.get((self.language, key)) == "leading" for key in keys(rest, self.language))
        named = self._modifier(name) if hyphen and leads else None
        return Piece((named, Sense("leading")), word) if named and named.sort == "actor" else None

    def _double_adjective(self, word: str) -> Piece | None:
        """»deutsch-französisch«: both."""
        parts = [self._adjective(part) or self._adjective(part.capitalize()) for part in word.split("-")]
        if len(parts) < 2 or any(part is None for part in parts):
            return None
        return Piece(tuple(dict.fromkeys(part.parts[0] for part in parts if part)), word)

    def _modifier(self, part: str) -> Sense | None:
        named = {senses for name, senses in self._names.get(part, ()) if name == (part,)}
        found = {senses[0] for senses in named if len(senses) == 1} or self._stems.get(fold(part), set())
        return next(iter(found)) if len(found) == 1 else None

    def _head(self, part: str) -> Sense | None:
        senses = {s for key in keys(part.capitalize(), self.language) for s in self._stems.get(key, ())}
        topics = {sense for sense in senses if sense.sort == "topic"}
        return topics.pop() if len(topics) == 1 else None


def use_of(name: str, actor: Actor) -> str:
    if name in {metonym for _, metonym in actor.metonyms}:
        return "seat"
    return "short" if actor.kind == "state" and len(name.replace(".", "")) == SHORT and name.isupper() else ""


def bare_names(word: str) -> tuple[str, ...]:
    """What a name may be without the genitive's ending."""
    plain = POSSESSIVE.sub("", word)
    return tuple(dict.fromkeys((word, plain, plain.removesuffix("s"), plain.removesuffix("es"))))
