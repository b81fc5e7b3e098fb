"""German relative clauses: which noun they say more about, and what their pronoun is in them."""

from itertools import takewhile

from spacy.tokens import Token

from kg.analyse.grammar import NOUNS, case_of, has_zu, is_plural, number_of
from kg.analyse.mend.genders import genders
from kg.analyse.mend.said_clauses import second_verb
from kg.analyse.settled import children, has, sent_of

RELATIVES = {"der", "die", "das", "den", "dem", "denen"}
OBLIQUE = {"den": "obj", "dem": "obl:arg", "denen": "obl:arg"}
WITHIN = ("nmod", "nmod:poss", "appos", "conj")  # of a noun phrase


def opening(clause: Token) -> Token | None:
    """What a relative clause begins with, behind a preposition or not; None if it is no relative pronoun."""
    words = [word for word in clause.doc[clause.left_edge.i : clause.i] if not word.is_punct and not word.is_space]
    first = next((word for word in words[:2] if word.pos_ != "ADP"), None)
    return first if first is not None and first.lower_ in RELATIVES else None


def set_pronoun(clause: Token) -> None:
    """»der Plan, für *den* Norwegen ist«: taken for the article of the name behind it, which then has none."""
    word = opening(clause)
    if word is not None and word.dep_ == "nsubj" and word.lower_ in OBLIQUE:
        word.dep_ = OBLIQUE[word.lower_]
    if word is None or word.dep_ != "det" or word.head.head != clause or word.head.i < word.i:
        return
    noun = word.head
    if any(other.pos_ == "PRON" and other.lower_ in RELATIVES for other in clause.children):
        return
    preposition = next((child for child in children(noun, "case") if child.i < word.i), None)
    word.head, word.pos_ = clause, "PRON"
    if preposition is not None:
        preposition.head, word.dep_ = word, "obl"
    else:
        default = "obj" if is_doer(noun, clause) else "nsubj"
        word.dep_ = OBLIQUE.get(word.lower_, default)
    noun.dep_ = "obj" if word.dep_ == "nsubj" or has(clause, "nsubj") else "nsubj"


def is_doer(noun: Token, clause: Token) -> bool:
    """»die Reform, die *Ärzte* fordern«: by the number of the verb, which what the clause is about has not."""
    number = number_of(clause)
    own, above = ("Plur" if is_plural(word) or has(word, "conj") else "Sing" for word in (noun, clause.head))
    return bool(number) and not has(clause, "nsubj") and own == number != above


def set_relative(clause: Token) -> None:
    """»den Plan, *für den* Norwegen eintritt«: with the verb behind all else such a clause says more about the noun."""
    first = clause.left_edge
    if first.text != "," or first.i == sent_of(first).start or has(clause, "mark") or has_zu(clause):
        return
    word = opening(clause)
    if word is None or second_verb(clause) is not None:
        return
    above, noun = clause.doc[word.i + 1 : clause.i], first.nbor(-1)
    last = all(other.is_punct or other.pos_ in ("AUX", "VERB") for other in clause.doc[clause.i + 1 : clause.i + 2])
    if noun.pos_ in NOUNS and last and any(other.pos_ in (*NOUNS, "PRON") for other in above):
        within = takewhile(lambda other: other.dep_ in WITHIN or other.i == noun.i, (noun, *noun.ancestors))
        things = (other for word in within for other in up(word) if other.pos_ == "NOUN")
        clause.head, clause.dep_ = next(things, noun), "acl:relcl"  # »das Abkommen mit Ghana, für das …«


def up(noun: Token) -> tuple[Token, ...]:
    """The noun and the one that it belongs to."""
    return (noun, noun.head) if noun.dep_ in WITHIN else (noun,)


def set_antecedent(clause: Token) -> None:
    """»die Erhöhung der Steuern, *die* …« may be either; »die Höhe des Zolls, *die* …« is the one that agrees."""
    word = opening(clause)
    if word is None or word.pos_ != "PRON" or genders(clause.head) & asked_for(word, clause):
        return
    nouns = takewhile(lambda noun: noun.dep_ in WITHIN, (clause.head, *clause.head.ancestors))
    above = (noun.head for noun in nouns if noun.head.pos_ in NOUNS)
    fitting = next((noun for noun in above if genders(noun) & asked_for(word, clause)), None)
    if fitting is not None:
        clause.head = fitting


def asked_for(pronoun: Token, clause: Token) -> set[str]:
    """The genders, and the plural, that a relative pronoun may stand for."""
    form = pronoun.lower_
    if form == "die":
        number = number_of(clause) if pronoun.dep_ == "nsubj" else ""
        return {"Sing": {"Fem"}, "Plur": {"Plur"}}.get(number, {"Fem", "Plur"})
    if form == "der":
        return {"Fem"} if case_of(pronoun) or pronoun.dep_ == "obl:arg" else {"Masc"}
    return {"das": {"Neut"}, "den": {"Masc"}, "dem": {"Masc", "Neut"}, "denen": {"Plur"}}[form]
