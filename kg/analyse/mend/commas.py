"""The comma that a clause begins behind."""

from spacy.tokens import Token


def comma_before(word: Token) -> Token | None:
    """The last comma of the sentence before the word."""
    before = word.doc[word.sent.start : word.i]
    return next((other for other in reversed(before) if other.text == ","), None)
