"""Every name in a text: those of the authority, then what the named entity recogniser adds."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from kg.find.gazetteer import Gazetteer
from kg.model import Kind
from kg.vocabulary import Actor

KINDS: dict[str, Kind] = {"PER": "person", "ORG": "organisation", "LOC": "place", "GPE": "place", "PERSON": "person"}


@dataclass(frozen=True)
class Name:
    """A name at tokens `start` to `end` (exclusive); several `candidates` mean that the authority knows namesakes."""

    start: int
    end: int
    text: str
    kind: Kind
    candidates: tuple[Actor, ...] = ()


def names(doc: Doc, gazetteer: Gazetteer) -> list[Name]:
    """Without overlaps, in text order. The authority's name wins, unless the recogniser sees a longer one."""
    entities = [entity for entity in doc.ents if entity.label_ in KINDS]
    known = [
        (span, actors)
        for span, actors in gazetteer.find(doc)
        if not inside_longer(span, entities) and is_nominal(span)
    ]
    taken = {token.i for span, _ in known for token in span}
    unknown = (entity for entity in entities if not any(token.i in taken for token in entity))
    found = [*authority_names(known), *map(recognised, unknown)]
    return sorted(found, key=lambda name: name.start)


def authority_names(known: list[tuple[Span, list[Actor]]]) -> Iterator[Name]:
    for span, actors in known:
        yield Name(span.start, span.end, span.text, actors[0].kind, tuple(actors))


def recognised(entity: Span) -> Name:
    return Name(entity.start, entity.end, bare(entity), KINDS[entity.label_])


def bare(entity: Span) -> str:
    """The name without the genitive's *s*, where the lemma says that there is one."""
    last = entity[-1]
    ending = last.text[len(last.lemma_) :] if last.text.startswith(last.lemma_) else ""
    return entity.text.removesuffix(ending) if ending == "s" else entity.text


def inside_longer(span: Span, entities: list[Span]) -> bool:
    """»Berlin« in »Berliner Zeitung«, »Merkel« in »Angela Merkel«."""
    return any(
        entity.start <= span.start and span.end <= entity.end and len(entity) > len(span) for entity in entities
    )


def is_nominal(span: Span) -> bool:
    """»die Welt« as a common noun is no paper, »Essen« no town: the tagger or the recogniser must see a name."""
    return span[-1].pos_ == "PROPN" or len(span) > 1 or span[0].is_upper or any(span[0].ent_type_)
