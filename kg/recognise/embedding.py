"""Cues below cues: what stands in the clause that a stance is about is composed with it, or is no fact."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.analyse.grammar import VERBAL
from kg.find.cues import CueMatch
from kg.recognise.algebra import AGAINST, FAVOUR, OF_TRUTH, Evoked, compose, evoke, is_given_up, is_negated
from kg.recognise.attribution import Owner
from kg.recognise.candidate import Candidate
from kg.recognise.frames import Frame
from kg.vocabulary import Vocabulary

SAID_ABOVE = "said by the words above"
SAID_BELOW = "said by the words below"


@dataclass(frozen=True)
class Embedding:
    """The frames of one sentence, and who owns the words at a token."""

    vocabulary: Vocabulary
    frames: tuple[Frame, ...]
    owners: Callable[[Token], Iterable[Owner]]

    def applied(self, candidate: Candidate) -> Candidate:
        """What the cue above makes of a cue in its target: composed for the same holder, else no longer a fact."""
        own = candidate.frame
        if any(judges(frame, own) for frame in self.frames):
            return replace(candidate, reason="a judgement of it, and not what it is")
        around = [
            frame for frame in self.frames if frame is not own and stands_in(own, frame) and not frames_fact(frame)
        ]
        above = min(around, key=lambda frame: frame.target_slot != "question", default=None)  # an answer says all
        if above is None:
            return self._unless_said_below(candidate)
        outer = self._outer(above)
        if above.target_slot == "question" and candidate.target:
            return self._answered(candidate, above, outer)
        if own.holders and set(own.holders) <= set(above.holders):
            if self._turned(own, above):
                return candidate
            composed = compose(outer, candidate.evoked, self.vocabulary)
            covered = self._covers(above, outer, composed)
            return replace(candidate, evoked=composed, reason=SAID_ABOVE if covered else "")
        return replace(candidate, reason=f"only what {above.match.token.text!r} is about")

    def _answered(self, candidate: Candidate, answer: Frame, outer: Evoked) -> Candidate:
        """»ob X bereit wäre, Y zuzustimmen« – »Nein«: who answers opposes Y, and not the agreeing to it."""
        owners = tuple(self.owners(answer.match.token))
        if not owners:
            return replace(candidate, reason="a question that nobody answers")
        return replace(
            candidate,
            evoked=compose(outer, candidate.evoked, self.vocabulary),
            holder=owners[0].party,
            holder_noun=owners[0].noun,
            owners=owners,
            speaks=True,
            answered=True,
        )

    def _unless_said_below(self, candidate: Candidate) -> Candidate:
        """»will den Plan ablehnen«: where the cue below says more, the cue above says nothing of its own."""
        own = candidate.frame
        others = [frame for frame in self.frames if frame is not own]
        if any(frame.match.token in own.targets and is_dropped(frame.match, self.vocabulary) for frame in others):
            return replace(candidate, reason=SAID_BELOW)
        carried = (frame for frame in others if is_target(frame.match.verb, own) and self._turned(frame, own))
        below = next((frame for frame in others if is_target(frame.match.token, own)), next(carried, None))
        if below is None:
            return candidate
        if own.target_slot == "question":
            said = bool(below.targets) or self._says_more(below, own)
        else:
            said = self._says_more(below, own)
        return replace(candidate, reason=SAID_BELOW) if said else candidate

    def _says_more(self, below: Frame, own: Frame) -> bool:
        """Whether the cue below, of the same holder, gives both together a stance that the cue above has not."""
        if not below.holders or not set(below.holders) <= set(own.holders):
            return False
        if self._turned(below, own):
            return True
        outer = self._outer(own)
        inner = evoke(below.match, self.vocabulary)
        if inner.stance == "states":
            return False  # »werde die Sanktionen nicht verlängern«: the one »nicht« leaves the cue below no stance
        composed = compose(outer, inner, self.vocabulary)
        return composed.stance is not None and not self._covers(own, outer, composed)

    def _turned(self, below: Frame, modal: Frame) -> bool:
        """»will den Plan *nicht ablehnen*«: the »nicht« is that of the verb, and the will adds nothing."""
        stance = below.match.cue.stance
        against = self.vocabulary.stances[stance].polarity != FAVOUR and stance != "states"
        return modal.target_slot == "head" and against and is_negated(below.match)

    def _outer(self, above: Frame) -> Evoked:
        return evoke(above.match, self.vocabulary, negatable=above.target_slot != "head")

    def _covers(self, above: Frame, outer: Evoked, composed: Evoked) -> bool:
        """Whether the cue above says all that both say: »fordert, den Plan zu unterstützen«, »droht, … zu stoppen«."""
        if outer.stance is None or (composed.stance != outer.stance and above.target_slot == "head"):
            return False
        return outer.stance in OF_TRUTH or self.vocabulary.stances[outer.stance].polarity != AGAINST


def judges(frame: Frame, own: Frame) -> bool:
    """»der *Plan* der Regierung ist ein *Fehler*«: thought of it; »das Ziel ist ein Verbot« says what it is."""
    if frame is own or own.match.cue.pos != "NOUN" or frame.match.cue.holder != ("owner",):
        return False
    return frame.match.token in own.targets and own.match.token in frame.targets


def is_dropped(match: CueMatch, vocabulary: Vocabulary) -> bool:
    """»zog die *Klage gegen das Gesetz* zurück«: not against the Klage, but open to the law."""
    return is_given_up(match) and vocabulary.stances[match.cue.stance].polarity == AGAINST


def clauses(frame: Frame) -> list[Token]:
    """The targets of a stance that are clauses; a verb of mere saying has none, since its words are facts.

    »sieht *keinen* Grund, … zu senken« says more than »sieht einen Grund«.
    """
    cue = frame.match.cue
    if cue.stance == "states" and (cue.negated in (None, "states") or not is_negated(frame.match)):
        return []
    return [target for target in frame.targets if target.pos_ in (*VERBAL, "ADJ")]


def frames_fact(frame: Frame) -> bool:
    """»auf Druck Polens stimmte Norwegen zu«: what was wanted has come to be, and is Norway's own position."""
    return frame.match.cue.pos == "NOUN" and frame.target_slot == "head" and frame.match.token.lang_ != "en"


def is_target(token: Token, above: Frame) -> bool:
    """Whether the cue heads the clause that a stance cue has as its target."""
    heads = {token.i, token.head.i} if token.dep_ == "aux" else {token.i}
    return any(target.i in heads for target in clauses(above))


def stands_in(frame: Frame, above: Frame) -> bool:
    """Whether a verb, a predicate or the verb of a noun ("*take* action") stands within the clause of a stance cue.

    A noun that names its own holder (»die Forderung Frankreichs«) is a fact wherever it stands.
    """
    token = frame.match.verb
    if token.pos_ not in (*VERBAL, "ADJ"):
        return False
    if above.target_slot == "head":
        heads = {token.i, token.head.i} if token.dep_ == "conj" else {token.i}
        return any(target.i in heads for target in clauses(above))
    return above.match.token.i != token.i and any(
        target.i == token.i or target.is_ancestor(token) for target in clauses(above)
    )
