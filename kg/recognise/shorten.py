"""How a target gets short enough: asides go first, then what stands at its end."""

from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Token

from kg.analyse.grammar import has_zu
from kg.link.nominal import phrase, written

LONGEST = 16  # words; longer is a sentence and no target (annotation guideline, `target`)
ASIDES = frozenset({"acl:relcl", "advcl", "parataxis", "punct", "discourse", "vocative"})
WHOLE = ASIDES - {"acl:relcl", "advcl"}  # »das Gesetz, das …«: such a noun says nothing without its clause
SHORTER = (ASIDES, ASIDES | {"appos"}, ASIDES | {"appos", "acl"}, ASIDES | {"appos", "acl", "conj", "cc"})
SHORTER_CLAUSE = (*SHORTER, SHORTER[-1] | {"advmod"}, SHORTER[-1] | {"advmod", "obl"})
ADDED = frozenset({"acl", "acl:relcl", "advcl", "advmod", "appos", "ccomp", "conj", "nmod", "obl", "xcomp"})
ADVERBIAL = ("advmod", "obl")
APART = frozenset(",;:(-–—")


def shortened(
    head: Token, drops: Iterable[frozenset[str]], gone: Collection[Token] = (), room: int = LONGEST
) -> list[Token]:
    """The longest version of a phrase that has room, else the shortest; without what is `gone` from it."""
    if head.lang_ == "en":
        return trimmed(head, {*gone, *(token for clause in set_apart(head) for token in clause.subtree)}, room)
    tokens: list[Token] = []
    for drop in drops:
        tokens = [token for token in phrase(head, drop=drop) if token not in gone]
        if count(tokens) <= room:
            break
    return tokens


def short_clause(verb: Token, gone: Collection[Token] = (), room: int = LONGEST) -> list[Token]:
    """A clause without its asides, then without what stands first in it: the nearer to the verb, the more it says."""
    tokens = shortened(verb, SHORTER, gone, room)
    adverbials = [child for child in verb.children if child.dep_ in ADVERBIAL and child.i < verb.i]
    for adverbial in adverbials if verb.lang_ != "en" else ():
        if count(tokens) <= room:
            break
        tokens = [token for token in tokens if token != adverbial and not adverbial.is_ancestor(token)]
    return tokens if count(tokens) <= room else shortened(verb, SHORTER_CLAUSE, gone, room)


def set_apart(head: Token) -> Iterator[Token]:
    """English clauses that say when and why; "countries *that* …" and "work *to* end it", without a comma, say what."""
    for clause in head.subtree:
        if clause.i == head.i or clause.dep_ not in ("acl:relcl", "advcl"):
            continue
        first = clause.left_edge
        apart = first.i < head.i or {first.text, first.nbor(-1).text} & APART
        if apart or (clause.dep_ == "advcl" and not has_zu(clause)):
            yield clause


def trimmed(head: Token, gone: Collection[Token], room: int) -> list[Token]:
    """The phrase without the last of what hangs on it, time and again until it has room."""
    tokens = [token for token in phrase(head, drop=WHOLE) if token not in gone]
    while count(tokens) > room and (last := last_part(tokens, head)) is not None:
        tokens = [token for token in tokens if token.i != last.i and not last.is_ancestor(token)]
    return tokens


def last_part(tokens: list[Token], head: Token) -> Token | None:
    """The smallest part at the end of a phrase that it can do without."""
    around = (tokens[-1], *tokens[-1].ancestors)
    inner = around[: around.index(head)] if head in around else ()
    return next((token for token in inner if token.dep_ in ADDED), None)


def count(tokens: list[Token]) -> int:
    return sum(1 for _ in written(tokens))
