"""Phrases → pieces: every word or name of a phrase with its one meaning, or nothing at all."""

from collections.abc import Iterator
from dataclasses import replace

from kg.link.issues.compounds import split
from kg.link.issues.lexicon import Entry, Lexicon
from kg.link.issues.senses import Piece, Sense, Sort
from kg.link.issues.words import POSSESSIVE, fold, infinitives, keys, stems

PRECEDENCE: tuple[Sort, ...] = (
    "article", "conjunction", "possessive", "preposition", "leading", "filler", "topic", "actor", "adjective",
    "quality", "office",
)  # fmt: skip
MAX_COMPOUNDS = 50_000
Match = tuple[tuple[Piece, ...], int]  # the pieces and the word after them


class Pieces:
    """Reads phrases with one lexicon; German compounds are remembered."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon, self.language = lexicon, lexicon.language
        self._compounds: dict[str, Piece | None] = {}

    def read(self, words: list[str]) -> list[Piece] | None:
        """The pieces of a phrase, or None if a word has no meaning here, or more than one."""
        found: list[Piece] = []
        position = 0
        while position < len(words):
            match = self._longest(words, position)
            if match is None:
                return None
            found += match[0]
            position = match[1]
        return found

    def _longest(self, words: list[str], start: int) -> Match | None:
        matches = [*self._named(words, start), *self._worded(words, start)]
        if not matches:
            compound = self._compound(words[start])
            return ((compound,), start + 1) if compound else None
        end = max(stop for _, stop in matches)
        best = min(rank(pieces) for pieces, stop in matches if stop == end)
        chosen = {pieces for pieces, stop in matches if stop == end and rank(pieces) == best}
        return (chosen.pop(), end) if len(chosen) == 1 else None

    # -- names

    def _named(self, words: list[str], start: int) -> Iterator[Match]:
        for form in bare_names(words[start]):
            for name, senses in self.lexicon.names.get(form, ()):
                end = start + len(name)
                if end <= len(words) and fits(name, words[start:end]):
                    yield (self._name(name[-1], words[end - 1], senses),), end

    @staticmethod
    def _name(last: str, written: str, senses: tuple[Sense, ...]) -> Piece:
        if last != written and POSSESSIVE.search(written) and len(senses) == 1:
            senses = (replace(senses[0], sort="adjective"),)
        return Piece(senses, written, genitive=last != written or written[-1] in "sxzß")

    # -- words

    def _worded(self, words: list[str], start: int) -> Iterator[Match]:
        word = words[start]
        entries = {entry: None for key in keys(word, self.language) for entry in self.lexicon.entries.get(key, ())}
        for entry in entries:
            if (len(entry.words) > 1 or self._may_be(word, entry)) and (match := self._match(words, start, entry)):
                between, end = match
                yield self._with_between(self._piece(word, entry), between), end

    def _may_be(self, word: str, entry: Entry) -> bool:
        """A word in lower case is no German noun; an English participle ("expanded") names no action."""
        if entry.sense.sort == "quality":
            return bool(entry.words[0] & stems(word, self.language))  # »mehrere« is not »mehr«
        if self.language == "de":
            return entry.lower or not word[:1].islower()
        frame = self.lexicon.grammar.frames.get(entry.sense.value)
        verbal = frame is not None and frame.kind == "action" and word.endswith("ing")
        return frame is None or verbal or word.endswith("s") or fold(word) in self.lexicon.written

    def _match(self, words: list[str], start: int, entry: Entry) -> tuple[list[Piece], int] | None:
        """Where a label ends; articles and adjectives of actors may stand between its words."""
        between: list[Piece] = []
        position = start + 1
        for expected in entry.words[1:]:
            while position < len(words) and not expected & keys(words[position], self.language):
                adjective = self._adjective(words[position])
                if not (adjective or self.lexicon.small_word(words[position]) == "article"):
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
            for entry in self.lexicon.entries.get(key, ())
            if entry.sense.sort == "adjective" and len(entry.words) == 1
        }
        return Piece((found.pop(),), word) if len(found) == 1 else None

    def _piece(self, word: str, entry: Entry) -> Piece:
        frame = self.lexicon.grammar.frames.get(entry.sense.value)
        action = frame is not None and frame.kind == "action"
        verbal = word[:1].islower() if self.language == "de" else word.endswith("ing")
        phrasal = verbal and self.language != "de"  # "pulling out"
        verb = action and (phrasal or len(entry.words) == 1)
        several = verb and word.endswith("s") and fold(word) not in self.lexicon.written
        infinitive = verb and verbal and not self.lexicon.written.isdisjoint(infinitives(word))
        return Piece((entry.sense,), word, verb=verb and verbal, infinitive=infinitive, several=several)

    @staticmethod
    def _with_between(piece: Piece, between: list[Piece]) -> tuple[Piece, ...]:
        """»unter *russischer* Führung«: the adjective is the actor that leads."""
        if piece.sort != "preposition":
            return (*between, piece)
        return (piece, *(replace(found, parts=(replace(found.parts[0], sort="actor"),)) for found in between))

    # -- compounds

    def _compound(self, word: str) -> Piece | None:
        if word not in self._compounds:
            if len(self._compounds) >= MAX_COMPOUNDS:
                self._compounds.clear()
            self._compounds[word] = self._taken_apart(word)
        return self._compounds[word]

    def _taken_apart(self, word: str) -> Piece | None:
        if "-" in word and (found := self._led(word) or self._adjectives(word)):
            return found
        if (self.language == "de" and word[:1].islower()) or (self.language != "de" and "-" not in word):
            return None
        parts = split(word, self._modifier, self._head)
        return Piece(parts, word) if parts else None

    def _led(self, word: str) -> Piece | None:
        """»US-geführt«, "NATO-led"."""
        name, _, rest = word.rpartition("-")
        leads = any(self.lexicon.small_word(key) == "leading" for key in keys(rest, self.language))
        leader = self._modifier(name) if leads else None
        return Piece((leader, Sense("leading")), word) if leader and leader.sort == "actor" else None

    def _adjectives(self, word: str) -> Piece | None:
        """»deutsch-französisch«: both."""
        found = [self._adjective(part) for part in word.split("-")]
        parts = [piece.parts[0] for piece in found if piece]
        return Piece(tuple(dict.fromkeys(parts)), word) if len(parts) == len(found) else None

    def _modifier(self, part: str) -> Sense | None:
        named = {senses[0] for name, senses in self.lexicon.names.get(part, ()) if name == (part,) and len(senses) == 1}
        found = named or self.lexicon.stems.get(fold(part), set())
        return next(iter(found)) if len(found) == 1 else None

    def _head(self, part: str) -> Sense | None:
        senses = {sense for key in keys(part.capitalize(), self.language) for sense in self.lexicon.stems.get(key, ())}
        frames = self.lexicon.grammar.frames
        topics = {s for s in senses if s.value in frames and "nocompound" not in frames[s.value].traits}
        return topics.pop() if len(topics) == 1 else None


def rank(pieces: tuple[Piece, ...]) -> int:
    return PRECEDENCE.index(pieces[-1].sort) if len(pieces) == 1 else PRECEDENCE.index("topic")


def fits(name: tuple[str, ...], words: list[str]) -> bool:
    return list(name[:-1]) == words[:-1] and name[-1] in bare_names(words[-1])


def bare_names(word: str) -> tuple[str, ...]:
    """What a name may be without the genitive's ending."""
    plain = POSSESSIVE.sub("", word)
    return tuple(dict.fromkeys((word, plain, plain.removesuffix("s"), plain.removesuffix("es"))))
