"""What a preposition governs below a word: a noun, a gerund, or the clause that »dagegen« points to."""

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.grammar import case_of
from kg.analyse.relative import antecedent
from kg.analyse.settled import children, has, sent_of

PREPOSITIONAL = {"obl", "obl:arg", "nmod", "obl:agent", "advmod", "acl"}
OPPOSITES = {"für", "gegen"}
BEFORE_CLAUSE = {",", ":", "–", "-"}
REASONS = {"weil", "da", "denn", "während", "obwohl", "nachdem", "sagte", "so", "wie"}
CLAUSES = {"ccomp", "xcomp", "acl", "advcl"}


def prepositional(token: Token, preposition: str) -> list[Token]:
    """»gegen X«, and »dagegen, dass …«, where the clause is what the adverb points to."""
    relations = (*PREPOSITIONAL, "obj") if token.lang_ == "en" else PREPOSITIONAL  # "called for the bill to be dropped"
    nouns = (child for child in children(token, *relations) if case_of(child) == preposition)
    if noun := next((noun for noun in nouns if noun.lower_ not in closed(noun).empty), None):
        return [antecedent(noun)]
    if gerund := next((child for child in children(token, *CLAUSES) if is_marked(child, preposition)), None):
        return [gerund]
    adverb = next((child for child in token.children if is_pronominal(child, preposition)), None)
    if adverb is None:
        return []
    clauses = [*children(adverb, *CLAUSES), *children(token, *CLAUSES)]
    return clauses[:1] or [adverb] * points_back(adverb, token)


def judged_for(verb: Token) -> Token | None:
    """»kritisierte Merk *dafür*, die Steuern *erhöht* zu haben«: the clause that says what somebody is judged for."""
    adverb = next((child for child in children(verb, "advmod") if child.lower_ == "dafür"), None)
    if adverb is None or not has(verb, "obj"):
        return None
    clauses = (clause for above in (adverb, verb) for clause in children(above, *CLAUSES))
    return next((clause for clause in clauses if clause.i > adverb.i), None)


def points_back(adverb: Token, verb: Token) -> bool:
    """»Norwegen stimmte *dagegen*« is against what was named before; »sprach sich *dagegen* für X aus« contrasts."""
    others = (case_of(child) for child in children(verb, "obl", "obl:arg"))
    predicate = verb.pos_ == "VERB" or (verb.pos_ == "ADJ" and verb.dep_ != "amod")
    known = predicate and adverb.lower_ in closed(adverb).pointing and not OPPOSITES & set(others)
    return known and (adverb.i < verb.i == adverb.i + 1 or not points_ahead(adverb))


def points_ahead(adverb: Token) -> bool:
    """»warnte *davor*, der Sturm könnte …«: a clause follows that is no reason."""
    behind = adverb.doc[adverb.i + 1 : sent_of(adverb).end - 1]
    mark = next((word for word in behind if word.text in BEFORE_CLAUSE), None)
    return mark is not None and mark.nbor().pos_ != "CCONJ" and mark.nbor().lower_ not in REASONS


def is_marked(clause: Token, preposition: str) -> bool:
    """ "accused of *stealing*": a clause that a preposition governs."""
    return any(mark.lower_ == preposition for mark in children(clause, "mark", "case"))


def is_pronominal(token: Token, preposition: str) -> bool:
    """»dagegen«, »darauf«: *da(r)* with the preposition."""
    return token.lower_ in (f"da{preposition}", f"dar{preposition}", f"hier{preposition}", f"wo{preposition}")
