"""What a text tells looking back: of a time before its own day, and mostly of another state of things."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.grammar import auxiliaries
from kg.analyse.settled import children
from kg.analyse.words import is_a
from kg.recognise.candidate import Candidate


def looks_back(candidate: Candidate) -> bool:
    """»*hatte* das Abkommen lange abgelehnt«, »lehnte es *ursprünglich* ab«, "had *previously* opposed it"."""
    heads = list(predicate(candidate.frame.match.verb))
    before = any(aux.lower_ in closed(aux).had for head in heads for aux in auxiliaries(head))
    return before or any(is_a(word, "formerly") for head in heads for word in children(head, "advmod"))


def predicate(cue: Token) -> Iterator[Token]:
    """The words that carry adverbs of the clause: of »war früher *gegen* Zölle« the noun, or »war«."""
    yield cue
    if cue.dep_ == "case":
        yield cue.head
        if cue.head.head.pos_ == "AUX":
            yield cue.head.head
