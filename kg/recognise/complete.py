"""From a candidate to a position: side, chain, mode, factuality, date, evidence, condition."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from kg.analyse.closed import closed
from kg.analyse.grammar import auxiliaries
from kg.analyse.settled import sent_of
from kg.analyse.words import has_a
from kg.find.dates import day_in
from kg.find.names import Name
from kg.link.cast import Cast
from kg.model import Document, Factuality, Hop, Issue, Party, Passage, Position
from kg.recognise.attribution import Attribution
from kg.recognise.candidate import Candidate
from kg.recognise.conditions import condition
from kg.recognise.past import looks_back
from kg.recognise.weigh import weigh

FAR = 1000  # characters; an answer further down belongs to another conversation


@dataclass(frozen=True)
class Completer:
    """What is fixed for one document while its candidates become positions."""

    document: Document
    doc: Doc
    cast: Cast
    attribution: Attribution
    link: Callable[[str, str], Issue]
    language: str

    def positions(self, candidates: list[Candidate]) -> Iterator[Position]:
        """Each position once: the same holder, stance and issue in one sentence is one position."""
        seen: set[tuple[str, str | None, str, int]] = set()
        said: list[Position] = []
        for candidate in candidates:
            if candidate.reason or candidate.holder is None:
                continue
            key = (candidate.holder.name, candidate.evoked.stance, candidate.target, sent_of(candidate.token).start)
            if key not in seen:
                seen.add(key)
                position = self._position(candidate, candidate.holder)
                said.append(self._continued(position, candidate, said))
        yield from said

    def _continued(self, position: Position, candidate: Candidate, said: list[Position]) -> Position:
        """»Auf die weitere Frage antwortete …«: an answer is known through the same media as the one before."""
        sent = sent_of(candidate.token)
        if position.via or not has_a(sent, "answer"):
            return position
        before = next((other for other in reversed(said) if other.holder.name == position.holder.name), None)
        if before is None or before.cue.start < position.cue.start - FAR:
            return position
        return replace(position, via=before.via, factuality=before.factuality)

    def _position(self, candidate: Candidate, holder: Party) -> Position:
        via = tuple(self._chain(candidate, holder))
        evidence = self._passage(sent_of(candidate.token))
        return Position(
            holder=holder,
            side=self.cast.side(holder, candidate.holder_noun),
            stance=candidate.evoked.stance or "states",
            target=self.link(candidate.target, self.language),
            via=via,
            mode=candidate.mode,
            factuality=factuality(candidate, via),
            date=day_in(evidence.text, self.document.published),
            evidence=evidence,
            cue=self._passage(candidate.token.doc[candidate.token.i : candidate.token.i + 1]),
            confidence=weigh(candidate),
            rule=candidate.evoked.steps,
            condition=self._passage(held) if (held := condition(candidate.frame)) else None,
            earlier=looks_back(candidate),
        )

    def _passage(self, span: Span) -> Passage:
        text = span.text
        start = span.start_char + len(text) - len(text.lstrip())
        return Passage(self.document, start, start + len(text.strip()))

    def _chain(self, candidate: Candidate, holder: Party) -> Iterator[Hop]:
        """Whoever passes the words on: the speakers above, then the media named where the words are introduced."""
        named = {holder.name}
        for owner in candidate.owners[candidate.speaks :]:
            if owner.party is not None and owner.party.name not in named:
                named.add(owner.party.name)
                yield Hop(owner.party, Passage(self.document, *owner.cue) if owner.cue else None)
        for name, party in self._media(candidate.token):
            if party.name not in named:
                named.add(party.name)
                yield Hop(party, self._passage(self.doc[name.start : name.end]))

    def _media(self, token: Token) -> list[tuple[Name, Party]]:
        """Media in the sentence and in the frames of the words, in text order."""
        frames = (self.doc.char_span(*frame, alignment_mode="expand") for frame in self.attribution.frames(token))
        spans = [sent_of(token), *filter(None, frames)]
        found = {name: party for span in spans for name, party in self.cast.media_in(span.start, span.end)}
        return sorted(found.items(), key=lambda named: named[0].start)


def factuality(candidate: Candidate, via: tuple[Hop, ...]) -> Factuality:
    """Guideline, »Decided cases«: an interview stays asserted, »laut« makes it reported; the article may guess."""
    sent, verb = sent_of(candidate.token), candidate.frame.match.verb
    if not candidate.owners and (is_guess(sent) or {aux.lower_ for aux in auxiliaries(verb)} & closed(verb).guessing):
        return "speculative"
    return "reported" if via and not has_a(sent, "conversation") else "asserted"


def is_guess(sent: Span) -> bool:
    """»könnte darauf hindeuten«: the article guesses."""
    return has_a(sent, "guess") and any(token.lower_ in closed(token).open for token in sent)
