"""Surnames that the tagger took for something else: »Maduro selbst will …« after »Präsident Nicolás Maduro«."""

from collections.abc import Iterator
from dataclasses import replace

import simplemma
from spacy.tokens import Doc, Span

from kg.analyse.grammar import is_plural
from kg.find.names import Name
from kg.find.small_letters import is_first_name
from kg.link.roles import Roles

PARTICLES = {"al", "ibn", "bin", "abu", "ben", "el", "von", "van", "de"}


def with_surnames(doc: Doc, names: list[Name], language: str) -> list[Name]:
    """The names, and between them the surnames of persons whom the text names in full; in text order."""
    return sorted([*names, *surnames(doc, names, language)], key=lambda name: name.start)


def surnames(doc: Doc, names: list[Name], language: str) -> Iterator[Name]:
    """Those that are no words of the language: »Kraft« and »Weil« may be just that."""
    full = [name.text.split() for name in names if name.kind == "person" and not name.guessed]
    known = {words[-1] for words in full if len(words) > 1}
    taken = {i for name in names for i in range(name.start, name.end)}
    for token in doc:
        bare = token.text if token.text in known else token.text.removesuffix("s")
        if token.i not in taken and bare in known and bare[:1].isupper() and not simplemma.is_known(bare, language):
            yield Name(token.i, token.i + 1, bare, "person")


def behind_roles(doc: Doc, names: list[Name], roles: Roles) -> list[Name]:
    """»sagte Hauptgeschäftsführer Merk«: a word behind a role is a person, whatever the recogniser takes it for."""
    found = (replace(name, kind="person") if is_bearer(doc, name, roles) else name for name in names)
    return [owner(doc, name, roles) or name for name in found]


def owner(doc: Doc, name: Name, roles: Roles) -> Name | None:
    """»*Kenias* Staatschef«, which the recogniser may take for the name of a person."""
    first, last = doc[name.start], doc[name.end - 1]
    if name.kind != "person" or name.candidates or name.end - name.start != 2 or roles.role_of(last) is None:
        return None
    state = roles.name(first) if first.text.endswith("s") else None
    return Name(first.i, first.i + 1, first.text, state.kind, (state,)) if state is not None else None


def is_bearer(doc: Doc, name: Name, roles: Roles) -> bool:
    """One unknown word, no acronym, behind the role of one person: not »Sprecher BDI«, »die Mitglieder Polen und …«.

    Of several words there must be a part of a person's name: »Rebellenführer *Hussein al Huthi*«.
    """
    if name.kind != "organisation" or name.candidates or name.start == 0:
        return False
    if name.end - name.start > 1 and not is_of_person(doc[name.start : name.end]):
        return False
    word, role = doc[name.start], doc[name.start - 1]
    if role.pos_ != "NOUN" or is_plural(role) or name.text.isupper() or roles.role_of(word) is not None:
        return False
    return roles.role_of(role) is not None


def is_of_person(name: Span) -> bool:
    """»Hussein *al* Huthi«, »*Jonas* Merk«."""
    return any(word.lower_ in PARTICLES for word in name) or is_first_name(name[0])
