"""Under which condition a position is held: »nur, wenn …«, »sofern …«, »unter der Bedingung, dass …«, »erst nach …«."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.analyse.closed import closed
from kg.analyse.grammar import auxiliaries, case_of, comes_first, finite_verb
from kg.analyse.morphology import feature
from kg.analyse.settled import children, has
from kg.analyse.words import is_a
from kg.recognise.frames import Frame

PERFECT = ("haben", "have")
CLAUSES = ("acl", "ccomp")  # of a noun: »…, dass …«


def condition(frame: Frame) -> Span | None:
    """The words of the first condition on the clause of the cue, or on the clause that it is about."""
    match = frame.match
    heads = {match.token, match.verb, *frame.targets}
    heads |= {head.head for head in heads if head.dep_ in ("aux", "cop")}
    found = {clause for head in heads for clause in conditions(head)}
    found -= {match.token, *match.token.ancestors, *frame.targets}  # »begrüßt es, wenn …«
    return words(min(found)) if found else None


def conditions(head: Token) -> Iterator[Token]:
    """The clauses and nouns on a clause that say a condition."""
    yield from filter(is_condition, children(head, "advcl", "ccomp", "xcomp", "acl"))
    nouns = list(children(head, "obl", "nmod", "obl:arg"))
    yield from filter(names_condition, nouns)
    first = list(filter(comes_first, nouns))
    if first and not is_over(head):
        yield from first


def is_over(clause: Token) -> bool:
    """»stimmte erst nach Gesprächen zu«, »hat … zugestimmt«: what came first is told, and no condition any more."""
    verb = finite_verb(clause)
    if verb is None or verb.lower_ in closed(clause).would:
        return False
    return feature(verb, "Tense") == "Past" or any(aux.lemma_ in PERFECT for aux in auxiliaries(clause))


def is_condition(clause: Token) -> bool:
    """»wenn …«, and »Sollte … fallen, …«, where the finite verb goes first."""
    opening = next(
        (word for word in children(clause, "mark", "advmod") if word.lower_ in closed(clause).conditional), None
    )
    if opening is not None:
        near = clause.doc[max(0, opening.i - 1) : opening.i + 2]
        return not any(word.lower_ in closed(clause).concessive for word in near)
    first = clause.left_edge
    is_first = first in (clause, *auxiliaries(clause)) and feature(first, "VerbForm") == "Fin"
    return is_first and clause.dep_ == "advcl" and clause.i < clause.head.i and not has(clause, "mark")


def names_condition(noun: Token) -> bool:
    """»unter der Bedingung, dass …«, »im Falle eines Waffenstillstands«, but not »in diesem Fall«."""
    named = is_a(noun, "condition") and case_of(noun) in closed(noun).under
    return named and has(noun, *CLAUSES, "nmod")


def words(clause: Token) -> Span:
    """The whole clause or phrase, without the punctuation around it."""
    tokens = [token for token in clause.subtree if not (token.is_punct or token.is_space)]
    return clause.doc[tokens[0].i : tokens[-1].i + 1]
