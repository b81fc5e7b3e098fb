"""Names of the authority that the recogniser cut otherwise, and surnames that the tagger took for words."""

import pytest
from spacy.tokens import Doc, Span

from kg.find.gazetteer import Gazetteer
from kg.find.names import names
from kg.link.known import KnownNames
from kg.link.surnames import with_surnames
from kg.model import Kind
from kg.vocabulary import Actor
from tests.find.parsed import parsed
from tests.vocabulary.made import ACTORS, made

BUND = Actor(
    "a:bund", "organisation", (("de", "Seebund"),), (("de", "Freie Seebund"), ("de", "FSB"), ("de", "Seebund"))
)
TWINS = tuple(Actor(f"a:{name}", "person", (("de", "Jo Doppel"),), (("de", "Jo Doppel"),)) for name in ("one", "two"))
VOCABULARY = made(actors=(*ACTORS, BUND, *TWINS))
KNOWN = KnownNames(VOCABULARY, "de")


@pytest.mark.parametrize(
    ("text", "kind", "iri"),
    [
        ("Freien Seebunds (FSB)", "organisation", "a:bund"),
        ("Freien Seebund (", "organisation", "a:bund"),
        ("Bund der Freien (FSB)", "organisation", "a:bund"),  # the acronym says which
        ("Freien Seebund (Ruritanien)", "organisation", None),  # the two say different things
        ("Freien Seebund für", "organisation", "a:bund"),
        ("SEEBUND", "organisation", "a:bund"),
        ("Fsb", "organisation", None),
        ("Flavia Zendas", "person", "a:zenda"),
        ("Ruritaniens Flavia Zenda", "person", "a:zenda"),
        ("Zenda", "person", None),
        ("Stiftung Flavia Zenda", "organisation", None),
        ("Flavia Zenda Stiftung", "person", None),
        ("Freier Seebund Ruritaniens", "organisation", None),
        ("Jo Doppel", "person", None),  # two bear it
        ("", "person", None),
    ],
)
def test_the_whole_name_leads_to_one_entry_or_none(text: str, kind: Kind, iri: str | None) -> None:
    found = KNOWN.actor(text, kind)
    assert (found and found.iri) == iri


def text(surname: str) -> Doc:
    doc = parsed(
        f"Nicolás {surname} schweigt. {surname} lacht",
        f"Nicolás/PROPN/nsubj/2 {surname}/PROPN/flat:name/0 schweigt/VERB/ROOT/2 ./PUNCT/punct/2 "
        f"{surname}/ADV/nsubj/5 lacht/VERB/ROOT/5",
    )
    doc.ents = [Span(doc, 0, 2, "PER")]
    return doc


@pytest.mark.parametrize(("surname", "found"), [("Maduro", ["Nicolás Maduro", "Maduro"]), ("Weil", ["Nicolás Weil"])])
def test_a_surname_is_found_again_if_it_is_no_word(surname: str, found: list[str]) -> None:
    doc = text(surname)
    assert [name.text for name in with_surnames(doc, names(doc, Gazetteer(VOCABULARY, "de")), "de")] == found
