"""Stretches of a sentence as sets of token indices: a clause, a nominal, and how they become spans of the text."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from kg.analyse.closed import closed
from kg.analyse.settled import children
from kg.find.quotation import Span

Indices = frozenset[int]
NONE: Indices = frozenset()
EDGES = {",", ".", ";", ":", "–", "-", "—", "(", "…"}
CLAUSAL = {"acl", "acl:relcl", "advcl", "ccomp", "parataxis", "csubj", "punct"}


def spans(doc: Doc, indices: Iterable[int]) -> tuple[Span, ...]:
    """Runs of tokens as spans; white space between two of them does not break a run."""
    runs: list[list[int]] = []
    for index in sorted(i for i in indices if not doc[i].is_space):
        if runs and all(doc[between].is_space for between in range(runs[-1][1] + 1, index)):
            runs[-1][1] = index
        else:
            runs.append([index, index])
    return tuple((doc[a].idx, doc[b].idx + len(doc[b])) for a, b in runs)


def subtree(token: Token) -> Indices:
    return frozenset(other.i for other in token.subtree)


def trimmed(doc: Doc, indices: Indices) -> Indices:
    """Without the punctuation (not the quotation marks) and the white space at both ends."""
    ordered = sorted(indices)
    while ordered and (doc[ordered[0]].text in EDGES or doc[ordered[0]].is_space):
        ordered.pop(0)
    while ordered and (doc[ordered[-1]].text in EDGES - {"…"} or doc[ordered[-1]].is_space):
        ordered.pop()
    return frozenset(ordered)


def phrase(noun: Token) -> Indices:
    """A nominal with all that names it, without clauses: »der Sprecher der Polizei, Jan Maier« (of »…, der …«)."""
    inside: set[int] = set()
    waiting = [noun]
    while waiting:
        token = waiting.pop()
        inside.add(token.i)
        waiting += [child for child in token.children if belongs(child, token)]
    return filled(noun.doc, inside)


def belongs(child: Token, head: Token) -> bool:
    """Whether a dependent is part of the name of its head, rather than a clause or a word of the sentence around it."""
    if child.is_space or child.dep_ in CLAUSAL:
        return enclosed(child)
    if child.dep_ == "advmod" and child.pos_ == "ADV":
        return False
    return child.lang_ == "en" or not any(mark.lower_ in closed(child).to for mark in children(child, "case"))


def enclosed(mark: Token) -> bool:
    """Quotation marks and brackets belong to the name that they stand around."""
    return mark.dep_ == "punct" and not mark.is_space and mark.text not in EDGES - {"(", "-"}


def filled(doc: Doc, inside: set[int]) -> Indices:
    """The commas within a nominal are part of it."""
    first, last = min(inside), max(inside)
    between = {i for i in range(first, last) if doc[i].is_punct and i - 1 in inside}
    return trimmed(doc, frozenset(inside | between))


def is_infinitive(verb: Token) -> bool:
    """»zu gehen«, »abzuziehen«: by the form, because an infixed »zu« has no token of its own."""
    if any(word.lower_ in closed(verb).infinitive for word in verb.children):
        return True
    return verb.lang_ != "en" and (verb.lower_.endswith("n") and "zu" in verb.lower_[2:-3])
