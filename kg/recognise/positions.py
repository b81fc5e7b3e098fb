"""Positions of one text: each cue with its frame, its stance, its holder and its target."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from kg.analyse.grammar import bare_nominals, children, coordinated, is_passive
from kg.find.cues import CueMatch
from kg.link.cast import Cast, known_party, name_tokens
from kg.link.coreference import is_first_person, is_pronoun, resolve
from kg.model import Mode, Party
from kg.recognise.algebra import Evoked, compose, evoke, is_aside, is_hypothetical, is_purpose, is_question
from kg.recognise.anaphora import Memory
from kg.recognise.attribution import Attribution, Owner
from kg.recognise.frames import CLAUSAL, Frame, frame
from kg.recognise.targets import target_phrase
from kg.vocabulary import Vocabulary


@dataclass(frozen=True)
class Candidate:
    """A cue on its way to a position, with all that was found of it."""

    frame: Frame
    evoked: Evoked
    holder: Party | None
    holder_noun: Token | None
    owners: tuple[Owner, ...]
    target: str
    reason: str = ""  # why it is no position, if it is none
    speaks: bool = False  # the holder is who speaks the words, alone or with others
    answered: bool = False  # a question gives the words, its answer the stance

    @property
    def token(self) -> Token:
        return self.frame.match.token

    @property
    def mode(self) -> Mode:
        return self.owners[0].mode if self.owners else "narrated"


@dataclass(frozen=True)
class Recogniser:
    """The rules over one analysed text."""

    vocabulary: Vocabulary
    cast: Cast
    attribution: Attribution
    memory: Memory = field(default_factory=Memory)

    def candidates(self, matches: list[CueMatch]) -> Iterator[Candidate]:
        """One candidate a cue and holder, those that are no position with the reason."""
        frames = [frame(match) for match in matches]
        for current in frames:
            yield from self._candidates(current, frames)

    def _candidates(self, current: Frame, frames: list[Frame]) -> Iterator[Candidate]:
        evoked = evoke(current.match, self.vocabulary)
        owners = tuple(self.attribution.owners(current.match.token))
        for targets in separate(current):
            phrase = target_phrase(targets, clause=current.target_slot in CLAUSAL, cue=current.match.token)
            target = self.memory.spelled_out(targets, phrase)
            for holder, noun in self._holders(current, owners):
                speaks = bool(owners) and holder in [party for party, _ in self._speakers(owners[0])]
                candidate = self._judged(
                    Candidate(current, evoked, holder, noun, owners, target, speaks=speaks), frames
                )
                if not candidate.reason:
                    self.memory.remember(current.match.token, target)
                yield candidate

    def _holders(self, current: Frame, owners: tuple[Owner, ...]) -> list[tuple[Party | None, Token | None]]:
        """Who the slots name; without a slot whoever speaks."""
        if current.holder_slot == "adj":
            actor = next((a for child in children(current.match.token, "amod")
                          if (a := self.cast.setting.roles.adjective(child))), None)  # fmt: skip
            return [(known_party(actor, self.cast.setting.language) if actor else None, None)]
        nouns = [noun for holder in current.holders for noun in self.cast.named_members(holder) or [holder]]
        found = [pair for noun in nouns for pair in self._parties(noun, owners)]
        if current.holder_slot == "speaker":
            found = [
                pair for noun in nouns if owners and self._speaks(noun, owners[0]) for pair in self._speakers(owners[0])
            ]
        if not found and owners and current.holder_slot == "owner":
            found = self._speakers(owners[0])
        if not found and current.match.cue.pos in ("VERB", "AUX") and "nsubj" in current.match.cue.holder:
            found = list(self._by_order(current))
        return found or [(None, None)]

    def _by_order(self, current: Frame) -> Iterator[tuple[Party, Token]]:
        """Where the parse has no subject: the first bare noun phrase of the clause that is an actor and not the target."""
        verb = current.match.verb.head if current.match.token.dep_ == "aux" else current.match.verb
        if is_passive(verb):
            return
        for noun in bare_nominals(verb):
            if noun not in current.targets and (party := self.cast.party(noun)) is not None:
                yield party, noun
                return

    def _speaks(self, subject: Token, owner: Owner) -> bool:
        """»er werde …«, »wir werden …«: whether the subject of reported words is the one who speaks them."""
        if is_pronoun(subject):
            return subject.lower_ in ("er", "sie", "man", "ich", "wir")
        party = self.cast.party(subject)
        return party is not None and owner.party is not None and party.name == owner.party.name

    def _parties(self, noun: Token, owners: tuple[Owner, ...]) -> list[tuple[Party | None, Token | None]]:
        """Whom a holder slot names. In reported words »wir« is who speaks, and mostly so are »er« and »sie«."""
        reported = owners and (is_first_person(noun) or (owners[0].mode == "indirect" and noun.lower_ in ("er", "sie")))
        if reported:
            return self._speakers(owners[0])
        if is_first_person(noun):
            return []
        return [(resolve(noun, self.cast) if is_pronoun(noun) else self.cast.party(noun, acts=True), noun)]

    def _speakers(self, owner: Owner) -> list[tuple[Party | None, Token | None]]:
        """A speaker, and those who say the same with it."""
        if owner.noun is None:
            return [(owner.party, None)]
        joint = [noun for token in name_tokens(owner.noun) for noun in coordinated(token)[1:]]
        others = [(party, noun) for noun in joint if (party := self.cast.party(noun)) is not None]
        if not others and (behind := self.cast.joined_behind(owner.noun)) is not None:
            others = [behind]
        return [(owner.party, owner.noun), *others]

    def _judged(self, candidate: Candidate, frames: list[Frame]) -> Candidate:
        """The candidate after embedding, with the reason against it, if there is one."""
        candidate = self._embedded(candidate, frames)
        if candidate.reason:
            return candidate
        for reason, applies in REASONS.items():
            if applies(candidate):
                return replace(candidate, reason=reason)
        return candidate

    def _embedded(self, candidate: Candidate, frames: list[Frame]) -> Candidate:
        """What the cue above makes of a cue in its target: composed for the same holder, else no longer a fact."""
        above = next((f for f in frames if f is not candidate.frame and stands_in(candidate.frame, f)), None)
        if above is None:
            return self._not_said_below(candidate, frames)
        outer = evoke(above.match, self.vocabulary, negatable=above.target_slot != "head")
        if above.target_slot == "question" and candidate.target:
            return self._answered(candidate, above, outer)
        if candidate.frame.holders and set(candidate.frame.holders) <= set(above.holders):
            composed = compose(outer, candidate.evoked, self.vocabulary)
            covered = composed.stance == outer.stance and self._is_favour(outer)
            return replace(candidate, evoked=composed, reason="said by the words above" if covered else "")
        return replace(candidate, reason=f"only what {above.match.token.text!r} is about")

    def _answered(self, candidate: Candidate, answer: Frame, outer: Evoked) -> Candidate:
        """»ob Russland bereit wäre, X zuzustimmen« – »Nein«: who answers opposes X, and not the agreeing to it."""
        owners = tuple(self.attribution.owners(answer.match.token))
        if not owners:
            return replace(candidate, reason="a question that nobody answers")
        evoked = compose(outer, candidate.evoked, self.vocabulary)
        speaker = owners[0]
        return replace(
            candidate,
            evoked=evoked,
            holder=speaker.party,
            holder_noun=speaker.noun,
            owners=owners,
            speaks=True,
            answered=True,
        )

    def _not_said_below(self, candidate: Candidate, frames: list[Frame]) -> Candidate:
        """»will den Plan ablehnen«: where the cue below says more, the cue above says nothing of its own."""
        below = next(
            (f for f in frames if f is not candidate.frame and is_target_of(f.match.token, candidate.frame)), None
        )
        if below is not None and candidate.frame.target_slot == "question" and below.targets:
            return replace(candidate, reason="said by the words below")
        if below is None or not below.holders or not set(below.holders) <= set(candidate.frame.holders):
            return candidate
        own = evoke(candidate.frame.match, self.vocabulary, negatable=candidate.frame.target_slot != "head")
        composed = compose(own, evoke(below.match, self.vocabulary), self.vocabulary)
        covered = composed.stance == own.stance and self._is_favour(own)
        return candidate if covered or composed.stance is None else replace(candidate, reason="said by the words below")

    def _is_favour(self, evoked: Evoked) -> bool:
        return evoked.stance is not None and self.vocabulary.stances[evoked.stance].polarity != "against"


def separate(current: Frame) -> list[tuple[Token, ...]]:
    """Joint targets one by one, where each has an article or preposition of its own."""
    if len(current.targets) != 1 or current.target_slot in CLAUSAL:
        return [current.targets]
    joint = coordinated(current.targets[0])
    own = all(any(True for _ in children(token, "det", "case")) for token in joint[1:])
    return [(token,) for token in joint] if own else [current.targets]


def is_target_of(token: Token, above: Frame) -> bool:
    """Whether the cue heads the clause that a stance cue has as its target."""
    heads = {token.i, token.head.i} if token.dep_ == "aux" else {token.i}
    clauses = [target for target in above.targets if target.pos_ in ("VERB", "AUX", "ADJ")]
    return above.match.cue.stance != "states" and any(target.i in heads for target in clauses)


def stands_in(frame: Frame, above: Frame) -> bool:
    """Whether a verb or predicate stands anywhere within the clause that a stance cue has as its target.

    A noun that names its own holder (»die Forderung Frankreichs«) is a fact wherever it stands.
    """
    token = frame.match.token
    if token.pos_ not in ("VERB", "AUX", "ADJ") or above.match.cue.stance == "states":
        return False
    clauses = [target for target in above.targets if target.pos_ in ("VERB", "AUX", "ADJ")]
    if above.target_slot == "head":
        return any(target.i in (token.i, token.head.i if token.dep_ == "conj" else -1) for target in clauses)
    return above.match.token.i != token.i and any(
        target.i == token.i or target.is_ancestor(token) for target in clauses
    )


def states(candidate: Candidate) -> bool:
    return candidate.evoked.stance in (None, "states")


REASONS: dict[str, Callable[[Candidate], bool]] = {
    "no stance": states,
    "a question": lambda candidate: is_question(candidate.token) and not candidate.owners,
    "no call on anybody": lambda candidate: candidate.frame.holder_slot == "owner" and is_aside(candidate.token),
    "only a purpose": lambda candidate: is_purpose(candidate.token),
    "only supposed": lambda candidate: not candidate.answered and is_hypothetical(candidate.token),
    "nobody who holds it": lambda candidate: candidate.holder is None,
    "nothing that it is about": lambda candidate: not candidate.target,
}
