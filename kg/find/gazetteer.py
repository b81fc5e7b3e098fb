"""Names of the authority in a text, inflection included: »Russlands«, »der Vereinten Nationen«."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Span

from kg.vocabulary import Actor, Vocabulary

ENDINGS = ("en", "em", "er", "es", "e", "s", "n")  # of adjectives and nouns within a name of several words
MIN_STEM = 3
HYPHEN, TRAILING = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])"), re.compile(r"(?<=\w)(['’])(?=\s|$)")


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
                    self._add(apart(name) if language == "en" else name, actor)
        for entries in self._entries.values():
            entries.sort(key=lambda entry: -len(entry.words))

    def _add(self, name: str, actor: Actor) -> None:
        words = tuple(name.split())
        stems = words if len(words) == 1 else tuple(map(stem, words))
        self._entries[stems[0]].append(Entry(stems, actor))

    def find(self, doc: Doc) -> Iterator[tuple[Span, list[Actor]]]:
        """Each longest name with the actors that bear it (several: the name is ambiguous), left to right."""
        position, words = 0, [token.text for token in doc]
        while position < len(words):
            end, actors = self._longest(words, position)
            if actors:
                yield doc[position:end], actors
            position = end if actors else position + 1

    def _longest(self, text: Sequence[str], start: int) -> tuple[int, list[Actor]]:
        """Where the longest name that begins there ends, and who bears it."""
        for form in forms(text[start]):
            ends = [(entry, end) for entry in self._entries.get(form, ()) if (end := end_of(text, start, entry))]
            if ends:
                length = len(ends[0][0].words)
                actors = {entry.actor.iri: entry.actor for entry, _ in ends if len(entry.words) == length}
                return ends[0][1], list(actors.values())
        return start, []


def end_of(text: Sequence[str], start: int, entry: Entry) -> int:
    """Where the name of an entry ends if it stands there, else 0. An initial that the entry lacks is passed over."""
    words, place = entry.words, start
    if len(words) == 1:
        return start + 1 if text[start] in (words[0], words[0] + "s", words[0] + "es") else 0
    for word in words:
        if start < place < len(text) and entry.actor.kind == "person" and is_initial(text[place]) and len(word) > 1:
            place += 1  # "Antony J. Blinken"
        if place >= len(text) or stem(text[place]) != word:
            return 0
        place += 1
    return place


def is_initial(word: str) -> bool:
    return len(word) == 2 and word[0].isupper() and word[1] == "."


def apart(name: str) -> str:
    """As the English tokeniser cuts a name: "Guinea - Bissau", "Workers ' Party"."""
    return TRAILING.sub(r" \1", HYPHEN.sub(" - ", name))


@lru_cache(maxsize=50_000)
def forms(word: str) -> tuple[str, ...]:
    """What an entry that starts with this word may be filed under."""
    return tuple(dict.fromkeys((stem(word), word, word.removesuffix("s"), word.removesuffix("es"))))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word of a longer name without its ending, so that all its cases meet."""
    ending = next((end for end in ENDINGS if word.endswith(end) and len(word) - len(end) >= MIN_STEM), "")
    return word.removesuffix(ending)
