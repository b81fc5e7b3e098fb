"""The decisions that people made on the positions of a store, kept right as articles come and go.

A position on which somebody decided is no longer in the graph of its article: what stands of it is in the graph of the
decision. So every query sees what stands and nothing else.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pyoxigraph as ox

from kg.store.base import Graphs, Store
from kg.store.decided import Decided, read
from kg.store.decision import DECISION, LAPSED, USED
from kg.store.parts import POSITION, A, Triples, Whole

GONE = "The article is no longer in the store."
SILENT = "The article has changed, and no longer says this."


def standing(store: Store, document: str) -> list[Decided]:
    """Those on positions of an article that were not undone, the oldest first; none for what is no IRI."""
    try:
        found = store.find(None, USED, ox.NamedNode(document))
    except ValueError:
        return []
    known = (one for one in read_all(store, found) if one.decision.stands)
    return sorted(known, key=lambda one: (one.decision.at, one.decision.iri))


def lapsed(store: Store) -> int:
    """How many decisions have no effect any more, though nobody took them back."""
    return len(named(store.find(None, LAPSED)))


def read_all(store: Store, found: Iterable[ox.Quad]) -> Iterator[Decided]:
    """The decisions that are the subjects of these statements, each in the graph of its name."""
    yield from (known for name in named(found) if (known := read(name, store.graph(name))))


def named(found: Iterable[ox.Quad]) -> list[str]:
    """The graphs with statements about what they are named after."""
    own = {quad.subject for quad in found if quad.subject == quad.graph_name}
    return sorted(node.value for node in own if isinstance(node, ox.NamedNode))


def whole(store: Store, document: str, decided: Iterable[Decided]) -> Whole:
    """The graph of an article as it was before these decisions, which are all that stand."""
    left = frozenset(store.graph(document))
    return Whole(document, left.union(*(one.before for one in decided if one.found)))


def completed(store: Store, document: str, triples: Iterable[ox.Triple]) -> Triples:
    """What is to be the graph of an article, with what was decided on: whoever read the graph did not see that."""
    sent = Whole(document, triples)
    unseen = (one for one in standing(store, document) if one.found and one.decision.position not in sent.positions)
    return sent.triples.union(*(one.before for one in unseen))


def settled(article: Whole, decided: Iterable[Decided]) -> dict[str, Iterable[ox.Triple]]:
    """The graph of an article and those of the decisions on it, by what the extraction has made of it."""
    fresh = [one.refreshed(article) for one in decided]
    displaced = {position for one in fresh for position in one.displaced(article)}
    return {article.name: article.without(displaced), **{one.decision.iri: one.graph() for one in fresh}}


def undone(one: Decided, at: datetime, why: str = "") -> dict[str, Iterable[ox.Triple]]:
    """The graph of a decision that has no effect any more."""
    return {one.decision.iri: replace(one, decision=replace(one.decision, undone=at, lapsed=why)).graph()}


def redone(store: Store, graphs: Graphs, gone: Sequence[str] = (), heir: str | None = None) -> Graphs:
    """What else is to be put, where these graphs come and the articles in `gone` go: decisions are done again.

    Where an article takes the place of another, as its `heir`, decisions go over to its positions of the same claim.
    """
    left = [one for document in gone for one in standing(store, document)]
    names = {*graphs, *([heir] if heir and left else [])}
    known = {name: there for name in names if (there := standing(store, name))}
    if not (left or known):
        return {}
    now, made = datetime.now(UTC), dict[str, Iterable[ox.Triple]]()
    for name in sorted({*known, *([heir] if heir and left else [])}):
        there = known.get(name, [])
        article = Whole(name, graphs[name]) if name in graphs else whole(store, name, there)
        if name == heir:
            moved, left = inherited(article, there, left)
            there = [*there, *moved]
        made |= settled(article, there)
    for one in left:
        made |= undone(one, now, SILENT if heir else GONE)
    return made


def withdrawn(store: Store, decisions: Collection[str]) -> Graphs:
    """What is to be put before these decisions, by their IRIs, are replaced by others of the same names."""
    known = [one for name in sorted(decisions) if (one := read(name, store.graph(name)))]
    made = dict[str, Iterable[ox.Triple]]()
    for document in sorted({one.decision.document for one in known if one.decision.stands}):
        every = standing(store, document)
        made |= settled(whole(store, document, every), [one for one in every if one.decision.iri not in decisions])
    return made


def reloaded(store: Store, came: Collection[str], heirs: Mapping[str, str]) -> Graphs:
    """What is to be put when these graphs have come in bulk, and articles went for their heirs ('' for none).

    A decision that came with its article has had its effect there already; one that the store had has none on an
    article that came without it. Of several on one position the newest stands.
    """
    decided = defaultdict[str, list[Decided]](list)
    every = read_all(store, store.find(None, A, DECISION))
    for one in sorted(every, key=lambda one: (one.decision.at, one.decision.iri), reverse=True):
        if one.decision.stands:
            decided[one.decision.document].append(one)
    made = dict[str, Iterable[ox.Triple]]()
    for name in sorted(decided.keys() - heirs.keys()):
        if name in came or any(one.decision.iri in came for one in decided[name]):
            article = arrived(store, name, decided[name], came)
            newest = {one.decision.position: one for one in reversed(decided[name])}
            for one in decided[name]:
                made |= undone(one, newest[one.decision.position].decision.at)
            decided[name] = list(newest.values())
            made |= settled(article, decided[name])
    for name in sorted(decided.keys() & heirs.keys()):
        heir = heirs[name]
        there = decided.get(heir, [])
        article = arrived(store, heir, there, came) if heir else Whole("", ())
        moved, left = inherited(article, there, decided[name])
        decided[heir] = [*there, *moved]
        made |= settled(article, decided[heir]) if moved else {}
        for one in left:
            made |= undone(one, datetime.now(UTC), SILENT if heir else GONE)
    # What came as it was saved is as it ought to be, and a change of many graphs at once takes its time.
    return {name: triples for name, triples in made.items() if set(triples) != set(store.graph(name))}


def arrived(store: Store, document: str, decided: Iterable[Decided], came: Collection[str]) -> Whole:
    """The graph of an article as the extraction made it, when it may have come in bulk."""
    there = {str(triple.subject)[1:-1] for triple in store.graph(document) if triple.object == POSITION}
    both = [one for one in decided if (one.decision.iri in came) == (document in came)]
    return whole(store, document, [one for one in both if one.decision.position not in there])


def inherited(article: Whole, there: Sequence[Decided], left: Sequence[Decided]) -> tuple[list[Decided], list[Decided]]:
    """The decisions that go over to an article, and those that it has no position for."""
    decided = {one.decision.position for one in there}
    moved, silent = list[Decided](), list[Decided]()
    for one in left:
        was = one.decision.position  # below its article, but for a graph that many articles are in
        position = was if was in article.positions else article.name + was.removeprefix(one.decision.document)
        if position in article.positions - decided:
            decided.add(position)
            decision = replace(one.decision, position=position, document=article.name)
            moved.append(replace(one, decision=decision, before=frozenset()))
        else:
            silent.append(one)
    return moved, silent
