"""»*Wie Chile* lehnt auch Norwegen den Plan ab«, »*Anders als Chile* …«: who is likened to the subject is none."""

from spacy.tokens import Token

from kg.analyse.grammar import NOUNS, case_of, finite_verb, is_oblique
from kg.analyse.settled import children, has, sent_of

LIKENING = {"ebenso", "genauso", "ähnlich"}


def set_likened(wie: Token) -> None:
    """Takes who stands between »wie« and the finite verb for no subject, where the verb has another one."""
    verb = wie.head
    finite = finite_verb(verb)
    opens = wie.i == sent_of(wie).start or wie.nbor(-1).lower_ in LIKENING
    if not opens or finite is None or finite.i < wie.i:
        return
    before = wie.doc[wie.i + 1 : finite.i]
    found = [word for word in before if word.head == verb and word.dep_ in ("nsubj", "nsubj:pass", "obl")]
    if len(found) == 1 and found[0].pos_ in NOUNS and found[0].right_edge.i == finite.i - 1 and is_after(finite):
        found[0].dep_ = "obl"
        wie.head, wie.dep_, wie.pos_ = found[0], "case", "ADP"


def is_after(finite: Token) -> bool:
    """»… lehnt *auch* Norwegen …«"""
    return finite.i + 1 < len(finite.doc) and finite.nbor().lower_ in ("auch", "ebenfalls")


def set_compared(than: Token) -> None:
    """»*Anders als Chile* lehnt Norwegen den Plan ab«: takes Chile for no subject and no object."""
    noun = than.head
    if noun.pos_ not in NOUNS or noun.dep_ not in ("nsubj", "obj") or not than.i or than.nbor(-1).lower_ != "anders":
        return
    noun.dep_, than.dep_, than.pos_ = "obl", "case", "ADP"
    verb = noun.head
    bare = [other for other in children(verb, "obj") if other.pos_ in NOUNS and not case_of(other)]
    if len(bare) > 1 and not has(verb, "nsubj", "nsubj:pass") and not is_oblique(bare[0]):
        bare[0].dep_ = "nsubj"
