"""The words that introduce reported words, from the vocabulary; how German builds sentences with them is in Python."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from kg.analyse.settled import children
from kg.vocabulary import Cue

SHORT = 4  # letters; shorter nouns end too many words by chance
PLANS = frozenset({"commits", "open-to"})
STATES = frozenset({"states"})
DEEDS = frozenset({"supports", "open-to"})  # »unterstützen, dass …« is done, not said
UTTERED = frozenset({"demands", "proposes", "warns", "accuses", "threatens"})  # stances that exist only in words


@dataclass(frozen=True)
class SpeechVerbs:
    """Lemmas of the cues that introduce words: verbs (»mitteilen«), nouns (»Forderung«), adjectives (»überzeugt«).

    `sources` are the nouns that name a source after »nach« (»nach Angaben«, but not »nach einer Forderung«);
    `saying` are the verbs without an attitude (»sagen«), `stances` those whose attitude exists only in words
    (»forderte den Abzug«); `verbs` has both, and more (»hoffen«).
    """

    verbs: frozenset[str]
    nouns: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    stances: frozenset[str] = frozenset()
    saying: frozenset[str] = frozenset()

    def says(self, token: Token) -> bool:
        """Whether the token is a verb of the vocabulary, or an adjective of it that has a subject."""
        if token.pos_ == "ADJ":
            return token.lemma_ in self.adjectives and any(children(token, "nsubj"))
        return token.pos_ in ("VERB", "AUX") and token.lemma_ in self.verbs

    def names(self, token: Token) -> bool:
        """Whether the token is a noun of saying, alone or as the last part of a compound (»Friedensappell«)."""
        return is_among(self.nouns, token)

    def is_source(self, token: Token) -> bool:
        """Whether the token is a noun such as »Angaben«, »Polizeibericht«, »Ansicht«."""
        return is_among(self.sources, token)


def is_among(nouns: frozenset[str], token: Token) -> bool:
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    if token.lemma_.rsplit("-", 1)[-1] in nouns:
        return True
    forms = {token.lemma_.lower(), token.lower_.removesuffix("n"), token.lower_.removesuffix("en")}
    return any(form.endswith(last_parts(nouns)) for form in forms)


@lru_cache
def last_parts(nouns: frozenset[str]) -> tuple[str, ...]:
    """What the end of a compound is compared with; a tuple, for `str.endswith` is quicker than a loop."""
    return tuple(noun.lower() for noun in nouns if len(noun) > SHORT)


def speech_verbs(cues: Iterable[Cue], language: str = "de") -> SpeechVerbs:
    """The cues of a language that can introduce words, by part of speech."""
    fitting = [cue for cue in cues if cue.language == language and introduces(cue)]

    def lemmas(pos: str, stances: frozenset[str] | None = None) -> frozenset[str]:
        return frozenset(cue.lemma for cue in fitting if cue.pos == pos and (stances is None or cue.stance in stances))

    return SpeechVerbs(
        verbs=lemmas("VERB"),
        nouns=lemmas("NOUN"),
        adjectives=lemmas("ADJ"),
        sources=lemmas("NOUN", STATES),
        stances=lemmas("VERB", UTTERED),
        saying=lemmas("VERB", STATES),
    )


def introduces(cue: Cue) -> bool:
    """Verbs of saying, and stances with a dass-clause or put in words; not acts (»sich weigern, … zu …«).

    Words of judgement that belong to whoever speaks already (»inakzeptabel«) are none, nor are nouns of plans
    (»die Absicht, … zu …«).
    """
    if cue.words or cue.holder[:1] == ("owner",) or (cue.pos == "NOUN" and cue.stance in PLANS):
        return False
    if cue.stance in DEEDS:
        return False
    return cue.stance == "states" or "ccomp" in cue.target or (cue.stance in UTTERED and "xcomp" in cue.target)
