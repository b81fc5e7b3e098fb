"""Actors that the authority does not know: one node for the same name in the same role of the same country.

The node is named by what one article says, so that it stays the same whatever else is read. Where an article gives no
role, name and kind alone name it.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from kg.assemble.actors import actor_iri
from kg.assemble.terms import hashed
from kg.model import Extraction, Hop, Party, Position
from kg.vocabulary import Vocabulary

# The relation that tells best who somebody is comes first.
ROLES = (
    "head_of_state_of", "head_of_government_of", "minister_of", "spokesperson_of", "official_of", "member_of",
)  # fmt: skip

Name = tuple[str, str]  # kind and name
Settle = Callable[[Party], Party]


def settled(extraction: Extraction, vocabulary: Vocabulary) -> Extraction:
    """The extraction with an IRI for all actors that need another than their name gives."""
    roles = roles_of(extraction)

    def settle(party: Party) -> Party:
        node = str(actor_iri(party))
        if party.iri is None and (role := roles.get((party.kind, party.name))) is not None:
            node = f"{node.rpartition('-')[0]}-{hashed(party.kind, party.name, *role, length=8)}"
        node = vocabulary.same.get(node, node)
        return party if node == str(actor_iri(party)) else replace(party, iri=node)

    return replace(
        extraction,
        positions=tuple(position_of(each, settle) for each in extraction.positions),
        mentions=tuple(replace(each, party=settle(each.party)) for each in extraction.mentions),
        relations=tuple(
            replace(each, subject=settle(each.subject), object=settle(each.object)) for each in extraction.relations
        ),
    )


def roles_of(extraction: Extraction) -> Mapping[Name, tuple[str, str]]:
    """The role and whose it is, of each actor without an entry that has one in the article."""
    known = [each for each in extraction.relations if each.subject.iri is None and each.predicate in ROLES]
    ordered = sorted(known, key=lambda each: (ROLES.index(each.predicate), str(actor_iri(each.object))), reverse=True)
    return {(each.subject.kind, each.subject.name): (each.predicate, str(actor_iri(each.object))) for each in ordered}


def position_of(position: Position, settle: Settle) -> Position:
    side = position.side and settle(position.side)
    via = tuple(Hop(settle(hop.party), hop.cue) for hop in position.via)
    return replace(position, holder=settle(position.holder), side=side, via=via)
