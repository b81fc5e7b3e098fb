"""Cue words of the vocabulary in a text: verbs, nouns with their support verb, predicates, modals."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import simplemma
from spacy.tokens import Doc, Token

from kg.analyse.closed import closed
from kg.analyse.grammar import VERBAL, agents, case_of, coordinated
from kg.analyse.headlines import is_left_out
from kg.analyse.prepositions import is_marked
from kg.analyse.settled import children, has
from kg.analyse.slots import fillers
from kg.analyse.words import is_a
from kg.vocabulary import Cue, Vocabulary

TO_VERB = {"obj", "nsubj", "nsubj:pass", "obl", "obl:arg", "xcomp", "ccomp", "compound", "advmod"}
VOICED = ("obj", "nsubj:pass")
LABELLING = ("als", "für", "as")
MIN_PART, MIN_FIRST = 6, 4  # letters; shorter parts end and begin too many other words (»Eindruck«, »Wahlkampf«)


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
        self._last_part = lru_cache(maxsize=50_000)(self._parted)
        nouns = {word for found in self._cues.values() for cue in found for word in cue.words if word[:1].isupper()}
        self._ending = lru_cache(maxsize=50_000)(
            lambda noun: next((part.lower() for part in last_parts(noun) if part in nouns), "")
        )

    def find(self, doc: Doc) -> Iterator[CueMatch]:
        """The most specific cue at each token, in text order."""
        found = [match for token in doc if (match := self._best(token)) is not None]
        carried = {match.verb.i for match in found if match.supported and specificity(match)[0]}
        parts = {part.i for match in found if match.cue.pos == "VERB" for part in parts_beside(match)}
        return (
            match
            for match in found
            if match.token.i not in parts and (match.supported or match.token.i not in carried or match.cue.words)
        )

    def _best(self, token: Token) -> CueMatch | None:
        """Of the cues at a token the most specific; the carrying verb of a noun cue says nothing beside it."""
        if not (cues := self._at(token)):
            return None
        near = cache(lambda: near_words(token, self._ending))  # a verb like »machen« has dozens of cues with words
        matches = [match for cue in cues if (match := fit(cue, token, near))]
        if len(matches) < 2:
            return next(iter(matches), None)
        best = max(matches, key=specificity)
        return best if specificity(best)[0] else next((match for match in matches if stands_near(match)), best)

    def _at(self, token: Token) -> list[Cue]:
        if token.lang_ != "en" and token.pos_ == "ADJ" and token.dep_ != "amod" and token.lower_ in self._cues:
            return self._cues[token.lower_]  # »ist begeistert«, with the verb as its lemma
        if found := self._cues.get(token.lemma_) or (token.lang_ == "en" and self._cues.get(token.lower_)):
            return found
        if token.lang_ == "en":
            return []
        if token.pos_ == "VERB" and has(token, "cop", "aux:pass"):
            return self._cues.get(token.lower_, [])  # »ist besorgt«, tagged as a verb
        if token.pos_ == "NOUN":
            body = is_a(token, "acting") or is_a(token, "collective")  # »Mittelstandsvereinigung« is no Einigung
            return [cue for cue in self._last_part(token.lemma_) if not body or "self" in cue.holder]
        if token.pos_ == "ADJ" and token.dep_ == "amod" and agents(token):
            return self._cues.get(simplemma.lemmatize(token.lemma_, "de"), [])
        return []

    def _parted(self, noun: str) -> list[Cue]:
        """»Rücktrittsforderung« is a Forderung: the longest noun cue that the compound ends in."""
        return next((found for part in last_parts(noun) if (found := self._cues.get(part))), [])


def last_parts(noun: str) -> Iterator[str]:
    """What a compound may end in, the longest first."""
    return (noun[start:].lstrip("-").capitalize() for start in range(MIN_FIRST, len(noun) - MIN_PART + 1))


def fit(cue: Cue, token: Token, near: Callable[[], set[str]]) -> CueMatch | None:
    """The match of a cue at a token with the lemma, if part of speech, reflexive, words and support agree.

    `near` gives the words in the clause of the cue.
    """
    if not same_class(cue.pos, token) or (cue.reflexive and not is_reflexive(token)):
        return None
    if cue.words and not near().issuperset(word.lower() for word in cue.words):
        return None
    return CueMatch(cue, token, support_verb(cue, token) or token)


def stands_near(match: CueMatch) -> bool:
    """»hat sich vor Ort *für* den Plan eingesetzt«, with the plan hung on »Ort«: no cue for »gegen« is meant."""
    nouns = (joint for noun in children(match.token, "nsubj", "obl") for joint in coordinated(noun))
    return any(case_of(inner) in match.cue.target for noun in nouns for inner in children(noun, "nmod"))


def same_class(pos: str, token: Token) -> bool:
    if pos == "AUX":
        return token.pos_ in VERBAL
    if pos == "VERB" and token.pos_ == "ADJ":
        return token.dep_ == "amod"  # »die von X geforderten Reformen«
    if pos == "ADJ":
        return token.pos_ in ("ADJ", "ADV") or (token.pos_ == "VERB" and has(token, "cop", "aux:pass"))
    return token.pos_ == pos or (pos == "VERB" and token.pos_ == "AUX") or (pos == "NOUN" and token.pos_ == "PROPN")


def is_reflexive(verb: Token) -> bool:
    own = closed(verb)
    return any(child.lower_ in own.reflexive | own.own_reflexive for child in verb.children) or (
        verb.dep_ in ("xcomp", "conj") and any(child.lower_ in own.reflexive for child in verb.head.children)
    )


def near_words(token: Token, ending: Callable[[str], str]) -> set[str]:
    """The forms and lemmas in the clause of a cue; of »Landtagsmandat« also »mandat«."""
    others = list(nearby(token))
    understood = {"sein", "wir"} if is_left_out(token) or is_left_out(token.head) else set[str]()
    found = understood | {form for other in others for form in (other.lower_, other.lemma_.lower())}
    return found | {ending(other.lemma_) for other in others if other.pos_ == "NOUN" and other.lang_ != "en"}


def parts_beside(match: CueMatch) -> Iterator[Token]:
    """»stößt auf *Kritik*« makes up a cue with its verb, and frames no clause as »auf Vorschlag der CDU« does."""
    words, framing = {word.lower() for word in match.cue.words}, closed(match.token).framing
    nouns = (noun for noun in children(match.token, "obl", "obl:arg") if case_of(noun) in framing)
    return (noun for noun in nouns if words & {noun.lower_, noun.lemma_.lower()})


def nearby(token: Token) -> Iterator[Token]:
    """What hangs on the cue, two steps deep; for a modal or a preposition, on the word that it goes with."""
    center = token.head if token.dep_ in ("aux", "case") else token
    yield from (token, center)
    for child in center.children:
        yield child
        yield from child.children


def support_verb(cue: Cue, noun: Token) -> Token | None:
    """The verb that carries a noun cue: »*erteilte* dem Plan eine Absage«, »*nannte* den Plan einen fatalen Fehler«."""
    if noun.pos_ == "ADJ" and noun.dep_ == "amod":
        return label_verb(cue, noun.head)
    verb = noun.head
    joined = noun.dep_ in TO_VERB or (noun.lang_ == "en" and noun.dep_ == "advcl")
    joined = joined and not amounts(noun) and not (noun.pos_ == "ADJ" and is_aside(noun)) and calls_it(noun, verb)
    return verb if cue.support and joined and carries(verb, noun, cue) else None


def carries(verb: Token, noun: Token, cue: Cue) -> bool:
    """»*äußerte* Widerspruch«: some verbs voice whatever attitude there is, others only what goes with them."""
    voiced = noun.dep_ in VOICED and cue.holder != ("owner",) and is_a(verb, "voicing")
    return voiced or verb.lemma_ in cue.support


def label_verb(cue: Cue, noun: Token) -> Token | None:
    """What makes an adjective before a noun a judgement: »*nannte* den Plan eine gefährliche Sache«, »*ist* ein …«."""
    if has(noun, "cop") and cue.holder == ("owner",):
        return noun
    verb, joint = noun.head, list(children(noun.head, "obj", "nsubj:pass"))
    second = noun.dep_ == "obj" and len(joint) > 1
    labels = noun.dep_ == "xcomp" or second or (noun.dep_ == "obl" and case_of(noun) in LABELLING)
    labels = labels or (noun.dep_ == "obl" and case_of(noun) == "von" and verb.lemma_ == "sprechen")
    return verb if labels and verb.lemma_ in cue.support and not has(noun, "nmod") else None


def amounts(noun: Token) -> bool:
    """»bedeutet einen *Rückschritt*«; »stellt den Plan *als* Rückschritt dar« is a label."""
    return noun.dep_ == "obj" and is_a(noun.head, "amounting") and not has(noun, "case")


def calls_it(noun: Token, verb: Token) -> bool:
    """»sprach *von* einem Fehler« calls something one, »sprach über Fehler« does not."""
    return verb.lemma_ != "sprechen" or case_of(noun) != "über"


def is_aside(judgement: Token) -> bool:
    """ "called for it, wrong or not" labels nothing; "saw it as wrong" does."""
    return judgement.lang_ == "en" and judgement.dep_ in ("obl", "advcl") and not is_marked(judgement, "as")


def specificity(match: CueMatch) -> tuple[bool, int, bool, bool, bool, bool]:
    """A filled target, more words, a reflexive, a support verb and a stance make a cue the better one."""
    target = any(fillers(token, slot) for slot in match.cue.target for token in {match.token, match.verb})
    other = match.cue.target != ("nsubj",)  # »Norwegen ist empört über …«, and »der Plan empört Norwegen«
    return target, len(match.cue.words), match.cue.reflexive, match.supported, match.cue.stance != "states", other
