"""Who is whose spokesperson, minister, agency: relations that the text itself states."""

from collections.abc import Iterator

from spacy.tokens import Doc

from kg.link.cast import Cast, known_party
from kg.model import Document, Passage, Relation


def relations(document: Document, doc: Doc, cast: Cast) -> Iterator[Relation]:
    """Each relation once, with the first sentence that shows it."""
    seen: set[tuple[str, str, str]] = set()
    for word, party in cast.bearers:
        if word.organisation is None or not word.role.relation:
            continue
        organisation = known_party(word.organisation, cast.setting.language)
        key = (party.name, word.role.relation, organisation.name)
        if key not in seen:
            seen.add(key)
            sent = doc[word.token].sent
            yield Relation(party, word.role.relation, organisation, Passage(document, sent.start_char, sent.end_char))
