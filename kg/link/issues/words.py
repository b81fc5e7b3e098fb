"""Tokens of a phrase, and the keys by which an inflected word and its base form meet."""

import re
from functools import lru_cache

import simplemma

TOKEN = re.compile(r"[^\W_](?:[\w'’.&-]*[^\W_])?|[^\s„“”»«\"]")
ENDINGS = {"de": ("en", "em", "er", "es", "e"), "en": ()}  # of adjectives
NOUN_ENDINGS = {"de": ("es", "s"), "en": ("s",)}
MIN_STEM = 3
MIN_COMPOUND = 8
ZU = re.compile("(?<=..)zu(?=...)")
POSSESSIVE = re.compile(r"['’]s?$")


def tokens(phrase: str) -> list[str]:
    """The words and signs of a phrase; quotation marks and a final stop are left out, »U.S.« becomes »US«."""
    found = [
        word.replace(".", "") if re.fullmatch(r"(?:[A-Z]\.)+[A-Z]", word) else word for word in TOKEN.findall(phrase)
    ]
    return [word for number, word in enumerate(found) if word != "." or number + 1 < len(found)]


@lru_cache(maxsize=100_000)
def base(word: str, language: str) -> frozenset[str]:
    """The keys that a word of the vocabulary is filed under: as written, and its lemma."""
    lemma: str = simplemma.lemmatize(word, language) if word else word
    unknown = language == "de" and lemma == word and word[:1].isupper() and len(word) > MIN_COMPOUND
    endings = [end for end in ("en", "n") if unknown and word.endswith(end)]  # »Militärtruppen« is in no lexicon
    return frozenset({fold(word), fold(lemma), *(fold(word.removesuffix(end)) for end in endings)})


@lru_cache(maxsize=100_000)
def keys(word: str, language: str) -> frozenset[str]:
    """The keys that a word of a text is looked up under: those of the base form, and without endings and »zu«."""
    found = base(word, language) | stems(word, language)
    return found | infinitives(word) if language == "de" and word[:1].islower() else found


def stems(word: str, language: str) -> frozenset[str]:
    """A word as written, and without an ending that it may have."""
    plain = fold(word)
    endings = ENDINGS[language] if word[:1].islower() else NOUN_ENDINGS[language]
    bare = (plain.removesuffix(end) for end in endings if plain.endswith(end) and len(plain) - len(end) >= MIN_STEM)
    return frozenset({plain, *bare})


def infinitives(word: str) -> frozenset[str]:
    """A verb as written, and without the »zu« within it: »abzuziehen«."""
    plain = fold(word)
    return frozenset({plain, *(plain[: hit.start()] + plain[hit.end() :] for hit in ZU.finditer(plain))})


def fold(word: str) -> str:
    """Lower case; »ß« and »ss« are one, since simplemma's lexicon has the old spelling."""
    return word.casefold()
