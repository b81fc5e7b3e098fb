"""The words that introduce reported words, from the vocabulary; how German builds sentences with them is in Python."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from kg.analyse.grammar import children
from kg.vocabulary import Cue

# Closed classes of German grammar, no vocabulary: words that name a source.
SOURCE_PREPOSITIONS = frozenset({"laut", "zufolge", "gemäß", "lt."})
SOURCE_ADVERBS = frozenset({"demnach", "wonach", "demzufolge", "demgemäß"})
UTTERED = frozenset({"demands", "proposes", "warns", "accuses", "threatens"})  # stances that exist only in words
CONTENT_SLOTS = frozenset({"ccomp", "xcomp"})


@dataclass(frozen=True)
class SpeechVerbs:
    """Lemmas of the cues that introduce words: verbs (»mitteilen«), nouns (»Forderung«), adjectives (»überzeugt«).

    `sources` are the nouns that name a source after »nach« (»nach Angaben«, but not »nach einer Forderung«);
    `stances` the verbs that say what they say with an object alone (»forderte den Abzug«).
    """

    verbs: frozenset[str]
    nouns: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    stances: frozenset[str] = frozenset()

    def says(self, token: Token) -> bool:
        """Whether the token is a verb or an adjective of saying; a particle that the parser made up is forgiven."""
        if token.pos_ == "ADJ":
            return token.lemma_ in self.adjectives and any(children(token, "nsubj"))
        if token.pos_ not in ("VERB", "AUX"):
            return False
        if token.lemma_ in self.verbs:
            return True
        particles = (child.lower_ for child in children(token, "compound:prt"))
        return any(token.lemma_.removeprefix(particle) in self.verbs for particle in particles if len(particle) > 4)

    def names(self, token: Token) -> bool:
        """Whether the token is a noun of saying, alone or as the last part of a compound (»Friedensappell«)."""
        return is_among(self.nouns, token)

    def is_source(self, token: Token) -> bool:
        """Whether the token is a noun such as »Angaben«, »Polizeibericht«, »Ansicht«."""
        return is_among(self.sources, token)


def is_among(nouns: frozenset[str], token: Token) -> bool:
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    lemma = token.lemma_.rsplit("-", 1)[-1]
    return lemma in nouns or any(lemma.endswith(noun.lower()) for noun in nouns if len(noun) > 4)


def speech_verbs(cues: Iterable[Cue], language: str = "de") -> SpeechVerbs:
    """Cues of a language that can introduce words: those that evoke `states`, and those that take a clause."""
    fitting = [cue for cue in cues if cue.language == language and introduces(cue)]
    verbs, nouns, adjectives = (
        frozenset(cue.lemma for cue in fitting if cue.pos == pos) for pos in ("VERB", "NOUN", "ADJ")
    )
    sources = frozenset(cue.lemma for cue in fitting if cue.pos == "NOUN" and cue.stance == "states")
    stances = frozenset(cue.lemma for cue in fitting if cue.pos == "VERB" and cue.stance in UTTERED)
    return SpeechVerbs(verbs, nouns, adjectives, sources, stances)


def introduces(cue: Cue) -> bool:
    return not cue.words and (cue.stance == "states" or not CONTENT_SLOTS.isdisjoint(cue.target))
