"""The authority's names inside what the recogniser marked as one name: with an acronym, a role or a stray word."""

import re
from collections import defaultdict

from kg.find.gazetteer import stem
from kg.model import Kind
from kg.vocabulary import Actor, Vocabulary

BRACKETED = re.compile(r"(?P<name>[^()]+?)\s*\((?P<short>[^()]*)\)?")  # the closing one is often left outside
SHOUTED = 5  # letters: shorter words in capitals are acronyms, »WHO« is no »Who«
Key = tuple[str, ...]


class KnownNames:
    """Looks a whole name up in one language, whatever its case, its brackets, or the role before it."""

    def __init__(self, vocabulary: Vocabulary, language: str) -> None:
        self._bearers: dict[Key, dict[str, Actor]] = defaultdict(dict)
        self._shouted: dict[str, dict[str, Actor]] = defaultdict(dict)
        self._surnames: dict[str, dict[str, Actor]] = defaultdict(dict)
        for actor in vocabulary.actors.values():
            for written, name in actor.names:
                if actor.kind == "person":
                    self._surnames[name.split()[-1].lower()][actor.iri] = actor
                if written in (language, ""):
                    self._bearers[key(name)][actor.iri] = actor
                    self._shouted[name.upper()][actor.iri] = actor

    def actor(self, text: str, kind: Kind) -> Actor | None:
        """The one entry that the name means; None for none or several."""
        words = text.split()
        while len(words) > 1 and words[-1].islower():  # »Demokratischen Partei für«
            words.pop()
        name = " ".join(words)
        if (parts := BRACKETED.fullmatch(name)) is not None:
            return self._both(parts["name"], parts["short"])
        return self._one(name) or (self._at_the_end(words) if kind == "person" else None)

    def with_surname(self, name: str) -> list[Actor]:
        """The persons whose names, in any language, end in a word or in it without a genitive's »s«."""
        forms = dict.fromkeys((name.lower(), name.lower().removesuffix("s")))
        found = {iri: actor for form in forms for iri, actor in self._surnames.get(form, {}).items()}
        return list(found.values())

    def _one(self, name: str) -> Actor | None:
        shouted = self._shouted.get(name, {}) if name.isupper() and len(name) >= SHOUTED else {}
        found = self._bearers.get(key(name)) or shouted
        return next(iter(found.values())) if len(found) == 1 else None

    def _both(self, name: str, short: str) -> Actor | None:
        """»Europäischen Zentralbank (EZB)«: what one of the two says, unless the other says something else."""
        found = {actor.iri: actor for part in (name, short) if part and (actor := self._one(part)) is not None}
        return next(iter(found.values())) if len(found) == 1 else None

    def _at_the_end(self, words: list[str]) -> Actor | None:
        """»Spaniens José Luis Zapatero«: a person's full name behind what the recogniser took for a part of it."""
        for start in range(1, len(words) - 1):
            actor = self._one(" ".join(words[start:]))
            if actor is not None and actor.kind == "person":
                return actor
        return None


def key(name: str) -> Key:
    """What all cases of a name have in common; a name of one word is inflected by the gazetteer alone."""
    words = name.split()
    return tuple(words if len(words) == 1 else map(bare, words))


def bare(word: str) -> str:
    """Without all its endings: »Wählern« and »Wähler« meet, as do »Köhlers« and »Köhler«."""
    word = word.rstrip(".")  # »Mohammed VI« at the end of a sentence
    while (shorter := stem(word)) != word:
        word = shorter
    return word
