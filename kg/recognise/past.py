"""What a text tells looking back: of a time before its own day, and mostly of another state of things."""

from kg.analyse.closed import closed
from kg.analyse.grammar import auxiliaries, children
from kg.analyse.words import is_a
from kg.recognise.candidate import Candidate


def looks_back(candidate: Candidate) -> bool:
    """»*hatte* das Abkommen lange abgelehnt«, »lehnte es *ursprünglich* ab«, "had *previously* opposed it"."""
    verb = candidate.frame.match.verb
    before = any(aux.lower_ in closed(verb).had for aux in auxiliaries(verb))
    return before or any(is_a(word, "formerly") for word in children(verb, "advmod"))
