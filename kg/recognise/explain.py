"""How each sentence became a position, or why it became none."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from kg.analyse.settled import sent_of
from kg.recognise.candidate import Candidate
from kg.recognise.weigh import weigh


def explain(doc: Doc, candidates: Iterable[Candidate], minimum: float = 0) -> Iterator[str]:
    """Lines for a terminal: each sentence, then what its cues led to, rule by rule.

    What is less sure than `minimum` (from 0 to 1) is told apart, since extraction leaves it out.
    """
    by_sentence: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        by_sentence.setdefault(sent_of(candidate.token).start, []).append(candidate)
    for sent in doc.sents:
        if not sent.text.strip():
            continue
        yield " ".join(sent.text.split())
        found = by_sentence.get(sent.start, [])
        yield from (f"  {line(candidate, minimum)}" for candidate in found)
        if not found:
            yield "  - no cue"
        yield ""


def line(candidate: Candidate, minimum: float) -> str:
    """`+` a position with its confidence, `~` one that is too doubtful, `-` what is none and why; then the steps."""
    holder = candidate.holder.name if candidate.holder else "?"
    what = f"{holder} – {candidate.evoked.stance or '?'} – {candidate.target or '?'}"
    owners = " < ".join(owner.party.name if owner.party else "?" for owner in candidate.owners)
    said = f" (words of {owners})" if owners else ""
    steps = ", ".join(candidate.evoked.steps)
    if candidate.reason:
        return f"- {candidate.token.text!r}: {candidate.reason}; {what}{said} [{steps}]"
    confidence = weigh(candidate)
    sign, doubt = ("+", "") if confidence >= minimum else ("~", f" is below {minimum:g}")
    return f"{sign} {candidate.token.text!r}: {what}{said}, confidence {confidence:.2f}{doubt} [{steps}]"
