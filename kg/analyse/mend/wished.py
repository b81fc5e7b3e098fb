"""»*Geht es nach* Merk, wird der Hafen ausgebaut«: whose wish it is, said by a clause that begins with its verb."""

from spacy.tokens import Token

from kg.analyse.grammar import HELPING, NOUNS, VERBAL
from kg.analyse.mend.copula import take_place
from kg.analyse.morphology import feature
from kg.analyse.settled import sent_of

GOING = {"geht", "ginge"}
SO = {"dann", "so"}


def set_wished(verb: Token) -> None:
    """Hangs the clause on the one behind its comma, and whose wish it is on its verb."""
    if not is_first(verb):
        return
    end = sent_of(verb).end
    if verb.i + 4 >= end or verb.nbor().lower_ != "es" or verb.nbor(2).lower_ != "nach":
        return
    main = clause_behind(verb, end)
    if main is None or main == verb:
        return
    if verb.dep_ == "ROOT" or main.head == verb:
        take_place(main, verb)
    verb.head, verb.dep_, verb.pos_, verb.lemma_ = main, "advcl", "VERB", "gehen"
    verb.nbor().head = verb
    noun = verb.nbor(2).head
    if noun.pos_ in NOUNS and noun.i > verb.i:
        noun.head, noun.dep_ = verb, "obl"


def clause_behind(verb: Token, end: int) -> Token | None:
    """The verb or predicate of the clause whose finite verb follows the first comma."""
    comma = next((word for word in verb.doc[verb.i : end] if word.text == ","), None)
    if comma is None or comma.i + 2 >= end:
        return None
    finite = comma.nbor(2) if comma.nbor().lower_ in SO else comma.nbor()
    if finite.pos_ not in VERBAL or feature(finite, "VerbForm") != "Fin":
        return None
    return finite.head if finite.dep_ in HELPING else finite


def is_first(verb: Token) -> bool:
    """»*Geht* es nach …«, »aber *geht* es nach …«; not »danach *geht* es nach Brüssel, kündigte Merk an«."""
    if verb.i == sent_of(verb).start:
        return True
    before = verb.nbor(-1)
    return before.is_space or before.pos_ == "CCONJ" or (before.is_punct and before.text != ",")
