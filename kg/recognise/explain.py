"""How each sentence became a position, or why it became none."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from kg.recognise.candidate import Candidate
from kg.recognise.weigh import weigh


def explain(doc: Doc, candidates: Iterable[Candidate]) -> Iterator[str]:
    """Lines for a terminal: each sentence, then what its cues led to, rule by rule."""
    by_sentence: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        by_sentence.setdefault(candidate.token.sent.start, []).append(candidate)
    for sent in doc.sents:
        if not sent.text.strip():
            continue
        yield " ".join(sent.text.split())
        found = by_sentence.get(sent.start, [])
        yield from (f"  {line(candidate)}" for candidate in found)
        if not found:
            yield "  - no cue"
        yield ""


def line(candidate: Candidate) -> str:
    """`+` a position with its confidence, `-` a rejected one with the reason; then the steps of the stance algebra."""
    holder = candidate.holder.name if candidate.holder else "?"
    what = f"{holder} – {candidate.evoked.stance or '?'} – {candidate.target or '?'}"
    owners = " < ".join(owner.party.name if owner.party else "?" for owner in candidate.owners)
    said = f" (words of {owners})" if owners else ""
    steps = ", ".join(candidate.evoked.steps)
    if candidate.reason:
        return f"- {candidate.token.text!r}: {candidate.reason}; {what}{said} [{steps}]"
    return f"+ {candidate.token.text!r}: {what}{said}, confidence {weigh(candidate):.2f} [{steps}]"
