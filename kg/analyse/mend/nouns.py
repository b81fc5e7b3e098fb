"""German nouns below the wrong noun: objects, and judgements that belong to the verb."""

from spacy.tokens import Token

from kg.analyse.grammar import NOUNS, case_of
from kg.analyse.settled import children, has, sent_of
from kg.analyse.words import is_a

NO_GENITIVE = {"die", "das", "den", "ein", "eine", "einen"}


def is_label(noun: Token) -> bool:
    """»wertet die Reform *als Provokation*«: with such a verb it is the judgement, and no part of what is judged."""
    judged = noun.head
    return noun.dep_ == "nmod" and case_of(noun) == "als" and judged.dep_ == "obj" and is_a(judged.head, "calling")


def set_object(noun: Token) -> None:
    """»Am Montag warf die Partei *die* Frage auf«: with that article it is no genitive, and no part of »die Partei«."""
    article = next((child.lower_ for child in children(noun, "det")), "")
    if noun.pos_ in NOUNS and not case_of(noun) and article in NO_GENITIVE:
        set_below_verb(noun)


def set_bare_object(noun: Token) -> None:
    """»leistete die Nato *Widerstand*«, which is no part of the name before it."""
    if noun.pos_ == "NOUN" and (is_a(noun, "abstract") or is_complete(noun)) and not has(noun, "det", "case"):
        set_below_verb(noun)


def set_below_verb(noun: Token) -> None:
    """Makes it the object of its clause, unless a comma sets it apart or the verb has one already."""
    verb = next((word for word in noun.ancestors if word.pos_ not in NOUNS), None)
    if verb is None or verb.pos_ != "VERB" or has(verb, "obj") or is_behind_mark(noun):
        return
    noun.head, noun.dep_ = verb, "obj"


def is_behind_mark(noun: Token) -> bool:
    """Whether a comma or a bracket stands before its phrase; it may hang on the noun itself."""
    first = noun.left_edge.i
    return any(word.is_punct for word in noun.doc[max(first - 1, 0) : first + 1])


def is_complete(noun: Token) -> bool:
    """»Damit erhob Anna Merk *Einspruch* gegen …«: no name of a person goes on with a noun and a preposition."""
    behind = noun.nbor() if noun.i + 1 < sent_of(noun).end else noun
    goes_on = not noun.ent_type_ and noun.head.ent_type_ == "PER" and not noun.nbor(-1).is_punct
    return goes_on and behind.pos_ == "ADP" and behind.dep_ == "case"
