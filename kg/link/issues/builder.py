"""Attaches the topics and actors of a phrase to each other, and refuses what would be a guess."""

from dataclasses import replace

from kg.link.issues.grammar import Frame
from kg.link.issues.levels import Level, Levels
from kg.link.issues.roles import Link, Roles, UnclearError, genitive
from kg.link.issues.senses import Sense
from kg.link.issues.settle import settled

LAND = ("in", "to")  # roles in which a state's land is no more than the state
RULE = ("by", "with")  # roles in which a government is no more than its state
FOR = ("for", "purpose")
FREE = ("against", "for", "purpose")  # prepositions that may introduce a topic without being named in a frame


class Builder:
    """Grows the levels of one phrase, from left to right."""

    def __init__(self, roles: Roles) -> None:
        self.roles, self.frames = roles, roles.frames
        self.levels: list[Level] = []
        self.anchor = (0, "")

    def finish(self) -> Levels:
        """The levels, every role settled; raises `UnclearError` if they say too little."""
        return settled(self.levels, self.frames, self.roles.kinds)

    # -- topics

    def topic(
        self, parts: tuple[Sense, ...], link: Link, owners: list[Sense], led: list[Sense], qualities: list[str]
    ) -> None:
        """A topic with what stands before it; the former parts of a compound attach to its head, the last one first."""
        *former, head = parts
        if link.kind == "genitive" and self._is_ruler(head.value) and (owners or former):
            link = Link("ruler")
        self._place(head.value, link)
        for owner in owners:
            self.actor(owner, Link("owner", more=len(owners) > 1))
        for leader in led:
            self._add(self.anchor[0], "led-by", leader.value, more=False)
        self._qualify(qualities)
        self._compound(former)
        self._reduce()

    def _compound(self, former: list[Sense]) -> None:
        anchor = self.anchor
        for part in reversed(former):
            if part.sort == "topic":
                self._place(part.value, Link("compound"))
            else:
                self.actor(part, Link("owner" if part.use == "short" else "compound"))
        if former and len(self.levels) > anchor[0]:
            index, topic = anchor
            topics = self.levels[index].topics
            self.anchor = (index, topic if topic in topics else topics[0])

    def _place(self, iri: str, link: Link) -> None:
        if not self.levels and link.kind != "head":
            raise UnclearError
        if "genitive" in (link.kind, link.role) and "acting" in self.frames[iri].traits and self._has_objects():
            raise UnclearError  # »Unterstützung der Opposition« is given or received
        if link.kind == "head":
            self._open("action", iri)
        elif link.kind == "ruler":
            self._open("by", iri, after=self.anchor[0])
        elif link.kind == "preposition":
            index, role = self.roles.preposition(link, self.levels)
            if role == "=from" and link.role == "genitive" and "place" not in self.frames[iri].traits:
                role = "genitive"  # »Abzug von Truppen«: only from places does »von« say from where
            if link.word == "nach" and "place" not in self.frames[iri].traits:
                raise UnclearError  # »nach einem Waffenstillstand«: when, not where to
            self._after_preposition(index, role, iri)
        else:
            self._as_object(self.anchor[0], iri, direct=link.kind == "object")

    def _has_objects(self) -> bool:
        frame = self.frames[self.anchor[1]]
        named = frame.word("object", self.roles.language) is not None
        unclear = frame.genitive == "unclear" and "person" not in frame.traits  # persons are expelled, and don't
        return named or unclear or "symmetric" in frame.traits

    def _is_ruler(self, iri: str) -> bool:
        """»Sparmaßnahmen der griechischen Regierung« are by Greece; of an action it may be the object."""
        frame = self.frames[self.anchor[1]]
        return "rule" in self.frames[iri].traits and frame.kind == "matter" and genitive(frame) == "by"

    def _after_preposition(self, index: int, role: str, iri: str) -> None:
        traits = self.frames[iri].traits
        if role == "genitive":
            self._as_object(self.anchor[0], iri)
        elif role == "object":
            self._as_object(index, iri)
        elif role == "about":
            self._open("in" if "soil" in traits else self.roles.topic_role(self.levels[index]), iri, after=index)
        elif role.startswith("="):
            self._open(role[1:], iri, after=index)
        elif role in FOR and "goods" in traits:
            self._goods(index, role, iri)
        elif role == "at" and "place" in traits:
            self._open("in", iri, after=index)
        elif role in FREE or (role in LAND and "place" in traits) or (role in RULE and "rule" in traits):
            self._open(role if role not in FOR else "to", iri, after=index)
        else:
            raise UnclearError

    def _goods(self, index: int, role: str, iri: str) -> None:
        """»Lieferstopp für Waffen«: what is delivered, not who gets it."""
        level = self.levels[index]
        if role != "for" or level.role != "of" or level.matter or not level.action:
            raise UnclearError
        self._as_object(index, iri)

    def _as_object(self, index: int, iri: str, direct: bool = False) -> None:
        """A matter joins the level of its action; what has another object already, or is no matter, opens a level."""
        level, frame = self.levels[index], self.frames[iri]
        action = self.frames[level.action] if level.action else None
        if action and level.action and level.matter is None and not level.roles("of"):
            level = self.levels[index] = replace(level, action=instead(level.action, action, frame))
        role = action.object if action and not action.word("object", self.roles.language) else None
        if role not in (None, "of") and (direct or "members" in frame.traits):
            self._open(role, iri, after=index)  # "leaving the Paris Agreement" is an exit from it
        elif frame.kind == "matter" and action and level.matter is None and "symmetric" not in action.traits:
            self.levels[index] = replace(level, matter=iri)
            self.anchor = (index, iri)
        else:
            self._open("of", iri, after=index)

    def _open(self, role: str, iri: str, after: int | None = None) -> None:
        if after is not None and after != len(self.levels) - 1:
            raise UnclearError
        action = self.frames[iri].kind == "action"
        self.levels.append(Level(role, action=iri if action else None, matter=None if action else iri))
        self.anchor = (len(self.levels) - 1, iri)

    def _qualify(self, qualities: list[str]) -> None:
        index, topic = self.anchor
        level = self.levels[index]
        if topic == level.matter:
            self.levels[index] = replace(level, kind=(*level.kind, *qualities))
        else:
            self.levels[index] = replace(level, manner=(*level.manner, *qualities))

    # -- actors

    def actor(self, sense: Sense, link: Link) -> None:
        """An actor in the role that its attachment gives it."""
        if not self.levels:
            raise UnclearError
        index, role = self.roles.of(sense, link, self.levels, self.anchor)
        self._add(index, role, sense.value, link.more)
        self._reduce()

    def _add(self, index: int, role: str, iri: str, more: bool) -> None:
        level = self.levels[index]
        others = [actor for name, actor in level.actors if name == role and actor != iri]
        if others and not more and not (role == "with" and self.roles.symmetric(level)):
            raise UnclearError
        self.levels[index] = replace(level, actors=(*level.actors, (role, iri)))

    def _reduce(self) -> None:
        """»auf ukrainischem Territorium« is in Ukraine, »durch die US-Regierung« is by the United States."""
        level = self.levels[-1]
        if len(self.levels) < 2 or not level.matter or level.action or level.kind:
            return
        traits, actors = self.frames[level.matter].traits, {role for role, _ in level.actors}
        land = level.role in LAND and "soil" in traits and actors == {"in"}
        rule = level.role in RULE and "rule" in traits and actors == {"by"}
        if land or rule:
            self.levels.pop()
            before = len(self.levels) - 1
            for _, iri in level.actors:
                self._add(before, level.role, iri, more=len(level.actors) > 1)
            self.anchor = (before, self.levels[-1].topics[-1])


def instead(iri: str, action: Frame, follower: Frame) -> str:
    """»Waffen schicken« is delivery, »Truppen schicken« is deployment."""
    traits = {*follower.traits, follower.kind}
    return next((other for trait, other in action.instead.items() if trait in traits), iri)
