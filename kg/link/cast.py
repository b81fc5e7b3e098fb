"""Who is who in one text: names, roles and descriptions that mean the same actor become one `Party`."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise, takewhile

from spacy.tokens import Doc, Token

from kg.analyse.grammar import NAME_PARTS, children, coordinated
from kg.find.names import Name
from kg.link.nominal import actor_name, short_name
from kg.link.roles import Roles, RoleWord
from kg.model import Kind, Party
from kg.vocabulary import Actor, Labels, Vocabulary


@dataclass(frozen=True)
class Setting:
    """What is fixed for a text before it is read."""

    vocabulary: Vocabulary
    roles: Roles
    language: str
    published: date | None


class Cast:
    """The actors of a text. `party(token)` says who a noun means, `side(party)` whom it speaks for."""

    def __init__(self, doc: Doc, names: list[Name], setting: Setting) -> None:
        self.doc = doc
        self.setting = setting
        self._acting = {noun.lower() for lang, noun in setting.vocabulary.acting_nouns if lang == setting.language}
        self._name_at = {i: name for name in names for i in range(name.start, name.end)}
        self._parties = full_names(names, setting)
        self._roles = {word.token: word for token in doc if (word := setting.roles.role_of(token))}
        self._sides: dict[str, Actor] = {}
        self._bearers: list[tuple[RoleWord, Party]] = list(self._introduced())
        for word, party in self._bearers:
            if word.organisation is not None:
                self._sides.setdefault(party.name, word.organisation)

    def _introduced(self) -> Iterator[tuple[RoleWord, Party]]:
        """Role words that stand with a name: »Kremlsprecher Dmitri Peskow«."""
        for word in self._roles.values():
            token = self.doc[word.token]
            name = self.name_within(token) or self._name_before(token)
            if name is not None and (party := self._parties[name]).kind == "person":
                yield word, party

    def _name_before(self, role: Token) -> Name | None:
        """»Frank-Walter Steinmeier, der Außenminister«: the role is an apposition to the name."""
        return self._name_at.get(role.head.i) if role.dep_ == "appos" else None

    def name_within(self, noun: Token) -> Name | None:
        """The name that a noun is, or that stands with it as an apposition; a person's first."""
        plural = noun.pos_ == "NOUN" and noun.morph.get("Number", []) == ["Plur"]  # »Anhänger Husseins« are not Hussein
        near = [name for token in ([noun] if plural else name_tokens(noun)) if (name := self._name_at.get(token.i))]
        persons = [name for name in near if name.kind == "person"]
        if not persons and not plural and (following := self._name_after(noun)):
            return following
        return next(iter(persons), self._name_at.get(noun.i) or next(iter(near), None))

    def _name_after(self, noun: Token) -> Name | None:
        """The person named right after a role, or behind a comma after the whole phrase of the role.

        »Bürgermeister Bertrand Delanoë«, »die Vorsitzende der Grünen im Bundestag, Renate Künast,«: the parser hangs
        such names on the wrong noun more often than the order of the words misleads.
        """
        if self.setting.roles.role_of(noun) is None:
            return None
        for token in self.doc[noun.i + 1 : noun.i + PHRASE]:
            name = self._name_at.get(token.i)
            if name is not None and name.kind == "person" and name.start == token.i:
                direct = all(self.doc[i].is_space for i in range(noun.i + 1, token.i))
                return name if direct or self.doc[token.i - 1].text == "," else None
            if token.pos_ in ("VERB", "AUX", "PRON", "SCONJ", "CCONJ") or token.text in ".:;(":
                return None
        return None

    def named_members(self, noun: Token) -> list[Token]:
        """»die Mitglieder China und Indonesien«: a plural noun with the names that it sums up."""
        if noun.morph.get("Number", []) != ["Plur"]:
            return []
        heads = [child for child in children(noun, "appos") if child.i in self._name_at]
        return [token for head in heads for token in coordinated(head) if token.i in self._name_at]

    def party(self, noun: Token, *, acts: bool = False) -> Party | None:
        """Who a noun (no pronoun) means; None if it is nobody who could hold a position.

        `acts`: the sentence has it as the one that acts, which only an abstract noun cannot be.
        """
        name = self.name_within(noun)
        word = self._roles.get(noun.i)
        if name is not None and (name.kind == "person" or word is None):
            return self._parties[name]
        if word is not None:
            return described(noun, "group") if is_plural(noun) else self._bearer(word) or described(noun, "person")
        possible = self.can_act(noun) or (acts and noun.pos_ == "NOUN" and not noun.lemma_.lower().endswith(ABSTRACT))
        return described(noun, "group") if possible else None

    def _bearer(self, word: RoleWord) -> Party | None:
        """The person of an office: the one the text named with it, else the one the authority dates to that day."""
        same = [party for known, party in self._bearers if compatible(known, word)]
        if same:
            return same[0]
        return self._office_holder(word)

    def _office_holder(self, word: RoleWord) -> Party | None:
        day, holders = self.setting.published, []
        if word.organisation is None or day is None or word.role.relation not in UNIQUE:
            return None
        for actor in self.setting.vocabulary.actors.values():
            for office in actor.offices:
                if (office.role, office.organisation) == (word.role.iri, word.organisation.iri) and office.held_on(day):
                    holders.append(actor)
        return known_party(holders[0], self.setting.language) if len(holders) == 1 else None

    def can_act(self, noun: Token) -> bool:
        """Groups, bodies and kinds of people hold positions, things do not; a compound counts by its last part."""
        if noun.pos_ != "NOUN":
            return False
        word = noun.lemma_.lower().rpartition("-")[2]
        return any(word[start:] in self._acting for start in range(max(1, len(word) - 3))) or noun.lemma_.endswith(
            AGENT
        )

    def side(self, party: Party, noun: Token | None = None) -> Party | None:
        """The state or organisation that an actor speaks for: by the text, by its office on the day, or itself."""
        actor = self._sides.get(party.name) or self._side_known(party)
        if actor is None and noun is not None and party.kind != "person":
            actor = self.setting.roles.of(noun)
        if actor is not None:
            return known_party(actor, self.setting.language)
        return party if party.kind in ("state", "organisation") else None

    def _side_known(self, party: Party) -> Actor | None:
        actors, day = self.setting.vocabulary.actors, self.setting.published
        actor = actors.get(party.iri or "")
        if actor is None:
            return None
        offices = [office for office in actor.offices if office.held_on(day)]
        return actors.get(offices[0].organisation) if offices else actors.get(actor.part_of or "")

    def joined_behind(self, noun: Token) -> tuple[Party, Token] | None:
        """»Merz und die europäischen Staats- und Regierungschefs«: who is joined to a name, by the order of the words."""
        name = self.name_within(noun)
        start = name.end if name is not None else noun.i + 1
        words = list(takewhile(lambda token: token.pos_ not in STOPS, self.doc[start : start + PHRASE]))
        nouns = [token for token in words if token.pos_ in ("NOUN", "PROPN")]
        if not nouns or words[0].lower_ not in ("und", "sowie") or (named := self.name_within(nouns[-1])) is None:
            return self._described_behind(words, nouns)
        return self._parties[named], nouns[-1]

    def _described_behind(self, words: list[Token], nouns: list[Token]) -> tuple[Party, Token] | None:
        if (
            not nouns
            or words[0].lower_ not in ("und", "sowie")
            or (not self.can_act(nouns[-1])
            and nouns[-1].i not in self._roles)
        ):
            return None
        said = [token for token in words[1 : words.index(nouns[-1]) + 1] if token.pos_ != "DET"]
        party = Party(
            " ".join(token.text for token in said),
            "group",
            names=(" ".join(token.text for token in said), nouns[-1].text),
        )
        actor = next((found for token in said if (found := self.setting.roles.adjective(token))), None)
        if actor is not None:
            self._sides.setdefault(party.name, actor)
        return party, nouns[-1]

    @property
    def parties(self) -> dict[Name, Party]:
        return self._parties

    @property
    def bearers(self) -> list[tuple[RoleWord, Party]]:
        return self._bearers


HEADS = {"head_of_state_of", "head_of_government_of"}  # »Premier« and »Regierungschef« are one office
PHRASE = 14  # tokens; a longer description before a name is rare
STOPS = {"VERB", "AUX", "SCONJ", "PRON"}
UNIQUE = {"minister_of", "head_of_state_of", "head_of_government_of"}
ABSTRACT = (
    "ung", "heit", "keit", "ion", "tät", "nis", "tum", "mus", "plan", "gesetz", "bericht", "vertrag", "entwurf", "brief",
    "artikel", "dekret", "abkommen", "beschluss", "schreiben", "jahr", "tag", "monat", "zahl", "prozent", "frage", "studie",
    "umfrage", "krise", "krieg", "wahl", "anschlag", "preis", "kosten", "euro", "thema", "problem", "gewalt", "politik",
)  # fmt: skip
AGENT = ("er", "erin", "ist", "istin", "ent", "ant", "or", "oge", "nde", "ler")  # who does something: »Kritiker«


def is_plural(noun: Token) -> bool:
    return noun.morph.get("Number", []) == ["Plur"] or noun.lower_.endswith(("chefs", "innen"))


def name_tokens(noun: Token) -> Iterator[Token]:
    """The noun and the name that hangs on it."""
    yield noun
    for child in children(noun, *NAME_PARTS):
        yield from name_tokens(child)


def compatible(known: RoleWord, word: RoleWord) -> bool:
    same = known.role.iri == word.role.iri
    if not same and (known.role.relation != word.role.relation or word.role.relation not in HEADS):
        return False
    return word.organisation is None or known.organisation is None or word.organisation.iri == known.organisation.iri


def described(noun: Token, kind: Kind) -> Party:
    """An actor that has no name: by its description, and by the noun alone."""
    name = actor_name(noun)
    return Party(name, kind, names=tuple(dict.fromkeys((name, short_name(noun), noun.text))))


def known_party(actor: Actor, language: str) -> Party:
    names = tuple(dict.fromkeys(name for _, name in actor.names))
    return Party(actor.label(language), actor.kind, actor.iri, names)


def full_names(names: list[Name], setting: Setting) -> dict[Name, Party]:
    """A party a name; »Peskow« is the »Dmitri Peskow« of the same text."""
    parties = {name: party_of(name, setting) for name in names}
    parties.update(with_acronyms(names, parties))
    longer = [p for p in parties.values() if p.kind == "person" and " " in p.name]
    for name, party in parties.items():
        if party.kind == "person" and party.iri is None and " " not in party.name:
            full = next((p for p in longer if bare_surname(party.name) in surnames(p)), None)
            parties[name] = full or by_surname(party, setting)
    return parties


def with_acronyms(names: list[Name], parties: dict[Name, Party]) -> Iterator[tuple[Name, Party]]:
    """»Bundesverband der Deutschen Industrie (BDI)«: from there on, BDI is its name too."""
    short: dict[str, Party] = {}
    for name, following in pairwise(names):
        if following.start - name.end == 1 and following.bracketed and is_acronym(following.text, name.text):
            party = parties[name] if parties[following].iri is None else parties[following]
            known = dict.fromkeys((*party.names, name.text, following.text))
            short[following.text] = short[name.text] = replace(party, names=tuple(known))
    for name in names:
        if name.text in short:
            yield name, short[name.text]


def is_acronym(short: str, name: str) -> bool:
    """Capital letters of the name, in their order: ROG for »Reporter ohne Grenzen«."""
    letters = iter(name.upper())
    return 2 <= len(short) <= 8 and " " not in short and all(letter in letters for letter in short.upper())


def bare_surname(name: str) -> str:
    return name.lower().rstrip("’'")


def surnames(party: Party) -> set[str]:
    last = party.name.split()[-1].lower()
    return {last, last + "s"}


def by_surname(party: Party, setting: Setting) -> Party:
    """The one office holder of that day with the surname; several or none: the name stays by itself."""
    forms = {party.name.lower(), party.name.lower().removesuffix("s")}
    found = [
        actor
        for actor in setting.vocabulary.actors.values()
        if actor.kind == "person"
        and any(office.held_on(setting.published) for office in actor.offices)
        and any(label.split()[-1].lower() in forms for _, label in actor.names)
    ]
    return known_party(found[0], setting.language) if len(found) == 1 else party


def the_one(name: Name) -> Actor | None:
    """The actor that bears a name; of several the one that it is not a mere metonym of, and none where that is no help."""
    bearers = [actor for actor in name.candidates if not names_in(actor.metonyms, name.text)]
    found = name.candidates if len(name.candidates) == 1 else bearers
    return found[0] if len(found) == 1 else None


def names_in(labels: Labels, text: str) -> bool:
    return any(label in (text, text.removesuffix("s")) for _, label in labels)


def party_of(name: Name, setting: Setting) -> Party:
    if chosen := the_one(name):
        return known_party(chosen, setting.language)
    return Party(name.text, name.kind, names=(name.text,))
