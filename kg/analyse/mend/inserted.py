"""»Der Plan sei, *so der Minister*, ein Fehler«: who says it stands within what is said, and is no part of it."""

from spacy.tokens import Token

from kg.analyse.grammar import NOUNS, VERBAL
from kg.analyse.mend.copula import take_place
from kg.analyse.morphology import feature
from kg.analyse.settled import children, has, sent_of


def set_inserted(so: Token) -> None:
    """Hangs the speaker on the clause around, and gives that clause back what the parse hangs on the speaker."""
    end = inserted_end(so)
    if end is None:
        return
    noun, before = so.head, so.nbor(-2)
    inside = [word for word in noun.subtree if so.i <= word.i < end]
    behind = [child for word in inside for child in word.children if child.i > end and not child.is_punct]
    main = noun.head
    if main.i < so.i and behind and before.dep_ == "cop" and not noun.is_ancestor(before):
        main = behind[-1]
        set_predicate(main, before)
    if main == noun:
        return
    for word in [word for word in behind if word != main]:
        word.head = main
    if before.dep_ in ("aux", "aux:pass") and before.head == main:
        for subject in children(before, "nsubj"):
            subject.head, subject.dep_ = main, "nsubj:pass" if has(main, "aux:pass") else "nsubj"
    noun.head, noun.dep_ = main, "parataxis"


def set_predicate(predicate: Token, copula: Token) -> None:
    """»ein Fehler« takes the place of »der Plan«, which becomes its subject."""
    subject = copula.head
    take_place(predicate, subject)
    subject.head, subject.dep_, copula.head = predicate, "nsubj", predicate


def inserted_end(so: Token) -> int | None:
    """The place of the comma behind the speaker where the clause goes on after it; None if it does not."""
    if so.lower_ != "so":
        return None
    noun, doc = so.head, so.doc
    if so.i - 2 < sent_of(so).start or doc[so.i - 1].text != "," or noun.pos_ not in NOUNS:
        return None
    behind = (word for word in doc[noun.i + 1 : sent_of(so).end - 2] if word.is_punct)
    comma = next(behind, None) if noun.i > so.i else None
    if comma is None or comma.text != ",":
        return None
    return comma.i if comma.nbor().pos_ in VERBAL or opens(doc[so.i - 2], comma.i) else None


def opens(verb: Token, end: int) -> bool:
    """»Der Plan *sei*, so …«, »*müsse*, so …«: the verb whose other part is still to come."""
    if verb.pos_ != "AUX" or feature(verb, "VerbForm") != "Fin":
        return False
    return verb.head.i > end or (verb.dep_ == "cop" and verb.head.pos_ in NOUNS and not has(verb.head, "nsubj"))
