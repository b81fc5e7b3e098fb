"""Targets → issues: taken apart into facets where that is no guess, else kept in their own words."""

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache, partial
from pathlib import Path

from kg.link.issues.english import English
from kg.link.issues.german import German
from kg.link.issues.grammar import Grammar, load_grammar
from kg.link.issues.levels import Levels, broader_levels, facets, inside, issue_iri, levels_of
from kg.link.issues.phrase import Reader
from kg.link.issues.words import fold
from kg.model import Issue
from kg.namespaces import ISSUE, TOPIC
from kg.vocabulary import Vocabulary

LANGUAGES = ("de", "en")
SLUG = 60  # characters of the words that an IRI shows
TRANSLITERATED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


class IssueLinker:
    """Links phrases of one vocabulary; `linker(phrase, language)` is the same as `linker.link(…)`.

    Phrases in other languages than German and English are not taken apart: there only the labels of topics are known.
    """

    def __init__(self, vocabulary: Vocabulary, grammar: Grammar) -> None:
        self._reader = lru_cache(maxsize=None)(partial(Reader, vocabulary, grammar))  # made when a language is met
        self._composers: dict[str, German | English] = {
            "de": German(vocabulary, grammar),
            "en": English(vocabulary, grammar),
        }
        self._frames = grammar.frames
        self._labels = labels_elsewhere(vocabulary)
        self._kinds = {iri: frame.kind for iri, frame in grammar.frames.items()}
        self.link = lru_cache(maxsize=50_000)(self.taken_apart)

    def __call__(self, phrase: str, language: str) -> Issue:
        return self.link(phrase, language)

    def taken_apart(self, phrase: str, language: str) -> Issue:
        """The issue that a short noun phrase or infinitive clause names; never raises. `link` remembers the answer."""
        words = " ".join(unicodedata.normalize("NFC", phrase).split())
        if language in LANGUAGES:
            levels = self._reader(language).levels(words)
        else:
            levels = self._reader("de").levels(self._labels.get((language, fold(words)), ""))
        return self._composed(levels, phrase) if levels else in_own_words(phrase, words, language)

    def _composed(self, levels: Levels, phrase: str | None = None) -> Issue:
        row = facets(levels)
        labels = tuple((language, composer.label(levels)) for language, composer in self._composers.items())
        return Issue(iri=issue_iri(row), name=phrase or labels[0][1], labels=labels, facets=row)

    def change(self, issue: Issue, action: str) -> Issue:
        """The issue as the object of an action, by its local name: `end` of »Sanktionen gegen Russland«.

        An issue in its own words keeps them, with the action before them.
        """
        frame = self._frames[str(TOPIC[action])]
        if issue.facets:
            return self._composed(inside(str(TOPIC[action]), levels_of(issue.facets, self._kinds)))
        language = issue.labels[0][0]
        words = f"{frame.label(language)}: {issue.labels[0][1]}"
        return in_own_words(words, words, language)

    def broader(self, issue: Issue) -> Iterator[Issue]:
        """The issues with one facet less, each once; none for an issue in its own words.

        An issue that is left with neither action nor matter is none, and an actor or a quality never outlives the topic
        that it belongs to.
        """
        seen = {issue.iri}
        for levels in broader_levels(levels_of(issue.facets, self._kinds)):
            composed = self._composed(levels_of(facets(levels), self._kinds))
            if composed.iri not in seen:
                seen.add(composed.iri)
                yield composed


def labels_elsewhere(vocabulary: Vocabulary) -> dict[tuple[str, str], str]:
    """The German names of topics by their labels in other languages than ours; a label of several topics names none."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for topic in vocabulary.topics.values():
        for language, word in topic.words:
            if language and language not in LANGUAGES:
                found[language, fold(word)].add(dict(topic.labels)["de"])
    return {label: names.pop() for label, names in found.items() if len(names) == 1}


def issue_linker(vocabulary: Vocabulary, *more: Path) -> IssueLinker:
    """A linker for a vocabulary; `more` are the user's own Turtle files that the vocabulary was loaded with."""
    return IssueLinker(vocabulary, load_grammar(*more))


def in_own_words(phrase: str, words: str, language: str) -> Issue:
    """An issue that is nothing but its words: `issue:x-<slug>-<hash>`."""
    digest = hashlib.sha256(words.casefold().encode()).hexdigest()[:8]
    iri = str(ISSUE["-".join(filter(None, ("x", slug(words), digest)))])
    return Issue(iri=iri, name=phrase, labels=((language, words),))


def slug(words: str) -> str:
    """ASCII letters and digits with hyphens between them."""
    plain = unicodedata.normalize("NFKD", words.casefold().translate(TRANSLITERATED))
    letters = re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode())
    return letters[:SLUG].strip("-")
