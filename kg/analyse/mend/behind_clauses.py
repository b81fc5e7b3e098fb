"""What stands behind a relative clause and belongs to the clause around it, wherever the parse hangs it.

»nannte das Gesetz, das im Mai beraten worden war, *am Dienstag* einen *Skandal*«: a German relative clause ends with
its verb, so nothing but another clause goes on with it behind the comma.
"""

from spacy.tokens import Token

from kg.analyse.grammar import NOUNS, VERBAL, case_of, clause_of
from kg.analyse.morphology import feature
from kg.analyse.settled import children, has, sent_of

OWN = ("obl", "obl:arg", "obl:agent", "obj", "iobj", "nsubj", "advmod", "nmod", "xcomp", "appos", "compound:prt")
PHRASES = (*NOUNS, "ADJ", "ADV", "PRON")
GOING_ON = ("SCONJ", "CCONJ")


def set_behind(clause: Token) -> None:
    """Hangs what stands behind the closing comma on the verb that the noun of the relative clause belongs to."""
    end = closing(clause)
    above = clause_of(clause.head) if end is not None else clause
    if end is None or above.pos_ not in VERBAL or above in clause.subtree:
        return
    inside = [word for word in clause.subtree if word.i < end]
    for word in [child for part in inside for child in part.children if child.left_edge.i >= end]:
        if is_phrase(word, end):
            word.head, word.dep_ = above, relation(word, above)


def closing(clause: Token) -> int | None:
    """The place of the comma right behind the last verb of the clause; None if it is no relative clause."""
    doc, sent = clause.doc, sent_of(clause)
    last = max(word.i for word in (clause, *children(clause, "aux", "aux:pass", "cop")))
    if last + 1 >= sent.end or doc[last + 1].text != "," or feature(doc[last], "VerbForm") != "Fin":
        return None
    return last + 1


def is_phrase(word: Token, end: int) -> bool:
    """A noun phrase or a preposition with one, an adverb or a judgement; not »und …«, »dass …«, »die …«."""
    first = next((part for part in word.doc[max(word.left_edge.i, end + 1) : word.i] if not part.is_quote), word)
    joined = first.pos_ in GOING_ON or has(word, "cc", "mark", "cop")
    return word.dep_ in OWN and word.pos_ in PHRASES and not joined and first.text != ","


def relation(word: Token, above: Token) -> str:
    """What it is to the verb around: »…, *am Dienstag*« an adjunct, »…, *einen Skandal*« what is missing there."""
    if word.pos_ in NOUNS and word.dep_ in ("nmod", "appos", "obj", "nsubj"):
        return "obl" if case_of(word) else "nsubj" if not has(above, "nsubj", "nsubj:pass") else "obj"
    return word.dep_
