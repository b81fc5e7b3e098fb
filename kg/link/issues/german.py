"""German labels of issues, composed from the levels: »Präsenz von Nato-Truppen in der Ukraine«."""

from kg.link.issues.declension import ARTICLES, SIBILANTS, case_after, contracted, declined_name, noun
from kg.link.issues.grammar import Grammar
from kg.link.issues.levels import Level, Levels, without_agents
from kg.vocabulary import Actor, Vocabulary

WORDS = {"by": "durch", "against": "gegen", "from": "aus", "to": "an", "in": "in", "with": "mit", "of": "über"}
INNER = {"to": "für"}  # of a topic: »Truppen für die Absicherung …«
ROLES = ("against", "from", "in", "to", "with", "led-by")
SHORT_NAME = 5  # letters of a name that stands before a noun: »Nato-Truppen«
OWNED = (None, "by", "unclear")  # of the genitive role: a genitive then says who does it, if nothing else can


class German:
    """Composes labels; names and adjectives come from the authority."""

    def __init__(self, vocabulary: Vocabulary, grammar: Grammar) -> None:
        self.actors, self.grammar, self.frames = vocabulary.actors, grammar, grammar.frames

    def label(self, levels: Levels) -> str:
        """The noun phrase of an issue."""
        levels, agents = without_agents(levels)
        text, before = self._level(levels[0], "nom"), levels[0]
        for level in levels[1:]:
            text, before = f"{text} {self._inner(before, level)}", level
        return f"{text} durch {self._names(agents, 'acc')}" if agents else text

    def _inner(self, outer: Level, level: Level) -> str:
        """An inner level after the one around it, with the preposition that the outer topic wants."""
        role = "object" if level.role == "of" else level.role
        word = self.grammar.word(outer.topics, role, "de")
        if word is None and role == "object":
            return self._level(level, "gen")
        word = "zu" if word == "nach" else word or INNER.get(level.role, WORDS[level.role])  # »Rückkehr zur Demokratie«
        return contracted(word, self._level(level, case_after(word, role)))

    # -- one level

    def _level(self, level: Level, case: str) -> str:
        head = self._matter(level, case) if level.action is None else self._action(level, case)
        return " ".join([head, *self._actors(level)])

    def _action(self, level: Level, case: str) -> str:
        frame = self.frames[level.action or ""]
        text = noun(frame, self._qualities(level.manner), case)
        if level.matter is None:
            return text
        word = frame.word("object", "de")
        matter = self._matter(level, case_after(word, "object") if word else "gen")
        return f"{text} {contracted(word, matter) if word else matter}"

    def _matter(self, level: Level, case: str) -> str:
        adjective, prefix = self._attribute(level)
        before = [*self._qualities(level.kind), *([adjective] if adjective else [])]
        return noun(self.frames[level.matter or ""], before, case, prefix)

    def _qualities(self, iris: tuple[str, ...]) -> list[str]:
        return [self.frames[iri].label("de") for iri in iris]

    def _attribute(self, level: Level) -> tuple[str, str]:
        """The owner of a matter as an adjective (»russisch«), or before it with a hyphen (»Nato-«)."""
        owners = level.roles("by")
        if not level.matter or len(owners) != 1 or self.frames[level.matter].owner != "by":
            return "", ""
        actor = self.actors[owners[0]]
        name = actor.label("de")
        short = len(name) <= SHORT_NAME and " " not in name + self.frames[level.matter].label("de")
        return adjective_of(actor), f"{name}-" if short and not adjective_of(actor) else ""

    # -- actors

    def _actors(self, level: Level) -> list[str]:
        owners, patients = level.roles("by"), level.roles("of")
        own = [] if any(self._attribute(level)) or not owners else [self._owners(owners, level)]
        about = [self._role("of", patients, level)] if patients else []
        others = [self._role(role, actors, level) for role in ROLES if (actors := level.roles(role))]
        return [*about, *own, *others] if self._is_patient(level) else [*own, *others, *about]

    def _is_patient(self, level: Level) -> bool:
        """»Annexion der Krim«: who it is done to comes first."""
        return any(self.frames[topic].object == "of" for topic in level.topics)

    def _owners(self, owners: tuple[str, ...], level: Level) -> str:
        frame = self.frames[level.topics[-1]]
        if len(level.topics) > 1 or frame.genitive not in OWNED or self._is_patient(level):
            return f"durch {self._names(owners, 'acc')}"
        if frame.genitive == "unclear" and not level.roles(frame.object or ""):
            return f"durch {self._names(owners, 'acc')}"  # »Unterstützung Deutschlands« could be given or received
        return self.genitive(owners[0]) if len(owners) == 1 else f"von {self._names(owners, 'dat')}"

    def _role(self, role: str, actors: tuple[str, ...], level: Level) -> str:
        if role == "led-by":
            return f"unter Führung {' und '.join(map(self.genitive, actors))}"
        if role == "with" and len(actors) > 1:
            return f"zwischen {self._names(actors, 'dat')}"
        if word := self.grammar.word(level.topics, role, "de"):
            return self._prepositional(word, role, actors)
        if role == "of" or any(self.frames[topic].object == role for topic in level.topics):
            return self._object(role, actors, level)
        return self._prepositional(WORDS[role], role, actors)

    def _object(self, role: str, actors: tuple[str, ...], level: Level) -> str:
        if word := self.grammar.word(level.topics, "object", "de"):
            return self._prepositional(word, "object", actors)
        if self._is_patient(level):
            return " und ".join(map(self.genitive, actors))
        return self._prepositional(WORDS[role], role, actors)

    def _prepositional(self, word: str, role: str, actors: tuple[str, ...]) -> str:
        """»nach Russland«, but »in die Ukraine«."""
        if word == "nach" and actors[0] in self.grammar.genders:
            return f"in {self._names(actors, 'acc')}"
        return contracted(word, self._names(actors, case_after(word, role)))

    def _names(self, actors: tuple[str, ...], case: str) -> str:
        return " und ".join(self.name(actor, case) for actor in actors)

    def name(self, iri: str, case: str) -> str:
        """The name with its article, if it takes one."""
        label, gender = self.actors[iri].label("de"), self.grammar.genders.get(iri)
        return f"{ARTICLES[gender][case]} {declined_name(label, gender, case)}" if gender else label

    def genitive(self, iri: str) -> str:
        """»der Ukraine«, »des Iran«, »Russlands«, »von Honduras«."""
        label = self.name(iri, "gen")
        if gender := self.grammar.genders.get(iri):
            ending = (
                self.actors[iri].kind == "organisation"
                and gender in "mn"
                and not (" " in self.actors[iri].label("de") or label[-1].isupper())
            )
            return f"{label}s" if ending and not label.endswith(SIBILANTS) else label
        return f"von {label}" if label.endswith(SIBILANTS) else f"{label}s"


def adjective_of(actor: Actor) -> str:
    """»russisch«; parties and persons have none that would do."""
    found = [word for language, word in actor.adjectives if language == "de"]
    return found[0] if found and actor.kind in ("state", "group") else ""
