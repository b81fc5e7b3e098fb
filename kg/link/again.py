"""»die Universität«, »die Fraktion«: the noun of a text that said before which one it is."""

from bisect import bisect_left
from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

from kg.analyse.grammar import NOUNS, is_plural
from kg.analyse.settled import has
from kg.link.nouns import MODIFIERS, is_bare, is_definite

MEMORY = 600  # tokens
FAR = 100  # tokens: behind that another one may be meant
LONG = 5  # letters; »Hochland« is no »Land«


class NounsBefore:
    """The nouns of a text by their lemmas, for those that come again with less to tell them by."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._lemmas = [(token.i, token.lemma_.lower()) for token in doc if token.pos_ in NOUNS]

    def in_full(self, noun: Token) -> Token | None:
        """»die Universität« is the »Universität Ulm« that was spoken of: the same noun, with more to tell it by."""
        if has(noun, *MODIFIERS) or not is_definite(noun):
            return None
        same = self._before(noun, MEMORY, lambda lemma: lemma == noun.lemma_.lower())
        return next((other for other in same if has(other, "nmod", "amod", "flat:name", "appos")), None)

    def compound(self, noun: Token) -> Token | None:
        """»die Fraktion« is the »SPD-Fraktion« that was spoken of, »das Ministerium« the »Innenministerium«."""
        word = noun.lemma_.lower()
        if noun.lang_ == "en" or noun.pos_ != "NOUN" or len(word) < LONG or not is_bare(noun):
            return None
        before = self._before(noun, FAR, lambda lemma: lemma.endswith(word))
        other = next((other for other in before if tells_more(other, word)), None)
        return None if other is None or is_plural(other) else other

    def _before(self, noun: Token, far: int, fits: Callable[[str], bool]) -> Iterator[Token]:
        """Those whose lemma fits, in lower case, at most so many tokens before, the nearest first."""
        for place in range(bisect_left(self._lemmas, (noun.i, "")) - 1, -1, -1):
            index, lemma = self._lemmas[place]
            if index < noun.i - far:
                return
            if fits(lemma):
                yield self._doc[index]


def tells_more(other: Token, word: str) -> bool:
    """»die SPD-Fraktion«, »die Fraktion der SPD«: not one more »die Fraktion«, which would ask in its turn."""
    return other.lemma_.lower() != word or has(other, *MODIFIERS)
