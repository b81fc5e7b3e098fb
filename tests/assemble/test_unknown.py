"""Actors without an entry: one node for one name in one role of one country, and no other."""

import pytest

from kg.assemble.actors import actor_iri
from kg.assemble.unknown import settled
from kg.model import Document, Extraction, Mention, Party, Passage, Relation
from tests.assemble.examples import NORTH, SOUTH, VOCABULARY

KERN = Party("Anna Kern", "person", None, ("Anna Kern",))
NAMED = Party("Anna Kern", "person", None, ("Anna Kern", "Kern"))
LAKE = Party("Anna See", "person", None, ("Anna See",))
ABROAD = Party("Seebund", "organisation")

Roles = tuple[tuple[str, Party], ...]
NO: Roles = ()
MINISTER, SPEAKER = (("minister_of", NORTH),), (("spokesperson_of", NORTH),)


def node(text: str, party: Party, roles: Roles) -> str:
    """The node of a party in an article that gives it these roles."""
    document = Document(text, "x")
    passage = Passage(document, 0, 1)
    relations = tuple(Relation(party, role, of, passage) for role, of in roles)
    (mention,) = settled(Extraction(document, (), (Mention(passage, party),), relations), VOCABULARY).mentions
    return str(actor_iri(mention.party))


@pytest.mark.parametrize(
    ("first", "roles", "second", "others", "same"),
    [
        (KERN, MINISTER, KERN, MINISTER, True),
        (KERN, MINISTER, NAMED, MINISTER, True),
        (KERN, MINISTER, KERN, (*SPEAKER, *MINISTER), True),  # the role that tells more
        (KERN, MINISTER, KERN, SPEAKER, False),
        (KERN, MINISTER, KERN, (("minister_of", SOUTH),), False),
        (KERN, MINISTER, KERN, (("minister_of", ABROAD),), False),
        (KERN, MINISTER, KERN, NO, False),
        (KERN, NO, NAMED, NO, True),
        (KERN, MINISTER, LAKE, MINISTER, False),
        (NORTH, MINISTER, NORTH, NO, True),
    ],
)
def test_two_articles_mean_one_actor(first: Party, roles: Roles, second: Party, others: Roles, same: bool) -> None:
    assert (node("a", first, roles) == node("b", second, others)) is same


def test_the_node_is_the_same_in_the_whole_article() -> None:
    document = Document("a", "x")
    passage = Passage(document, 0, 1)
    found = Extraction(document, (), (Mention(passage, NAMED),), (Relation(KERN, "minister_of", NORTH, passage),))
    after = settled(found, VOCABULARY)
    assert after.mentions[0].party.iri == after.relations[0].subject.iri is not None
    assert after.relations[0].object == NORTH
