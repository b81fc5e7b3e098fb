"""From the pieces of a phrase to levels: German and English word order."""

from dataclasses import dataclass, field, replace

from kg.link.issues.builder import Builder, Link, Unclear
from kg.link.issues.grammar import Grammar
from kg.link.issues.levels import Levels
from kg.link.issues.lexicon import Lexicon, Piece, Sense
from kg.link.issues.words import tokens
from kg.vocabulary import Vocabulary

GENITIVE = ("der", "des", "eines", "einer", "dieser", "dieses", "aller", "jeglicher", "sämtlicher")
ACCUSATIVE = ("die", "das", "eine", "einen")
DATIVE = ("dem", "der", "einem", "einer")
NOUNS = ("topic", "actor")
CLAUSE = {"de": "dass", "en": "that"}


@dataclass
class Waiting:
    """What stands before a noun and waits for it."""

    preposition: Piece | None = None
    article: str = ""
    adjective: str = ""  # the last one as written, whose ending shows the case
    owners: list[Sense] = field(default_factory=list)
    led: list[Sense] = field(default_factory=list)
    qualities: list[str] = field(default_factory=list)
    more: bool = False  # »und« came before

    @property
    def attributes(self) -> bool:
        return bool(self.owners or self.led or self.qualities)


class Reader:
    """Takes phrases of one language apart."""

    def __init__(self, vocabulary: Vocabulary, grammar: Grammar, language: str) -> None:
        self.vocabulary, self.grammar, self.language = vocabulary, grammar, language
        self.lexicon = Lexicon(vocabulary, grammar, language)

    def levels(self, phrase: str) -> Levels | None:
        """The levels of a phrase, or None if it can't be taken apart without a guess."""
        words = self.lexicon.expanded(tokens(phrase))
        finite = bool(words) and words[0].lower() == CLAUSE[self.language]
        try:
            pieces = self.lexicon.read(words[1:] if finite else words)
            return Walk(self, finite).walk(pieces) if pieces else None
        except Unclear:
            return None

    def kind(self, piece: Piece) -> str:
        frame = self.grammar.frames.get(piece.parts[-1].value)
        return frame.kind if frame else ""


class Walk:
    """One way through one phrase."""

    def __init__(self, reader: Reader, finite: bool) -> None:
        self.reader, self.finite = reader, finite
        self.german = reader.language == "de"
        self.builder = Builder(reader.vocabulary, reader.grammar, reader.language)
        self.waiting = Waiting()
        self.verbal = False
        self.last: Piece | None = None  # the last noun
        self.link = Link("head")  # how it was attached

    def walk(self, pieces: list[Piece]) -> Levels:
        pieces = self._arranged(pieces)
        for piece, following in zip(pieces, [*pieces[1:], None], strict=True):
            self._take(piece, following)
        if self.waiting != Waiting():
            raise Unclear
        return self.builder.finish()

    # -- word order

    def _arranged(self, pieces: list[Piece]) -> list[Piece]:
        pieces = led(pieces)
        if self.german:
            return self._verb_first(pieces)
        if pieces[0].form.lower() == "to" and len(pieces) > 1 and self.reader.kind(pieces[1]) == "action":
            pieces = [replace(pieces[1], verb=True), *pieces[2:]]
        return self._joined(pieces)

    def _verb_first(self, pieces: list[Piece]) -> list[Piece]:
        """»Truppen in die Ukraine zu schicken«: the verb goes to the front, so that all that follows attaches to it."""
        *rest, last = pieces
        if not last.verb:
            if self.finite:
                raise Unclear
            return pieces
        if not self.finite and not last.form.endswith("n"):
            raise Unclear
        while rest and rest[-1].form == "zu":
            rest = rest[:-1]
        return [last, *rest]

    def _joined(self, pieces: list[Piece]) -> list[Piece]:
        """Nouns in a row are a compound: "arms delivery", "EU accession talks"."""
        found: list[Piece] = []
        for piece in pieces:
            last = found[-1] if found else None
            if last and last.sort in NOUNS and piece.sort in NOUNS and not (last.verb or piece.verb):
                found[-1] = replace(piece, parts=(*last.parts, *piece.parts))
            else:
                found.append(piece)
        return found

    # -- one piece after the other

    def _take(self, piece: Piece, following: Piece | None) -> None:
        waiting = self.waiting
        match piece.sort:
            case "filler" | "office":
                self._pass(piece, following)
            case "article":
                waiting.article = piece.form.lower()
            case "possessive":
                if not (self.builder.levels and any(level.roles("by") for level in self.builder.levels)):
                    raise Unclear
            case "conjunction":
                self._and()
            case "preposition":
                self._preposition(piece)
            case "adjective":
                self._adjectives(piece)
            case "leading":
                self._leading(piece)
            case "quality":
                waiting.qualities.append(piece.parts[0].value)
                waiting.adjective = piece.form
            case _:
                self._noun(piece, following)

    def _pass(self, piece: Piece, following: Piece | None) -> None:
        """An office says no more than the name that follows it."""
        if piece.sort == "office" and not (following and self._is_person(following)):
            raise Unclear
        if piece.sort == "filler":
            self.waiting.adjective = piece.form

    def _is_person(self, piece: Piece) -> bool:
        actor = self.reader.vocabulary.actors.get(piece.parts[0].value)
        return piece.sort == "office" or (actor is not None and actor.kind == "person")

    def _and(self) -> None:
        if not (self.waiting.owners or (self.last and self.last.sort == "actor" and not self.waiting.preposition)):
            raise Unclear
        self.waiting.more = True

    def _preposition(self, piece: Piece) -> None:
        waiting = self.waiting
        if waiting.preposition or waiting.attributes or waiting.article:
            raise Unclear
        if waiting.more and piece.form.lower() != self.link.word:
            raise Unclear
        waiting.preposition = piece

    def _adjectives(self, piece: Piece) -> None:
        if self.waiting.owners and not self.waiting.more:
            raise Unclear
        self.waiting.owners += piece.parts
        self.waiting.adjective = piece.form

    def _leading(self, piece: Piece) -> None:
        if len(piece.parts) < 2:
            raise Unclear
        self.waiting.led += piece.parts[:-1]
        self.waiting.adjective = piece.form

    def _noun(self, piece: Piece, following: Piece | None) -> None:
        if self._owns(piece, following):
            return self._adjectives(replace(piece, form=""))
        link = self._link(piece)
        if piece.sort == "topic":
            self._topic(piece, link, following)
        elif len(piece.parts) > 1 or self.waiting.attributes:
            raise Unclear
        else:
            self.builder.actor(piece.parts[0], link)
        self.last, self.link, self.waiting = piece, link, Waiting()

    def _owns(self, piece: Piece, following: Piece | None) -> bool:
        """»Russlands Truppen«, "Ukraine joining NATO"."""
        if piece.sort != "actor" or following is None or len(piece.parts) > 1 or self.waiting.attributes:
            return False
        free = not self.waiting.article and not (self.waiting.preposition and self.german)
        if self.german:
            return free and piece.genitive and following.sort in ("topic", "quality", "adjective") and not self.verbal
        return following.verb and not self.builder.levels

    def _topic(self, piece: Piece, link: Link, following: Piece | None) -> None:
        waiting = self.waiting
        if piece.verb:
            self._verb(piece, link, following)
        self.builder.topic(piece.parts, link, waiting.owners, waiting.led, waiting.qualities)

    def _verb(self, piece: Piece, link: Link, following: Piece | None) -> None:
        """A verb stands first (in German the last one was put there); in English its object follows."""
        if self.german and link.kind != "head":
            raise Unclear
        bare = following is not None and following.sort not in ("preposition", "conjunction")
        if bare and not self.german and following and self.reader.kind(following) == "action":
            frame = self.reader.grammar.frames[piece.parts[-1].value]
            if "change" not in frame.traits:
                raise Unclear  # "funding cuts" are no funding of cuts
        self.verbal = self.german or bare

    # -- attachment

    def _link(self, piece: Piece) -> Link:
        waiting = self.waiting
        if waiting.preposition:
            return self._prepositional(waiting.preposition, piece)
        if waiting.more and not waiting.owners:
            if piece.sort != "actor":
                raise Unclear
            return replace(self.link, more=True)
        if not self.builder.levels:
            return Link("head")
        return Link(self._case(piece))

    def _prepositional(self, preposition: Piece, piece: Piece) -> Link:
        word, role = preposition.form.lower(), preposition.parts[0].value
        more = self.waiting.more and not self.waiting.owners
        if word == "an" and self.german and self.waiting.article in DATIVE:
            role = ""  # a place: »an der Grenze«
        if role == "led-by":
            word = role
        return Link("preposition", word, role, motion=self.german and self._motion(piece), more=more)

    def _motion(self, piece: Piece) -> bool:
        """The accusative after »in« and »auf« is a direction."""
        article, adjective = self.waiting.article, self.waiting.adjective
        if article in ACCUSATIVE:
            return True
        if article == "den" or (not article and adjective.endswith("en")):
            plural = self.reader.grammar.genders.get(piece.parts[0].value) == "pl"
            return not plural and (piece.sort == "actor" or not piece.form.endswith("n"))
        return not article and adjective.endswith(("e", "es"))

    def _case(self, piece: Piece) -> str:
        """What a noun is that follows without a preposition."""
        if not self.german:
            if self.verbal and self.last and self.last.verb:
                return "object"
            raise Unclear
        genitive = self._looks_genitive(piece) and self.last is not None and self.last.sort == "topic"
        if not self.verbal:
            if not genitive:
                raise Unclear
            return "genitive"
        return self._verbal_case(piece, genitive)

    def _looks_genitive(self, piece: Piece) -> bool:
        waiting = self.waiting
        if waiting.article:
            return waiting.article in GENITIVE
        if waiting.adjective:
            return waiting.adjective.endswith(("er", "en"))
        return piece.sort == "actor" and piece.genitive

    def _verbal_case(self, piece: Piece, genitive: bool) -> str:
        first = self.last is not None and self.last.verb
        if piece.sort == "topic":
            return "genitive" if genitive and not first else "object"
        if self.finite and first:
            return "subject"
        if self.waiting.article in DATIVE:
            return "genitive" if genitive and not first else "dative"
        return "genitive" if genitive and not first else "object"


def led(pieces: list[Piece]) -> list[Piece]:
    """»von den USA geführt«, "led by the US": the actor and the participle, or the preposition, as one piece."""
    found: list[Piece] = []
    for piece in pieces:
        before = [old for old in found[-3:] if old.sort != "article"]
        if piece.sort == "leading" and len(piece.parts) == 1 and len(before) >= 2:
            preposition, actor = before[-2:]
            if actor.sort == "actor" and preposition.parts[0].value == "genitive":
                del found[found.index(preposition) :]
                found.append(Piece((*actor.parts, *piece.parts), piece.form))
                continue
        if piece.sort == "preposition" and piece.parts[0].value == "by" and found and found[-1].sort == "leading":
            found.pop()
            piece = Piece((Sense("preposition", "led-by"),), piece.form)
        found.append(piece)
    return found
