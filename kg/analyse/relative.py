"""What a relative pronoun stands for: the noun that its clause hangs on, or the one that its verb agrees with."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.closed.german import GERMAN
from kg.analyse.grammar import auxiliaries, is_plural, number_of
from kg.analyse.morphology import feature
from kg.analyse.settled import has, sent_of

LIKENED = {"ihn", "sie", "es"}


def is_relative(token: Token) -> bool:
    own = closed(token)
    named = token.pos_ == "PRON" and token.lemma_.lower() in own.relative
    return named or token.lower_ in own.relative_forms or feature(token, "PronType") == "Rel"


def antecedent(token: Token) -> Token:
    """A relative pronoun stands for the noun that its clause hangs on."""
    clause = token.head
    while clause.dep_ == "conj":
        clause = clause.head
    if clause.dep_ == "acl:relcl" and is_likened(token, clause):
        return clause.head
    if clause.dep_ != "acl:relcl" or not is_relative(token):
        return token
    noun = clause.head
    plural = any(map(is_plural, (clause, *auxiliaries(clause))))
    if noun.dep_ == "conj" and plural and not is_plural(noun):
        return noun.head  # »X und Y, die …«
    if token.dep_ != "nsubj" or closed(token) is not GERMAN:
        return noun
    number = number_of(clause)
    if not number or agrees(noun, number):
        return noun
    return next((other for other in nouns_before(token) if agrees(other, number)), noun)


def is_likened(pronoun: Token, clause: Token) -> bool:
    """»ein Verbot, *wie es* die SPD fordert«: the pronoun of such a clause is what it hangs on."""
    if pronoun.lower_ not in LIKENED or pronoun.pos_ != "PRON" or closed(pronoun) is not GERMAN:
        return False
    first = next((word for word in clause.doc[clause.left_edge.i : clause.i] if not word.is_punct), clause)
    return first.lower_ == "wie"


def agrees(noun: Token, number: str) -> bool:
    """Whether a noun may be what a verb of that number has as its subject."""
    return feature(noun, "Number") in ("", number) or has(noun, "conj")


def nouns_before(token: Token) -> Iterator[Token]:
    """»Das Fest wurde von *Bürgern* gestört, die …«: those before it in its sentence, the last first."""
    return (noun for noun in reversed(token.doc[sent_of(token).start : token.i]) if noun.pos_ == "NOUN")
