"""»*Während* Norwegen den Plan ablehnte, hatte Ghana …«: a conjunction that the parser takes for the preposition."""

from spacy.tokens import Token

from kg.analyse.grammar import VERBAL, finite_verb
from kg.analyse.settled import children, has, sent_of

GENITIVE = ("des", "dessen", "eines")


def set_while(word: Token) -> None:
    """Makes it the mark of its clause, the noun its subject, and the verb behind the comma that of the main clause."""
    if word.lower_ != "während" or word.dep_ != "case":
        return
    noun, verb = word.head, word.head.head
    if verb.pos_ != "VERB" or verb.i < noun.i:
        return
    end = closing(verb)
    if end is None or any(child.lower_ in GENITIVE for child in children(noun, "det")):
        return
    word.head, word.dep_, word.pos_ = verb, "mark", "SCONJ"
    set_main(verb, end)
    if not any(child.i < verb.i for child in children(verb, "nsubj", "nsubj:pass")):
        noun.dep_ = "nsubj"


def closing(verb: Token) -> int | None:
    """The place right behind the clause if its finite verb is its last word, and a comma and a verb come next."""
    doc, finite = verb.doc, finite_verb(verb)
    if finite is None or finite.i not in (verb.i, verb.i + 1) or finite.i + 2 >= sent_of(verb).end:
        return None
    end = finite.i + 1
    return end if doc[end].text == "," and doc[end + 1].pos_ in VERBAL else None


def set_main(verb: Token, end: int) -> None:
    """»…, *hatte* Ghana Bedenken«: what stands behind the comma is the main clause, with a verb of its own."""
    behind = [child for child in verb.children if child.i > end]
    main = next((child for child in behind if child.i == end + 1 and child.pos_ in VERBAL), None)
    if main is None:
        verb.dep_ = "advcl" if verb.dep_ in ("ccomp", "parataxis") else verb.dep_
        return
    main.head, main.dep_ = (main, "ROOT") if verb.dep_ == "ROOT" else (verb.head, verb.dep_)
    verb.head, verb.dep_ = main, "advcl"
    for child in [child for child in behind if child != main]:
        child.head = main
    if main.pos_ == "AUX" and not has(main, "xcomp") and main.lemma_ == "haben":
        main.pos_ = "VERB"
