"""English labels of issues, composed from the levels: "presence of NATO troops in Ukraine"."""

from kg.link.issues.grammar import Frame, Grammar
from kg.link.issues.levels import Level, Levels, without_agents
from kg.vocabulary import Actor, Vocabulary

WORDS = {"by": "by", "against": "against", "from": "from", "to": "to", "in": "in", "with": "with", "of": "about"}
ROLES = ("of", "against", "from", "to", "in", "with", "led-by")
SHORT_NAME = 5


class English:
    """Composes labels; names come from the authority."""

    def __init__(self, vocabulary: Vocabulary, grammar: Grammar) -> None:
        self.actors, self.grammar = vocabulary.actors, grammar

    def label(self, levels: Levels) -> str:
        """The noun phrase of an issue."""
        levels, agents = without_agents(levels)
        outer, *inner = levels
        text = self._level(outer)
        before = outer
        for level in inner:
            text = f"{text} {self._joined(before, level)}"
            before = level
        return " ".join([text, f"by {self._names(agents)}"]) if agents else text

    def _joined(self, outer: Level, level: Level) -> str:
        frames = [self.grammar.frames[topic] for topic in outer.topics]
        role = "object" if level.role == "of" else level.role
        word = next((found for frame in frames if (found := frame.word(role, "en"))), None)
        default = "of" if level.role == "of" else WORDS[level.role]
        article = "the " if level.action and not plural(self.grammar.frames[level.action]) else ""
        return f"{word or default} {article}{self._level(level)}"

    def _level(self, level: Level) -> str:
        owners = level.roles("by")
        attribute = self._attribute(owners, level)
        parts = []
        if level.action:
            frame = self.grammar.frames[level.action]
            parts += [*self._qualities(level.manner), frame.label("en")]
            parts += [frame.word("object", "en") or "of"] if level.matter else []
        if level.matter:
            parts += [*self._qualities(level.kind), attribute, self.grammar.frames[level.matter].label("en")]
        return " ".join(part for part in [*parts, *self._actors(level, "" if attribute else owners)] if part)

    def _qualities(self, iris: tuple[str, ...]) -> list[str]:
        return [self.grammar.frames[iri].label("en") for iri in iris]

    def _attribute(self, owners: tuple[str, ...], level: Level) -> str:
        """ "Russian" or "NATO" before the matter that it owns."""
        frame = self.grammar.frames[level.matter] if level.matter else None
        if frame is None or frame.owner != "by" or len(owners) != 1:
            return ""
        return attribute_of(self.actors[owners[0]])

    def _actors(self, level: Level, owners: tuple[str, ...] | str) -> list[str]:
        frame = self.grammar.frames[level.topics[-1]]
        own = frame.genitive in (None, "by") and frame.object is None and not (level.action and level.matter)
        texts = [f"{'of' if own or frame.genitive == 'by' else 'by'} {self._names(tuple(owners))}"] if owners else []
        shown = {role: self._role(role, actors, level) for role in ROLES if (actors := level.roles(role))}
        about = [shown.pop("of")] if "of" in shown else []
        patient = any(self.grammar.frames[topic].object == "of" for topic in level.topics)
        return [*about, *texts, *shown.values()] if patient else [*texts, *shown.values(), *about]

    def _role(self, role: str, actors: tuple[str, ...], level: Level) -> str:
        if role == "led-by":
            return f"led by {self._names(actors)}"
        if role == "with" and len(actors) > 1:
            return f"between {self._names(actors)}"
        frames = [self.grammar.frames[topic] for topic in level.topics]
        named = next(
            (w for f in frames if (w := f.word(role, "en") or (f.object == role and f.word("object", "en")))), None
        )
        if role == "of" and named is None and any(frame.object == "of" for frame in frames):
            named = "of"
        return f"{named or WORDS[role]} {self._names(actors)}"

    def _names(self, actors: tuple[str, ...]) -> str:
        return " and ".join(map(self.name, actors))

    def name(self, iri: str) -> str:
        """The name with "the", if it takes it."""
        article = self.grammar.articles.get(iri)
        label = self.actors[iri].label("en")
        return f"{article} {label}" if article else label


def attribute_of(actor: Actor) -> str:
    found = [word for language, word in actor.adjectives if language == "en"]
    label = actor.label("en")
    if found and actor.kind in ("state", "group"):
        return found[0]
    return label if len(label) <= SHORT_NAME and " " not in label else ""


def plural(frame: Frame) -> bool:
    label = frame.label("en")
    return label.endswith("s") and not label.endswith(("ss", "us"))
