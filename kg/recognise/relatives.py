"""Clauses behind a noun that say what is meant: »ein Gesetz verabschieden, *das den Verkauf verbietet*«."""

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.relative import is_relative
from kg.analyse.settled import children, sent_of
from kg.analyse.slots import fillers
from kg.analyse.words import is_a
from kg.recognise.shorten import SHORTER_CLAUSE, count, shortened

NOUNS = ("NOUN", "PROPN", "PRON")


def told_of(noun: Token) -> Iterator[Token]:
    """The clauses of a German noun: right behind it, or behind the verb, where the parse may hang them on that."""
    if noun.lang_ == "en":
        return
    yield from (clause for clause in children(noun, "acl:relcl") if clause.i > noun.i)
    for verb in noun.ancestors:
        if verb.pos_ in NOUNS:
            continue
        yield from (clause for clause in children(verb, "acl:relcl") if opens(clause) and last_noun(clause) == noun)


def content_of(noun: Token) -> Iterator[Token]:
    """»wies den Vorwurf der Kläger zurück, *Geld gewaschen zu haben*«: what is summed up in a noun, behind its verb."""
    if noun.lang_ == "en" or not is_a(noun, "summing"):
        return
    for clause in (*fillers(noun, "xcomp"), *fillers(noun, "ccomp")):
        start = clause.left_edge
        if start.i > noun.right_edge.i and "," in (start.text, start.nbor(-1).text):
            yield clause


def opens(clause: Token) -> bool:
    """»…, *das* den Export erlaubt«, »…, *an die* Waffen gehen«"""
    return any(map(introduces, clause.doc[clause.left_edge.i : clause.i][:3]))


def introduces(word: Token) -> bool:
    """The parse takes »…, *die* Öl liefern« for an article."""
    article = word.lemma_.lower() in closed(word).relative and word.i > 0 and word.nbor(-1).text == ","
    return is_relative(word) or article


def last_noun(clause: Token) -> Token | None:
    """»den *Bau* der Brücke stoppen, der …«: the nearest noun before a clause, as it stands."""
    before = clause.doc[sent_of(clause).start : clause.left_edge.i]
    return next((word for word in reversed(before) if word.pos_ in NOUNS), None)


def in_short(clause: Token, gone: Collection[Token], room: int) -> list[Token]:
    """A clause without what it can do without; [] if it has no room, or loses what it begins with."""
    found = shortened(clause, SHORTER_CLAUSE, gone, room)
    begins = clause.dep_ != "acl:relcl" or any(map(introduces, found[:3]))
    return found if begins and count(found) <= room else []
