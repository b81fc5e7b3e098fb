"""Who is whose spokesperson, minister, agency: relations that the text itself states."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from kg.analyse.settled import sent_of
from kg.link.cast import Cast
from kg.link.parties import known_party
from kg.model import Document, Passage, Relation


def relations(document: Document, doc: Doc, cast: Cast) -> Iterator[Relation]:
    """Each relation once, with the first sentence that shows it."""
    seen: set[tuple[str, str, str]] = set()
    for bearer in cast.offices.bearers:
        word = bearer.word
        if word.organisation is None or not word.role.relation or bearer.is_former:
            continue
        organisation = known_party(word.organisation, cast.setting.language)
        key = (bearer.party.name, word.role.relation, organisation.name)
        if key not in seen:
            seen.add(key)
            yield Relation(bearer.party, word.role.relation, organisation, passage(document, sent_of(doc[word.token])))


def passage(document: Document, sentence: Span) -> Passage:
    """The sentence without the line ends that the parser counts to it."""
    start = sentence.start_char + len(sentence.text) - len(sentence.text.lstrip())
    return Passage(document, start, start + len(sentence.text.strip()))
