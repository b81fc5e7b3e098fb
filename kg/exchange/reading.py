"""The positions of a graph as plain values."""

from collections.abc import Iterator
from functools import lru_cache

import pyoxigraph as ox
from rdflib import RDF, RDFS, SKOS

from kg.exchange.values import Article, Held, Named, Selection
from kg.namespaces import OA, POS, PROV, SCHEMA
from kg.query.labels import labels, local
from kg.store import Store
from kg.store.literals import share
from kg.store.terms import Name
from kg.vocabulary.load import local as tail

MANY = 1 << 16  # actors, issues and articles that are remembered


def positions(store: Store, language: str = "de") -> Iterator[Held]:
    """Every position that has a holder, a stance and a target, in the order of the IRIs; names in the language.

    The same graph gives the same values: of several where one is expected, the first by its text counts.
    """
    reader = Reader(store, language)
    found = store.triples(None, name(RDF.type), name(POS.Position))
    nodes = {one.subject for one in found if isinstance(one.subject, ox.NamedNode)}
    yield from filter(None, map(reader.position, sorted(nodes, key=lambda node: node.value)))


def name(iri: str) -> ox.NamedNode:
    return ox.NamedNode(str(iri))


class Reader:
    """Looks nodes up in a store, and remembers what many positions have in common."""

    def __init__(self, store: Store, language: str) -> None:
        self._store, self._language = store, language
        self.named = lru_cache(MANY)(self._named)
        self.article = lru_cache(MANY)(self._article)
        self._polarity = lru_cache(MANY)(self._polarity_of)
        self._coder = lru_cache(MANY)(self._coder_of)

    def position(self, node: ox.NamedNode) -> Held | None:
        said = {key: self.node(node, POS[key]) for key in ("holder", "stance", "target", "onBehalfOf")}
        if not (said["holder"] and said["stance"] and said["target"]):
            return None
        run = self.node(node, PROV.wasGeneratedBy)
        return Held(
            iri=node.value,
            holder=self.named(said["holder"]),
            side=self.named(said["onBehalfOf"]) if said["onBehalfOf"] else None,
            stance=tail(said["stance"]),
            stance_name=self.named(said["stance"]).name,
            polarity=self._polarity(said["stance"]),
            target=self.named(said["target"]),
            mode=tail(self.text(node, POS.mode)),
            factuality=tail(self.text(node, POS.factuality)),
            date=self.text(node, POS.expressedOn),
            confidence=sure(self.text(node, POS.confidence)),
            evidence=self.selections(node, POS.evidence),
            cues=self.selections(node, POS.cue),
            conditions=self.selections(node, POS.condition),
            via=tuple(self._chain(node)),
            rule=tuple(step.value for step in self._items(node, POS.rule)),
            article=self.article(self.node(node, PROV.wasDerivedFrom)),
            run=run,
            coder=self._coder(run)[0],
            agent=self._coder(run)[1],
            sources=whole(self.text(node, POS.independentSources)),
        )

    def text(self, node: Name | ox.Literal | None, predicate: str) -> str:
        """The object's IRI or text; of several the first by its text, none where there is none."""
        found = self._objects(node, predicate)
        return found[0].value if found else ""

    def node(self, node: Name | ox.Literal | None, predicate: str) -> str:
        """The IRI of the object, the first of several; none for a blank node, which has no name elsewhere."""
        found = (one.value for one in self._objects(node, predicate) if isinstance(one, ox.NamedNode))
        return next(found, "")

    def _objects(self, node: Name | ox.Literal | None, predicate: str) -> list[Name | ox.Literal]:
        if not isinstance(node, ox.NamedNode | ox.BlankNode):
            return []
        found = (one.object for one in self._store.triples(node, name(predicate)))
        return sorted((one for one in found if not isinstance(one, ox.Triple)), key=str)

    def _items(self, node: ox.NamedNode, predicate: str) -> Iterator[Name | ox.Literal]:
        """The members of a list; one that leads back into itself ends there."""
        cells, seen = self._objects(node, predicate), set[str]()
        while cells and cells[0].value != str(RDF.nil) and cells[0].value not in seen:
            seen.add(cells[0].value)
            yield from self._objects(cells[0], RDF.first)[:1]
            cells = self._objects(cells[0], RDF.rest)

    def _chain(self, node: ox.NamedNode) -> Iterator[Named]:
        parties = (self.node(hop, POS.party) for hop in self._items(node, POS.attribution))
        return (self.named(party) for party in parties if party)

    def selections(self, node: ox.NamedNode, predicate: str) -> tuple[Selection, ...]:
        found = {self._selection(one) for one in self._objects(node, predicate)}
        return tuple(sorted(filter(None, found), key=lambda one: (one.start, one.end, one.exact)))

    def _selection(self, node: Name | ox.Literal) -> Selection | None:
        said = dict[str, str]()
        for selector in self._objects(node, OA.hasSelector):
            for key in ("exact", "prefix", "suffix", "start", "end"):
                said.setdefault(key, "")
                said[key] = said[key] or self.text(selector, OA[key])
        if not said.get("exact"):
            return None
        start, end = (whole(said[key]) or 0 for key in ("start", "end"))
        iri = node.value if isinstance(node, ox.NamedNode) else ""
        return Selection(said["exact"], said["prefix"], said["suffix"], start, end, iri)

    def _named(self, iri: str) -> Named:
        node = node_of(iri)
        kinds = [one.value for one in self._objects(node, RDF.type) if one.value.startswith(POS)]
        found = labels(self._store, [iri], self._language) if node else {}
        names = (one for one in self._objects(node, SKOS.prefLabel) if isinstance(one, ox.Literal))
        return Named(
            iri,
            found.get(iri) or local(iri) or iri,
            tail(kinds[0]).lower() if kinds else "",
            tuple(sorted((one.language or "", one.value) for one in names)),
            tuple(one.value for one in self._objects(node, SKOS.exactMatch)),
        )

    def _article(self, iri: str) -> Article:
        keys = {
            "id": "identifier",
            "title": "headline",
            "published": "datePublished",
            "publisher": "publisher",
            "url": "url",
            "language": "inLanguage",
            "text": "articleBody",
        }
        said = {key: self.text(node_of(iri), SCHEMA[known]) for key, known in keys.items()}
        return Article(iri, self.text(node_of(iri), POS.sha256), **said)

    def _polarity_of(self, stance: str) -> str:
        return tail(self.text(node_of(stance), POS.polarity))

    def _coder_of(self, run: str) -> tuple[str, str]:
        agents = [one for one in self._objects(node_of(run), PROV.wasAssociatedWith) if isinstance(one, ox.NamedNode)]
        return (self.text(agents[0], RDFS.label) or agents[0].value, agents[0].value) if agents else ("", "")


def node_of(iri: str) -> ox.NamedNode | None:
    return ox.NamedNode(iri) if iri else None


def sure(text: str) -> float:
    """What is no number from 0 to 1 is 0, the least that can be said."""
    found = share(text)
    return 0.0 if found is None else found


def whole(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 10 else None
