"""English labels of issues, composed from the levels: "presence of NATO troops in Ukraine"."""

from kg.link.issues.grammar import Frame, Grammar
from kg.link.issues.levels import Level, Levels, without_agents
from kg.vocabulary import Actor, Vocabulary

WORDS = {"by": "by", "against": "against", "from": "from", "to": "to", "in": "in", "with": "with", "of": "about"}
INNER = {"to": "for"}  # of a topic: "troops for the safeguarding …"
ROLES = ("against", "from", "in", "to", "with", "led-by")
SHORT_NAME = 5  # letters of a name that stands before a noun: "NATO troops"


class English:
    """Composes labels; names and adjectives come from the authority."""

    def __init__(self, vocabulary: Vocabulary, grammar: Grammar) -> None:
        self.actors, self.grammar, self.frames = vocabulary.actors, grammar, grammar.frames

    def label(self, levels: Levels) -> str:
        """The noun phrase of an issue."""
        levels, agents = without_agents(levels)
        text, before = self._level(levels[0]), levels[0]
        for level in levels[1:]:
            text, before = f"{text} {self._inner(before, level)}", level
        return f"{text} by {self._names(agents)}" if agents else text

    def _inner(self, outer: Level, level: Level) -> str:
        """An inner level after the one around it, with the preposition that the outer topic wants."""
        role = "object" if level.role == "of" else level.role
        word = self.grammar.word(outer.topics, role, "en") or INNER.get(role, WORDS.get(role, "of"))
        article = "the " if level.action and not is_plural(self.frames[level.action]) else ""
        return f"{word} {article}{self._level(level)}"

    def _level(self, level: Level) -> str:
        return " ".join([*self._head(level), *self._actors(level)])

    def _head(self, level: Level) -> list[str]:
        matter = [*self._qualities(level.kind), self._attribute(level)] if level.matter else []
        matter += [self.frames[level.matter].label("en")] if level.matter else []
        if not level.action:
            return [word for word in matter if word]
        frame = self.frames[level.action]
        word = [frame.word("object", "en") or "of"] if level.matter else []
        return [part for part in (*self._qualities(level.manner), frame.label("en"), *word, *matter) if part]

    def _qualities(self, iris: tuple[str, ...]) -> list[str]:
        return [self.frames[iri].label("en") for iri in iris]

    def _attribute(self, level: Level) -> str:
        """ "Russian" or "NATO" before the matter that it owns."""
        owners = level.roles("by")
        if not level.matter or len(owners) != 1 or self.frames[level.matter].owner != "by":
            return ""
        return attribute_of(self.actors[owners[0]])

    # -- actors

    def _actors(self, level: Level) -> list[str]:
        owners, patients = level.roles("by"), level.roles("of")
        own = [f"{self._owner_word(level)} {self._names(owners)}"] if owners and not self._attribute(level) else []
        about = [self._role("of", patients, level)] if patients else []
        others = [self._role(role, actors, level) for role in ROLES if (actors := level.roles(role))]
        return [*about, *own, *others] if self._is_patient(level) else [*own, *others, *about]

    def _is_patient(self, level: Level) -> bool:
        return any(self.frames[topic].object == "of" for topic in level.topics)

    def _owner_word(self, level: Level) -> str:
        frame = self.frames[level.topics[-1]]
        plain = len(level.topics) == 1 and frame.genitive in (None, "by") and frame.word("object", "en") != "of"
        return "of" if plain and (frame.object is None or frame.genitive == "by") else "by"

    def _role(self, role: str, actors: tuple[str, ...], level: Level) -> str:
        if role == "led-by":
            return f"led by {self._names(actors)}"
        if role == "with" and len(actors) > 1:
            return f"between {self._names(actors)}"
        return f"{self._word(role, level)} {self._names(actors)}"

    def _word(self, role: str, level: Level) -> str:
        if word := self.grammar.word(level.topics, role, "en"):
            return word
        if role == "of" or any(self.frames[topic].object == role for topic in level.topics):
            word = self.grammar.word(level.topics, "object", "en")
            return word or ("of" if self._is_patient(level) else WORDS[role])
        return WORDS[role]

    def _names(self, actors: tuple[str, ...]) -> str:
        return " and ".join(map(self.name, actors))

    def name(self, iri: str) -> str:
        """The name with "the", if it takes it."""
        article, label = self.grammar.articles.get(iri), self.actors[iri].label("en")
        return f"{article} {label}" if article else label


def attribute_of(actor: Actor) -> str:
    """An adjective, or a short name."""
    label, found = actor.label("en"), [word for language, word in actor.adjectives if language == "en"]
    if found and actor.kind in ("state", "group"):
        return found[0]
    return label if len(label) <= SHORT_NAME and " " not in label else ""


def is_plural(frame: Frame) -> bool:
    label = frame.label("en")
    return label.endswith("s") and not label.endswith(("ss", "us"))
