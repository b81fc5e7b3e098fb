"""What is said without »dass«: »sagte am Dienstag, *die Häfen müssten* verkauft werden«.

The parser takes »die« for a relative pronoun, or hangs the subject on a noun before the comma. But a relative clause
ends with its verb; behind the first noun it is that of a main clause, and in the Konjunktiv one that somebody says.
"""

from spacy.tokens import Token

from kg.analyse.grammar import NOUNS, VERBAL, case_of
from kg.analyse.mend.commas import comma_before
from kg.analyse.settled import children, has, sent_of

REPORTING = {
    "sei", "seien", "habe", "werde", "würden", "würde", "müsse", "müssten", "solle", "sollten", "dürfe", "dürften",
    "könne", "könnten", "wolle", "wäre", "wären", "hätte", "hätten", "müsste", "könnte",
}  # fmt: skip
HELPING = ("aux", "aux:pass", "cop")
SUBJECTS = ("nsubj", "nsubj:pass")
ATTRIBUTES = ("ADJ", "NUM")
PRONOUNS = {"man", "er", "es"}
LEADING = ("DET", "PRON")


def set_said(finite: Token) -> None:
    """Gives the clause of such a verb its subject, and its place below the verb that says it."""
    clause = finite.head if finite.dep_ in HELPING else finite
    if clause == finite or clause.i < finite.i or has(clause, "mark") or is_last(finite):
        return
    comma = comma_before(finite)
    main = next((word for word in clause.ancestors if word.pos_ in VERBAL), None)
    if comma is None or main is None or main.i > comma.i:
        return
    if (noun := first_noun(comma, finite)) is not None:
        set_subject(noun, clause, comma)
    elif finite.i != comma.i + 2 or finite.nbor(-1).lower_ not in PRONOUNS:
        return
    give_back(clause, main, comma)
    if clause.dep_ == "acl:relcl":
        clause.head, clause.dep_ = main, "conj" if is_said(main) else "ccomp"


def is_last(finite: Token) -> bool:
    """»…, die Verluste *habe* hinnehmen müssen«, »…, der krank *sei*, …«: as a relative clause ends."""
    following = finite.nbor() if finite.i + 1 < sent_of(finite).end else finite
    return following.is_punct or (finite.lemma_ == "haben" and finite.head.i + 1 < len(finite.doc)
                                  and finite.head.nbor().pos_ == "AUX")  # fmt: skip


def is_said(clause: Token) -> bool:
    """»die Kritik *müsse* hingenommen werden, der Zapfenstreich sei ein Ereignis«: the second goes on."""
    return any(verb.lower_ in REPORTING for verb in children(clause, *HELPING))


def first_noun(comma: Token, finite: Token) -> Token | None:
    """»*die Häfen* müssten«, »*ein neues Gesetz* der Stadt sei«: nothing but one noun phrase up to the verb."""
    phrase = list(finite.doc[comma.i + 1 : finite.i])
    if not phrase or phrase[0].pos_ not in LEADING or any(word.is_punct or word.pos_ in VERBAL for word in phrase):
        return None
    noun = next((word for word in phrase[1:] if word.pos_ not in ATTRIBUTES), None)
    return noun if noun is not None and noun.pos_ in NOUNS and not case_of(noun) else None


def set_subject(noun: Token, clause: Token, comma: Token) -> None:
    """The noun behind the comma is the subject, where none stands behind the verb; its article is no pronoun."""
    article = noun.doc[comma.i + 1]
    others = [word for word in children(clause, *SUBJECTS) if word.i > comma.i and word not in (article, noun)]
    article.head, article.dep_, article.pos_ = noun, "det", "DET"
    if noun.head != clause or noun.dep_ not in SUBJECTS:
        subject = "nsubj:pass" if has(clause, "aux:pass") else "nsubj"
        noun.head, noun.dep_ = clause, "obj" if others else subject


def give_back(clause: Token, main: Token, comma: Token) -> None:
    """What stands before the comma belongs to the verb there: »sagte *Parteichef Lund*, die Häfen müssten …«."""
    for word in [child for child in clause.children if child.i < comma.i and child.right_edge.i <= comma.i]:
        if word.dep_ in SUBJECTS:
            word.head, word.dep_ = main, "obj" if has(main, *SUBJECTS) else "nsubj"
        elif not word.is_punct:
            word.head = main
