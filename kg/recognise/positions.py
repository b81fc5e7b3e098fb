"""Positions of one text: each cue with its frame, its stance, its holder and its target."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.grammar import LONGEST_SENTENCE, VERBAL, case_of, coordinated, corrects, is_kein, is_only, negators
from kg.analyse.settled import children, has, sent_of
from kg.analyse.words import is_a
from kg.find.cues import CueMatch
from kg.link.cast import Cast
from kg.link.coreference import resolve
from kg.recognise.algebra import (
    OF_WHAT_IS_NOT,
    Evoked,
    about_what_is_not,
    evoke,
    is_aside,
    is_hypothetical,
    is_purpose,
    is_question,
)
from kg.recognise.anaphora import Memory, heading
from kg.recognise.answers import leaves_it
from kg.recognise.attribution import Attribution
from kg.recognise.candidate import Candidate
from kg.recognise.embedding import Embedding
from kg.recognise.frames import Frame, frames
from kg.recognise.holders import Holders
from kg.recognise.instead import instead, with_object
from kg.recognise.joint_clauses import said_apart
from kg.recognise.plain import (
    is_allowed,
    is_averted,
    is_career,
    is_for_sale,
    is_itself,
    is_law,
    is_observer,
    is_private,
    is_unnamed,
)
from kg.recognise.reread import reread
from kg.recognise.senses import is_amount, is_other_sense
from kg.recognise.supposed import is_supposed, wishes
from kg.recognise.targets import is_pointing, target_phrase
from kg.recognise.unfilled import CLAUSAL
from kg.vocabulary import Vocabulary

OBJECTS = {"obj", "obl:arg", "nsubj:pass"}
BELOW = {"ccomp", "xcomp"}
HEADED = ("nsubj", "von", "aus")
OTHER_WAY = {"gegen": ("für", "supports"), "für": ("gegen", "opposes")}


@dataclass(frozen=True)
class Recogniser:
    """The rules over one analysed text."""

    vocabulary: Vocabulary
    cast: Cast
    attribution: Attribution
    memory: Memory = field(default_factory=Memory)

    def candidates(self, matches: list[CueMatch]) -> Iterator[Candidate]:
        """One candidate a cue, target and holder, in text order; those that are no position have the reason."""
        for _, together in groupby(matches, key=lambda match: sent_of(match.token).start):
            readable = (match for match in together if is_readable(match.token))
            found = tuple(reread(each, self.cast) for match in readable for each in frames(match))
            holding = tuple(current for current in found if not self._is_future(current))
            embedding = Embedding(self.vocabulary, holding, self.attribution.owners)
            for current in found:
                for candidate in self._found(current):
                    judged = with_reason(embedding.applied(candidate))
                    if not judged.reason:
                        self.memory.remember(judged.token, candidate.target)
                    self.memory.mention(judged.token, candidate.target, current.targets)
                    yield judged

    def _person(self, targets: tuple[Token, ...]) -> str:
        """»kritisierte ihn«: whom a pronoun means; '' for anything else."""
        pronouns = (token for token in targets if token.lower_ in closed(token).personal and token.dep_ in OBJECTS)
        meant = (resolve(token, self.cast) for token in pronouns if is_pointing(token))
        return next((party.name for party in meant if party is not None), "")

    def _left(self, current: Frame) -> str:
        """What it leaves to the text before it, or to what stands before the colon of a headline."""
        token = current.match.token
        if leaves_it(current):
            return self.memory.called(token)
        answers = current.holders and not current.targets and not current.match.cue.act
        return heading(token) if answers and current.holder_slot in HEADED else ""

    def _is_future(self, current: Frame) -> bool:
        """»Norwegen werde zustimmen«, said by somebody else: no promise, and the cue below stands for itself."""
        if current.holder_slot != "speaker":
            return False
        owners = tuple(self.attribution.owners(current.match.token))
        return Holders(self.cast).of(current, owners) == [(None, None)]

    def _blaming(self, current: Frame, evoked: Evoked) -> Evoked:
        """ "The *law* violates the constitution": accused can only be who acts; a thing is judged."""
        subject = next(iter(current.targets), None)
        judged = evoked.stance == "accuses" and current.target_slot == "+" and current.match.cue.holder == ("owner",)
        if not judged or subject is None or subject.pos_ != "NOUN" or self.cast.party(subject, acts=True) is not None:
            return evoked
        return evoked.then("opposes", "nobody accused")

    def _found(self, current: Frame) -> Iterator[Candidate]:
        """What the frame says by itself."""
        token, holders = current.match.token, Holders(self.cast)
        cued = evoke(current.match, self.vocabulary)
        owners = tuple(self.attribution.owners(token))
        speakers = [party for party, _ in holders.speakers(owners)]
        rather = instead(current)
        for targets in separate(current):
            said = said_clauses(targets)
            evoked = self._blaming(current, about_what_is_not(cued, said))
            clause = current.target_slot in CLAUSAL and current.match.cue.pos != "ADP"
            gone = denials(current, evoked, said)
            if targets == current.targets:
                gone.update(word for other in rather for word in other.subtree)
            phrase = target_phrase(targets, clause=clause, cue=token, holders=current.holders, gone=gone)
            held = of_allegation(across(current, targets, evoked), targets)
            if rather and targets != current.targets:
                held = held.then(current.match.cue.stance, "instead")
            named = self.memory.spelled_out(targets, phrase) or self._person(targets)
            phrase = named or self._left(current)
            target = phrase if is_kept(current, held) else done(current, phrase)
            told = held.stance in (None, "states")  # whose statement it is plays no part, and to ask costs
            for holder, noun in [(None, None)] if told else holders.of(current, owners):
                yield Candidate(current, held, holder, noun, owners, target, speaks=holder in speakers)


def said_clauses(targets: tuple[Token, ...]) -> list[Token]:
    """The clauses that a cue has below it (»fordert, … zu …«, »hofft, dass …«), with those that are one with them."""
    said = (target for target in targets if target.dep_ in (*BELOW, "conj") and target.pos_ in (*VERBAL, "ADJ"))
    joint = (clause for target in said for clause in coordinated(target) if clause not in said_apart(target))
    return [clause for clause in joint if clause.pos_ in (*VERBAL, "ADJ")]


def denials(current: Frame, evoked: Evoked, said: list[Token]) -> set[Token]:
    """»darf nicht verharmlost werden« opposes that it is: the stance has the »nicht« of the clause already."""
    if any(OF_WHAT_IS_NOT in step for step in evoked.steps):
        denying = set[Token]().union(*map(negators, said))
        return denying | {word.head for word in denying if word.head.dep_ == "advmod"}  # »nicht *mehr*«
    negated = any("negated" in step for step in evoked.steps)
    return negators(current.match.token.head) if negated and current.target_slot == "head" else set()


def done(current: Frame, phrase: str) -> str:
    """»entsandte Soldaten« is about their »Entsendung«, »trat zurück« about the »Rücktritt«.

    A noun is about what it names only where a verb does it: »*kündigte* ihre Kandidatur *an*«.
    """
    cue = current.match.cue
    if not cue.act or current.target_slot in CLAUSAL:
        return phrase
    return f"{cue.act}: {phrase}" if phrase else "" if "obj" in cue.target or is_bare_noun(current.match) else cue.act


def is_bare_noun(match: CueMatch) -> bool:
    """»die *Kandidatur* der SPD«, which no verb announces."""
    return match.cue.pos == "NOUN" and not match.supported


def is_kept(current: Frame, held: Evoked) -> bool:
    """»verzichtet *nicht* auf das Veto« is for it, and no longer about a »Verzicht«."""
    return bool(current.match.cue.act) and held.stance == current.match.cue.negated == "supports"


def is_readable(token: Token) -> bool:
    """No news sentence is so long: what looks like one is none, and reading it costs the cube of its length."""
    return len(sent_of(token)) <= LONGEST_SENTENCE


def separate(current: Frame) -> list[tuple[Token, ...]]:
    """Joint targets one by one, where each has an article or preposition of its own."""
    last = next(reversed(current.targets), None)
    if last is not None and current.target_slot in (*BELOW, "head", "+") and (others := said_apart(last)):
        return [current.targets, *((*current.targets[:-1], clause) for clause in others)]
    if others := instead(current):
        return [current.targets, *(with_object(other, current.targets[0]) for other in others)]
    if len(current.targets) != 1 or current.target_slot in CLAUSAL:
        return [current.targets]
    joint = coordinated(current.targets[0])
    own = all(has(token, "det", "case") for token in joint[1:])
    return [(token,) for token in joint] if own else [current.targets]


def across(current: Frame, targets: tuple[Token, ...], evoked: Evoked) -> Evoked:
    """»demonstrierte gegen A *und für B*«: what is joined behind the other preposition is held the other way."""
    other = OTHER_WAY.get(current.target_slot)
    if other is None or evoked.stance is None or case_of(targets[0]) != other[0]:
        return evoked
    return evoked.then(other[1], other[0])


def of_allegation(evoked: Evoked, targets: tuple[Token, ...]) -> Evoked:
    """»nannte die *Vorwürfe* absurd«, »wies den *Verdacht* zurück«: who rejects one says that it is untrue."""
    rejected = evoked.stance == "opposes" and any(is_a(target, "allegation") for target in targets[:1])
    return evoked.then("denies", "an allegation") if rejected else evoked


def with_reason(candidate: Candidate) -> Candidate:
    """The candidate with the first reason against it, if there is one."""
    if candidate.reason:
        return candidate
    reason = next((reason for reason, applies in REASONS.items() if applies(candidate)), "")
    return replace(candidate, reason=reason) if reason else candidate


def is_nobody(holder: Token | None) -> bool:
    """»kein Land«, »kaum ein Land«, »nicht alle Länder«, but not »weder Land noch Leute«."""
    if holder is None:
        return False
    first = holder.left_edge
    opening = first.doc[max(sent_of(first).start, first.i - 1) : first.i + 1]  # the parse may hang »nicht« on the verb
    few = any(word.lower_ in closed(word).few and not is_only(word) for word in opening)
    joint = any(corrects(child) for child in children(holder, "conj"))
    return (few and not joint) or any(
        is_kein(child) and child.lower_ not in closed(child).neither for child in holder.children
    )


def is_toll(candidate: Candidate) -> bool:
    """»forderte zwei *Tote*«, »fordert immer mehr *Opfer*«: nobody demands them."""
    demanded = candidate.frame.target_slot == "obj" and candidate.evoked.stance == "demands"
    return demanded and any(is_a(target, "casualty") for target in candidate.frame.targets)


def is_game(candidate: Candidate) -> bool:
    """»bestreitet ihr zweites *Spiel*«, »wehrte drei *Würfe* ab«: a part of a game."""
    played = candidate.frame.target_slot == "obj" and is_a(candidate.token, "playing")
    return played and any(is_a(target, "contest") for target in candidate.frame.targets)


def is_mishap(candidate: Candidate) -> bool:
    """»kündigte eine *Notlandung* an«, »klagte über *Atemnot*«: danger and pain decide, nobody's opinion."""
    return any(is_a(target, "mishap") for target in candidate.frame.targets[:1])


REASONS: dict[str, Callable[[Candidate], bool]] = {
    "no stance": lambda candidate: candidate.evoked.stance in (None, "states"),
    "nobody who holds it": lambda candidate: candidate.holder is None or is_nobody(candidate.holder_noun),
    "nothing that it is about": lambda candidate: not candidate.target,
    "only a toll": is_toll,
    "only a game": is_game,
    "another sense": is_other_sense,
    "only an amount": is_amount,
    "only a mishap": is_mishap,
    "only a career": is_career,
    "only for sale": is_for_sale,
    "only a private errand": is_private,
    "only observers": is_observer,
    "only allowed": is_allowed,
    "only averted": is_averted,
    "only a description": is_itself,
    "only a law": is_law,
    "only a source": is_unnamed,
    "a question": lambda candidate: is_question(candidate.token) and not candidate.answered,
    "no call on anybody": lambda candidate: candidate.frame.holder_slot == "owner" and is_aside(candidate.token),
    "only a purpose": lambda candidate: is_purpose(candidate.token),
    "only supposed": lambda candidate: (
        not (candidate.answered or wishes(candidate)) and is_hypothetical(candidate.token)
    ),
    "only guessed": is_supposed,
}
