"""The words that introduce reported words, from the vocabulary; how German builds sentences with them is in Python."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from kg.analyse.grammar import children
from kg.vocabulary import Cue

# Closed classes of German grammar, no vocabulary: prepositions and adverbs that name a source.
SOURCE_PREPOSITIONS = frozenset({"laut", "zufolge", "gemäß", "lt."})
SOURCE_ADVERBS = frozenset({"demnach", "wonach", "demzufolge", "demgemäß", "ihmzufolge"})
CLAUSES = frozenset({"ccomp", "xcomp"})


@dataclass(frozen=True)
class SpeechVerbs:
    """Lemmas of the cues that introduce words: `verbs` of saying and of stance, `nouns` (»Angabe«, »Forderung«).

    `labels` are verbs that put a name to something (»nannte den Plan „falsch“«), part of `verbs` too.
    """

    verbs: frozenset[str]
    nouns: frozenset[str] = frozenset()

    def says(self, token: Token) -> bool:
        """Whether the token is a verb of saying; a particle that the parser made up is forgiven."""
        if token.pos_ not in ("VERB", "AUX"):
            return False
        if token.lemma_ in self.verbs:
            return True
        particles = (child.lower_ for child in children(token, "compound:prt"))
        return any(token.lemma_.removeprefix(particle) in self.verbs for particle in particles if len(particle) > 4)

    def names(self, token: Token) -> bool:
        """Whether the token is a noun of saying, alone or as the last part of a compound (»Polizeiangaben«)."""
        if token.pos_ not in ("NOUN", "PROPN"):
            return False
        lemma = token.lemma_.rsplit("-", 1)[-1]
        return lemma in self.nouns or any(lemma.endswith(noun.lower()) for noun in self.nouns if len(noun) > 4)


def speech_verbs(cues: Iterable[Cue], language: str = "de") -> SpeechVerbs:
    """Cues of a language that can introduce words: those that evoke `states`, and those that take a clause."""
    fitting = [cue for cue in cues if cue.language == language and (cue.stance == "states" or CLAUSES & {*cue.target})]
    return SpeechVerbs(
        verbs=frozenset(cue.lemma for cue in fitting if cue.pos == "VERB"),
        nouns=frozenset(cue.lemma for cue in fitting if cue.pos == "NOUN"),
    )
