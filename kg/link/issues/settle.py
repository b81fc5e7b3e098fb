"""The last word on roles, when the whole phrase is known."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.link.issues.grammar import Frame
from kg.link.issues.levels import Level, Levels, canonical
from kg.link.issues.roles import AGENT, SOFT, UnclearError
from kg.model import Kind

Frames = Mapping[str, Frame]


def settled(levels: Sequence[Level], frames: Frames, kinds: Mapping[str, Kind]) -> Levels:
    """The levels with every role settled; raises `UnclearError` if too little is said to name an issue."""
    whole = tuple(canonical(part) for number in range(len(levels)) for part in parts(number, levels, frames))
    found = tuple(left(level, number, whole, frames, kinds) for number, level in enumerate(whole))
    if any(
        bare_object(level, number, found, frames) or level.action == level.matter for number, level in enumerate(found)
    ):
        raise UnclearError
    if not found or not (any(level.actors for level in found) or telling(found, frames)):
        raise UnclearError
    return found


def telling(levels: Levels, frames: Frames) -> bool:
    """Whether topics say enough without an actor: »Todesstrafe« does, »Waffenlieferungen« too, »Abkommen« not."""
    topics = [frames[topic] for level in levels for topic in level.topics]
    matters = [frame.traits for frame in topics if frame.kind == "matter"]
    whole = any("whole" in frame.traits for frame in topics)
    return whole or any("vague" not in traits and ("plain" not in traits or len(topics) > 1) for traits in matters)


def bare_object(level: Level, number: int, levels: Levels, frames: Frames) -> bool:
    """»UN-Einsatz«: use of nothing."""
    needs = level.action is not None and "object" in frames[level.action].traits
    return needs and not level.matter and (number + 1 == len(levels) or levels[number + 1].role != "of")


def parts(number: int, levels: Sequence[Level], frames: Frames) -> Iterator[Level]:
    """A level, or two: who does it is told from whose it is, as in »Verbot russischen Öls durch Polen«."""
    level = levels[number]
    action = frames[level.action] if level.action else None
    roles = [(settle(role, number, levels, frames), iri) for role, iri in level.actors]
    doing = tuple((doer(action), iri) for role, iri in roles if role == AGENT)
    others = tuple((owned(role, level, frames), iri) for role, iri in roles if role != AGENT)
    together = action is None or level.matter is None or "own" in action.traits
    if together and {"by"} & dict(doing).keys() & dict(others).keys():
        raise UnclearError
    if together or not doing:
        yield replace(level, actors=(*doing, *others))
    else:
        yield replace(level, matter=None, kind=(), actors=doing)
        yield replace(level, role="of", action=None, manner=(), actors=others)


def left(level: Level, number: int, levels: Levels, frames: Frames, kinds: Mapping[str, Kind]) -> Level:
    """»Rückzug aus der Nato« is an exit: what has members is left, and nothing was moved into it."""
    instead = frames[level.action].instead.get("members") if level.action and not level.matter else None
    inner = levels[number + 1] if number + 1 < len(levels) else None
    treaty = inner is not None and inner.role == "from" and "members" in frames[inner.topics[0]].traits
    if instead and (treaty or any(kinds[actor] == "organisation" for actor in level.roles("from"))):
        return replace(level, action=instead)
    return level


def doer(action: Frame | None) -> str:
    return "with" if action and "symmetric" in action.traits else "by"


def owned(role: str, level: Level, frames: Frames) -> str:
    """»jemenitische Beziehungen« are with Yemen, »die Regierung in Frankreich« is the French one."""
    traits = frames[level.matter].traits if level.matter else frozenset()
    if role == "in" and "rule" in traits:
        return "by"
    return "with" if role == "by" and "symmetric" in traits else role


def settle(role: str, number: int, levels: Sequence[Level], frames: Frames) -> str:
    """The role of a genitive that stood for more than one; other roles as they are."""
    level = levels[number]
    if not role.endswith(SOFT):
        return "by" if role == AGENT and not level.action else role
    target = frames[level.topics[0]].object
    inner = levels[number + 1].role if number + 1 < len(levels) else None
    if (target and (level.roles(target) or inner == target)) or (level.matter and level.action):
        return AGENT
    if role != SOFT:
        return role.rstrip(SOFT)
    if target and (level.roles("by") or level.roles(AGENT)):
        return target
    raise UnclearError
