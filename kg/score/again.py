"""New predictions against what a person decided: what was right should be found, what was wrong not be said again.

As in `kg.score.decided`, only positions that somebody judged count: what is found besides is neither right nor wrong.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from rdflib import RDFS, SKOS

from kg import console
from kg.corpus import place_of
from kg.decide import Claim, Decision, decisions
from kg.errors import InputError
from kg.namespaces import POS
from kg.output import shown
from kg.score.decided import changes_of
from kg.score.measure import meet
from kg.score.records import Name, blaming, lines, names, prediction, require
from kg.store import Store
from kg.store.catalogue import Catalogue

NAMING = tuple(ox.NamedNode(str(name)) for name in (SKOS.prefLabel, SKOS.altLabel, RDFS.label))


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    count: int
    total: int

    @property
    def value(self) -> float | None:
        """None where there was nothing to find."""
        return self.count / self.total if self.total else None


@dataclass(frozen=True)
class Again:
    """New predictions against decisions: of what is right how much is found, of what is wrong how much is said again.

    `corrected` is what was changed, found as it ought to be; `uncorrected` the same, found as it was before.
    `elsewhere` counts predictions of articles on which nobody decided.
    """

    accepted: Share
    corrected: Share
    rejected: Share
    uncorrected: Share
    elsewhere: int = 0


@dataclass(frozen=True)
class Said:
    """A prediction as a decision can be compared with it."""

    holder: str | None
    holders: frozenset[Name]
    side: str | None
    sides: frozenset[Name]
    stance: str
    target: str | None
    targets: frozenset[Name]


class Comparison:
    """Whether predictions say what a claim says: by the IRIs, and by the names of what has none of its own."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._names = lru_cache(maxsize=None)(self._names_of)  # every prediction of an article is asked about

    def says(self, one: Said, claim: Claim, *, with_side: bool) -> bool:
        return (
            one.stance == claim.stance
            and self._same(one.holder, one.holders, claim.holder)
            and (one.target == claim.target or not one.targets.isdisjoint(self._names(claim.target)))
            and (not with_side or self._side(one, claim))
        )

    def _side(self, one: Said, claim: Claim) -> bool:
        if claim.side is None or not one.sides:
            return claim.side is None and not one.sides
        return self._same(one.side, one.sides, claim.side)

    def _same(self, iri: str | None, called: frozenset[Name], wanted: str) -> bool:
        """An actor without an entry has its name in a prediction, and no IRI."""
        return iri == wanted if iri else meet(called, self._names(wanted))

    def _names_of(self, iri: str) -> frozenset[Name]:
        found = (one.object for name in NAMING for one in self._store.triples(ox.NamedNode(iri), name))
        return names(None, [text.value for text in found if isinstance(text, ox.Literal)])


def again(store: Store, predictions: Path) -> Again:
    """The lines of `kg extract --jsonl` against the decisions that stand. Raises `InputError` that names the line."""
    standing = [one for one in decisions(store) if one.stands]
    if not standing:
        raise InputError("No decision stands in this store; kg decide makes one.")
    by_article, elsewhere = read(predictions, store, {one.document for one in standing})
    compare = Comparison(store)

    def says(one: Decision, claim: Claim) -> bool:
        sided = "side" in changes_of(one)
        return any(compare.says(said, claim, with_side=sided) for said in by_article.get(one.document, ()))

    def share(verdict: str, *, new: bool = False) -> Share:
        chosen = [one for one in standing if one.verdict == verdict]
        claims = ((one, (one.changed or one.judged) if new else one.judged) for one in chosen)
        return Share(sum(says(one, claim) for one, claim in claims), len(chosen))

    return Again(share("accepted"), share("changed", new=True), share("rejected"), share("changed"), elsewhere)


def read(path: Path, store: Store, wanted: set[str]) -> tuple[dict[str, list[Said]], int]:
    """What is predicted of each wanted article, by its IRI, and how many predictions there are of others."""
    articles = Articles(store)
    found: dict[str, list[Said]] = {one: [] for one in wanted}
    elsewhere = met = 0
    for place, line in lines(path):
        with blaming(path, place):
            data = json.loads(line)
            here = wanted & articles.of(data)
            met += bool(here)
            elsewhere += not here
            said = said_in(data)
        for document in here:
            found[document].append(said)
    if elsewhere and not met:
        raise InputError(f"{shown(path)}: none of it is of an article that was decided on; read the same files again.")
    return found, elsewhere


def said_in(data: Mapping[str, Any]) -> Said:
    record = prediction(data)
    require(data, str | None, "holder_iri", "side_iri", "target_iri")
    targets = names(data["target"], data["target_names"])
    stance = str(POS[record.stances[0]])
    return Said(data["holder_iri"], record.holder, data["side_iri"], record.side, stance, data["target_iri"], targets)


class Articles:
    """The articles of a store by where they were read from."""

    def __init__(self, store: Store) -> None:
        self._catalogue = Catalogue(store)
        self._known: dict[str, set[str]] = {}

    def of(self, data: Mapping[str, Any]) -> set[str]:
        """The IRIs of the articles that a prediction may be of: by its path, or by its address."""
        require(data, str | None, "document")
        origin = data["document"] or ""
        if origin not in self._known:
            self._known[origin] = set(self._catalogue.read_from(place_of(origin)) if origin else ())
        return self._known[origin]


def again_text(found: Again) -> Iterator[str]:
    yield f"{'':34}{'share':>8}{'count':>8}{'of':>6}"
    for words, share in rows(found):
        value = "–" if share.value is None else f"{share.value:.3f}"
        yield f"{words:34}{value:>8}{share.count:8}{share.total:6}"
    yield ""
    yield f"of articles that were not decided on: {console.number(found.elsewhere, 'prediction')}"


def rows(found: Again) -> Sequence[tuple[str, Share]]:
    return (
        ("accepted, found", found.accepted),
        ("changed, found as changed", found.corrected),
        ("rejected, said again", found.rejected),
        ("changed, said again as it was", found.uncorrected),
    )


def again_dict(found: Again) -> dict[str, Any]:
    names = ("accepted", "corrected", "rejected", "uncorrected")
    shares = {name: getattr(found, name) for name in names}
    as_json = {name: {"share": one.value, "count": one.count, "of": one.total} for name, one in shares.items()}
    return {**as_json, "elsewhere": found.elsewhere}
