"""Names of the authority in a text, inflection included: »Russlands«, »der Vereinten Nationen«."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Span

from kg.vocabulary import Actor, Vocabulary

ENDINGS = ("en", "em", "er", "es", "e", "s", "n")  # of adjectives and nouns within a name of several words
MIN_STEM = 3


@dataclass(frozen=True)
class Entry:
    words: tuple[str, ...]
    actor: Actor


class Gazetteer:
    """Looks names up in time that is linear in the text: by their first word, longest name first."""

    def __init__(self, vocabulary: Vocabulary, language: str) -> None:
        self._entries: dict[str, list[Entry]] = defaultdict(list)
        for actor in vocabulary.actors.values():
            for written, name in actor.names:
                if written in (language, ""):
                    self._add(name, actor)
        for entries in self._entries.values():
            entries.sort(key=lambda entry: -len(entry.words))

    def _add(self, name: str, actor: Actor) -> None:
        words = tuple(name.split())
        stems = words if len(words) == 1 else tuple(map(stem, words))
        self._entries[stems[0]].append(Entry(stems, actor))

    def find(self, doc: Doc) -> Iterator[tuple[Span, list[Actor]]]:
        """Each longest name with the actors that bear it (several: the name is ambiguous), left to right."""
        position = 0
        while position < len(doc):
            span, actors = self._longest(doc, position)
            if span is not None:
                yield span, actors
            position = span.end if span is not None else position + 1

    def _longest(self, doc: Doc, start: int) -> tuple[Span | None, list[Actor]]:
        for form in forms(doc[start].text):
            matching = [entry for entry in self._entries.get(form, ()) if self._fits(doc, start, entry)]
            if matching:
                length = len(matching[0].words)
                actors = {entry.actor.iri: entry.actor for entry in matching if len(entry.words) == length}
                return doc[start : start + length], list(actors.values())
        return None, []

    @staticmethod
    def _fits(doc: Doc, start: int, entry: Entry) -> bool:
        words = entry.words
        if len(words) == 1:
            return doc[start].text in (words[0], words[0] + "s", words[0] + "es")
        following = doc[start : start + len(words)]
        return len(following) == len(words) and all(
            stem(token.text) == word for token, word in zip(following, words, strict=True)
        )


@lru_cache(maxsize=50_000)
def forms(word: str) -> tuple[str, ...]:
    """What an entry that starts with this word may be filed under."""
    return tuple(dict.fromkeys((stem(word), word, word.removesuffix("s"), word.removesuffix("es"))))


def stem(word: str) -> str:
    """A word of a longer name without its ending, so that all its cases meet."""
    ending = next((end for end in ENDINGS if word.endswith(end) and len(word) - len(end) >= MIN_STEM), "")
    return word.removesuffix(ending)
