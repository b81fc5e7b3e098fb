"""»wies den Plan *entschieden* zurück«: an adverb that looks like the participle of a verb, and is taken for one."""

from spacy.tokens import Token

from kg.analyse.grammar import has_zu
from kg.analyse.lemma import joined
from kg.analyse.mend.copula import take_place
from kg.analyse.morphology import feature
from kg.analyse.settled import children, has

DECIDEDLY = "entschieden"
CLAUSES = ("xcomp", "advcl", "advmod", "conj", "ccomp")
AUXILIARIES = ("aux", "aux:pass", "cop", "mark", "cc", "nsubj", "nsubj:pass")
CLOSING = ("Part", "Inf")
OWN = ("advmod", "punct")  # »*sehr* entschieden«


def set_decidedly(word: Token) -> None:
    """Gives the verb what the parse has below the adverb: its object, its phrase, its particle."""
    verb = word.head
    if verb.pos_ not in ("VERB", "AUX") or word.dep_ not in CLAUSES or has(word, *AUXILIARIES):
        return
    for child in [child for child in word.children if child.dep_ not in OWN or child.i > word.i]:
        child.head = verb
        if child.dep_ == "compound:prt" and verb.pos_ == "VERB":
            verb.lemma_ = joined(verb.lemma_, child.lower_, verb.lang_)
    set_adverb(word)


def set_closing(word: Token) -> None:
    """»hat sich *entschieden* gegen den Plan ausgesprochen«: the verb at the end of the clause is its verb."""
    verb = next((verb for verb in children(word, "xcomp") if is_closing(verb, word)), None)
    if verb is None:
        return
    take_place(verb, word)
    for child in [child for child in word.children if child != verb]:
        child.head = verb
    word.head = verb
    set_adverb(word)


def is_closing(verb: Token, word: Token) -> bool:
    """»entschieden … *ausgesprochen*«, »*wehren*«: what has no »zu«, no helper and no comma before it."""
    bare = feature(verb, "VerbForm") in CLOSING and not has(verb, *AUXILIARIES)
    return bare and verb.i > word.i and not any(is_other(part) for part in verb.doc[word.i : verb.i + 1])


def is_other(part: Token) -> bool:
    """»entschieden, den Fall *abzulehnen*«: a clause of its own."""
    return part.is_punct or has_zu(part)


def set_adverb(word: Token) -> None:
    word.pos_, word.dep_, word.lemma_ = "ADV", "advmod", word.lower_
