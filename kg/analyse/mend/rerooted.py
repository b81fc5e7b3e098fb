"""What heads a line without a verb, or a part of it."""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.analyse.grammar import NOUNS
from kg.analyse.settled import forget_sentences, sent_of


def join(words: Sequence[Token]) -> None:
    """One sentence, where the parse sees two: »Trump | gegen Wehrpflicht«."""
    first = sent_of(words[0]).root
    for root in [word for word in words if word.dep_ == "ROOT" and word.i != first.i]:
        root.head, root.dep_ = first, "parataxis"
    forget_sentences(first.doc)


def top_noun(words: Sequence[Token]) -> Token | None:
    """»die *Fraktion* der SPD«: the first noun that is below no other of them."""
    places = {word.i for word in words if word.pos_ in NOUNS}
    return next((word for word in words if word.i in places and word.head.i not in places - {word.i}), None)


def reroot(root: Token, words: Sequence[Token]) -> None:
    """»Minister gegen *Steuersenkung*«: the word becomes the head of all the others that are not below one of them."""
    places = {word.i for word in words}
    whole = sent_of(root).root
    loose = [word for word in words if word.i != root.i and (word.head.i not in places or word.head.i == word.i)]
    loose += [word for word in root.ancestors if word.i in places and word not in loose]
    is_root = whole.i in places
    root.head, root.dep_ = (root, "ROOT") if is_root else (whole, "parataxis")
    for word in loose:
        word.head = root
        word.dep_ = "advmod" if word.pos_ == "ADV" else "dep" if word.dep_ == "ROOT" else word.dep_
