"""Actors as nodes."""

import pytest
from rdflib import Literal

from kg.assemble.actors import actor_iri, party_triples
from kg.model import Party
from kg.namespaces import POS
from kg.vocabulary import load_vocabulary


@pytest.mark.parametrize(
    ("party", "unnamed"),
    [
        (Party("Diplomaten", "group"), True),
        (Party("EU-Diplomat", "person"), True),
        (Party("ranghoher Beamter", "person"), True),
        (Party("Regierungskreisen", "organisation"), True),
        (Party("people", "group"), True),
        (Party("Two European officials", "group"), True),
        (Party("Foreign Ministry", "organisation"), False),
        (Party("Sprecher des Außenministeriums", "person"), False),
        (Party("Ada Beispiel", "person"), False),
        (Party("Deutscher Beamtenbund", "organisation"), False),
        (Party("Movement of the People", "organisation"), False),
    ],
    ids=lambda value: value.name if isinstance(value, Party) else "",
)
def test_a_source_that_has_no_name_is_marked(party: Party, unnamed: bool) -> None:
    found = party_triples(party, load_vocabulary(), "de")
    assert ((actor_iri(party), POS.unnamed, Literal(True)) in found) is unnamed
