"""Which facet an actor becomes: the role that its attachment gives it, by the frame of the topic it belongs to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.link.issues.grammar import Frame
from kg.link.issues.levels import Level
from kg.link.issues.senses import Sense
from kg.model import Kind

AGENT = "agent"  # who does the action, until it is settled whether that is also whose the matter is
SOFT = "?"  # marks the role of a genitive that another actor may take over: »Angriff Russlands auf …«
DEFAULTS = {"by": AGENT, "for": "to", "from": "by", "between": "with"}  # of prepositions that no frame names
DIRECTIONS = ("in", "nach", "to", "into")


class UnclearError(Exception):
    """The phrase can't be taken apart without a guess."""


@dataclass(frozen=True)
class Link:
    """How a word attaches: `kind` is preposition, genitive, object, dative, subject, owner, compound, ruler or head."""

    kind: str
    word: str = ""
    role: str = ""  # of the preposition when no frame names it
    motion: bool = False
    more: bool = False  # after »und«


Anchor = tuple[int, str]  # what a genitive belongs to: the number of the level, and the topic


@dataclass(frozen=True)
class Roles:
    """Looks roles up; `kinds` are the kinds of the actors."""

    frames: Mapping[str, Frame]
    kinds: Mapping[str, Kind]
    language: str

    def of(self, sense: Sense, link: Link, levels: Sequence[Level], anchor: Anchor) -> tuple[int, str]:
        """The number of the level that an actor attaches to, and its role there."""
        by_word = link.kind == "preposition"
        index, role = (
            self._after_word(sense, link, levels, anchor) if by_word else self._framed(sense, link, levels, anchor)
        )
        bare = role.rstrip(SOFT)
        if bare in ("in", "to") and sense.use == "seat" and link.word in DIRECTIONS:
            raise UnclearError  # a city, or the state whose capital it is
        if bare == "in" and self.kinds.get(sense.value) == "person":
            raise UnclearError
        return index, role

    def preposition(self, link: Link, levels: Sequence[Level]) -> tuple[int, str]:
        """The level that a preposition attaches to and the role it gives; `=` marks a role that a frame names."""
        if not levels:
            raise UnclearError
        last, level = len(levels) - 1, levels[-1]
        for topic in reversed(level.topics):
            role = self.frames[topic].words.get((self.language, link.word))
            if role and not (role == "object" and topic == level.action and level.matter):  # the object is there
                return last, role if role == "object" else f"={role}"
        if not link.role:
            raise UnclearError
        if link.role in ("with", "between"):
            partners = (n for n in reversed(range(len(levels))) if self.symmetric(levels[n]))
            return next(partners, last), link.role
        if link.role == "by" and sum(level.action is not None for level in levels) > 1:
            raise UnclearError  # »Untersuchung des Angriffs durch …«: which of the two
        return (self._doing(levels) if link.role == "by" else last), link.role

    def _after_word(self, sense: Sense, link: Link, levels: Sequence[Level], anchor: Anchor) -> tuple[int, str]:
        index, role = self.preposition(link, levels)
        frames = [self.frames[topic] for topic in reversed(levels[index].topics)]
        if role.startswith("="):
            return index, role[1:]
        if role == "genitive":
            return self._framed(sense, replace(link, kind="genitive"), levels, anchor)
        if role == "about" and frames[0].owner == "in":
            return index, "in"  # »Luftraum über der Ukraine«
        if role in ("object", "about"):
            wanted = next((frame.object for frame in frames if frame.object), None)
            return index, wanted or self.topic_role(levels[index])
        if role == "in" and (link.motion or any("motion" in frame.traits for frame in frames)):
            return self._going(levels), "to"
        if role in ("purpose", "at") or (role == "to" and not any(self._can_go(frame) for frame in frames)):
            raise UnclearError
        return index, DEFAULTS.get(role, role)

    def _going(self, levels: Sequence[Level]) -> int:
        """The nearest level that can go somewhere, else the last one."""
        going = (n for n in reversed(range(len(levels))) if any(self._can_go(self.frames[t]) for t in levels[n].topics))
        return next(going, len(levels) - 1)

    @staticmethod
    def _doing(levels: Sequence[Level]) -> int:
        """»Austritt aus dem Atomabkommen durch die USA«: the exit is theirs, and not the agreement."""
        number = len(levels) - 1
        while number and levels[number].action is None and levels[number].role in ("from", "to"):
            number -= 1
        return number

    def _can_go(self, frame: Frame) -> bool:
        """Whether "to" may say where it goes, or who gets it."""
        return bool({"goods", "motion"} & frame.traits) or frame.word("to", self.language) is not None

    def topic_role(self, level: Level) -> str:
        """»über X« needs something that can be about X."""
        frames = [self.frames[topic] for topic in level.topics]
        if any(frame.kind == "action" or frame.word("object", self.language) for frame in frames):
            return "of"
        raise UnclearError

    def _framed(self, sense: Sense, link: Link, levels: Sequence[Level], anchor: Anchor) -> tuple[int, str]:
        """The role of an actor that no preposition introduces, at the topic that it belongs to."""
        index, topic = anchor
        frame, level = self.frames[topic], levels[index]
        roles = {
            "owner": self._suited(self._owner(frame, sense), sense),
            "genitive": self._suited(self._genitive(frame, sense), sense),
            "object": frame.object,
            "dative": "to",
            "subject": AGENT,
            "compound": self._compounded(sense, frame, level),
        }
        role = roles[link.kind]
        if role is None:
            raise UnclearError
        return index, AGENT if role == "by" and topic == level.action else role

    def _owner(self, frame: Frame, sense: Sense) -> str:
        """»Nawalnys Freilassung« is of him, »Israels Freilassung« of somebody else."""
        return f"{frame.object or 'of'}{SOFT}" if self._done_to(frame, sense) else frame.owner

    def _genitive(self, frame: Frame, sense: Sense) -> str:
        """»Auslieferung von Assange« is of him, where »Auslieferung der USA« could be anything."""
        return f"{frame.object or 'of'}{SOFT}" if self._done_to(frame, sense) else genitive(frame)

    def _done_to(self, frame: Frame, sense: Sense) -> bool:
        return "person" in frame.traits and self.kinds.get(sense.value) == "person"

    def _suited(self, role: str, sense: Sense) -> str:
        """Only land has things in it: »Wahlergebnis der SPD« is by the party."""
        return "by" if role == "in" and self.kinds.get(sense.value) == "organisation" else role

    def _compounded(self, sense: Sense, frame: Frame, level: Level) -> str | None:
        if self.kinds.get(sense.value) != "state":
            return frame.organisation or self._suited(frame.owner, sense)
        action = self.frames[level.action] if level.action else frame
        return frame.state or action.state or ("in" if frame.owner == "in" else None)

    def symmetric(self, level: Level) -> bool:
        """Whether it is done by several with each other."""
        return any("symmetric" in self.frames[topic].traits for topic in level.topics)


def genitive(frame: Frame) -> str:
    """The role of a genitive; soft where the actor may also be the one who acts."""
    if frame.genitive == "unclear":
        return SOFT
    return frame.genitive or (frame.object + SOFT if frame.object else frame.owner)
