"""Offices that nouns name, and whose they are."""

import pytest

from kg.link.roles import Roles
from tests.find.parsed import parsed
from tests.vocabulary.made import made

ROLES = Roles(made(), "de")


@pytest.mark.parametrize(
    ("text", "annotation", "at", "role", "organisation"),
    [
        ("Außenminister", "Außenminister/NOUN/ROOT/0", 0, "r:minister", None),
        ("Außenministerin", "Außenministerin/NOUN/ROOT/0", 0, "r:minister", None),
        ("Vizeaußenminister", "Vizeaußenminister/NOUN/ROOT/0", 0, "r:minister", None),
        ("ruritanischer Sprecher", "ruritanischer/ADJ/amod/1 Sprecher/NOUN/ROOT/1", 1, "r:speaker", "a:ruritania"),
        ("Sprecher Ruritaniens", "Sprecher/NOUN/ROOT/0 Ruritaniens/PROPN/nmod/0", 0, "r:speaker", "a:ruritania"),
        (
            "Sprecher von Ruritanien",
            "Sprecher/NOUN/ROOT/0 von/ADP/case/2 Ruritanien/PROPN/nmod/0",
            0, "r:speaker", "a:ruritania",
        ),
        (
            "Sprecher des ruritanischen Amtes",
            "Sprecher/NOUN/ROOT/0 des/DET/det/3 ruritanischen/ADJ/amod/3 Amtes/NOUN/nmod/0",
            0, "r:speaker", "a:ruritania",
        ),
        ("Ruritanien-Sprecher", "Ruritanien-Sprecher/NOUN/ROOT/0", 0, "r:speaker", "a:ruritania"),
        (
            "Sprecher gegen Ruritanien",
            "Sprecher/NOUN/ROOT/0 gegen/ADP/case/2 Ruritanien/PROPN/nmod/0",
            0, "r:speaker", None,
        ),
    ],
)  # fmt: skip
def test_a_noun_names_an_office(text: str, annotation: str, at: int, role: str, organisation: str | None) -> None:
    found = ROLES.role_of(parsed(text, annotation)[at])
    assert found is not None
    assert (found.role.iri, found.organisation and found.organisation.iri) == (role, organisation)


@pytest.mark.parametrize("annotation", ["Tisch/NOUN/ROOT/0", "sprecher/ADJ/ROOT/0"])
def test_other_words_name_none(annotation: str) -> None:
    assert ROLES.role_of(parsed(annotation.split("/")[0], annotation)[0]) is None
