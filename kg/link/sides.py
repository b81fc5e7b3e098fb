"""Whose side an actor is on: the state or organisation that it speaks for."""

from collections.abc import Mapping

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.grammar import case_of
from kg.analyse.settled import children
from kg.find.names import Name
from kg.link.named import NamedNouns
from kg.link.offices import Offices, is_former, is_private
from kg.link.parties import known_party
from kg.link.setting import Setting
from kg.model import Party
from kg.vocabulary import Actor


class Sides:
    """For whom each actor of a text speaks, by what the text says of it and by what the authority knows."""

    def __init__(self, offices: Offices, named: NamedNouns, parties: Mapping[Name, Party], setting: Setting) -> None:
        self._offices = offices
        self._named = named
        self._parties = parties
        self._setting = setting
        self._told: dict[str, Actor] = {}
        self._nouns: dict[str, Token] = {}  # who has no name, and the noun that describes it
        for bearer in offices.bearers:
            if bearer.word.organisation is not None and not bearer.is_former and not is_private(bearer.word):
                self.tell(bearer.party.name, bearer.word.organisation)

    def tell(self, name: str, actor: Actor) -> None:
        """»*SPD-Chefin* Renate Kern«: the text says whose she is; what it says first holds."""
        self._told.setdefault(name, actor)

    def told(self, party: Party) -> Actor | None:
        """As the text says with the name of the actor."""
        return self._told.get(party.name)

    def describe(self, party: Party, noun: Token) -> None:
        """»der polnische Fischereiminister«: the noun of an actor without a name, for when it comes again as »er«."""
        self._nouns.setdefault(party.name, noun)

    def of(self, party: Party, noun: Token | None) -> Party | None:
        """By the text, by its office on the day, or itself; `noun`: how the sentence has the actor."""
        actor = self.told(party) or self._known(party)
        if actor is not None:
            return known_party(actor, self._setting.language)
        said = None if party.iri else self._said(noun, party) or self._said(self._nouns.get(party.name), party)
        return said or (party if party.kind in ("state", "organisation") else None)

    def _said(self, noun: Token | None, party: Party) -> Party | None:
        """»der *polnische* Fischereiminister«, »die Regierung *in Warschau*«: whose it is, as the noun says."""
        word = self._offices.words.get(noun.i) if noun is not None else None
        if noun is None or (party.kind == "person" and word is None):
            return None
        if word is not None and (is_former(noun) or is_private(word)):
            return None
        if word is not None and (owner := self._owner(noun)) is not None:
            return owner
        actor = word.organisation if word is not None and party.kind == "person" else self._setting.roles.of(noun)
        return None if actor is None else known_party(actor, self._setting.language)

    def _owner(self, noun: Token) -> Party | None:
        """»ein Sprecher *der Vereinten Nationen*«: what has more words than one, or is known to the text alone."""
        cases = closed(noun).owners | {""}
        names = (self._named.of(child) for child in children(noun, "nmod") if case_of(child) in cases)
        parties = (self._parties[name] for name in names if name is not None and not name.guessed)
        owner = next((party for party in parties if party.kind in ("state", "organisation")), None)
        above = self.of(owner, None) if owner is not None else None
        return above if above is not None and above.kind == "state" else owner

    def _known(self, party: Party) -> Actor | None:
        """By its office on the day of publication, else what it is a part of, if that can speak."""
        actors, day = self._setting.vocabulary.actors, self._setting.published
        actor = actors.get(party.iri or "")
        if actor is None:
            return None
        offices = [office for office in actor.offices if office.held_on(day)]
        above = actors.get(offices[0].organisation if offices else actor.part_of or "")
        return above if above is not None and above.kind != "group" else None  # the EU is no voice of Europe
