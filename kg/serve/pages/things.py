"""Actors, issues and stances by their names."""

from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox
from rdflib import RDF

from kg.namespaces import POS
from kg.query.labels import label, own
from kg.serve.pages.rows import rows
from kg.store import Store
from kg.view.palette import COLOURS, Ink, inks
from kg.view.palette import Stance as Look
from kg.vocabulary.load import local

KINDS = ("State", "Organisation", "Person", "Medium", "Group", "Issue", "Place")
TYPE = ox.NamedNode(str(RDF.type))


@dataclass(frozen=True)
class Thing:
    """An actor or an issue; `kind` is one of `KINDS` in lower case, or "unknown"."""

    iri: str
    label: str
    kind: str

    @property
    def page(self) -> str:
        return "issue" if self.kind == "issue" else "actor"


@dataclass(frozen=True)
class Stance:
    name: str
    label: str
    polarity: str  # favour, against or neither
    ink: Ink


class Names:
    """What things are called in a language; each is looked up once."""

    def __init__(self, store: Store, language: str) -> None:
        self.store, self.language = store, language
        self._things: dict[str, Thing] = {}
        self._stances: dict[str, Stance] = {}

    def thing(self, iri: str) -> Thing:
        if iri not in self._things:
            self._things[iri] = Thing(iri, self.label(iri), self._kind(iri))
        return self._things[iri]

    def side(self, iri: str, holder: str) -> Thing | None:
        """Whom a holder speaks for; None where that is nobody, or the holder itself."""
        return self.thing(iri) if iri not in ("", holder) else None

    def label(self, iri: str) -> str:
        """Its name; without one the last part of its IRI."""
        try:
            return label(self.store, iri, self.language) or own(iri, self.language) or local(iri) or iri
        except ValueError:  # no IRI: a blank node, or a literal
            return iri

    def stance(self, iri: str) -> Stance:
        if iri not in self._stances:
            look = Look(local(iri), self.label(iri), self.polarity(iri))
            self._stances[iri] = Stance(look.name, look.label, look.polarity, inks([look])[0])
        return self._stances[iri]

    def polarity(self, stance: str) -> str:
        """One whose polarity the graph does not tell is neither for nor against."""
        return self._polarities.get(stance, "neither")

    @cached_property
    def _polarities(self) -> dict[str, str]:
        found = {row["stance"]: local(row["polarity"]) for row in rows(self.store, "stances")}
        return {stance: polarity for stance, polarity in found.items() if polarity in COLOURS}

    def _kind(self, iri: str) -> str:
        try:
            found = {one.object.value for one in self.store.triples(ox.NamedNode(iri), TYPE)}  # type: ignore[union-attr]
        except ValueError:
            return "unknown"
        return next((kind.lower() for kind in KINDS if str(POS[kind]) in found), "unknown")
