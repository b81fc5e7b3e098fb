"""»Norwegens Warnung«: the owner before its noun."""

from spacy.tokens import Token

from kg.analyse.grammar import case_of
from kg.analyse.mend.copula import take_place
from kg.analyse.settled import has
from kg.analyse.words import is_a

OF_NOUN = ("case", "det", "amod")  # what the parser takes an owner for


def set_owner(name: Token) -> None:
    """»*Norwegens* Warnung vor …«: whose it is, no article of it and no name that goes on with »Warnung«."""
    noun, first = name.nbor(), name.head if name.dep_ == "flat:name" else name
    if noun.pos_ != "NOUN" or case_of(first) or has(first, "det"):
        return
    if first.head == noun and first.dep_ in OF_NOUN:
        first.dep_ = "nmod"
    elif first.dep_ == "conj" and name == first and is_a(noun, "agent"):
        set_joint_owner(noun, first)
    elif noun.head in (first, name) and noun.dep_ in ("flat:name", "appos") and is_a(noun, "abstract"):
        set_above(noun, first)


def set_joint_owner(noun: Token, owner: Token) -> None:
    """»Merk und *Hessens* Ministerpräsident«: joined is the noun; »Hessens und Bayerns Minister« owns it together."""
    other = owner.head
    top = next((word for word in (other, *other.ancestors) if word.head == noun), None)
    if top == other and (other.dep_ != "nmod" or (other.text.endswith("s") and other.ent_type_ == "LOC")):
        return
    if top is not None:
        take_place(top, noun)
    noun.head, noun.dep_ = other, "conj"
    for conjunction in [child for child in owner.children if child.dep_ == "cc"]:
        conjunction.head = noun
    owner.head, owner.dep_ = noun, "nmod"


def set_above(noun: Token, name: Token) -> None:
    """Puts the noun where its owner stands in the tree, and the owner below it."""
    noun.head, noun.dep_ = (noun, "ROOT") if name.dep_ == "ROOT" else (name.head, name.dep_)
    for child in [child for child in name.children if child.i > noun.i]:
        child.head = noun
    name.head, name.dep_ = noun, "nmod"
