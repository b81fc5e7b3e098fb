"""A decision with all that it needs to take effect, and the graph of its own that says it.

What was judged, and all that belonged to it (`pos:before`), is in the graph of the decision: so it is understood, done
again and undone whatever has become of the article.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from kg.store.decision import (
    BEFORE,
    CONFIDENCE,
    DECIMAL,
    FOUND,
    GENERATED,
    LABEL,
    PARTS,
    PREFERRED,
    REVISION,
    Claim,
    Decision,
    claimed,
    header,
    parts,
)
from kg.store.decision import read as decision_in
from kg.store.parts import EVIDENCE, HOLDER, RULE, SIDE, STANCE, TARGET, Triples, Whole

NEW = {HOLDER, SIDE, STANCE, TARGET, CONFIDENCE, GENERATED}


@dataclass(frozen=True)
class Decided:
    """A decision with what belonged to its position, whether the article as it was read last has that (`found`), and
    what describes the changed claim.
    """

    decision: Decision
    before: Triples
    found: bool = True
    described: Triples = frozenset()

    def refreshed(self, whole: Whole) -> "Decided":
        """By the article as it was read last."""
        position, changed = self.decision.position, self.decision.changed
        found = position in whole.positions
        newest = whole if found else self.filled(whole, self.before)
        taken = (newest.belongings(one) for one in sorted({position} | self.displaced(whole)))
        new = map(ox.NamedNode, parts(changed).values()) if changed else ()
        described = self.filled(whole, self.described).descriptions(*new)
        labels = {one for one in self.described if one.predicate == LABEL}
        return Decided(self.decision, frozenset[ox.Triple]().union(*taken), found, described | labels)

    def filled(self, whole: Whole, older: Triples) -> Whole:
        """The article with what is known besides of things that it says nothing of any more."""
        told = {one.subject for one in whole.triples}
        return Whole(whole.name, whole.triples | {one for one in older if one.subject not in told})

    def displaced(self, whole: Whole) -> set[str]:
        """The positions of the article that give way: the one that was judged, and those by which the same sentence
        already says what it was changed to.
        """
        found, changed = {self.decision.position}, self.decision.changed
        if changed:
            proofs = proof(whole, self.decision.position)
            alike = (one for one in whole.positions if claim_of(whole, one) == changed)
            found |= {one for one in alike if proof(whole, one) & proofs}
        return found & whole.positions

    def graph(self) -> list[ox.Triple]:
        """The graph of the decision, with all that follows from it as long as it stands."""
        stands = self.decision.stands
        effect = self.effect() if stands else frozenset()
        kept = {*header(self.decision, lines(self.before) if stands else None, self.found), *self.labels(), *effect}
        return sorted(kept, key=str)

    def effect(self) -> Triples:
        whole, decision = Whole(self.decision.document, self.before), self.decision
        if decision.verdict == "rejected":
            return frozenset()
        if decision.verdict == "accepted":
            return whole.described(decision.position)
        return self.corrected(whole)

    def corrected(self, whole: Whole) -> Triples:
        """The position with another claim; its chain, its sentences and its date stay, and how its stance was found."""
        decision, old = self.decision, ox.NamedNode(self.decision.position)
        assert decision.changed
        assert decision.made
        made = ox.NamedNode(decision.made)
        new = NEW if decision.changed.stance == decision.judged.stance else {*NEW, RULE}
        copied = {one for one in whole.described(decision.position) if one.subject == old and one.predicate not in new}
        told = {*(ox.Triple(made, one.predicate, one.object) for one in copied), *claimed(made, decision.changed)}
        told |= {
            ox.Triple(made, GENERATED, ox.NamedNode(decision.iri)),
            ox.Triple(made, REVISION, old),
            ox.Triple(made, CONFIDENCE, ox.Literal("1", datatype=DECIMAL)),
        }
        around = {one for one in self.filled(whole, self.described).triples if one.subject != old}
        fresh = Whole(decision.document, around | told)
        return fresh.described(decision.made)

    def labels(self) -> Triples:
        """What is told of by its names, which the store may soon not have any more; not as anything's label."""
        changed = parts(self.decision.changed) if self.decision.changed else {}
        judged = {ox.NamedNode(one) for one in (*parts(self.decision.judged).values(), *changed.values())}
        kept = {one for one in self.before | self.described if one.predicate == PREFERRED and one.subject in judged}
        judged -= {one.subject for one in kept}
        known = {one for one in self.described if one.predicate == LABEL and one.subject in judged}
        return frozenset({ox.Triple(one.subject, LABEL, one.object) for one in kept} | known)


def proof(whole: Whole, position: str) -> set[object]:
    return {one.object for one in whole.about(ox.NamedNode(position)) if one.predicate == EVIDENCE}


def claim_of(whole: Whole, position: str) -> Claim | None:
    """None for what lacks a holder, a stance or a target."""
    node = ox.NamedNode(position)
    holder, side, stance, target = (whole.value(node, PARTS[name]) for name in PARTS)
    if holder and stance and target:
        return Claim(holder.value, side.value if side else None, stance.value, target.value)
    return None


def lines(triples: Iterable[ox.Triple]) -> str:
    return "".join(sorted(f"{triple} .\n" for triple in triples))


def read(iri: str, triples: Iterable[ox.Triple]) -> Decided | None:
    """The decision that a graph tells, with all that it keeps; None where it is broken."""
    whole = Whole(iri, triples)
    if (decision := decision_in(iri, whole.triples)) is None:
        return None
    said = {one.predicate: one.object for one in whole.about(ox.NamedNode(iri))}
    try:
        before = parsed(said.get(BEFORE))
    except (ValueError, SyntaxError):
        return None
    changed = parts(decision.changed).values() if decision.changed else ()
    around = whole.descriptions(*map(ox.NamedNode, changed))
    labels = {one for one in whole.triples if one.predicate == LABEL}
    return Decided(decision, before, str(said.get(FOUND)).startswith('"true"'), around | labels)


def parsed(before: object) -> Triples:
    text = before.value if isinstance(before, ox.Literal) else ""
    return frozenset(quad.triple for quad in ox.parse(text.encode(), format=ox.RdfFormat.N_TRIPLES))
