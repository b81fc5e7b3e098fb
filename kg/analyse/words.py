"""Which classes of the vocabulary a word belongs to: set once a document.

So the rules of grammar, which see tokens alone, ask `is_a(token, "summing")`; `ontologies/words/` has the answer.
"""

from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from kg.vocabulary import Vocabulary, WordClass

MIN_PART = 4  # letters; shorter words end too many others by chance (»Rat« in »Apparat«)

CLASSES = "word_classes"  # in `doc.user_data`, by the place of the token; extension attributes are six times slower


def is_a(token: Token, name: str) -> bool:
    """Whether the word belongs to a class of the vocabulary, named by the local name of its IRI."""
    classes = token.doc.user_data.get(CLASSES)
    return classes is not None and name in classes[token.i]


def has_a(span: Span, name: str) -> bool:
    """Whether any word of a span belongs to a class."""
    classes = span.doc.user_data.get(CLASSES)
    return classes is not None and any(name in known for known in classes[span.start : span.end])


def is_actor(token: Token) -> bool:
    """Groups, bodies and kinds of people hold positions, things do not: »*Steuer*« only ends as »Sprecher« does."""
    if is_a(token, "acting") or is_a(token, "collective"):
        return True
    return is_a(token, "agent") and not is_a(token, "thing")


class WordMarker:
    """Sets the classes of the tokens from the lemmas, for the words of one language."""

    def __init__(self, vocabulary: Vocabulary, language: str) -> None:
        self._forms = [forms(words, language) for words in vocabulary.word_classes.values()]
        self._classes = lru_cache(maxsize=50_000)(self._look_up)

    def mark(self, doc: Doc) -> Doc:
        """The document itself, its tokens marked; lemmas are needed."""
        doc.user_data[CLASSES] = [self._classes(token.lemma_.lower()) for token in doc]
        return doc

    def _look_up(self, lemma: str) -> frozenset[str]:
        last = lemma.rpartition("-")[2]  # »SPD-Fraktion« is a Fraktion
        return frozenset(
            name for name, words, endings in self._forms if {lemma, last} & words or last.endswith(endings)
        )


def forms(words: WordClass, language: str) -> tuple[str, frozenset[str], tuple[str, ...]]:
    """The name of a class, its words and its endings in a language, in lower case."""
    own = frozenset(word.lower() for written, word in words.words if written == language)
    endings = [ending.lower() for written, ending in words.endings if written == language]
    parts = sorted(word for word in own if words.compounds and len(word) >= MIN_PART)
    return words.name, own, (*endings, *parts)
