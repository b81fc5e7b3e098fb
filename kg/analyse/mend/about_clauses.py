"""»Die Häfen werden geschlossen, *was Norwegen kritisiert*«: a clause about what the one before it tells."""

from spacy.tokens import Token

from kg.analyse.grammar import NOUNS, VERBAL, has_zu
from kg.analyse.nominative import is_other_number
from kg.analyse.settled import children, has, sent_of

WHAT = {"was", "wogegen", "wofür", "wovor"}
MISSED = ("ccomp", "advcl", "parataxis", "conj", "acl:relcl", "acl", "xcomp", "csubj")
FULL = ("nsubj:pass", "cop", "ccomp", "xcomp")
NO_CLAUSE = ("ste", "einzige", "gegenteil", "wenige", "gute")  # »das Einzige, was …« tells of a thing


def set_about(word: Token) -> None:
    """Hangs the clause on the sentence, so that nobody takes it for a part of what is said before it."""
    verb = closing_verb(word)
    clause = clause_before(word)
    if verb is None or clause is None or clause in (verb, *verb.subtree) or not is_full(clause, word):
        return
    verb.head, verb.dep_ = sent_of(word).root, "parataxis"
    word.head = verb
    if word.lower_ == "was":
        set_object(word, verb)
    else:
        word.dep_, word.pos_ = "advmod", "ADV"


def set_object(what: Token, verb: Token) -> None:
    """»was *die Nato* kritisierte«: who acts is the noun, wherever its number allows it."""
    what.dep_ = "obj"
    nouns = [noun for noun in children(verb, "nsubj", "obj") if noun.i != what.i and noun.pos_ in NOUNS]
    if nouns and not has(verb, "aux:pass") and not is_other_number(nouns[0], verb):
        nouns[0].dep_ = "nsubj"


def closing_verb(word: Token) -> Token | None:
    """The verb that ends the clause: the last word before the next mark, or the one that this helps."""
    if not word.i or word.nbor(-1).text != ",":
        return None
    behind = word.doc[word.i + 1 : sent_of(word).end]
    mark = next((other for other in behind if other.is_punct and other.text in ",.;:!?–"), None)
    last = word.doc[(mark.i if mark is not None else sent_of(word).end) - 1]
    verb = last.head if last.pos_ == "AUX" and last.dep_.startswith("aux") else last
    fits = verb.pos_ == "VERB" and verb.i > word.i and verb.dep_ in MISSED
    return verb if fits and any(child.i > word.i for child in verb.children) else None


def clause_before(word: Token) -> Token | None:
    """The nearest clause that ends before the comma; one that tells of a noun is passed over."""
    if word.i < 2:
        return None
    last = word.doc[word.i - 2]
    if last.pos_ in ("PRON", "DET") or last.lower_.endswith(NO_CLAUSE):
        return None
    above = (other for other in (last, *last.ancestors) if other.i < word.i and is_clause(other))
    return next((other for other in above if other.dep_ != "acl:relcl"), None)


def is_clause(word: Token) -> bool:
    return (word.pos_ in VERBAL and not word.dep_.startswith(("aux", "cop"))) or has(word, "cop")


def is_full(clause: Token, word: Token) -> bool:
    """»sagte nicht, *was* …«, »erkenne an, *was* …«: a clause that lacks its object has it in the one behind it."""
    objects = (noun for noun in children(clause, "obj", "obl:arg") if noun.pos_ in NOUNS)
    parts = any(part.i < word.i for part in children(clause, *FULL))
    full = has_zu(clause) or parts or any(not opens(noun, clause) for noun in objects)
    return full and clause.lemma_ not in ("fragen", "wissen", "zeigen")


def opens(noun: Token, clause: Token) -> bool:
    """»erklärte, *die Regierung* begrüße«: what looks like the object is the subject."""
    first = noun.left_edge
    return noun.i < clause.i and first.i > 0 and first.nbor(-1).text == ","
