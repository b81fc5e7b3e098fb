"""Where a text names actors, and where an office alone says who of the authority is meant."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from kg.find.names import Name
from kg.link.cast import Cast
from kg.model import Document, Mention, Party, Passage


def mentions(document: Document, doc: Doc, names: list[Name], cast: Cast) -> Iterator[Mention]:
    """In the order of the text. A name that was only guessed counts if the authority knows who is meant."""
    found: list[tuple[Span, Party]] = []
    for name in names:
        party = cast.parties[name]
        if party.iri or not name.guessed:
            found.append((doc[name.start : name.end], party))
    found += [(doc[noun.i : noun.i + 1], party) for noun, party in cast.titled()]
    for span, party in sorted(found, key=lambda pair: pair[0].start):
        yield Mention(Passage(document, span.start_char, span.end_char), party)
