"""How stances compare: polarity and strength, as `ontologies/stances.ttl` has them."""

from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph as ox

from kg.namespaces import POS
from kg.store import open_store
from kg.vocabulary.load import ontologies

DECIDED = 2  # from this strength on a stance has taken a side


@dataclass(frozen=True)
class Stance:
    """`strength` is 0 where the stance moves nothing: a threat, a statement, a denial, a reproach."""

    iri: str
    polarity: str  # favour, against, neither
    strength: int = 0

    @property
    def moves(self) -> bool:
        return self.strength > 0

    @property
    def denies(self) -> bool:
        return self.iri == str(POS.denies)


def stance(iri: str) -> Stance:
    """The stance of that IRI; one that the ontology does not know moves nothing."""
    return every().get(iri) or Stance(iri, "neither")


@lru_cache(maxsize=1)
def every() -> dict[str, Stance]:
    store = open_store(ontologies() / "stances.ttl")

    def values(name: str) -> dict[str, str]:
        found = store.triples(None, ox.NamedNode(str(POS[name])))
        return {
            one.subject.value: one.object.value
            for one in found
            if isinstance(one.subject, ox.NamedNode) and isinstance(one.object, ox.NamedNode | ox.Literal)
        }

    strengths = values("strength")
    return {
        iri: Stance(iri, polarity.removeprefix(str(POS)), int(strengths.get(iri, 0)))
        for iri, polarity in values("polarity").items()
    }
