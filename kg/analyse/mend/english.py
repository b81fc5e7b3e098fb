"""Slips of the English parser that the order of the words disproves."""

from spacy.tokens import Doc, Token

from kg.analyse.closed import closed
from kg.analyse.grammar import case_of, comes_first, has_zu, is_passive
from kg.analyse.settled import children, has
from kg.analyse.words import is_a, is_actor

# An infinitive stands behind them.
ASKED = ("obj", "nsubj:pass", "obl:agent", "obl", "obl:arg", "advmod", "compound:prt")
PARTICLES = {"out", "down", "off", "up"}


def mend_english(doc: Doc) -> None:
    for token in doc:
        if token.dep_ in ("advcl", "acl") and token.pos_ in ("VERB", "AUX") and has_zu(token):
            set_complement(token)
        elif token.dep_ == "mark" and token.lower_ in PARTICLES:
            set_particle(token)
        elif token.dep_ == "aux:pass" and token.head.pos_ == "ADJ" and has(token.head, "nsubj"):
            token.dep_ = "cop"  # "the government was *determined* to …"
        elif token.dep_ in ("nsubj", "nsubj:pass") and case_of(token) == "for":
            set_called_for(token)
        elif token.dep_ == "amod" and token.pos_ == "ADJ" and token.i > token.head.i:
            set_label(token)
        elif token.dep_ == "nmod" and is_reproach(token):
            set_reproach(token)
        elif token.dep_ in ("acl", "acl:relcl", "nmod") and token.head.dep_ in ("obj", "obl", "obl:arg"):
            set_condition(token)


def set_complement(infinitive: Token) -> None:
    """ "was asked by Norway *to lift* it", "declined *to lift* it": no purpose, and none that the object has."""
    verb = infinitive.head
    if infinitive.dep_ == "acl":
        if verb.dep_ not in ("obj", "obl") or infinitive.left_edge.i < verb.i or not is_asking(verb.head):
            return
        verb = verb.head
    if verb.pos_ != "VERB" or has(verb, "xcomp", "ccomp"):
        return
    behind = verb.i + 1 == infinitive.left_edge.i
    ends = {child.right_edge.i + 1 for child in children(verb, *ASKED) if child.i > verb.i}
    if (behind and not is_passive(verb)) or (is_asking(verb) and infinitive.left_edge.i in ends):
        infinitive.head, infinitive.dep_ = verb, "xcomp"


def is_asking(verb: Token) -> bool:
    return verb.pos_ == "VERB" and is_a(verb, "object-control")


def set_particle(particle: Token) -> None:
    """ "ruled *out* sending troops": of the verb before it, which the gerund is the object of."""
    clause = particle.head
    verb = clause.head
    if verb.pos_ == "VERB" and particle.i == verb.i + 1 and clause.dep_ in ("advcl", "ccomp"):
        particle.head, particle.dep_, clause.dep_ = verb, "compound:prt", "xcomp"
        verb.lemma_ = f"{verb.lemma_} {particle.lower_}"


def set_label(adjective: Token) -> None:
    """ "considers the plan *necessary*": behind its noun an adjective is what the verb says of it."""
    noun = adjective.head
    verb = noun.head
    if noun.dep_ != "obj" or verb.pos_ != "VERB" or not is_a(verb, "labelling"):
        return
    adjective.head, adjective.dep_ = verb, "xcomp"


def set_condition(below: Token) -> None:
    """ "supports a truce *if Norway pays*", "… *only after a withdrawal*": how it is held, and no part of the truce."""
    held = below.head.head
    if held.pos_ not in ("VERB", "ADJ") or below.i < below.head.i:
        return
    if below.dep_ == "nmod" and comes_first(below):
        below.head, below.dep_ = held, "obl"
    elif any(mark.lower_ in closed(below).conditional for mark in children(below, "mark")):
        below.head, below.dep_ = held, "advcl"


def is_reproach(noun: Token) -> bool:
    """ "accused Ukraine *of sabotage*", but not "accused the government *of Morocco*", "the leader *of the party*"."""
    if case_of(noun) != "of" or noun.pos_ == "PROPN" or is_actor(noun):
        return False
    accused = next((above for above in noun.ancestors if above.dep_ in ("obj", "nsubj:pass")), None)
    return accused is not None and is_a(accused.head, "accusing-of") and accused.head.i < noun.i


def set_reproach(noun: Token) -> None:
    """What somebody is accused of hangs on the verb, and is no part of who is accused."""
    verb = next(above for above in noun.ancestors if is_a(above, "accusing-of"))
    noun.head, noun.dep_ = verb, "obl"


def set_called_for(noun: Token) -> None:
    """ "called for *the bill* to be dropped": what is called for, and no subject, since it has the preposition."""
    clause = noun.head
    if clause.dep_ in ("ccomp", "xcomp") and clause.head.pos_ == "VERB" and has_zu(clause):
        noun.head, noun.dep_ = clause.head, "obl"
