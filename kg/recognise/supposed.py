"""What a sentence only supposes of somebody: a guess, an expectation, hearsay, a case that may come.

Whoever speaks the words knows what he or she holds: all this is asked of others alone.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.grammar import auxiliaries, negators
from kg.analyse.settled import children, has, sent_of
from kg.analyse.slots import is_wish
from kg.analyse.words import is_a
from kg.recognise.candidate import Candidate
from kg.recognise.conditions import is_condition

SAID_OF = ("ccomp", "csubj", "csubj:pass", "acl")
UPWARDS = ("conj", "xcomp", "aux")
PERFECT = {"haben", "sein"}
EXPECTED = ("nsubj", "nsubj:pass", "obj", "obl", "obl:arg")
WHAT = {"was", "wer", "wen", "wem"}
ADVERBIAL = ("advmod", "obl")


def is_supposed(candidate: Candidate) -> bool:
    verb = candidate.frame.match.verb
    if verb.lang_ == "en" or wishes(candidate):
        return False
    clause = verb.head if verb.dep_ == "aux" else verb
    forecast = candidate.frame.holder_slot == "speaker" and is_expected(clause)
    foretold = candidate.frame.holder_slot == "speaker" and befalls(candidate)
    if (
        forecast
        or foretold
        or is_hearsay(candidate.token)
        or is_not_yet(candidate.token)
        or asks_what(candidate)
        or keeps_it(candidate)
    ):
        return True
    return not (candidate.speaks or candidate.answered) and any(map(is_open, upwards(clause)))


def wishes(candidate: Candidate) -> bool:
    """»*Geht es nach* Merk, wird der Hafen ausgebaut«: a condition that says who wants it."""
    return candidate.frame.target_slot == "head" and is_wish(candidate.token)


def befalls(candidate: Candidate) -> bool:
    """»sie werde Probleme *bekommen*«, »*würde* ich sagen«: what comes to somebody, what one would do; no promise."""
    modal, verb = candidate.token, candidate.frame.match.verb
    clause = verb.head if verb.dep_ == "aux" else verb
    would = candidate.mode == "direct" and modal.lower_.startswith("würde")
    return would or is_a(clause, "befalling")


def keeps_it(candidate: Candidate) -> bool:
    """»wollte sich nicht *äußern*«, »wollte keinen *Kommentar* geben«: no answer; »will *wissen*, dass …«: hearsay."""
    token = candidate.token
    if token.dep_ != "aux" or candidate.frame.holder_slot == "owner" or token.lang_ == "en":
        return False
    knows = token.head.lemma_ == "wissen" and has(token.head, "ccomp")
    gives = is_a(token.head, "handing-out") and any(is_a(noun, "comment") for noun in children(token.head, "obj"))
    return knows or ((gives or is_a(token.head, "commenting")) and bool(negators(token.head)))


def asks_what(candidate: Candidate) -> bool:
    """»*Was* der Minister plant, steht nicht fest«: a clause that asks what it is does not say it."""
    clauses = candidate.frame.targets if candidate.frame.target_slot == "head" else ()
    asked = (word for clause in clauses for word in children(clause, "obj", "obl:arg", "nsubj"))
    first = sent_of(candidate.token)[0]
    before = candidate.token.doc[first.i : candidate.token.i]
    opened = bool(clauses) and not any(word.text == "," for word in before)
    return any(word.lower_ in WHAT and word.pos_ == "PRON" for word in (*asked, *([first] if opened else [])))


def upwards(clause: Token) -> Iterator[Token]:
    """The clause, and those that it goes on with or hangs on as an infinitive."""
    yield clause
    while clause.dep_ in UPWARDS:
        clause = clause.head
        yield clause


def is_open(clause: Token) -> bool:
    return is_guessed(clause) or is_expected(clause) or is_condition(clause)


def is_guessed(clause: Token) -> bool:
    """»wird *voraussichtlich* zustimmen«, »*vermutlich* im Mai«, but not »*sehr* wohl«."""
    near = [clause, *children(clause, *ADVERBIAL)]
    adverbs = (word for head in near for word in children(head, "advmod"))
    return any(is_a(word, "likelihood") and not has(word, "advmod") for word in adverbs)


def is_expected(clause: Token) -> bool:
    """»es wird *erwartet*, dass …«, »für den *Fall*, dass …«, but not »es ist wahrscheinlich, *da* …«."""
    above = clause.head
    marks = [mark.lower_ for mark in children(clause, "mark")]
    said = clause.dep_ in SAID_OF or (clause.dep_ == "advcl" and bool(marks))  # the parse takes a fronted one for that
    told = said and closed(clause).that.issuperset(marks)
    return told and (holds_possible(above) or (clause.dep_ == "acl" and is_a(above, "condition")))


def holds_possible(word: Token) -> bool:
    """»*erwarten*, dass«, »*gilt* als *wahrscheinlich*«."""
    return any(is_a(other, "expecting") for other in judging(word))


def judging(word: Token) -> list[Token]:
    """The word itself, and behind »gilt als …« what it is held for."""
    return [word, *(children(word, "xcomp", "obl") if is_a(word, "membership") else ())]


def is_not_yet(noun: Token) -> bool:
    """»mit einer *Ablehnung* durch Norwegen wird gerechnet«, »der von Polen *erwartete* Aufruhr«.

    Not »nahm den *Vorschlag* Norwegens an«.
    """
    if noun.dep_ == "amod" and is_a(noun, "expecting"):
        return True
    expected = noun.pos_ == "NOUN" and noun.dep_ in EXPECTED and not is_a(noun, "occasion")
    return expected and any(is_a(other, "foreseeing") for other in judging(noun.head))


def is_hearsay(modal: Token) -> bool:
    """»will nichts *gewusst haben*«, »soll gelogen *haben*«: a modal with a perfect says what is told of somebody."""
    if modal.dep_ != "aux":
        return False
    later = (other for other in auxiliaries(modal.head) if other.i > modal.head.i and other.i != modal.i)
    return any(other.lower_ in PERFECT and other.dep_ == "aux" for other in later)
