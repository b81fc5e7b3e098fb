"""Slips of the parser that the forms of a sentence disprove, put right before anything is read from the tree."""

from itertools import takewhile

from spacy.tokens import Doc, Token

from kg.analyse.behind_clauses import set_behind
from kg.analyse.copula import set_predicates
from kg.analyse.grammar import NOUNS, case_of, children, has, has_zu, is_plural, number_of
from kg.analyse.inserted import set_inserted
from kg.analyse.mend_agents import mend_agents
from kg.analyse.mend_english import mend_english
from kg.analyse.mend_phrases import mend_phrases
from kg.analyse.series import set_series
from kg.analyse.slips import set_right
from kg.analyse.verbs_joined import set_joined
from kg.analyse.while_clauses import set_while
from kg.analyse.words import is_a

BELOW_NOUNS = {"nmod", "obj", "flat:name", "appos", "acl:relcl"}
MISREAD = {"advcl", "xcomp", "ccomp", "parataxis"}  # what the parse takes for, of clauses that stand on a noun
RELATIVES = {"der", "die", "das", "den", "dem", "denen"}
OBLIQUE = {"den": "obj", "dem": "obl:arg", "denen": "obl:arg"}
WITHIN = ("nmod", "nmod:poss", "appos", "conj")  # of a noun phrase
NO_GENITIVE = {"die", "das", "den", "ein", "eine", "einen"}
GENDERS = {
    **{form: {"Masc", "Neut"} for form in ("des", "dem", "einem", "eines", "ein", "zum", "vom", "beim", "im", "am")},
    **{form: {"Fem"} for form in ("die", "eine", "einer", "zur")},
    **{form: {"Masc"} for form in ("den", "einen")},
    "das": {"Neut"},
}
EVERY = {"Masc", "Fem", "Neut", "Plur"}


def mended(doc: Doc) -> Doc:
    """The document itself, with what its parse has in the wrong place put right."""
    if doc.lang_ == "de":
        set_right(doc)
        set_predicates(doc)
        for clause in [token for token in doc if token.dep_ == "acl:relcl"]:
            set_behind(clause)
        for token in doc:
            set_inserted(token)
            mend_agents(token)
            set_while(token)
            mend_phrases(token)
        for verb in (token for token in doc if token.pos_ == "VERB"):
            set_joined(verb)
            set_series(verb)
            if verb.dep_ in MISREAD:
                set_relative(verb)
        below = [token for token in doc if token.dep_ in BELOW_NOUNS and token.head.pos_ in NOUNS]
        for noun in below:
            if is_label(noun):
                noun.head, noun.dep_ = noun.head.head, "obl"
            elif noun.dep_ in ("nmod", "obj"):
                set_object(noun)
            elif noun.dep_ in ("flat:name", "appos") and noun.head.pos_ == "PROPN":
                set_bare_object(noun)
        for clause in below:
            if clause.dep_ == "acl:relcl" and not has_zu(clause):
                set_pronoun(clause)
                set_antecedent(clause)
    else:
        mend_english(doc)
    return doc


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
    behind = noun.nbor() if noun.i + 1 < noun.sent.end else noun
    goes_on = not noun.ent_type_ and noun.head.ent_type_ == "PER" and not noun.nbor(-1).is_punct
    return goes_on and behind.pos_ == "ADP" and behind.dep_ == "case"


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
    number = "".join(number_of(clause))
    own, above = ("Plur" if is_plural(word) or has(word, "conj") else "Sing" for word in (noun, clause.head))
    return bool(number) and not has(clause, "nsubj") and own == number != above


def set_relative(clause: Token) -> None:
    """»den Plan, *für den* Norwegen eintritt«: with the verb behind all else such a clause says more about the noun."""
    first = clause.left_edge
    if first.text != "," or first.i == first.sent.start or has(clause, "mark") or has_zu(clause):
        return
    word = opening(clause)
    if word is None:
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
        number = "".join(number_of(clause)) if pronoun.dep_ == "nsubj" else ""
        return {"Sing": {"Fem"}, "Plur": {"Plur"}}.get(number, {"Fem", "Plur"})
    if form == "der":
        return {"Fem"} if case_of(pronoun) or pronoun.dep_ == "obl:arg" else {"Masc"}
    return {"das": {"Neut"}, "den": {"Masc"}, "dem": {"Masc", "Neut"}, "denen": {"Plur"}}[form]


def genders(noun: Token) -> set[str]:
    """What a noun may be, by its article and its preposition, else by the tagger; of a name nothing is known."""
    if is_plural(noun) or has(noun, "conj"):
        return {"Plur"}
    marks = [child.lower_ for child in children(noun, "det", "case")]
    if found := next((GENDERS[mark] for mark in marks if mark in GENDERS), None):
        return found
    if noun.pos_ == "PROPN":
        return {"Neut"} if noun.ent_type_ == "LOC" and not has(noun, "det") else EVERY
    return set(noun.morph.get("Gender", [])) or EVERY
