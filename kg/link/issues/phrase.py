"""From a phrase to levels: what each noun attaches to, by the words before it."""

from dataclasses import replace

from kg.link.issues import order
from kg.link.issues.builder import Builder
from kg.link.issues.cases import DATIVE, Waiting, is_direction, looks_genitive
from kg.link.issues.grammar import Grammar
from kg.link.issues.levels import Levels
from kg.link.issues.lexicon import Lexicon
from kg.link.issues.reading import Pieces
from kg.link.issues.roles import Link, Roles, UnclearError
from kg.link.issues.senses import Piece
from kg.link.issues.words import tokens
from kg.vocabulary import Vocabulary

CLAUSE = {"de": "dass", "en": "that"}


class Reader:
    """Takes phrases of one language apart."""

    def __init__(self, vocabulary: Vocabulary, grammar: Grammar, language: str) -> None:
        self.vocabulary, self.grammar, self.language = vocabulary, grammar, language
        self.lexicon = Lexicon(vocabulary, grammar, language)
        self.pieces = Pieces(self.lexicon)
        kinds = {iri: actor.kind for iri, actor in vocabulary.actors.items()}
        self.roles = Roles(grammar.frames, kinds, language)
        self.actions = {iri for iri, frame in grammar.frames.items() if frame.kind == "action"}

    def levels(self, phrase: str) -> Levels | None:
        """The levels of a phrase, or None if it can't be taken apart without a guess."""
        words = self.lexicon.expanded(tokens(phrase))
        finite = bool(words) and words[0].lower() == CLAUSE[self.language]
        if finite and self.language != "de":
            return None
        pieces = self._acted(words) if ":" in words else self.pieces.read(words[1:] if finite else words)
        try:
            return Walk(self, finite).walk(pieces) if pieces else None
        except UnclearError:
            return None

    def _acted(self, words: list[str]) -> list[Piece] | None:
        """»Entsendung: Truppen in die Ukraine«, as positions on acts are written: the act is read as a verb."""
        colon = words.index(":")
        before, after = self.pieces.read(words[:colon]), self.pieces.read(words[colon + 1 :])
        if not before or not after or len(before) > 1 or before[0].head not in self.actions:
            return None
        return [replace(before[0], verb=True, act=True), *after]


class Walk:
    """One way through one phrase, from left to right."""

    def __init__(self, reader: Reader, finite: bool) -> None:
        self.reader, self.finite = reader, finite
        self.german = reader.language == "de"
        self.builder = Builder(reader.roles)
        self.waiting = Waiting()
        self.verbal = False
        self.last: Piece | None = None  # the last noun
        self.link = Link("head")  # how it was attached

    def walk(self, pieces: list[Piece]) -> Levels:
        """The levels; raises `UnclearError`."""
        pieces = order.german(pieces, self.finite) if self.german else order.english(pieces, self.reader.actions)
        for piece, following in zip(pieces, [*pieces[1:], None], strict=True):
            self._take(piece, following)
        if self.waiting.unfinished:
            raise UnclearError
        return self.builder.finish()

    def _take(self, piece: Piece, following: Piece | None) -> None:
        match piece.sort:
            case "filler":
                self.waiting.adjective = piece.form
            case "office":
                self._office(following)
            case "article":
                self.waiting.article = piece.form.lower()
            case "possessive":
                self._possessive()
            case "conjunction":
                self._and()
            case "preposition":
                self._preposition(piece)
            case "adjective":
                self._adjectives(piece)
            case "leading":
                self._leading(piece)
            case "quality":
                self.waiting.qualities.append(piece.head)
                self.waiting.adjective = piece.form
            case _:
                self._noun(piece, following)

    # -- what waits for a noun

    def _office(self, following: Piece | None) -> None:
        """An office says no more than the name that follows it."""
        actor = self.reader.vocabulary.actors.get(following.head) if following else None
        if not (following and (following.sort == "office" or (actor and actor.kind == "person"))):
            raise UnclearError

    def _possessive(self) -> None:
        """»seine Truppen« where the phrase has said whose."""
        if not any({"by", "agent"} & dict(level.actors).keys() for level in self.builder.levels):
            raise UnclearError

    def _and(self) -> None:
        """Only actors are joined: what »und« joins else may be joined to anything before."""
        if not (self.waiting.owners or (self.last and self.last.sort == "actor" and not self.waiting.preposition)):
            raise UnclearError
        self.waiting.more = True

    def _preposition(self, piece: Piece) -> None:
        waiting = self.waiting
        if waiting.preposition or waiting.attributes or waiting.article:
            raise UnclearError
        if waiting.more and piece.form.lower() != self.link.word:
            raise UnclearError
        waiting.preposition = piece

    def _adjectives(self, piece: Piece) -> None:
        if self.waiting.owners and not self.waiting.more:
            raise UnclearError
        self.waiting.owners += piece.parts
        self.waiting.adjective = piece.form

    def _leading(self, piece: Piece) -> None:
        if len(piece.parts) < 2:
            raise UnclearError
        self.waiting.led += piece.parts[:-1]
        self.waiting.adjective = piece.form

    # -- nouns

    def _noun(self, piece: Piece, following: Piece | None) -> None:
        if self._owns(piece, following):
            self._adjectives(replace(piece, form=""))
            return
        link = self._link(piece)
        if piece.sort == "topic":
            self._topic(piece, link, following)
        elif len(piece.parts) > 1 or self.waiting.attributes:
            raise UnclearError
        else:
            self.builder.actor(piece.parts[0], link)
        self.last, self.link, self.waiting = piece, link, Waiting()

    def _owns(self, piece: Piece, following: Piece | None) -> bool:
        """»Russlands Truppen«, "Ukraine joining NATO"."""
        if piece.sort != "actor" or following is None or len(piece.parts) > 1 or self.waiting.attributes:
            return False
        if not self.german:
            return following.verb and not self.builder.levels
        free = not (self.waiting.article or self.waiting.preposition or self.verbal)
        return free and piece.genitive and following.sort in ("topic", "quality", "adjective")

    def _topic(self, piece: Piece, link: Link, following: Piece | None) -> None:
        waiting = self.waiting
        if piece.verb:
            self._verb(piece, link, following)
        self.builder.topic(piece.parts, link, waiting.owners, waiting.led, waiting.qualities)

    def _verb(self, piece: Piece, link: Link, following: Piece | None) -> None:
        """A verb stands first (in German the last one was put there); in English its object follows."""
        if self.german and link.kind != "head":
            raise UnclearError
        bare = following is not None and following.sort not in ("preposition", "conjunction")
        object_is_action = bare and not self.german and following and following.head in self.reader.actions
        if object_is_action and not piece.act and "change" not in self.reader.grammar.frames[piece.head].traits:
            raise UnclearError  # "funding cuts" are no funding of cuts
        self.verbal = self.german or bare

    # -- attachment

    def _link(self, piece: Piece) -> Link:
        waiting = self.waiting
        if waiting.preposition:
            return self._prepositional(waiting.preposition, piece)
        if waiting.more and not waiting.owners:
            if piece.sort != "actor":
                raise UnclearError
            return replace(self.link, more=True)
        if not self.builder.levels:
            return Link("head")
        return Link(self._german_case(piece) if self.german else self._english_case())

    def _prepositional(self, preposition: Piece, piece: Piece) -> Link:
        word, role = preposition.form.lower(), preposition.head
        if self._is_place(word, piece):
            role = "at"
        if role == "led-by":
            word = role
        more = self.waiting.more and not self.waiting.owners
        return Link(
            "preposition",
            word,
            role,
            motion=self.german and is_direction(self.waiting, piece, self.reader.grammar.genders),
            more=more,
        )

    def _is_place(self, word: str, piece: Piece) -> bool:
        """»an der Grenze«, "on the border": where it is, not whom it is given or what it is about."""
        if self.german:
            return word == "an" and self.waiting.article in DATIVE
        frame = self.reader.grammar.frames.get(piece.head)
        return word == "on" and frame is not None and "place" in frame.traits

    def _english_case(self) -> str:
        if self.verbal and self.last and self.last.verb:
            return "object"
        raise UnclearError

    def _german_case(self, piece: Piece) -> str:
        """What a noun is that follows without a preposition."""
        genitive = self.last is not None and self.last.sort == "topic" and looks_genitive(self.waiting, piece)
        if self.verbal:
            return self._verbal_case(piece, genitive and not (self.last and self.last.verb))
        if not genitive:
            raise UnclearError
        return "genitive"

    def _verbal_case(self, piece: Piece, genitive: bool) -> str:
        if genitive:
            return "genitive"
        if piece.sort == "topic":
            return "object"
        if self.finite and self.last and self.last.verb:
            return "subject"
        return "dative" if self.waiting.article in DATIVE else "object"
