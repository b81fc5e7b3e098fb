"""Cue words of the vocabulary in a text: verbs, nouns with their support verb, predicates, modals."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.analyse.grammar import children, fillers
from kg.vocabulary import Cue, Vocabulary

VERBAL = {"VERB", "AUX"}
TO_VERB = {"obj", "nsubj", "nsubj:pass", "obl", "obl:arg", "xcomp", "ccomp", "compound"}


@dataclass(frozen=True)
class CueMatch:
    """A cue at a token. `verb` is the support verb of a noun cue, the copula's predicate itself, else the token."""

    cue: Cue
    token: Token
    verb: Token

    @property
    def supported(self) -> bool:
        return self.verb.i != self.token.i


class CueFinder:
    """The cues of one language, filed by lemma."""

    def __init__(self, vocabulary: Vocabulary, language: str) -> None:
        self._cues: dict[str, list[Cue]] = defaultdict(list)
        for cue in vocabulary.cues:
            if cue.language == language:
                self._cues[cue.lemma].append(cue)

    def find(self, doc: Doc) -> Iterator[CueMatch]:
        """The most specific cue at each token, in text order."""
        for token in doc:
            matches = [match for cue in self._cues.get(token.lemma_, ()) if (match := fit(cue, token))]
            if matches:
                yield max(matches, key=specificity)


def fit(cue: Cue, token: Token) -> CueMatch | None:
    """The match of a cue at a token with the lemma, if part of speech, reflexive, words and support agree."""
    if not same_class(cue.pos, token) or (cue.reflexive and not is_reflexive(token)):
        return None
    if cue.words and not has_words(token, cue.words):
        return None
    return CueMatch(cue, token, support_verb(cue, token) or token)


def same_class(pos: str, token: Token) -> bool:
    if pos == "AUX":
        return token.pos_ in VERBAL
    if pos == "ADJ":
        return token.pos_ in ("ADJ", "ADV") or (token.pos_ == "VERB" and bool(list(children(token, "cop"))))
    return token.pos_ == pos or (pos == "VERB" and token.pos_ == "AUX") or (pos == "NOUN" and token.pos_ == "PROPN")


def is_reflexive(verb: Token) -> bool:
    return any(child.lower_ in ("sich", "mich", "uns") for child in verb.children) or (
        verb.dep_ in ("xcomp", "conj") and any(child.lower_ == "sich" for child in verb.head.children)
    )


def has_words(token: Token, words: tuple[str, ...]) -> bool:
    """Each word stands in the clause of the cue, by form or lemma."""
    near = {form for other in nearby(token) for form in (other.lower_, other.lemma_.lower())}
    return all(word.lower() in near for word in words)


def nearby(token: Token) -> Iterator[Token]:
    """What hangs on the cue, two steps deep."""
    for child in token.children:
        yield child
        yield from child.children


def support_verb(cue: Cue, noun: Token) -> Token | None:
    """The verb that carries a noun cue: »*erteilte* dem Plan eine Absage«."""
    verb = noun.head
    return verb if cue.support and noun.dep_ in TO_VERB and verb.lemma_ in cue.support else None


def specificity(match: CueMatch) -> tuple[int, int, int, int]:
    """More words, a reflexive, a support verb and a filled target make a cue the better one."""
    target = any(fillers(token, slot) for slot in match.cue.target for token in {match.token, match.verb})
    return target, len(match.cue.words), match.cue.reflexive, match.supported
