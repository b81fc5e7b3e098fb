"""Names by the authority, by the recogniser, and by the parse."""

import pytest
from spacy.tokens import Doc, Span

from kg.find.gazetteer import Gazetteer
from kg.find.names import names
from tests.find.parsed import parsed
from tests.vocabulary.made import made

GAZETTEER = Gazetteer(made(), "de")


def with_entities(doc: Doc, *entities: tuple[int, int, str]) -> Doc:
    doc.ents = [Span(doc, start, end, label) for start, end, label in entities]
    return doc


STRELSAU = "Strelsau/PROPN/nsubj/1 schweigt/VERB/ROOT/1/schweigen"
PAPER = "Strelsauer/ADJ/amod/1 Post/PROPN/nsubj/2 schweigt/VERB/ROOT/2/schweigen"
PERSON = "Anna/PROPN/nsubj/2 Kern/PROPN/flat:name/0 schweigt/VERB/ROOT/2/schweigen"
SON = "Sohn/NOUN/nsubj/2 Kerns/PROPN/nmod/0 schweigt/VERB/ROOT/2/schweigen"
BRACKET = "Bund/PROPN/nsubj/4 (/PUNCT/punct/2 BB/PROPN/appos/0 )/PUNCT/punct/2 schweigt/VERB/ROOT/4"


@pytest.mark.parametrize(
    ("doc", "found"),
    [
        (parsed("Strelsau schweigt", STRELSAU), [("Strelsau", "state")]),
        (
            with_entities(parsed("Strelsauer Post schweigt", PAPER), (0, 2, "ORG")),
            [("Strelsauer Post", "organisation")],
        ),
        (parsed("Strelsauer Post schweigt", PAPER), [("Post", "medium")]),
        (with_entities(parsed("Anna Kern schweigt", PERSON), (0, 2, "PER")), [("Anna Kern", "person")]),
        (parsed("Anna Kern schweigt", PERSON), [("Anna Kern", "person")]),  # the recogniser passed it over
        (parsed("Sohn Kerns schweigt", SON), [("Kern", "organisation")]),  # the genitive is taken off
        (parsed("die Post schweigt", "die/DET/det/1 Post/NOUN/nsubj/2 schweigt/VERB/ROOT/2"), []),  # a common noun
    ],
)
def test_names_do_not_overlap(doc: Doc, found: list[tuple[str, str]]) -> None:
    assert [(name.text, name.kind) for name in names(doc, GAZETTEER)] == found


def test_a_name_in_brackets_is_marked() -> None:
    assert [name.bracketed for name in names(parsed("Bund (BB) schweigt", BRACKET), GAZETTEER)] == [False, True]
