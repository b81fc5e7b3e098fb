"""Reported clauses behind a noun: »sagte am Montag, *die Regierung müsse die Steuern senken*« says nothing of Monday.

The parser takes the article behind the comma for a relative pronoun, and the subject for an object. A relative clause
has its finite verb at its end; this one has it second, before the infinitive or the participle that closes it.
"""

from spacy.tokens import Token

from kg.analyse.grammar import NOUNS, VERBAL, is_passive
from kg.analyse.morphology import feature
from kg.analyse.settled import children, has, sent_of
from kg.analyse.words import is_a

ARTICLES = frozenset({"der", "die", "das"})
NOMINALS = ("obj", "nsubj", "nsubj:pass", "obl:arg", "iobj")


def set_verb_second(clause: Token) -> None:
    """Gives the clause its subject, and its place below the verb or the noun that reports it."""
    finite = second_verb(clause)
    noun = subject_before(finite, clause) if finite is not None and not has(clause, "mark") else None
    verb = next((word for word in clause.ancestors if word.pos_ in VERBAL), None)
    if clause.dep_ == "xcomp" and finite is not None and has_subject_before(finite, clause):
        clause.dep_ = "ccomp"
    if noun is None or verb is None or verb.i > noun.i:
        return
    article = clause.left_edge.nbor()
    article.head, article.dep_, article.pos_ = noun, "det", "DET"
    noun.dep_ = "nsubj:pass" if is_passive(clause) else "nsubj"
    before = clause.left_edge.nbor(-1)
    if is_a(before, "summing"):  # »gegen die *Behauptung*, die Regierung müsse sparen«
        clause.head, clause.dep_ = before, "ccomp"
    elif clause.dep_ == "acl:relcl":
        clause.head, clause.dep_ = verb, "parataxis" if has(verb, "obj") else "ccomp"


def second_verb(clause: Token) -> Token | None:
    """»die Regierung *müsse* sparen«: the finite verb of a clause that another verb closes; None where it is last."""
    finite = next((aux for aux in children(clause, "aux", "aux:pass", "cop") if aux.i < clause.i), None)
    return None if finite is None or is_double(clause) else finite


def is_double(clause: Token) -> bool:
    """»…, die den Streit *hätte verhindern können*«: two infinitives stand behind the finite verb of any clause."""
    after = clause.nbor() if clause.i + 1 < sent_of(clause).end else clause
    return feature(clause, "VerbForm") == "Inf" and after.pos_ == "AUX"


def has_subject_before(finite: Token, clause: Token) -> bool:
    """»sagte am Montag, *Norwegen* muss zahlen«: a clause with a subject of its own, and no infinitive of the verb."""
    subject = next(children(clause, "nsubj", "nsubj:pass"), None)
    return subject is not None and subject.right_edge.i + 1 == finite.i and clause.left_edge.text == ","


def subject_before(finite: Token, clause: Token) -> Token | None:
    """»*die neue Regierung in Kiew* müsse«: the one noun phrase between the comma and the finite verb."""
    start = clause.left_edge
    if start.text != "," or not start.i or start.i + 2 >= finite.i or (article := start.nbor()).lower_ not in ARTICLES:
        return None
    before = [word for word in children(clause, *NOMINALS) if article.i <= word.i < finite.i]
    noun = before[-1] if before else article
    alone = noun.pos_ in NOUNS and all(word in (article, noun) for word in before) and not has(noun, "case")
    whole = noun.left_edge.i in (article.i, article.i + 1) and noun.right_edge.i + 1 == finite.i
    return noun if alone and whole else None
