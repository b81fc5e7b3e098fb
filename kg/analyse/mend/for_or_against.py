"""»… dafür«, »… dagegen«: the adverb as what is said of somebody."""

from spacy.tokens import Token

from kg.analyse.grammar import NOUNS, case_of
from kg.analyse.mend.commas import comma_before
from kg.analyse.settled import has, sent_of
from kg.analyse.words import is_actor

SIDES = frozenset({"für", "gegen"})
POINTING = frozenset({"dafür", "dagegen"})
NO_NAME = ("VERB", "AUX", "SCONJ", "CCONJ", "PRON")


def set_for_or_against(adverb: Token) -> None:
    """»Norwegen *ist* am Ende *dagegen*«: with nothing else that it could be, »dagegen« is what the subject is."""
    verb = adverb.head
    last = adverb.i + 1 == len(adverb.doc) or adverb.nbor().is_punct or adverb.nbor().is_space
    if last and (voter := other_voter(adverb)) is not None:
        set_vote(adverb, voter)
        return
    if last and verb.pos_ in NOUNS and verb.dep_ in ("ROOT", "conj", "parataxis"):
        set_said_of(adverb)
        return
    if adverb.dep_ != "advmod" or verb.lemma_ != "sein" or verb.dep_ in ("aux", "cop") or not last:
        return
    inner = [child for child in verb.children if child.i != adverb.i]
    adverb.dep_, adverb.head = verb.dep_, adverb if verb.dep_ == "ROOT" else verb.head
    for child in (*inner, verb):
        child.head = adverb
    verb.dep_ = "cop"


def set_said_of(adverb: Token) -> None:
    """»…, *ist* der Minister *dagegen*«, where the parse has the subject as what the clause is."""
    noun = adverb.head
    copula = next((child for child in noun.children if child.lemma_ == "sein" and child.i < adverb.i), None)
    if copula is None or adverb.dep_ != "advmod" or has(noun, "nsubj"):
        return
    if noun.pos_ != "PROPN" and not is_actor(noun):  # »Hier *ist* der Beweis *dafür*«
        return
    clauses = [child for child in noun.children if child.dep_ in ("advcl", "punct") and child.i != adverb.i]
    adverb.dep_, adverb.head = noun.dep_, adverb if noun.dep_ == "ROOT" else noun.head
    noun.head, noun.dep_, copula.head, copula.dep_ = adverb, "nsubj", adverb, "cop"
    for clause in clauses:
        clause.head = adverb


def other_voter(adverb: Token) -> Token | None:
    """»Norwegen stimmte für den Plan, *Chile* dagegen«: who stands alone between a comma and the last word."""
    comma = comma_before(adverb)
    if comma is None or not any(word.pos_ in ("VERB", "AUX") for word in adverb.doc[sent_of(adverb).start : comma.i]):
        return None
    between = adverb.doc[comma.i + 1 : adverb.i]
    if not between or any(word.pos_ in NO_NAME or case_of(word) for word in between):
        return None
    return next((word for word in between if word.pos_ in NOUNS and word.head not in between), None)


def set_vote(adverb: Token, voter: Token) -> None:
    """The adverb is what is said of the other voter, in a clause that is joined to the first."""
    if adverb.dep_ == "ROOT":
        return
    verb = sent_of(adverb).root
    adverb.head, adverb.dep_, adverb.lemma_ = verb, "conj", adverb.lower_ + "stimmen"
    voter.head, voter.dep_ = adverb, "nsubj"
