"""Who is who: names, offices, descriptions, sides."""

from datetime import date

import pytest
from spacy.tokens import Doc, Span

from kg.analyse.words import WordMarker
from kg.find.gazetteer import Gazetteer
from kg.find.names import names
from kg.link.cast import Cast
from kg.link.known import KnownNames
from kg.link.relations import relations
from kg.link.roles import Roles
from kg.link.setting import Setting
from kg.model import Document
from tests.find.parsed import parsed
from tests.vocabulary.made import made

VOCABULARY = made()
ROLES = Roles(VOCABULARY, "de")
KNOWN = KnownNames(VOCABULARY, "de")


def cast(doc: Doc, published: date | None = date(2025, 1, 1), persons: tuple[tuple[int, int], ...] = ()) -> Cast:
    doc.ents = [Span(doc, start, end, "PER") for start, end in persons]
    WordMarker(VOCABULARY, "de").mark(doc)
    return Cast(doc, names(doc, Gazetteer(VOCABULARY, "de")), Setting(VOCABULARY, ROLES, KNOWN, "de", published))


MINISTER = "ruritanischer/ADJ/amod/1 Außenminister/NOUN/nsubj/2 schweigt/VERB/ROOT/2"
SPEAKER = (
    "ruritanischer/ADJ/amod/1 Sprecher/NOUN/nsubj/4 Anna/PROPN/appos/1 Kern/PROPN/flat:name/2 schweigt/VERB/ROOT/4 "
    "./PUNCT/punct/4 Sprecher/NOUN/nsubj/7 Kern/PROPN/appos/6 geht/VERB/ROOT/8"
)


def speaker() -> Doc:
    text = "ruritanischer Sprecher Anna Kern schweigt. Sprecher Kern geht"
    return parsed(text, SPEAKER.replace("Sprecher/NOUN/nsubj/7", "Sprecher/NOUN/nsubj/8"))


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2012, 5, 1), "Flavia Zenda"),
        (date(2020, 1, 1), "Rupert Hentzau"),  # an office ends before its last day
        (date(2025, 5, 1), "Rupert Hentzau"),
        (date(2005, 5, 1), "ruritanischer Außenminister"),  # nobody is known of that day
        (None, "ruritanischer Außenminister"),
    ],
)
def test_an_office_is_borne_by_whoever_held_it_on_the_day(day: date | None, name: str) -> None:
    doc = parsed("ruritanischer Außenminister schweigt", MINISTER)
    doc[1].set_morph("Gender=Masc|Number=Sing")
    party = cast(doc, day).party(doc[1])
    assert party is not None
    assert party.name == name


def test_a_person_named_with_an_office_bears_it_and_its_side() -> None:
    doc = speaker()
    found = cast(doc, persons=((2, 4), (7, 8)))
    first, second = found.party(doc[1]), found.party(doc[6])
    assert first is not None
    assert first.name == "Anna Kern"
    assert second == first  # by the surname
    side = found.side(first)
    assert side is not None
    assert side.iri == "a:ruritania"


def test_the_text_states_who_speaks_for_whom_once() -> None:
    doc = speaker()
    found = list(relations(Document(doc.text, "x"), doc, cast(doc, persons=((2, 4), (7, 8)))))
    assert [(each.subject.name, each.predicate, each.object.name) for each in found] == [
        ("Anna Kern", "spokesperson_of", "Ruritanien")
    ]


@pytest.mark.parametrize(
    ("annotation", "name"),
    [
        (
            "Strelsau/PROPN/nsubj/1 schweigt/VERB/ROOT/1",
            "FC Strelsau",
        ),  # a capital is the state only if nobody bears it
        ("Bauernpartei/NOUN/nsubj/1 schweigt/VERB/ROOT/1", "Bauernpartei"),
        ("Kritiker/NOUN/nsubj/1 schweigt/VERB/ROOT/1", "Kritiker"),
        ("Tisch/NOUN/nsubj/1 schweigt/VERB/ROOT/1", None),
    ],
)
def test_groups_and_names_can_hold_a_position_and_things_cannot(annotation: str, name: str | None) -> None:
    doc = parsed(f"{annotation.split('/')[0]} schweigt", annotation)
    party = cast(doc).party(doc[0])
    assert (party and party.name) == name


@pytest.mark.parametrize(("noun", "acts"), [("Tisch", True), ("Entscheidung", False)])
def test_what_acts_may_be_anything_but_an_abstract_noun(noun: str, acts: bool) -> None:
    doc = parsed(f"{noun} schweigt", f"{noun}/NOUN/nsubj/1 schweigt/VERB/ROOT/1")
    assert (cast(doc).party(doc[0], acts=True) is not None) is acts


def test_an_acronym_in_brackets_is_a_name_from_there_on() -> None:
    doc = parsed(
        "Bund Ruritanischer Bauern (BRB) ruft. BRB geht",
        "Bund/PROPN/nsubj/6 Ruritanischer/PROPN/flat:name/0 Bauern/PROPN/flat:name/0 (/PUNCT/punct/4 BRB/PROPN/appos/0 "
        ")/PUNCT/punct/4 ruft/VERB/ROOT/6 ./PUNCT/punct/6 BRB/PROPN/nsubj/9 geht/VERB/ROOT/9",
    )
    found = cast(doc, persons=((0, 3),))
    assert found.party(doc[8]) == found.party(doc[0])
