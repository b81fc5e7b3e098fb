"""The clauses that a word has below it: »dass …«, reported speech, infinitives, the question that it answers."""

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.grammar import auxiliaries, has_zu
from kg.analyse.morphology import feature
from kg.analyse.relative import is_relative
from kg.analyse.settled import children, has, sent_of
from kg.analyse.words import is_a

CLOSING = {",", ";", ":", ".", "–", "„", "»", "("}
NO_OBJECT = {"um", "ohne", "statt", "anstatt"}  # begin an infinitive that is no object; German alone sets commas there


def is_placeholder(noun: Token) -> bool:
    """»lehnt es ab, … zu …«"""
    return noun.lower_ in closed(noun).it and has(noun.head, "xcomp", "ccomp", "csubj", "advcl")


def complements(verb: Token) -> list[Token]:
    """Clauses with a finite verb: »dass …«, reported speech, »ob …«; on nouns too."""
    found = [child for child in children(verb, "ccomp", "csubj", "acl", "csubj:pass") if child.pos_ != "PUNCT"]
    announced = any(is_placeholder(child) for child in verb.children)
    found = found or (list(children(verb, "advcl")) if announced else [])  # »begrüßt es, wenn …«
    return found or that_clause(verb) or astray(verb) or reported(verb)


def astray(verb: Token) -> list[Token]:
    """»*Dass* Merk bleibt, bezweifelt Holl«, »stellte infrage, *ob* …«: no adverbial clause, as the parse has it."""
    if verb.lang_ == "en":
        return []
    language = closed(verb)
    return [
        clause
        for clause in children(verb, "advcl")
        for mark in children(clause, "mark")
        if mark.lower_ in language.that | language.whether and mark.i == clause.left_edge.i + is_behind_comma(clause)
    ][:1]


def is_behind_comma(clause: Token) -> bool:
    return clause.left_edge.is_punct


def reported(verb: Token) -> list[Token]:
    """»regte an, Merk *solle* antreten«: a clause without »dass«, which the parse takes for less than a complement."""
    if verb.lang_ == "en":
        return []
    clauses = (child for child in children(verb, "xcomp", "parataxis") if child.i > verb.i and not has_zu(child))
    return [clause for clause in clauses if is_finite(clause) and is_set_off(clause)]


def is_finite(clause: Token) -> bool:
    finite = any("Fin" in feature(aux, "VerbForm") for aux in auxiliaries(clause))
    return finite and has(clause, "nsubj", "nsubj:pass")


def is_set_off(clause: Token) -> bool:
    """Behind a comma, or a colon with or without a quotation mark."""
    first = clause.left_edge
    return any(word.text in (",", ":") for word in clause.doc[max(0, first.i - 2) : first.i + 2])


def that_clause(word: Token) -> list[Token]:
    """»die Warnung Merks, dass …«, wherever the parse hangs the clause."""
    sent = sent_of(word)
    comma = next((token for token in word.doc[word.i + 1 : sent.end - 2] if token.text in CLOSING), None)
    that = closed(word).that
    if comma is None or comma.text != "," or comma.nbor().lower_ not in that or comma.nbor().dep_ != "mark":
        return []
    clause = comma.nbor().head
    return [clause] if clause.i > comma.i else []


def infinitives(verb: Token) -> list[Token]:
    language = closed(verb)
    clauses = children(verb, *language.infinitive_relations)
    own = [
        child
        for child in clauses
        if has_zu(child) and not any(mark.lower_ in language.purpose for mark in child.children)
    ]
    return own or gerunds(verb) or below_object(verb) or behind_comma(verb) or behind_verb(verb)


def gerunds(verb: Token) -> list[Token]:
    """ "ruled out *sending* troops" """
    if verb.lang_ != "en":
        return []
    return [child for child in children(verb, "xcomp") if child.pos_ == "VERB" and child.lower_.endswith("ing")]


def behind_verb(verb: Token) -> list[Token]:
    """ "proposed to set …", where the parse takes the complement for a purpose."""
    if verb.lang_ != "en":
        return []
    ends = {verb.i + 1, *(word.right_edge.i + 1 for word in children(verb, "obj", "obl:arg", "obl", "advmod"))}
    return [child for child in children(verb, "advcl") if has_zu(child) and child.left_edge.i in ends][:1]


def behind_comma(word: Token) -> list[Token]:
    """»die Forderung Merks, … zu …«, »versprach, … zu …«: by the order of the words, wherever the parse hangs it."""
    sent = sent_of(word)
    behind = word.doc[word.i + 1 : sent.end]
    comma = next((token for token in behind if token.text in CLOSING or token.pos_ == "VERB"), None)
    if comma is None or comma.text != "," or comma.i + 1 >= sent.end or comma.nbor().lower_ in NO_OBJECT:
        return []
    for token in word.doc[comma.i + 1 : sent.end]:
        if token.text in CLOSING or token.pos_ == "SCONJ" or is_relative(token):
            return []
        if token.pos_ in ("VERB", "AUX"):
            return [token] if has_zu(token) else []
    return []


def below_object(verb: Token) -> list[Token]:
    """»forderte alle auf, … zu …«, where the parse hangs the infinitive on the object."""
    if not is_a(verb, "object-control"):
        return []
    nouns = children(verb, "obj", "obl:arg", "nsubj:pass")
    return [child for noun in nouns for child in children(noun, "acl", "acl:relcl", "advcl") if has_zu(child)]


def questions(token: Token) -> list[Token]:
    """What an answer answers: the »ob …« clause of its sentence, else a question just before."""
    sent = sent_of(token)
    for word in sent:
        if word.lower_ in closed(word).whether and word.dep_ == "mark" and word.i < token.i:
            return [deepest(word.head)]
    before = token.doc[sent.start - 1] if sent.start else None
    return [sent_of(before).root] if before is not None and any(word.text == "?" for word in sent_of(before)) else []


def deepest(clause: Token) -> Token:
    """»ob Russland bereit wäre, … zuzustimmen«: what is asked for stands in the infinitive."""
    inner = [child for child in children(clause, "xcomp", "csubj", "ccomp", "acl") if child.pos_ == "VERB"]
    return inner[0] if inner else clause
