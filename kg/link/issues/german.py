"""German labels of issues, composed from the levels: »Präsenz von Nato-Truppen in der Ukraine«."""

from kg.link.issues.grammar import Frame, Grammar
from kg.link.issues.levels import Level, Levels, without_agents
from kg.vocabulary import Actor, Vocabulary

STRONG = {  # endings of an adjective without an article, by gender and case
    "m": {"nom": "er", "acc": "en", "dat": "em"},
    "f": {"nom": "e", "acc": "e", "dat": "er"},
    "n": {"nom": "es", "acc": "es", "dat": "em"},
    "pl": {"nom": "e", "acc": "e", "dat": "en"},
}
ARTICLES = {
    "m": {"nom": "der", "gen": "des", "acc": "den", "dat": "dem"},
    "f": {"nom": "die", "gen": "der", "acc": "die", "dat": "der"},
    "n": {"nom": "das", "gen": "des", "acc": "das", "dat": "dem"},
    "pl": {"nom": "die", "gen": "der", "acc": "die", "dat": "den"},
}
CASES = {  # of prepositions
    "acc": ("über", "auf", "gegen", "an", "für", "durch", "um"),
    "dat": ("von", "zu", "mit", "aus", "nach", "vor", "zwischen", "bei", "in"),
}
CONTRACTED = {"in dem": "im", "zu der": "zur", "zu dem": "zum", "von dem": "vom", "an dem": "am", "bei dem": "beim"}
WORDS = {"by": "durch", "against": "gegen", "from": "aus", "to": "an", "in": "in", "with": "mit", "of": "über"}
ENDINGS = ("er", "es", "e")
SIBILANTS = ("s", "ß", "x", "z")
ROLES = ("of", "against", "from", "to", "in", "with", "led-by")
SHORT_NAME = 5


class German:
    """Composes labels; `adjectives` and names come from the authority."""

    def __init__(self, vocabulary: Vocabulary, grammar: Grammar) -> None:
        self.actors, self.grammar = vocabulary.actors, grammar

    def label(self, levels: Levels) -> str:
        """The noun phrase of an issue."""
        levels, agents = without_agents(levels)
        outer, *inner = levels
        text = self._level(outer, "nom", bare=True)
        before = outer
        for level in inner:
            text = f"{text} {self._joined(before, level)}"
            before = level
        return " ".join([text, f"durch {self._names(agents, 'acc')}"]) if agents else text

    def _joined(self, outer: Level, level: Level) -> str:
        """An inner level after the one around it, with the preposition that the outer topic wants."""
        frames = [self.grammar.frames[topic] for topic in outer.topics]
        role = "object" if level.role == "of" else level.role
        word = next((found for frame in frames if (found := frame.word(role, "de"))), None)
        if word is None and role == "object":
            return self._level(level, "gen")
        return self._after(word or WORDS[level.role], level)

    def _after(self, word: str, level: Level) -> str:
        case = "acc" if word in CASES["acc"] else "dat"
        return contracted(word, self._level(level, case))

    # -- one level

    def _level(self, level: Level, case: str, bare: bool = False) -> str:
        owners = level.roles("by")
        head = level.action or level.matter or ""
        frame = self.grammar.frames[head]
        adjectives = self._qualities(level.manner if level.action else level.kind)
        before = [] if level.action and level.matter else self._owner_adjectives(owners, level)
        parts = [
            noun(frame, [*adjectives, *before], case, bare, self._prefix(owners, level) if not level.action else "")
        ]
        if level.action and level.matter:
            parts.append(self._matter(level, frame, owners))
        parts += self._actors(level, owners)
        return " ".join(part for part in parts if part)

    def _matter(self, level: Level, action: Frame, owners: tuple[str, ...]) -> str:
        frame = self.grammar.frames[level.matter or ""]
        adjectives = [*self._qualities(level.kind), *self._owner_adjectives(owners, level)]
        word = action.word("object", "de")
        case = "gen" if word is None else "acc" if word in CASES["acc"] else "dat"
        text = noun(frame, adjectives, case, False, self._prefix(owners, level))
        return contracted(word, text) if word else text

    def _qualities(self, iris: tuple[str, ...]) -> list[str]:
        return [self.grammar.frames[iri].label("de") for iri in iris]

    # -- actors

    def _attributive(self, owners: tuple[str, ...], level: Level) -> Actor | None:
        """The one actor that can stand before the matter that it owns."""
        frame = self.grammar.frames[level.matter] if level.matter else None
        return self.actors.get(owners[0]) if frame and frame.owner == "by" and len(owners) == 1 else None

    def _owner_adjectives(self, owners: tuple[str, ...], level: Level) -> list[str]:
        actor = self._attributive(owners, level)
        return [adjective for adjective in (adjective_of(actor),) if adjective]

    def _prefix(self, owners: tuple[str, ...], level: Level) -> str:
        """»NATO-« before a noun of one word."""
        actor = self._attributive(owners, level)
        label = actor.label("de") if actor and not adjective_of(actor) else ""
        simple = level.matter and " " not in self.grammar.frames[level.matter].label("de")
        return f"{label}-" if label and simple and " " not in label and len(label) <= SHORT_NAME else ""

    def _actors(self, level: Level, owners: tuple[str, ...]) -> list[str]:
        attributive = self._owner_adjectives(owners, level) or self._prefix(owners, level)
        shown = {role: self._role(role, actors, level) for role in ROLES if (actors := level.roles(role))}
        texts = [] if attributive or not owners else [self._owners(owners, level)]
        about = [shown.pop("of")] if "of" in shown else []
        patient = any(self.grammar.frames[topic].object == "of" for topic in level.topics)
        return [*about, *texts, *shown.values()] if patient else [*texts, *shown.values(), *about]

    def _owners(self, owners: tuple[str, ...], level: Level) -> str:
        frame = self.grammar.frames[level.topics[-1]]
        own = frame.genitive in (None, "by") and frame.object is None and not (level.action and level.matter)
        if (own or frame.genitive == "by") and len(owners) == 1:
            return self.genitive(owners[0])
        return f"{'von' if own else 'durch'} {self._names(owners, 'dat' if own else 'acc')}"

    def _role(self, role: str, actors: tuple[str, ...], level: Level) -> str:
        if role == "led-by":
            return f"unter Führung {' und '.join(map(self.genitive, actors))}"
        if role == "with" and len(actors) > 1:
            return f"zwischen {self._names(actors, 'dat')}"
        frames = [self.grammar.frames[topic] for topic in level.topics]
        named = next(
            (w for f in frames if (w := f.word(role, "de") or (f.object == role and f.word("object", "de")))), None
        )
        if role == "of" and named is None and any(frame.object == "of" for frame in frames):
            return " und ".join(map(self.genitive, actors))
        return self._prepositional(named or WORDS[role], role, actors)

    def _prepositional(self, word: str, role: str, actors: tuple[str, ...]) -> str:
        """»nach Russland«, but »in die Ukraine«."""
        if word == "nach" and actors[0] in self.grammar.genders:
            return f"in {self._names(actors, 'acc')}"
        return contracted(word, self._names(actors, "acc" if word in CASES["acc"] else "dat"))

    def _names(self, actors: tuple[str, ...], case: str) -> str:
        return " und ".join(self.name(actor, case) for actor in actors)

    def name(self, iri: str, case: str) -> str:
        """The name with its article, if it takes one."""
        label, gender = self._label(iri), self.grammar.genders.get(iri)
        return f"{ARTICLES[gender][case]} {declined_name(label, gender, case)}" if gender else label

    def genitive(self, iri: str) -> str:
        """»der Ukraine«, »des Iran«, »Russlands«, »von Honduras«."""
        if self.grammar.genders.get(iri):
            return self.name(iri, "gen")
        label = self._label(iri)
        return f"von {label}" if label.endswith(SIBILANTS) else f"{label}s"

    def _label(self, iri: str) -> str:
        return self.actors[iri].label("de")


def adjective_of(actor: Actor | None) -> str | None:
    found = [word for language, word in actor.adjectives if language == "de"] if actor else []
    return found[0] if found and actor and actor.kind in ("state", "group") else None


def noun(frame: Frame, adjectives: list[str], case: str, bare: bool, prefix: str = "") -> str:
    """The topic's label with adjectives, in a case; with the definite article in the singular, with »von« in the plural."""
    gender = frame.gender
    inner, label = split_label(frame.label("de"), gender)
    words = [*adjectives, *inner]
    label = prefix + label
    if gender is None:
        return " ".join([*(["von"] if case == "gen" else []), *(f"{word}e" for word in adjectives), label])
    if bare or gender == "pl" or "mass" in frame.traits:
        von, case = (["von"], "dat") if case == "gen" else ([], case)
        ending = STRONG[gender][case]
        return " ".join([*von, *(inflected(word, ending) for word in words), declined(label, gender, case)])
    ending = "e" if case == "nom" or (case == "acc" and gender != "m") else "en"
    return " ".join(
        [ARTICLES[gender][case], *(inflected(word, ending) for word in words), declined(label, gender, case)]
    )


def split_label(label: str, gender: str | None) -> tuple[list[str], str]:
    """The adjectives that a label starts with, without their endings, and the rest."""
    words = label.split()
    number = next((n for n, word in enumerate(words) if not word[:1].islower()), 0)
    ending = STRONG[gender]["nom"] if gender else ""
    return [word.removesuffix(ending) for word in words[:number]], " ".join(words[number:])


def inflected(adjective: str, ending: str) -> str:
    return adjective.removesuffix("e") + ending


def declined(label: str, gender: str, case: str) -> str:
    """The noun, the first word of the label, in its case."""
    first, *rest = label.split(" ")
    if case == "gen" and gender in "mn" and not first.endswith(("Brexit", "Lockdown")):
        first += "es" if first.endswith(SIBILANTS) else "s"
    if case == "dat" and gender == "pl" and first.endswith(("e", "er", "el")):
        first += "n"
    return " ".join([first, *rest])


def declined_name(label: str, gender: str, case: str) -> str:
    """»Vereinigte Staaten« → »Vereinigten Staaten«: every adjective before the noun."""
    *before, last = label.split(" ")
    weak = "en" if case in ("gen", "dat") or gender == "pl" or (gender == "m" and case == "acc") else "e"
    changed = [next((w.removesuffix(e) + weak for e in ENDINGS if w.endswith(e) and len(w) > 4), w) for w in before]
    return " ".join([*changed, last])


def contracted(word: str, text: str) -> str:
    first, _, rest = text.partition(" ")
    short = CONTRACTED.get(f"{word} {first}")
    return f"{short} {rest}" if short else f"{word} {text}"
