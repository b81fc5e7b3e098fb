"""Whose words a stretch of text is: the chain of speakers above it, the innermost first."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.analyse.closed import closed
from kg.analyse.settled import children
from kg.analyse.words import is_a
from kg.find.quotation import Quote, Span, owners
from kg.link.cast import Cast
from kg.link.coreference import is_pronoun, resolve
from kg.model import Mode, Party
from kg.recognise.voice import Voice

BLOCK = 1000  # characters
MODES: dict[str, Mode] = {"Direct": "direct"}  # every other type is somebody else's wording: indirect


@dataclass(frozen=True)
class Owner:
    """A speaker, how the words are given, and where it says so; `others` sign the same text."""

    party: Party | None
    noun: Token | None
    mode: Mode
    cue: Span | None
    others: tuple[Party, ...] = ()


class Attribution:
    """The quotations of a text, filed by the blocks that they touch, so that a look-up costs the same anywhere."""

    def __init__(self, doc: Doc, quotes: Sequence[Quote], cast: Cast, voices: Sequence[Voice] = ()) -> None:
        self._doc = doc
        self._cast = cast
        self._voices = voices
        self._owners: dict[int, Owner] = {}
        for quote in sorted(quotes, key=lambda quote: quote.content[0]):
            self._owners[id(quote)] = self._owner(quote)
        self._filed: dict[int, list[Quote]] = defaultdict(list)
        for quote in quotes:
            for block in {block for start, end in quote.content for block in range(start // BLOCK, end // BLOCK + 1)}:
                self._filed[block].append(quote)

    def _around(self, token: Token) -> list[Quote]:
        return owners(self._filed.get(token.idx // BLOCK, []), token.idx, token.idx + len(token))

    def owners(self, token: Token) -> list[Owner]:
        """The speakers above a token, the innermost first; [] where the article speaks itself."""
        found = [self._owners[id(quote)] for quote in self._around(token)]
        found += self._voice(token)
        distinct = list({owner.party.name if owner.party else "": owner for owner in reversed(found)}.values())[::-1]
        # »betonte Rjabkow laut Tass«: the agency passes on what the person said, wherever the phrase stands.
        return sorted(distinct, key=lambda owner: owner.party is not None and owner.party.kind == "medium")

    def _voice(self, token: Token) -> list[Owner]:
        """Who speaks where nobody is quoted."""
        place = bisect_right(self._voices, token.idx, key=lambda voice: voice.start) - 1
        if place < 0 or token.idx >= self._voices[place].end:
            return []
        voice = self._voices[place]
        return [Owner(voice.party, None, "direct", None, voice.others)]

    def frames(self, token: Token) -> Iterator[Span]:
        """What introduces the words around a token: the agency or paper often stands there."""
        for quote in self._around(token):
            yield from quote.frame

    def _owner(self, quote: Quote) -> Owner:
        noun = self._noun(quote)
        mode, cue = MODES.get(quote.type, "indirect"), next(iter(quote.cue), None)
        if (
            noun is not None
            and noun.lower_ in closed(noun).source_adverbs
            and (before := self._last_owner()) is not None
        ):
            return Owner(before.party, before.noun, mode, cue)
        return Owner(self._party(noun), noun, mode, cue)

    def _last_owner(self) -> Owner | None:
        """»Demnach …« goes on with what was said before."""
        return next((owner for owner in reversed(self._owners.values()) if owner.party is not None), None)

    def _noun(self, quote: Quote) -> Token | None:
        if not quote.speaker:
            return None
        start, end = quote.speaker[0]
        span = self._doc.char_span(start, end, alignment_mode="expand")
        return source_of(span.root, self._cast) if span is not None else None

    def _party(self, noun: Token | None) -> Party | None:
        if noun is None:
            return None
        pronoun = (
            noun if is_pronoun(noun) else next(children(noun, *closed(noun).possessive), None)
        )  # »nach seiner Meinung«
        found = None if pronoun is noun else self._cast.party(noun)
        return resolve(pronoun, self._cast) if found is None and pronoun is not None else found


def source_of(noun: Token, cast: Cast) -> Token:
    """»Angaben der Polizei« are the police's; »laut Verfassung der Präsident …« tells what a law says."""
    if cast.party(noun) is None and not is_a(noun, "law"):
        for child in children(noun, "nmod", "appos", "obl", "nmod:poss"):
            if cast.party(child) is not None:
                return child
    return noun
