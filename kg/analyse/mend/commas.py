"""The comma that a clause begins behind."""

from spacy.tokens import Token

from kg.analyse.settled import sent_of


def comma_before(word: Token) -> Token | None:
    """The last comma of the sentence before the word."""
    before = word.doc[sent_of(word).start : word.i]
    return next((other for other in reversed(before) if other.text == ","), None)
