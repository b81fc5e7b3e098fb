"""Every name in a text: those of the authority, then what the named entity recogniser adds."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from spacy.tokens import Doc, Span, Token

from kg.analyse.grammar import case_of, is_plural
from kg.analyse.settled import children, has, sent_of
from kg.analyse.words import is_a, is_actor
from kg.find.dates import CALENDAR
from kg.find.gazetteer import Gazetteer
from kg.find.small_letters import FLAT, from_small_letter, has_particle, is_behind_particle, is_first_name
from kg.model import Kind
from kg.vocabulary import Actor

PERSONS = {"april", "june", "august"}
OF = {"der", "des", "von", "vom"}
KINDS: dict[str, Kind] = {"PER": "person", "ORG": "organisation", "LOC": "place", "GPE": "place", "PERSON": "person"}


@dataclass(frozen=True)
class Name:
    """A name at tokens `start` to `end` (exclusive); several `candidates` mean that the authority knows namesakes."""

    start: int
    end: int
    text: str
    kind: Kind
    candidates: tuple[Actor, ...] = ()
    guessed: bool = False  # by the part of speech alone; good enough for a holder, not for a mention by itself
    bracketed: bool = False  # »(BDI)« after the name that it abbreviates


def names(doc: Doc, gazetteer: Gazetteer) -> list[Name]:
    """Without overlaps, in text order. The authority's name wins, unless the recogniser sees a longer one."""
    entities = [part for entity in doc.ents if entity.label_ in KINDS for part in apart(whole(entity))]
    around = {token.i: entity for entity in entities for token in entity}
    known = [
        (span, actors)
        for span, actors in gazetteer.find(doc)
        if is_nominal(span, actors) and not (inside_longer(span, around.get(span.start)) or is_behind_particle(span))
    ]
    taken = {token.i for span, _ in known for token in span}
    unknown = [entity for entity in entities if not any(token.i in taken for token in entity)]
    taken |= {token.i for entity in unknown for token in entity}
    found = [*authority_names(known), *map(recognised, unknown), *parsed_names(doc, taken)]
    return sorted((replace(name, bracketed=is_bracketed(doc, name)) for name in found), key=lambda name: name.start)


def whole(entity: Span) -> Span:
    """»Amt für Gesundheit *und Arbeit*«: the recogniser may end the name before what is joined to its last noun."""
    doc, end = entity.doc, entity.end
    if has_seat(entity):
        return Span(doc, entity.start - 1, end, label="ORG")
    if (started := from_small_letter(entity)) is not None:
        return started
    if entity.label_ == "PER" and end < len(doc) and is_surname(doc[end], entity):
        return Span(doc, entity.start, end + 1, label=entity.label_)
    second = next((child for child in children(doc[end - 1], "conj") if not has(child, "det", "case")), None)
    if second is None or second.pos_ != "NOUN" or second.i != end + 1 or second.ent_type_:
        return entity
    named_by = len(entity) > 2 and doc[end - 1].pos_ == "NOUN" and case_of(doc[end - 1])
    if not named_by or is_actor(second):  # »das Amt für Verbraucherschutz und *Ärzte* fordern …«: who else does it
        return entity
    return Span(doc, entity.start, end + 2, label=entity.label_)


def has_seat(entity: Span) -> bool:
    """»das *Landgericht* Ulm«: what is behind the noun says where the body is, and is part of its name."""
    if entity.label_ == "PER" or not entity.start or entity[0].dep_ not in ("appos", *FLAT):
        return False
    body = entity[0].nbor(-1)
    return entity[0].head.i == body.i and body.pos_ == "NOUN" and is_a(body, "seated") and not is_plural(body)


def apart(entity: Span) -> list[Span]:
    """»der Chef der *Vereinten Nationen* *António Guterres*«: a body and its head, taken for one name."""
    body = entity.label_ == "ORG" and len(entity) > 2 and is_first_name(entity[-2])
    if not body or entity[-1].pos_ != "PROPN" or not is_of_role(entity):
        return [entity]
    doc, place = entity.doc, entity.end - 2
    return [Span(doc, entity.start, place, label="ORG"), Span(doc, place, entity.end, label="PER")]


def is_of_role(entity: Span) -> bool:
    """»der *Sprecher der* Organisation Pro Asyl«"""
    first = entity.start
    before = entity.doc[max(sent_of(entity[0]).start + 1, first - 3) : first]
    return any(word.lower_ in OF and is_a(word.nbor(-1), "agent") for word in before)


def is_surname(word: Token, entity: Span) -> bool:
    """»Renate *Kern*«: what the recogniser left out since it looks like any noun."""
    return word.dep_ in FLAT and word.head.i == entity.start and word.pos_ == "PROPN" and not word.ent_type_


def is_bracketed(doc: Doc, name: Name) -> bool:
    return name.start > 0 and name.end < len(doc) and doc[name.start - 1].text == "(" and doc[name.end].text == ")"


def parsed_names(doc: Doc, taken: set[int]) -> Iterator[Name]:
    """Proper nouns that the recogniser passed over: several in a row are mostly a person, one an organisation."""
    for token in doc:
        if token.pos_ == "PROPN" and token.i not in taken and token.text[:1].isalpha() and not is_calendar(token):
            span = doc[token.i : end_of_name(token, taken)]
            first = start_of_name(token, taken) if len(span) == 1 else token.i
            person = len(span) > 1
            span = doc[first : span.end]
            taken.update(range(span.start, span.end))
            yield Name(span.start, span.end, bare(span), "person" if person else "organisation", guessed=True)


def start_of_name(last: Token, taken: set[int]) -> int:
    """ "the *Foreign* Ministry": English writes the adjectives of a name with capitals, too."""
    first = last
    while last.lang_ == "en" and first.i > sent_of(last).start + 1:
        before = first.nbor(-1)
        part = before.dep_ in ("amod", "compound") and before.head.i == last.i and before.i not in taken
        if not (part and before.text.istitle() and before.pos_ in ("ADJ", "NOUN")):
            break
        first = before
    return first.i


def is_calendar(token: Token) -> bool:
    """ "Monday" and »Sonntag« may be tagged as names; months that are names, too, may be persons."""
    return token.lower_ in CALENDAR - PERSONS


def end_of_name(first: Token, taken: set[int]) -> int:
    """Behind the proper nouns in a row that the parse joins."""
    following = first.doc[first.i + 1 :]
    joined = takewhile(lambda token: token.pos_ == "PROPN" and token.dep_ in FLAT and token.i not in taken, following)
    return first.i + 1 + sum(1 for _ in joined)


def authority_names(known: list[tuple[Span, list[Actor]]]) -> Iterator[Name]:
    for span, actors in known:
        yield Name(span.start, span.end, span.text, actors[0].kind, tuple(actors))


def recognised(entity: Span) -> Name:
    kind = "person" if has_particle(entity) else KINDS[entity.label_]
    return Name(entity.start, entity.end, bare(entity), kind)


def bare(entity: Span) -> str:
    """The name without the genitive's *s*, where the parse says that it is one."""
    if len(entity) > 1 and entity.root.i == entity.start and is_a(entity.root, "seated"):
        return f"{entity.root.lemma_} {entity[1:].text}"
    return entity.text.removesuffix("s") if is_genitive(entity.root) else entity.text


def is_genitive(name: Token) -> bool:
    """»Husseins« below a noun and without a preposition; English sets its *'s* apart."""
    return name.lang_ != "en" and (
        name.dep_ in ("nmod", "nmod:poss")
        and name.text.endswith("s")
        and name.head.pos_ in ("NOUN", "PROPN")
        and not case_of(name)
    )


def inside_longer(span: Span, entity: Span | None) -> bool:
    """»Berlin« in »Berliner Zeitung«, »Merkel« in »Angela Merkel«."""
    return entity is not None and span.end <= entity.end and len(entity) > len(span)


def is_nominal(span: Span, actors: list[Actor]) -> bool:
    """»die Welt« as a common noun is no paper: for a medium the tagger or the recogniser must see a name."""
    if span[-1].pos_ == "PROPN" or len(span) > 1 or span[0].is_upper or any(span[0].ent_type_):
        return True
    return span[0].pos_ == "NOUN" and all(actor.kind not in ("medium", "person") for actor in actors)
