"""What is held instead of what is denied: »will keine Truppen schicken, sondern *Geld geben*«."""

from spacy.tokens import Token

from kg.analyse.grammar import corrects, negators
from kg.analyse.settled import children, has
from kg.recognise.frames import Frame


def instead(current: Frame) -> list[Token]:
    """»will keine Truppen schicken, sondern *Geld geben*«: what is held is the clause behind »sondern«."""
    if current.target_slot != "head" or len(current.targets) != 1:
        return []
    clause = current.targets[0]
    others = [other for other in children(clause, "conj") if other.pos_ == "VERB" and not has(other, "aux", "nsubj")]
    return [other for other in others if corrects(other)] if negators(clause) else []


def with_object(verb: Token, denied: Token) -> tuple[Token, ...]:
    """»will den *Hafen* nicht verkaufen, sondern *ausbauen*«: both have the object, where the second has none."""
    shared = () if has(verb, "obj", "obl", "xcomp") else tuple(children(denied, "obj"))[:1]
    return (*shared, verb)
