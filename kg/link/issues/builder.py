"""Attaches topics and actors to each other, by the frames of the topics, and refuses what would be a guess."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kg.link.issues.grammar import Frame, Grammar
from kg.link.issues.levels import Level, Levels, canonical
from kg.link.issues.lexicon import Sense
from kg.model import Kind
from kg.vocabulary import Vocabulary

LAND = ("in", "to")  # roles in which a state's land is no more than the state
RULE = ("by", "with")  # roles in which a government is no more than its state
OWN_LEVEL = ("against", "for")  # prepositions that a topic may follow without being named in a frame
AGENT = "agent"  # who does the action, until it is settled whether that is also whose the matter is
SOFT = "?"  # marks the role of a genitive that another actor may take over: »Angriff Russlands auf …«


class Unclear(Exception):
    """The phrase can't be taken apart without a guess."""


@dataclass(frozen=True)
class Link:
    """How a word attaches: a preposition, or genitive, object, dative, subject, owner, compound, head."""

    kind: str
    word: str = ""
    role: str = ""  # of the preposition when no frame names it
    motion: bool = False
    more: bool = False  # after »und«


class Builder:
    """Grows the levels of one phrase, from left to right."""

    def __init__(self, vocabulary: Vocabulary, grammar: Grammar, language: str) -> None:
        self.frames: Mapping[str, Frame] = grammar.frames
        self.kinds: dict[str, Kind] = {iri: actor.kind for iri, actor in vocabulary.actors.items()}
        self.language = language
        self.levels: list[Level] = []
        self.anchor = (0, "")  # what a genitive belongs to: (level, topic)

    # -- topics

    def topic(self, parts: tuple[Sense, ...], link: Link, owners: list[Sense], led: list[Sense], qualities: list[str]) -> None:
        """A topic with what stands before it; the former parts of a compound attach to its head, the last one first."""
        *former, head = parts
        if link.kind == "genitive" and self._is_ruler(head.value) and (owners or former):
            link = Link("ruler")
        self._place_topic(head.value, link)
        for owner in owners:
            self.actor(owner, Link("owner", more=len(owners) > 1))
        for leader in led:
            self._add(self.anchor[0], "led-by", leader.value, more=False)
        self._qualify(qualities)
        anchor = self.anchor
        for part in reversed(former):
            if part.sort == "topic":
                self._place_topic(part.value, Link("compound"))
            else:
                self.actor(part, Link("owner" if part.use == "short" else "compound"))
        self.anchor = anchor
        self._reduce()

    def _has_objects(self) -> bool:
        frame = self.frames[self.anchor[1]]
        named = frame.word("object", self.language) is not None
        return named or frame.genitive == "unclear" or "symmetric" in frame.traits

    def _is_ruler(self, iri: str) -> bool:
        """»Sparmaßnahmen der griechischen Regierung« are by Greece; of an action it may be the object."""
        frame = self.frames[self.anchor[1]]
        return "rule" in self.frames[iri].traits and frame.kind == "matter" and genitive(frame) == "by"

    def _place_topic(self, iri: str, link: Link) -> None:
        genitive_like = link.kind == "genitive" or link.role == "genitive"
        if genitive_like and "acting" in self.frames[iri].traits and self._has_objects():
            raise Unclear  # »Unterstützung der Opposition« is given or received
        if link.kind == "head":
            self._open("action", iri)
        elif link.kind == "ruler":
            self._open("by", iri, after=self.anchor[0])
        elif link.kind == "preposition":
            index, role = self._prepositional(link)
            self._after_preposition(index, role, iri)
        else:
            self._as_object(self.anchor[0], iri)

    def _after_preposition(self, index: int, role: str, iri: str) -> None:
        traits = self.frames[iri].traits
        if role in ("object", "genitive"):
            self._as_object(index, iri)
        elif role == "about":
            self._open("in" if "soil" in traits else self._topic_of(index), iri, after=index)
        elif role.startswith("="):  # named by a frame
            self._open(role[1:], iri, after=index)
        elif role in OWN_LEVEL or (role in LAND and "place" in traits) or (role in RULE and "rule" in traits):
            self._open("to" if role == "for" else role, iri, after=index)
        else:
            raise Unclear

    def _topic_of(self, index: int) -> str:
        """»über X« needs something that can be about X."""
        frames = [self.frames[topic] for topic in self.levels[index].topics]
        if any(frame.kind == "action" or frame.word("object", self.language) for frame in frames):
            return "of"
        raise Unclear

    def _as_object(self, index: int, iri: str) -> None:
        level, frame = self.levels[index], self.frames[iri]
        action = self.frames[level.action] if level.action else None
        if action and level.matter is None and not level.roles("of"):
            level = self.levels[index] = replace(level, action=instead(level.action or "", action, frame))
        if frame.kind == "matter" and action and level.matter is None and "symmetric" not in action.traits:
            self.levels[index] = replace(level, matter=iri)
            self.anchor = (index, iri)
        else:
            self._open("of", iri, after=index)

    def _open(self, role: str, iri: str, after: int | None = None) -> None:
        if after is not None and after != len(self.levels) - 1:
            raise Unclear
        self.levels.append(Level(role, **{self.frames[iri].kind: iri}))
        self.anchor = (len(self.levels) - 1, iri)

    def _qualify(self, qualities: list[str]) -> None:
        index, topic = self.anchor
        level = self.levels[index]
        change = {"kind": (*level.kind, *qualities)} if topic == level.matter else {"manner": (*level.manner, *qualities)}
        self.levels[index] = replace(level, **change)

    # -- actors

    def actor(self, sense: Sense, link: Link) -> None:
        """An actor in the role that its attachment gives it."""
        if not self.levels:
            raise Unclear
        index, role = self._after_word(sense, link) if link.kind == "preposition" else self._framed(sense, link)
        if role in LAND and sense.use == "seat" and link.word in ("in", "nach", "to", "into"):
            raise Unclear  # a city, or the state whose capital it is
        if role.rstrip(SOFT) == "in" and self.kinds.get(sense.value) == "person":
            raise Unclear
        self._add(index, role, sense.value, link.more)
        self._reduce()

    def _after_word(self, sense: Sense, link: Link) -> tuple[int, str]:
        """The level and the role of an actor after a preposition."""
        index, role = self._prepositional(link)
        frames = [self.frames[topic] for topic in reversed(self.levels[index].topics)]
        if role.startswith("="):
            return index, role[1:]
        if role == "genitive":
            return self._framed(sense, replace(link, kind="genitive"))
        if role in ("object", "about"):
            return index, self._about(role, frames, index)
        if role == "in" and (link.motion or any("motion" in frame.traits for frame in frames)):
            return index, "to"
        return index, {"by": AGENT, "for": "to", "from": "by", "between": "with"}.get(role, role)

    def _about(self, role: str, frames: list[Frame], index: int) -> str:
        if role == "about" and frames[0].owner == "in":
            return "in"
        return next((frame.object for frame in frames if frame.object), None) or self._topic_of(index)

    def _framed(self, sense: Sense, link: Link) -> tuple[int, str]:
        """The role of an actor that no preposition introduces, at the topic that it belongs to."""
        index, topic = self.anchor
        frame, level = self.frames[topic], self.levels[index]
        roles = {
            "owner": frame.owner,
            "genitive": genitive(frame),
            "object": frame.object,
            "dative": "to",
            "subject": AGENT,
            "compound": self._compounded(sense, frame, level),
        }
        role = self._suited(roles[link.kind], sense)
        return index, AGENT if role == "by" and topic == level.action else role

    def _suited(self, role: str | None, sense: Sense) -> str:
        """Only land has things in it: »Wahlergebnis der SPD« is by the party."""
        if role is None:
            raise Unclear
        return "by" if role == "in" and self.kinds.get(sense.value) == "organisation" else role

    def _compounded(self, sense: Sense, frame: Frame, level: Level) -> str | None:
        if self.kinds.get(sense.value) != "state":
            return frame.organisation or frame.owner
        action = self.frames[level.action] if level.action else frame
        return frame.state or action.state or ("in" if frame.owner == "in" else None)

    def _add(self, index: int, role: str, iri: str, more: bool) -> None:
        level = self.levels[index]
        others = [actor for name, actor in level.actors if name == role and actor != iri]
        if others and not more and not (role == "with" and self._symmetric(level)):
            raise Unclear
        self.levels[index] = replace(level, actors=(*level.actors, (role, iri)))

    # -- prepositions

    def _prepositional(self, link: Link) -> tuple[int, str]:
        """The level that a preposition attaches to and the role it gives; `=` marks a role that a frame names."""
        last = len(self.levels) - 1
        for topic in reversed(self.levels[last].topics):
            if role := self.frames[topic].words.get((self.language, link.word)):
                return last, role if role == "object" else f"={role}"
        if not link.role:
            raise Unclear
        if link.role in ("with", "between"):
            return self._partner(), link.role
        if link.role == "by" and sum(level.action is not None for level in self.levels) > 1:
            raise Unclear  # »Untersuchung des Angriffs durch …«: which of the two
        return (self.anchor[0] if link.role == "genitive" else last), link.role

    def _partner(self) -> int:
        """What is done with each other, the nearest first."""
        found = (index for index in reversed(range(len(self.levels))) if self._symmetric(self.levels[index]))
        return next(found, len(self.levels) - 1)

    def _symmetric(self, level: Level) -> bool:
        return any("symmetric" in self.frames[topic].traits for topic in level.topics)

    # -- finishing

    def _reduce(self) -> None:
        """»auf ukrainischem Territorium« is in Ukraine, »durch die US-Regierung« is by the United States."""
        if len(self.levels) < 2:
            return
        level = self.levels[-1]
        traits = self.frames[level.matter].traits if level.matter else frozenset()
        land = level.role in LAND and "soil" in traits and {role for role, _ in level.actors} == {"in"}
        rule = level.role in RULE and "rule" in traits and {role for role, _ in level.actors} == {"by"}
        if (land or rule) and not level.kind and not level.action:
            self.levels.pop()
            for _, iri in level.actors:
                self._add(len(self.levels) - 1, level.role, iri, more=len(level.actors) > 1)
            self.anchor = (len(self.levels) - 1, self.levels[-1].topics[-1])

    def finish(self) -> Levels:
        """The levels with every role settled; raises `Unclear` if too little is said to name an issue."""
        levels = tuple(canonical(level) for number in range(len(self.levels)) for level in self._settled(number))
        if not levels or not (any(level.actors for level in levels) or self._telling(levels)):
            raise Unclear
        return levels

    def _telling(self, levels: Levels) -> bool:
        """Whether topics say enough without an actor: »Todesstrafe« does, »Waffenlieferungen« too, »Abkommen« not."""
        frames = [self.frames[topic] for level in levels for topic in level.topics]
        matters = [frame.traits for frame in frames if frame.kind == "matter"]
        return any("vague" not in traits and ("plain" not in traits or len(frames) > 1) for traits in matters)

    def _settled(self, number: int) -> Iterator[Level]:
        """A level, or two: who does it is told from whose it is, as in »Verbot russischen Öls durch Polen«."""
        level = self.levels[number]
        action = self.frames[level.action] if level.action else None
        agents = [iri for role, iri in level.actors if self._settle(role, level, number) == AGENT]
        others = [(self._owned(self._settle(role, level, number), level), iri) for role, iri in level.actors]
        others = [(role, iri) for role, iri in others if role != AGENT]
        own = action is None or level.matter is None or "own" in action.traits
        doing = tuple(("with" if action and "symmetric" in action.traits else "by", iri) for iri in agents)
        if own and agents and ("by" in {role for role, _ in others}) and doing[0][0] == "by":
            raise Unclear
        if own or not agents:
            yield replace(level, actors=(*doing, *others))
        else:
            yield replace(level, matter=None, kind=(), actors=doing)
            yield replace(level, role="of", action=None, manner=(), actors=tuple(others))

    def _owned(self, role: str, level: Level) -> str:
        traits = self.frames[level.matter].traits if level.matter else frozenset()
        return "with" if role == "by" and "symmetric" in traits else role

    def _settle(self, role: str, level: Level, number: int) -> str:
        """The role of a genitive that stood for more than one; other roles as they are."""
        if not role.endswith(SOFT):
            return AGENT if role == AGENT and level.action else "by" if role == AGENT else role
        target = self.frames[level.topics[0]].object
        inner = self.levels[number + 1].role if number + 1 < len(self.levels) else None
        if (target and (level.roles(target) or inner == target)) or (level.matter and level.action):
            return AGENT
        if role != SOFT:
            return role.rstrip(SOFT)
        if target and (level.roles("by") or level.roles(AGENT)):
            return target
        raise Unclear


def genitive(frame: Frame) -> str:
    """The role of a genitive; soft where the actor may also be the one who acts."""
    if frame.genitive == "unclear":
        return SOFT
    return frame.genitive or (frame.object + SOFT if frame.object else frame.owner)


def instead(iri: str, action: Frame, follower: Frame) -> str:
    """»Waffen schicken« is delivery, »Truppen schicken« is deployment."""
    traits = {*follower.traits, follower.kind}
    return next((other for trait, other in action.instead.items() if trait in traits), iri)
