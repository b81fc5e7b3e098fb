"""An issue as levels, and the facets and the IRI that they are written as.

A level is one action with its matter, their qualities, and the actors that take part in it. »Gespräche mit Russland
über die Lieferung von Waffen an die Ukraine« has two: talks with Russia, and, as their object, delivery of weapons to
Ukraine. Written down, the levels follow each other from the outermost to the innermost:
`talks.with-russia.of-delivery.weapons.to-ukraine`. The facet that opens an inner level is `of` for an action, `matter`
for a matter, or the role that it has (`against-terrorism`); within a level the order is action, its qualities, matter,
its qualities, then the actors sorted by role and name. So an end is a facet and no flip: »Lieferstopp« is
`end.of-delivery`, and who is against it is not thereby for the delivery.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from kg.model import Facet
from kg.namespaces import ISSUE
from kg.vocabulary.load import local

T = TypeVar("T")
ORDER = ("by", "of", "against", "from", "to", "in", "with", "led-by")  # of the actors of a level


@dataclass(frozen=True)
class Level:
    """`role` is what the level is to the one around it; the outermost has `action`."""

    role: str
    action: str | None = None
    matter: str | None = None
    manner: tuple[str, ...] = ()  # qualities of the action
    kind: tuple[str, ...] = ()  # qualities of the matter
    actors: tuple[tuple[str, str], ...] = ()  # (role, IRI)

    def roles(self, role: str) -> tuple[str, ...]:
        """The actors in a role, in canonical order."""
        return tuple(iri for name, iri in self.actors if name == role)

    @property
    def topics(self) -> tuple[str, ...]:
        return tuple(topic for topic in (self.action, self.matter) if topic)


Levels = tuple[Level, ...]


def canonical(level: Level) -> Level:
    """Qualities and actors without doubles, in their order."""
    actors = sorted(set(level.actors), key=lambda pair: (ORDER.index(pair[0]), local(pair[1])))
    return replace(
        level, manner=tuple(sorted(set(level.manner))), kind=tuple(sorted(set(level.kind))), actors=tuple(actors)
    )


def facets(levels: Levels) -> tuple[Facet, ...]:
    """The levels as a flat row of facets."""
    return tuple(facet for number, level in enumerate(levels) for facet in level_facets(canonical(level), number))


def level_facets(level: Level, number: int) -> Iterator[Facet]:
    role = "action" if number == 0 else level.role
    if level.action:
        yield Facet(role, level.action)
        yield from (Facet("quality", iri) for iri in level.manner)
    if level.matter:
        plain = level.action is not None or role in ("action", "of")
        yield Facet("matter" if plain else role, level.matter)
        yield from (Facet("quality", iri) for iri in level.kind)
    yield from (Facet(name, iri) for name, iri in level.actors)


def levels_of(row: Iterable[Facet], kinds: dict[str, str]) -> Levels:
    """The levels that a row of facets was written from; `kinds` says which IRIs are actions and matters."""
    levels: list[Level] = []
    for facet in row:
        kind = kinds.get(facet.iri, "actor")
        last = levels[-1] if levels else None
        if kind == "quality" and last and last.matter:
            levels[-1] = replace(last, kind=(*last.kind, facet.iri))
        elif kind == "quality" and last:
            levels[-1] = replace(last, manner=(*last.manner, facet.iri))
        elif kind == "actor" and last:
            levels[-1] = replace(last, actors=(*last.actors, (facet.role, facet.iri)))
        elif kind == "matter" and facet.role == "matter" and last and last.action and not (last.matter or last.actors):
            levels[-1] = replace(last, matter=facet.iri)
        else:
            role = "of" if facet.role == "matter" else facet.role
            action = kind == "action"
            levels.append(Level(role, facet.iri if action else None, None if action else facet.iri))
    return tuple(levels)


def issue_iri(row: Iterable[Facet]) -> str:
    """`issue:presence.troops.by-nato.in-ukraine`."""
    return str(ISSUE[".".join(map(segment, row))])


def segment(facet: Facet) -> str:
    name = local(facet.iri)
    return name if facet.role in ("action", "matter", "quality") else f"{facet.role}-{name}"


def without_agents(levels: Levels) -> tuple[Levels, tuple[str, ...]]:
    """The levels with the outermost action and its matter in one, and who does it: labels name the agents last."""
    if len(levels) < 2:
        return levels, ()
    outer, inner, *rest = levels
    agents = outer.roles("by")
    apart = inner.role == "of" and not inner.action and not outer.matter and len(agents) == len(outer.actors) > 0
    if not apart:
        return levels, ()
    return (replace(outer, matter=inner.matter, kind=inner.kind, actors=inner.actors), *rest), agents


def inside(action: str, levels: Levels) -> Levels:
    """The levels as the object of an action."""
    outer, *inner = levels
    if outer.action is None:
        return (replace(outer, role="action", action=action), *inner)
    return (Level("action", action), replace(outer, role="of"), *inner)


def broader_levels(levels: Levels) -> Iterator[Levels]:
    """Every reading with one facet less that is still whole: no actor or quality without what it belongs to."""
    for number, level in enumerate(levels):
        for less in smaller(level):
            changed = (*levels[:number], *([less] if less.topics else []), *levels[number + 1 :])
            if changed:
                yield changed


def smaller(level: Level) -> Iterator[Level]:
    for number in range(len(level.actors)):
        yield replace(level, actors=without(level.actors, number))
    for number in range(len(level.manner)):
        yield replace(level, manner=without(level.manner, number))
    for number in range(len(level.kind)):
        yield replace(level, kind=without(level.kind, number))
    loose = not level.actors or len(level.topics) > 1  # else an actor would be left alone
    if loose and level.action and not level.manner:
        yield replace(level, action=None)
    if loose and level.matter and not level.kind:
        yield replace(level, matter=None)


def without(items: tuple[T, ...], number: int) -> tuple[T, ...]:
    return items[:number] + items[number + 1 :]
