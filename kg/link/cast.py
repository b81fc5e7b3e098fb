"""Who is who in one text: names, roles and descriptions that mean the same actor become one `Party`."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Doc, Token

from kg.analyse.closed import closed
from kg.analyse.grammar import is_plural
from kg.analyse.settled import children
from kg.analyse.words import is_a, is_actor
from kg.find.names import Name
from kg.link.again import NounsBefore
from kg.link.bodies import Bodies
from kg.link.descriptions import person_described, state_described
from kg.link.named import PHRASE, NamedNouns
from kg.link.nominal import is_day
from kg.link.nouns import can_act, is_abbreviated, is_bare, is_female, is_some_of
from kg.link.offices import Offices
from kg.link.parties import described, full_names, known_party
from kg.link.setting import Setting
from kg.link.sides import Sides
from kg.model import Kind, Party

STOPS = {"VERB", "AUX", "SCONJ", "PRON"}
LAST = 5  # people that were named last
PLURAL_ROLES = ("chefs", "innen")  # where the tagger is not sure of the number


class Cast:
    """The actors of a text. `party(token)` says who a noun means, `side(party)` whom it speaks for."""

    def __init__(self, doc: Doc, names: list[Name], setting: Setting) -> None:
        self.doc = doc
        self.setting = setting
        self.parties = full_names(names, setting)
        self.counts = Counter(party.name for party in self.parties.values())
        self._bodies = Bodies(doc, self.parties, self.counts, setting.vocabulary)
        self.people = [(name, party) for name, party in self.parties.items() if party.kind == "person"]
        self.states = [(name, party) for name, party in self.parties.items() if party.kind == "state"]
        self.media = [(name, party) for name, party in self.parties.items() if party.kind == "medium"]
        self.named = NamedNouns(doc, names, setting.roles)
        self.offices = Offices(doc, self.named, self.parties, setting)
        self._sides = Sides(self.offices, self.named, self.parties, setting)
        self._before = NounsBefore(doc)
        self.meant: dict[tuple[int, bool], Party | None] = {}  # whom pronouns mean, as `kg.link.coreference` finds
        self._told: dict[tuple[int, bool], Party | None] = {}  # each noun is asked for time and again
        self._first_names: dict[str, set[str]] = {}

    def party(self, noun: Token, *, acts: bool = False) -> Party | None:
        """Who a noun (no pronoun) means; None if it is nobody who could hold a position.

        `acts`: the sentence has it as the one that acts, which only an abstract noun cannot be.
        """
        asked = (noun.i, acts)
        if asked not in self._told:
            self._told[asked] = self._party(noun, acts=acts)
        return self._told[asked]

    def _party(self, noun: Token, *, acts: bool) -> Party | None:
        name, word = self.named.of(noun), self.offices.words.get(noun.i)
        if (issuer := self._issuer(noun)) is not None:
            return issuer
        before = None if name is not None and name.kind == "person" else self._described(noun)
        if name is not None and before is None and (name.kind == "person" or word is None):
            return described(noun, "group") if is_some_of(noun, name) else self.parties[name]
        if word is not None and not (is_plural(noun) or noun.lower_.endswith(PLURAL_ROLES)):
            return self.offices.bearer(word) or before or self._without_name(noun, "person")
        if before is not None:
            return before
        if (body := self._bodies.last_named(noun) or self._compound_before(noun)) is not None:
            return body
        thing = (is_a(noun, "abstract") and not is_abbreviated(noun)) or is_day(noun)
        acting = acts and noun.pos_ == "NOUN" and not thing
        if not (word is not None or acting or can_act(noun)) or self._is_piece(noun):
            return None
        return self._without_name(self._before.in_full(noun) or noun, "group")

    def _without_name(self, noun: Token, kind: Kind) -> Party:
        party = described(noun, kind)
        self._sides.describe(party, noun)
        return party

    def _is_piece(self, noun: Token) -> bool:
        """»*Teile der Verkleidung* lösten sich«, but not »Teile der Partei«: what a part is of says who it is."""
        if not is_a(noun, "portion"):
            return False
        wholes = [child for child in children(noun, "nmod") if child.pos_ == "NOUN"]
        return any(is_a(whole, "abstract") and self.party(whole) is None and not can_act(whole) for whole in wholes)

    def _issuer(self, noun: Token) -> Party | None:
        """»laut *OECD-Bericht*«: the organisation whose paper it is; an »Iran-Bericht« is about a state."""
        if not is_a(noun, "document") or noun.lang_ == "en" or "-" not in noun.text or is_actor(noun):
            return None
        first = noun.text.rpartition("-")[0]
        actor = self.setting.known.actor(first, "organisation")
        found = [known_party(actor, self.setting.language)] if actor is not None else self.parties.values()
        return next((party for party in found if party.kind == "organisation" and first in party.names), None)

    def titled(self) -> Iterator[tuple[Token, Party]]:
        """The offices without a name whose bearer the authority knows: »der Bundeskanzler«."""
        for word in self.offices.words.values():
            noun = self.doc[word.token]
            alone = self.named.of_role(noun) is None and not (is_plural(noun) or noun.lower_.endswith(PLURAL_ROLES))
            if alone and (party := self.offices.bearer(word)) is not None and party.iri:
                yield noun, party

    def _described(self, noun: Token) -> Party | None:
        """»die 54-Jährige«, »das Land«: the person or the state that was just named."""
        one = self._of_its_party(noun) or person_described(noun, self.people, self._is_another)
        return one or state_described(noun, self.states)

    def _of_its_party(self, noun: Token) -> Party | None:
        """»Renate Kern (SPD) … die *SPD-Politikerin*«: who was last named with that party."""
        word = self.offices.words.get(noun.i)
        if word is None or word.organisation is None or not (is_a(noun, "described-person") and is_bare(noun)):
            return None
        iri = word.organisation.iri
        behind = bisect_left(self.people, noun.i, key=lambda named: named[0].start)
        last = ((name, party) for name, party in self.people[behind - LAST if behind > LAST else 0 : behind][::-1])
        return next((who for name, who in last if self._is_of(name, iri) and not self._is_another(who, noun)), None)

    def _is_of(self, name: Name, iri: str) -> bool:
        """»Renate Kern *(SPD)*«, »*SPD-Chefin* Renate Kern«"""
        bracketed = self.doc[name.end : name.end + 1].text == "(" and name.end + 1 < len(self.doc)
        member = self.named.of(self.doc[name.end + 1]) if bracketed else None
        side = self._sides.told(self.parties[name])
        return (member is not None and self.parties[member].iri == iri) or (side is not None and side.iri == iri)

    def _is_another(self, party: Party, noun: Token) -> bool:
        """»die Politikerin« is no »Gerhard« and no »Minister«."""
        female = is_female(noun)
        told = self.offices.is_womans(party)
        return self.is_called(party, "mans-name" if female else "womans-name") or told not in (None, female)

    def _compound_before(self, noun: Token) -> Party | None:
        """»die Fraktion« is the »SPD-Fraktion« that was spoken of, if that is a body or a group."""
        other = self._before.compound(noun)
        party = self.party(other) if other is not None else None
        return party if party is not None and party.kind in ("organisation", "group") else None

    def is_called(self, party: Party, of: str) -> bool:
        """Whether the name begins with a first name of a word class."""
        if of not in self._first_names:
            names = self.setting.vocabulary.word_classes.get(of)
            self._first_names[of] = {word for _, word in names.words} if names else set()
        return party.name.split()[0] in self._first_names[of]

    def media_in(self, start: int, end: int) -> list[tuple[Name, Party]]:
        """The media that are named from token `start` to `end`, in text order."""
        first, behind = (bisect_left(self.media, place, key=lambda named: named[0].start) for place in (start, end))
        return self.media[first:behind]

    def side(self, party: Party, noun: Token | None = None) -> Party | None:
        """The state or organisation that an actor speaks for: by the text, by its office on the day, or itself."""
        return self._sides.of(party, noun)

    def joined_behind(self, noun: Token) -> tuple[Party, Token] | None:
        """»Merk und die europäischen Regierungschefs«: who is joined to a name, by the order of the words."""
        name = self.named.of(noun)
        start = name.end if name is not None else noun.i + 1
        words = list(takewhile(lambda token: token.pos_ not in STOPS, self.doc[start : start + PHRASE]))
        nouns = [token for token in words if token.pos_ in ("NOUN", "PROPN")]
        if not nouns or words[0].lower_ not in closed(noun).and_:
            return None
        last = nouns[-1]
        if (named := self.named.of(last)) is not None:
            return self.parties[named], last
        if can_act(last) or last.i in self.offices.words:
            return self._described_by([token for token in words[1:] if token.i <= last.i and token.pos_ != "DET"]), last
        return None

    def _described_by(self, words: list[Token]) -> Party:
        """A group that has no name, in the words of the text; an adjective says whose it is."""
        text = " ".join(word.text for word in words)
        actor = next((found for word in words if (found := self.setting.roles.adjective(word))), None)
        if actor is not None:
            self._sides.tell(text, actor)
        return Party(text, "group", names=(text, words[-1].text))
