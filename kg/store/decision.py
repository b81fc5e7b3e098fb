"""A person's decision on a position, as a value and as statements."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Literal, get_args

import pyoxigraph as ox
from rdflib import PROV, RDFS, SKOS, XSD

from kg.namespaces import JUDGE, POS
from kg.store.parts import HOLDER, SIDE, STANCE, TARGET, A

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


def parts(claim: Claim) -> dict[str, str]:
    named = {"holder": claim.holder, "side": claim.side, "stance": claim.stance, "target": claim.target}
    return {name: value for name, value in named.items() if value is not None}


def claimed(node: ox.NamedNode, claim: Claim) -> list[ox.Triple]:
    return [ox.Triple(node, PARTS[name], ox.NamedNode(value)) for name, value in parts(claim).items()]


def header(decision: Decision, before: str | None, found: bool) -> list[ox.Triple]:
    """What is said of the decision itself; what belonged to its position (`before`) only as long as it stands."""
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
        told += [(BEFORE, ox.Literal(before)), (FOUND, ox.Literal(str(found).lower(), datatype=TRUTH))]
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


def read(iri: str, triples: Iterable[ox.Triple]) -> Decision | None:
    """The decision that a graph tells; None where it is broken."""
    held = list(triples)
    about = (one for one in held if one.subject == ox.NamedNode(iri))
    said = {one.predicate: one.object.value for one in about if not isinstance(one.object, ox.Triple)}
    labels = (one.object for one in held if one.predicate == LABEL and str(one.subject) == f"<{said.get(BY)}>")
    try:
        return told(iri, said, text(next(labels)))
    except (KeyError, StopIteration, ValueError):
        return None


def told(iri: str, said: dict[ox.NamedNode, str], by: str) -> Decision:
    """Raises `KeyError` and `ValueError` for what is missing and what is no IRI, no time, no number."""
    return Decision(
        iri=iri,
        position=ox.NamedNode(said[JUDGES]).value,
        document=ox.NamedNode(said[USED]).value,
        verdict=next(one for one in VERDICTS if our(one).value == said[VERDICT]),
        by=by,
        at=moment(said[ENDED]),
        judged=claim(said, "judged"),
        confidence=float(said[JUDGED_CONFIDENCE]) if JUDGED_CONFIDENCE in said else None,
        changed=claim(said, "changed") if said[VERDICT] == our("changed").value else None,
        note=said.get(COMMENT, ""),
        undone=moment(said[UNDONE]) if UNDONE in said else None,
        lapsed=said.get(LAPSED, ""),
    )


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
