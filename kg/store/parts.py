"""What belongs to a position in the graph of its article, and what is left of the graph without it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

import pyoxigraph as ox
from rdflib import RDF, SKOS

from kg.namespaces import POS, PROV, SCHEMA
from kg.store.terms import Name

A, STATEMENT, ACTIVITY, GENERATED, ARTICLE = (
    ox.NamedNode(str(name))
    for name in (RDF.type, RDF.Statement, PROV.Activity, PROV.wasGeneratedBy, SCHEMA.NewsArticle)
)
POSITION, HOLDER, SIDE, STANCE, TARGET, FACTUALITY, CONDITION, EVIDENCE, RULE = (
    ox.NamedNode(str(POS[name]))
    for name in ("Position", "holder", "onBehalfOf", "stance", "target", "factuality", "condition", "evidence", "rule")
)
ACTORS = {ox.NamedNode(str(POS[kind])) for kind in ("State", "Organisation", "Person", "Medium", "Group", "Place")}
PLAIN = {ox.NamedNode(str(POS[name])) for name in ("asserted", "reported")}  # as in kg.assemble.positions
Triples = frozenset[ox.Triple]


class Whole:
    """The graph of an article with all its positions, as the extraction made it."""

    def __init__(self, name: str, triples: Iterable[ox.Triple]) -> None:
        self.name, self.triples = name, frozenset(triples)
        self._about: dict[object, list[ox.Triple]] = defaultdict(list)
        for triple in self.triples:
            self._about[triple.subject].append(triple)

    @cached_property
    def positions(self) -> frozenset[str]:
        return frozenset(node.value for node in self._of_class(POSITION) if isinstance(node, ox.NamedNode))

    def about(self, node: Name) -> list[ox.Triple]:
        return self._about.get(node, [])

    def value(self, node: Name, name: ox.NamedNode) -> ox.NamedNode | None:
        """The IRI that it has as this property; of several always the same."""
        found = [one.object for one in self.about(node) if one.predicate == name]
        return min((one for one in found if isinstance(one, ox.NamedNode)), key=str, default=None)

    def without(self, positions: Iterable[str]) -> Triples:
        """The graph without these positions, and without what is there for their sake only."""
        gone = set(positions) & self.positions
        left = self.positions - gone
        kept = self._always | {node for one in left for node in self._reached(ox.NamedNode(one))}
        unneeded = {node for one in gone for node in self._reached(ox.NamedNode(one))} - kept
        plain = {one for position in gone for one in self.plain(position)}
        plain -= {one for position in left for one in self.plain(position)}
        return frozenset(one for one in self.triples if one.subject not in unneeded and one not in plain)

    def belongings(self, position: str) -> Triples:
        """All that `without` may take out for the sake of a position, and what describes it besides."""
        own = self._reached(ox.NamedNode(position)) - self._always
        return frozenset(one for node in own for one in self.about(node)) | (self.described(position) & self.triples)

    def described(self, position: str) -> Triples:
        """A position with everything that it names, its article left out; nothing else that the article tells."""
        node = ox.NamedNode(position)
        return self.descriptions(node, without=self._of_class(ARTICLE)) | frozenset(self.plain(position))

    def descriptions(self, *nodes: Name, without: Iterable[Name] = ()) -> Triples:
        """What is said of nodes and of all that this leads to; of an actor only what it is and is called."""
        others = {ox.NamedNode(one) for one in self.positions} - set(nodes)
        reached = self._reach(nodes, {*others, *without}, narrow=True)
        return frozenset(one for node in reached for one in self._told(node, narrow=True))

    def plain(self, position: str) -> Iterator[ox.Triple]:
        """The plain triples that follow from a position (`kg.assemble.positions.plain_triples`)."""
        node = ox.NamedNode(position)
        stance, target = self.value(node, STANCE), self.value(node, TARGET)
        held = {one.predicate for one in self.about(node)}
        if stance and target and self.value(node, FACTUALITY) in PLAIN and CONDITION not in held:
            for actor in filter(None, (self.value(node, HOLDER), self.value(node, SIDE))):
                yield ox.Triple(actor, stance, target)

    @cached_property
    def _always(self) -> set[Name]:
        """What stays without any position: the article, what it mentions, the relations, what made the graph."""
        runs = [one.object for one in self.triples if one.predicate == GENERATED]
        roots = (*self._of_class(ARTICLE), *self._of_class(STATEMENT), *self._of_class(ACTIVITY), *runs)
        return self._reach([ox.NamedNode(self.name), *roots], {ox.NamedNode(one) for one in self.positions})

    def _of_class(self, kind: ox.NamedNode) -> set[Name]:
        typed = (one.subject for one in self.triples if one.predicate == A and one.object == kind)
        return {node for node in typed if isinstance(node, Name)}

    def _reached(self, position: ox.NamedNode) -> set[Name]:
        """A position and what it leads to, up to other positions and to what is there in any case."""
        others = {ox.NamedNode(one) for one in self.positions} - {position}
        return self._reach([position], others | self._always)

    def _reach(self, roots: Iterable[object], bounds: Iterable[Name], *, narrow: bool = False) -> set[Name]:
        met: set[Name] = set()
        waiting, stop = list(roots), set(bounds)
        while waiting:
            node = waiting.pop()
            if isinstance(node, Name) and node in self._about and node not in met and node not in stop:
                met.add(node)
                waiting += [one.object for one in self._told(node, narrow=narrow)]
        return met

    def _told(self, node: Name, *, narrow: bool = False) -> Iterator[ox.Triple]:
        """What is said of a node; what an actor holds follows from positions, and is no part of what it is."""
        about = self.about(node)
        actor = narrow and any(one.predicate == A and one.object in ACTORS for one in about)
        for one in about:
            if one.predicate in self._stances or (actor and not names(one.predicate)):
                continue
            yield one

    @cached_property
    def _stances(self) -> set[object]:
        return {one.object for one in self.triples if one.predicate == STANCE}


def names(predicate: ox.NamedNode) -> bool:
    return predicate == A or predicate.value.startswith(str(SKOS))
