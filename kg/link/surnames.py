"""Surnames that the tagger took for common words: »Maduro selbst will …« after »Präsident Nicolás Maduro«."""

from collections.abc import Iterator

import simplemma
from spacy.tokens import Doc

from kg.find.names import Name


def with_surnames(doc: Doc, names: list[Name], language: str) -> list[Name]:
    """The names, and between them the surnames of persons whom the text names in full; in text order."""
    return sorted([*names, *surnames(doc, names, language)], key=lambda name: name.start)


def surnames(doc: Doc, names: list[Name], language: str) -> Iterator[Name]:
    """Those that are no words of the language: »Kraft« and »Weil« may be just that."""
    full = [name.text.split() for name in names if name.kind == "person" and not name.guessed]
    known = {words[-1] for words in full if len(words) > 1}
    taken = {i for name in names for i in range(name.start, name.end)}
    for token in doc:
        bare = token.text if token.text in known else token.text.removesuffix("s")
        if token.i not in taken and bare in known and bare[:1].isupper() and not simplemma.is_known(bare, language):
            yield Name(token.i, token.i + 1, bare, "person")
