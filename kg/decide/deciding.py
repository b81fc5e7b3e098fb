"""Decisions on the positions of a store: what is to be put, in one change, for one to take effect or to lose it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

import pyoxigraph as ox

from kg.assemble.actors import one_line
from kg.assemble.terms import hashed
from kg.decide.change import Article, Change, Changing
from kg.decide.finding import Place, node_of, place
from kg.decide.known import Known, bounded
from kg.errors import DecisionError
from kg.namespaces import DECISION, SCHEMA
from kg.output import shown
from kg.store.base import Graphs, Store
from kg.store.decided import Decided, claim_of
from kg.store.decision import CONFIDENCE, VERDICTS, Claim, Decision, Verdict
from kg.store.decisions import read_all, settled, standing, undone, whole
from kg.store.independence import MARK
from kg.store.literals import share
from kg.store.parts import A, Triples, Whole

LONGEST_NAME, LONGEST_NOTE = 200, 2000  # characters
LANGUAGE, PUBLISHED = (ox.NamedNode(str(name)) for name in (SCHEMA.inLanguage, SCHEMA.datePublished))


def deciding(
    store: Store,
    position: str,
    verdict: Verdict,
    *,
    by: str,
    at: datetime,
    change: Change | None = None,
    note: str = "",
) -> Graphs:
    """What is to be put into the store for a decision on a position to take effect; an older one on it is undone.

    `recount` afterwards brings the numbers of independent sources up to date. A position that a person made by a change
    stands for the one that it came from: it can be changed again or rejected.
    Raises `DecisionError` for a position, a stance or an actor that there is not, and where nothing would change.
    """
    at, found = aware(at), place(store, position)
    if verdict == "accepted" and found.made:
        raise DecisionError("This is how somebody changed it, and it stands; reject it, change it, or undo that.")
    others = [one for one in standing(store, found.document) if not is_same(one, found.decided)]
    article = whole(store, found.document, [*others, *([found.decided] if found.decided else [])])
    new = decision(store, found, article, verdict, change, Words.checked(by, note), at)
    before = undone(found.decided, at) if found.decided else {}
    return {**before, **effects(article, others, new), **MARK}


def undoing(store: Store, iri: str, *, at: datetime) -> Graphs:
    """What is to be put into the store for a decision to lose its effect. Raises `DecisionError`."""
    node = node_of(iri, "decision")
    known = next(read_all(store, store.find(node, A)), None)
    if known is None:
        raise DecisionError(f"The store has no decision {shown(iri)}; kg decisions lists them all.")
    if not known.decision.stands:
        raise DecisionError(f"The decision {shown(iri)} was undone before; nothing is left to be done.")
    every = standing(store, known.decision.document)
    article = whole(store, known.decision.document, every)
    others = [one for one in every if not is_same(one, known)]
    return {**effects(article, others), **undone(known, aware(at)), **MARK}


def effects(article: Whole, others: Iterable[Decided], *new: Decided) -> Graphs:
    """What changes: the graphs of the other decisions stay as they are."""
    known = list(others)
    same = {one.decision.iri for one in known}
    return {name: triples for name, triples in settled(article, [*known, *new]).items() if name not in same}


def is_same(one: Decided, other: Decided | None) -> bool:
    return other is not None and one.decision.iri == other.decision.iri


@dataclass(frozen=True)
class Words:
    """Who decides, and why."""

    by: str
    note: str

    @classmethod
    def checked(cls, by: str, note: str) -> "Words":
        """Raises `DecisionError` for a missing name, and for what is too long or no text."""
        bounded(by, LONGEST_NAME, "name")
        bounded(note, LONGEST_NOTE, "note")
        if not one_line(by):
            raise DecisionError("A decision is somebody's; give a name.")
        return cls(one_line(by), note.strip())


def decision(
    store: Store, found: Place, article: Whole, verdict: Verdict, change: Change | None, words: Words, at: datetime
) -> Decided:
    if verdict not in VERDICTS:
        raise DecisionError(f"{verdict!r} is no verdict; there are {', '.join(VERDICTS)}.")
    if (verdict == "changed") != (change is not None):
        raise DecisionError("A change says what is to be another; give a part for it, and none otherwise.")
    judged, sure = judgement(found, article)
    so_far = (found.decided.decision.changed if found.decided else None) or judged
    changed, described = correction(store, article, change, judged, so_far) if change else (None, frozenset())
    parts = (found.position, verdict, words.by, at.isoformat(), changed, words.note)
    made = Decision(
        iri=str(DECISION[hashed(*parts, length=24)]),
        position=found.position,
        document=found.document,
        verdict=verdict,
        by=words.by,
        at=at,
        judged=judged,
        confidence=sure,
        changed=changed,
        note=words.note,
    )
    before = found.decided.before if found.decided else frozenset()
    return Decided(made, before, described=described)


def correction(store: Store, article: Whole, change: Change, judged: Claim, so_far: Claim) -> tuple[Claim, Triples]:
    """What the position ought to say, and what describes it."""
    changing = Changing(Known(store), article_of(article))
    changed = changing.applied(change, so_far)
    if changed == judged != so_far:
        raise DecisionError("This is how it was found; undo the decision that changed it, or accept it.")
    if changed == so_far:
        raise DecisionError("Nothing would change; give another holder, side, stance or target.")
    return changed, changing.described(changed)


def judgement(found: Place, article: Whole) -> tuple[Claim, float | None]:
    """What the article says as it was read last; what was judged before, where it does not say it any more."""
    judged = claim_of(article, found.position)
    if judged is None and found.decided:
        return found.decided.decision.judged, found.decided.decision.confidence
    if judged is None:
        raise DecisionError(f"{shown(found.position)} lacks a holder, a stance or a target; build its article again.")
    about = article.about(ox.NamedNode(found.position))
    sure = [one.object.value for one in about if one.predicate == CONFIDENCE and isinstance(one.object, ox.Literal)]
    return judged, share(min(sure, default=""))


def article_of(article: Whole) -> Article:
    """German where it does not say, as everywhere."""
    about = article.about(ox.NamedNode(article.name))
    said = {one.predicate: one.object.value for one in about if isinstance(one.object, ox.Literal)}
    try:
        published = date.fromisoformat(said.get(PUBLISHED, ""))
    except ValueError:
        published = None
    return Article(said.get(LANGUAGE, "de"), published)


def aware(at: datetime) -> datetime:
    """A time without a zone is the machine's own."""
    return at if at.tzinfo else at.astimezone()


def now() -> datetime:
    """By the clock of the place, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)
