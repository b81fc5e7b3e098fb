"""Whose voice a text is in where nobody is quoted: a speech, a joint statement, the answers of an interview.

Guideline, »Decided cases«: "we" in a press release is the signatory; an interview's answers are its guest's words.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from kg.analyse.closed import closed
from kg.analyse.settled import children
from kg.analyse.words import is_a
from kg.find.quotation import Quote, owners
from kg.link.cast import Cast
from kg.model import Party
from kg.recognise.signatory import addressed, declared, issuer, released, signed

TURNS = 2  # questions: one may be rhetoric
FIRST_PERSONS = 2  # one may be a slip of the article
QUOTES = "\"'«»„“”‘’"
LABEL = re.compile(r"[^\W\d_][\w .'’-]{1,40}(?=:\s)")


@dataclass(frozen=True)
class Voice:
    """Who speaks from character `start` to `end`, and `others` with them; quotations in there are somebody else's."""

    party: Party
    start: int
    end: int
    others: tuple[Party, ...] = ()


def voices(
    doc: Doc, quotes: Sequence[Quote], cast: Cast, title: Callable[[], Cast], publisher: Callable[[], Cast]
) -> list[Voice]:
    """The voices of a text; [] for most, since news is told in the third person.

    `title` and `publisher` give the actors of the headline and of who published it, which are analysed only when
    somebody says »I« or »we«. Where a state itself publishes, once is enough.
    """
    speaking = list(first_persons(doc, quotes))
    official = issuer(publisher()) if speaking else None
    if len(speaking) < FIRST_PERSONS and official is None:
        return []
    if signing := signed(speaking, cast):
        return [Voice(signing[0], 0, len(doc.text), signing[1:])]
    if said := introduced(doc, cast):
        return [said]
    if spoken := list(transcribed(doc, cast, title)):
        return spoken
    if signing := released(doc, cast):
        return [Voice(signing[0], 0, len(doc.text), signing[1:])]
    if signatory := addressed(title()) or official:
        return [Voice(signatory, 0, len(doc.text))]
    asked = questions(doc)
    if len(asked) >= TURNS and is_interview(doc, asked, cast):
        return list(turns(doc, asked, cast, title()))
    return [Voice(signatory, 0, len(doc.text))] if (signatory := declared(doc, cast)) else []


def introduced(doc: Doc, cast: Cast) -> Voice | None:
    """»Außenministerin Falk erklärte:« above all the rest, as press offices write it. Marked quotes are left alone."""
    line = next(lines(doc), doc[:0])
    rest = doc.text[line.end_char :].strip()
    if not (line.text.rstrip().endswith(":") and rest) or rest[0] in QUOTES:
        return None
    subjects = (noun for verb in line for noun in children(verb, "nsubj") if verb.pos_ == "VERB")
    party = next((found for noun in subjects if (found := cast.party(noun)) is not None), None)
    return Voice(party, line.end_char, len(doc.text)) if party is not None else None


def transcribed(doc: Doc, cast: Cast, title: Callable[[], Cast]) -> Iterator[Voice]:
    """ "MINISTER MERK: We …" and "PRESIDENT KERN: I …": each line is who stands in capitals before it or the last one.

    A label that names nobody ("QUESTION:") ends the words of the one before.
    """
    labels = {line.start: label[0] for line in lines(doc) if (label := LABEL.match(line.text)) and label[0].isupper()}
    if len(labels) < TURNS:
        return
    headline = title()
    named = [*people(headline, headline.doc[:]), *people(cast, doc[:])]
    speaker = None
    for line in lines(doc):
        if line.start in labels:
            speaker = called(labels[line.start], named)
        if speaker is not None:
            yield Voice(speaker, line.start_char, line.end_char)


def first_persons(doc: Doc, quotes: Sequence[Quote]) -> Iterator[Token]:
    """»ich«, »wir«, »unser« where nobody is quoted."""
    own = closed(doc[0]).first_person if len(doc) else frozenset[str]()
    for token in (token for token in doc if token.lower_ in own):
        if not owners(quotes, token.idx, token.idx + len(token)):
            yield token


def questions(doc: Doc) -> list[Span]:
    return [line for line in lines(doc) if line.text.rstrip(" \"'«»“”").endswith("?")]


def lines(doc: Doc) -> Iterator[Span]:
    """The stretches between line breaks."""
    start = 0
    for token in doc:
        if token.is_space and "\n" in token.text:
            if token.i > start:
                yield doc[start : token.i]
            start = token.i + 1
    if start < len(doc):
        yield doc[start:]


def is_interview(doc: Doc, asked: Sequence[Span], cast: Cast) -> bool:
    """A comment asks questions too: a person stands before a colon, or the lead speaks of a conversation."""
    lead = doc[: asked[0].start]
    return any(is_a(token, "conversation") for token in lead) or any(labelled(line, cast) for line in lines(doc))


def turns(doc: Doc, asked: Sequence[Span], cast: Cast, title: Cast) -> Iterator[Voice]:
    """The answers: each line after the first question that asks nothing, by the name before its colon or the guest."""
    first, starts = asked[0].start, {question.start for question in asked}
    titled = list(people(title, title.doc[:]))
    guest = titled[0] if len(titled) == 1 else next(people(cast, doc[:first]), None)
    for line in lines(doc):
        if line.start < first or line.start in starts:
            continue
        person = labelled(line, cast)
        guest = person or guest
        if guest is not None and (person or not LABEL.match(line.text)):  # »ZEIT: Wir fordern …« is the interviewer's
            yield Voice(guest, line.start_char, line.end_char)


def labelled(line: Span, cast: Cast) -> Party | None:
    """»Merk: Wir …«"""
    label = LABEL.match(line.text)
    return called(label[0], people(cast, line.doc[:])) if label else None


def called(label: str, persons: Iterable[Party]) -> Party | None:
    """The person whose surname ends the label: »Merk«, "MINISTER MERK"."""
    last = label.split()[-1]
    surnames = ((party.name.split()[-1], party) for party in persons)
    return next((party for surname, party in surnames if last in (surname, surname.upper())), None)


def people(cast: Cast, span: Span) -> Iterator[Party]:
    for name, party in cast.parties.items():
        if span.start <= name.start < span.end and party.kind == "person":
            yield party
