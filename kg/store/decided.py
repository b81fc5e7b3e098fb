"""A person's decision on a position, as a value and as the statements of a graph of its own.

What was judged, and all that belonged to it (`pos:before`), is in the graph of the decision: so it is understood, done
again and undone whatever has become of the article.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Literal, get_args

import pyoxigraph as ox
from rdflib import PROV, RDFS, SKOS, XSD

from kg.namespaces import JUDGE, POS
from kg.store.parts import (
    EVIDENCE,
    HOLDER,
    SIDE,
    STANCE,
    TARGET,
    A,
    Triples,
    Whole,
)  # fmt: skip

Verdict = Literal["accepted", "rejected", "changed"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


def our(name: str) -> ox.NamedNode:
    return ox.NamedNode(str(POS[name]))


DECISION, VERDICT, JUDGES, BEFORE, FOUND, UNDONE, LAPSED, CONFIDENCE = map(
    our, ("Decision", "verdict", "judges", "before", "found", "undoneAt", "lapsed", "confidence")
)
JUDGED_CONFIDENCE = our("judgedConfidence")
USED, BY, ENDED, MADE, REVISION, GENERATED = (
    ox.NamedNode(str(PROV[name]))
    for name in ("used", "wasAssociatedWith", "endedAtTime", "generated", "wasRevisionOf", "wasGeneratedBy")
)
LABEL, COMMENT, PREFERRED = (ox.NamedNode(str(name)) for name in (RDFS.label, RDFS.comment, SKOS.prefLabel))
DECIMAL, TIME, TRUTH = (ox.NamedNode(str(name)) for name in (XSD.decimal, XSD.dateTime, XSD.boolean))
PARTS = {"holder": HOLDER, "side": SIDE, "stance": STANCE, "target": TARGET}


@dataclass(frozen=True)
class Claim:
    """Who holds what: the IRIs of the holder, of its side, of the stance and of the target."""

    holder: str
    side: str | None
    stance: str
    target: str


@dataclass(frozen=True)
class Decision:
    """What a person decided on a position of an article (`document`), both by their IRIs.

    `judged` is the claim as it was found, with this confidence; `changed` what it ought to be, and `made` the position
    that says so. `undone` is when the decision was taken back, and `lapsed` why, if nobody did that.
    """

    iri: str
    position: str
    document: str
    verdict: Verdict
    by: str
    at: datetime
    judged: Claim
    confidence: float | None = None
    changed: Claim | None = None
    note: str = ""
    undone: datetime | None = None
    lapsed: str = ""

    @property
    def made(self) -> str | None:
        return f"{self.iri}#position" if self.verdict == "changed" else None

    @property
    def stands(self) -> bool:
        return self.undone is None


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
        kept = {*header(self.decision, self.before if stands else None, self.found), *self.labels(), *effect}
        return sorted(kept, key=str)

    def effect(self) -> Triples:
        whole, decision = Whole(self.decision.document, self.before), self.decision
        if decision.verdict == "rejected":
            return frozenset()
        if decision.verdict == "accepted":
            return whole.described(decision.position)
        return self.corrected(whole)

    def corrected(self, whole: Whole) -> Triples:
        """The position with another claim; its chain, its sentences and its date stay."""
        decision, old = self.decision, ox.NamedNode(self.decision.position)
        assert decision.changed
        assert decision.made
        made = ox.NamedNode(decision.made)
        copied = {one for one in whole.described(decision.position) if one.subject == old and one.predicate not in NEW}
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
        """What was judged by its names, which the article may soon not have any more; not as anything's label."""
        judged = {ox.NamedNode(one) for one in parts(self.decision.judged).values()}
        kept = {one for one in self.before | self.described if one.predicate == PREFERRED and one.subject in judged}
        judged -= {one.subject for one in kept}
        known = {one for one in self.described if one.predicate == LABEL and one.subject in judged}
        return frozenset({ox.Triple(one.subject, LABEL, one.object) for one in kept} | known)


NEW = {HOLDER, SIDE, STANCE, TARGET, CONFIDENCE, GENERATED}


def proof(whole: Whole, position: str) -> set[object]:
    return {one.object for one in whole.about(ox.NamedNode(position)) if one.predicate == EVIDENCE}


def parts(claim: Claim) -> dict[str, str]:
    named = {"holder": claim.holder, "side": claim.side, "stance": claim.stance, "target": claim.target}
    return {name: value for name, value in named.items() if value is not None}


def claimed(node: ox.NamedNode, claim: Claim) -> list[ox.Triple]:
    return [ox.Triple(node, PARTS[name], ox.NamedNode(value)) for name, value in parts(claim).items()]


def claim_of(whole: Whole, position: str) -> Claim | None:
    """None for what lacks a holder, a stance or a target."""
    node = ox.NamedNode(position)
    holder, side, stance, target = (whole.value(node, PARTS[name]) for name in PARTS)
    if holder and stance and target:
        return Claim(holder.value, side.value if side else None, stance.value, target.value)
    return None


def header(decision: Decision, before: Triples | None, found: bool) -> list[ox.Triple]:
    """What is said of the decision itself."""
    node, judge = ox.NamedNode(decision.iri), ox.NamedNode(judge_iri(decision.by))
    told: list[tuple[ox.NamedNode, ox.NamedNode | ox.Literal]] = [
        (A, DECISION),
        (VERDICT, our(decision.verdict)),
        (JUDGES, ox.NamedNode(decision.position)),
        (USED, ox.NamedNode(decision.document)),
        (BY, judge),
        (ENDED, time(decision.at)),
        *((our(f"judged{name.capitalize()}"), ox.NamedNode(value)) for name, value in parts(decision.judged).items()),
    ]
    if decision.changed:
        new = parts(decision.changed).items()
        told += [(our(f"changed{name.capitalize()}"), ox.NamedNode(value)) for name, value in new]
    if decision.confidence is not None:
        told.append((JUDGED_CONFIDENCE, decimal(decision.confidence)))
    if decision.made and decision.stands:
        told.append((MADE, ox.NamedNode(decision.made)))
    if decision.note:
        told.append((COMMENT, ox.Literal(decision.note)))
    if decision.undone:
        told.append((UNDONE, time(decision.undone)))
    if decision.lapsed:
        told.append((LAPSED, ox.Literal(decision.lapsed)))
    if before is not None:
        told += [(BEFORE, ox.Literal(lines(before))), (FOUND, ox.Literal(str(found).lower(), datatype=TRUTH))]
    person = ox.NamedNode(str(PROV.Person))
    return [
        *(ox.Triple(node, name, value) for name, value in told),
        ox.Triple(judge, A, person),
        ox.Triple(judge, LABEL, ox.Literal(decision.by)),
    ]


def judge_iri(name: str) -> str:
    """A person is a name here, and nothing else is known of it."""
    return str(JUDGE[sha256(name.encode()).hexdigest()[:12]])


def decimal(value: float) -> ox.Literal:
    """As `kg.assemble.terms.decimal` writes it."""
    return ox.Literal(f"{value:.4f}".rstrip("0").rstrip("."), datatype=DECIMAL)


def time(at: datetime) -> ox.Literal:
    return ox.Literal(at.isoformat(), datatype=TIME)


def lines(triples: Iterable[ox.Triple]) -> str:
    return "".join(sorted(f"{triple} .\n" for triple in triples))


def read(iri: str, triples: Iterable[ox.Triple]) -> Decided | None:
    """The decision that a graph tells; None where it is broken."""
    try:
        return told(iri, frozenset(triples))
    except (KeyError, IndexError, StopIteration, ValueError, SyntaxError):
        return None


def told(iri: str, held: Triples) -> Decided:
    whole, node = Whole(iri, held), ox.NamedNode(iri)
    said = {one.predicate: one.object.value for one in whole.about(node) if not isinstance(one.object, ox.Triple)}
    judge = [one for one in held if one.predicate == LABEL and str(one.subject) == f"<{said.get(BY)}>"]
    decision = Decision(
        iri=iri,
        position=ox.NamedNode(said[JUDGES]).value,
        document=ox.NamedNode(said[USED]).value,
        verdict=next(one for one in VERDICTS if our(one).value == said[VERDICT]),
        by=text(judge[0].object),
        at=moment(said[ENDED]),
        judged=claim(said, "judged"),
        confidence=float(said[JUDGED_CONFIDENCE]) if JUDGED_CONFIDENCE in said else None,
        changed=claim(said, "changed") if said[VERDICT] == our("changed").value else None,
        note=said.get(COMMENT, ""),
        undone=moment(said[UNDONE]) if UNDONE in said else None,
        lapsed=said.get(LAPSED, ""),
    )
    before = [quad.triple for quad in ox.parse(said.get(BEFORE, "").encode(), format=ox.RdfFormat.N_TRIPLES)]
    changed = parts(decision.changed).values() if decision.changed else ()
    around = whole.descriptions(*map(ox.NamedNode, changed))
    labels = {one for one in held if one.predicate == LABEL}
    return Decided(decision, frozenset(before), said.get(FOUND) == "true", around | labels)


def text(term: object) -> str:
    if isinstance(term, ox.Literal):
        return term.value
    raise ValueError(f"{term} is no text")


def claim(said: dict[ox.NamedNode, str], which: str) -> Claim:
    holder, side, stance, target = (said.get(our(f"{which}{name.capitalize()}")) for name in PARTS)
    if holder and stance and target:
        found = Claim(holder, side, stance, target)
        for one in parts(found).values():
            ox.NamedNode(one)  # raises what a graph of somebody else's may have there
        return found
    raise ValueError(f"no claim was {which}")


def moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)
