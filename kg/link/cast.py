"""Who is who in one text: names, roles and descriptions that mean the same actor become one `Party`."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import takewhile

from spacy.tokens import Doc, Span, Token

from kg.analyse.closed import closed
from kg.analyse.grammar import NOUNS, case_of, is_plural, preceding
from kg.analyse.settled import children, has
from kg.analyse.words import is_a, is_actor
from kg.find.names import Name
from kg.link.descriptions import Named, is_acting, is_bare, is_female, person_described, state_described, within
from kg.link.named import PHRASE, NamedNouns
from kg.link.nominal import is_day
from kg.link.offices import Offices, is_former, is_private
from kg.link.parties import described, full_names, known_party, names_in
from kg.link.setting import Setting
from kg.model import Kind, Party
from kg.vocabulary import Actor

STOPS = {"VERB", "AUX", "SCONJ", "PRON"}
AGENT_LIKE = ("er", "or")  # endings of who does something, and of many devices
MODIFIERS = ("amod", "nmod", "appos", "flat:name", "acl", "acl:relcl", "det:poss")  # of a noun that names its own
MEMORY = 600  # tokens
ANY_BODY = ("organisation", "gremium")
LONG = 5  # letters; »Hochland« is no »Land«
WHERE = {"in", "nach", "aus"}
LAST = 5  # bodies that were named last
FIRMS = {
    "ag",
    "se",
    "gmbh",
    "kg",
    "kgaa",
    "inc",
    "inc.",
    "corp",
    "corp.",
    "plc",
    "konzern",
    "holding",
    "group",
    "airlines",
}
FAR = 100  # tokens: behind that another one may be meant
SOME = {
    "viele",
    "einige",
    "mehrere",
    "manche",
    "zahlreiche",
    "hunderte",
    "tausende",
    "meisten",
    "vielen",
    "etliche",
    "wenige",
}
PLURAL_ROLES = ("chefs", "innen")  # where the tagger is not sure of the number


class Cast:
    """The actors of a text. `party(token)` says who a noun means, `side(party)` whom it speaks for."""

    def __init__(self, doc: Doc, names: list[Name], setting: Setting) -> None:
        self.doc = doc
        self.setting = setting
        self.parties = full_names(names, setting)
        self.counts = Counter(party.name for party in self.parties.values())
        named = (one for one in self.parties.items() if one[1].kind == "organisation")
        self.bodies = [
            (name, party) for name, party in named if (party.iri or not name.guessed) and not is_where(doc, name)
        ]
        self.people = [(name, party) for name, party in self.parties.items() if party.kind == "person"]
        self.states = [(name, party) for name, party in self.parties.items() if party.kind == "state"]
        self.media = [(name, party) for name, party in self.parties.items() if party.kind == "medium"]
        self.named = NamedNouns(doc, names, setting.roles)
        self.offices = Offices(doc, self.named, self.parties, setting)
        self._lemmas = [(token.i, token.lemma_.lower()) for token in doc if token.pos_ in NOUNS]
        self.meant: dict[tuple[int, bool], Party | None] = {}  # whom pronouns mean, as `kg.link.coreference` finds
        self._told: dict[tuple[int, bool], Party | None] = {}  # each noun is asked for time and again
        self._sides: dict[str, Actor] = {}
        self._nouns: dict[str, Token] = {}  # who has no name, and the noun that describes it
        self._first_names: dict[str, set[str]] = {}
        for bearer in self.offices.bearers:
            if bearer.word.organisation is not None and not bearer.is_former and not is_private(bearer.word):
                self._sides.setdefault(bearer.party.name, bearer.word.organisation)

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
        if (body := self._body(noun) or self._compound_before(noun)) is not None:
            return body
        thing = (is_a(noun, "abstract") and not is_abbreviated(noun)) or is_day(noun)
        acting = acts and noun.pos_ == "NOUN" and not thing
        if not (word is not None or acting or can_act(noun)) or self._is_piece(noun):
            return None
        return self._without_name(self._named_before(noun) or noun, "group")

    def _without_name(self, noun: Token, kind: Kind) -> Party:
        party = described(noun, kind)
        self._nouns.setdefault(party.name, noun)
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

    def _named_before(self, noun: Token) -> Token | None:
        """»die Universität« is the »Universität Ulm« that was spoken of: the same noun, with more to tell it by."""
        if has(noun, *MODIFIERS) or not is_definite(noun):
            return None
        same = self._nouns_before(noun, MEMORY, lambda lemma: lemma == noun.lemma_.lower())
        return next((other for other in same if has(other, "nmod", "amod", "flat:name", "appos")), None)

    def _nouns_before(self, noun: Token, far: int, fits: Callable[[str], bool]) -> Iterator[Token]:
        """Those whose lemma fits, in lower case, at most so many tokens before, the nearest first."""
        for place in range(bisect_left(self._lemmas, (noun.i, "")) - 1, -1, -1):
            index, lemma = self._lemmas[place]
            if index < noun.i - far:
                return
            if fits(lemma):
                yield self.doc[index]

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
        side = self._sides.get(self.parties[name].name)
        return (member is not None and self.parties[member].iri == iri) or (side is not None and side.iri == iri)

    def _is_another(self, party: Party, noun: Token) -> bool:
        """»die Politikerin« is no »Gerhard« and no »Minister«."""
        female = is_female(noun)
        told = self.offices.is_womans(party)
        return self.is_called(party, "mans-name" if female else "womans-name") or told not in (None, female)

    def _compound_before(self, noun: Token) -> Party | None:
        """»die Fraktion« is the »SPD-Fraktion« that was spoken of, »das Ministerium« the »Innenministerium«."""
        word = noun.lemma_.lower()
        bare = noun.pos_ == "NOUN" and is_definite(noun) and not (is_plural(noun) or has(noun, *MODIFIERS))
        if noun.lang_ == "en" or not bare or len(word) < LONG:
            return None
        before = self._nouns_before(noun, FAR, lambda lemma: lemma.endswith(word))
        other = next((other for other in before if tells_more(other, word)), None)
        party = self.party(other) if other is not None and not is_plural(other) else None
        return party if party is not None and party.kind in ("organisation", "group") else None

    def _body(self, noun: Token) -> Party | None:
        """»die Organisation«, »der Konzern« and nothing more: the organisation that was named last."""
        if not is_a(noun, "body") or is_plural(noun) or has(noun, *MODIFIERS) or not is_definite(noun):
            return None
        behind = bisect_left(self.bodies, noun.i, key=lambda named: named[0].start)
        last = self.bodies[max(0, behind - LAST) : behind]
        for name, party in (*self._acting_before(noun, last), *last[-1:]):
            fits = could_be(noun, party) or (is_a(noun, "authority") and is_authority(self.doc[name.start : name.end]))
            if fits and (noun.i - name.start <= FAR or is_so_called(noun, party)):
                return party
        return None

    def _acting_before(self, noun: Token, last: Named) -> Named:
        """»*Greenpeace* kritisierte die Nato. Die Organisation …«: what the sentence before is about."""
        _, *before = preceding(noun, 1)
        acting = (one for sent in before for one in within(sent, last) if is_acting(sent, one[0]))
        return [(name, party) for name, party in acting if party.iri or self.counts[party.name] > 1][:1]

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
        actor = self._sides.get(party.name) or self._side_known(party)
        if actor is not None:
            return known_party(actor, self.setting.language)
        said = None if party.iri else self._said(noun, party) or self._said(self._nouns.get(party.name), party)
        return said or (party if party.kind in ("state", "organisation") else None)

    def _said(self, noun: Token | None, party: Party) -> Party | None:
        """»der *polnische* Fischereiminister«, »die Regierung *in Warschau*«: whose it is, as the noun says."""
        if noun is None:
            return None
        word = self.offices.words.get(noun.i)
        if party.kind == "person" and word is None:
            return None
        if word is not None and (is_former(noun) or is_private(word)):
            return None
        if word is not None and (owner := self._owner(noun)) is not None:
            return owner
        actor = word.organisation if word is not None and party.kind == "person" else self.setting.roles.of(noun)
        return None if actor is None else known_party(actor, self.setting.language)

    def _owner(self, noun: Token) -> Party | None:
        """»ein Sprecher *der Vereinten Nationen*«: what has more words than one, or is known to the text alone."""
        owners = closed(noun).owners
        names = (
            self.named.of(child) for child in children(noun, "nmod") if not case_of(child) or case_of(child) in owners
        )
        parties = (self.parties[name] for name in names if name is not None and not name.guessed)
        owner = next((party for party in parties if party.kind in ("state", "organisation")), None)
        above = self.side(owner) if owner is not None else None
        return above if above is not None and above.kind == "state" else owner

    def _side_known(self, party: Party) -> Actor | None:
        actors, day = self.setting.vocabulary.actors, self.setting.published
        actor = actors.get(party.iri or "")
        if actor is None:
            return None
        offices = [office for office in actor.offices if office.held_on(day)]
        above = actors.get(offices[0].organisation if offices else actor.part_of or "")
        return (
            above if above is not None and above.kind != "group" else None
        )  # the EU lies in Europe, it is not its voice

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
            self._sides.setdefault(text, actor)
        return Party(text, "group", names=(text, words[-1].text))


def can_act(noun: Token) -> bool:
    """Whether a common noun means somebody: »Kritiker«, »Mission«, but not »Sensor«, »Computer«."""
    thing = is_a(noun, "abstract") and not is_a(noun, "acting") and noun.lemma_.endswith(AGENT_LIKE)
    return noun.pos_ == "NOUN" and is_actor(noun) and not thing


def is_abbreviated(noun: Token) -> bool:
    """»die Mission der Vereinten Nationen im Sudan (*UNMIS*)«: what has a short name is mostly an organisation."""
    last = noun.right_edge
    short = last.doc[max(noun.i, last.i - 2) : last.i + 1]
    return noun.lang_ != "en" and len(short) == 3 and (short[0].text, short[2].text) == ("(", ")") and short[1].is_upper


def is_where(doc: Doc, name: Name) -> bool:
    """»in *Brüssel*« is the town."""
    return name.start > 0 and doc[name.start - 1].lower_ in WHERE


def is_definite(noun: Token) -> bool:
    return any(child.lower_ in closed(noun).definite for child in children(noun, "det"))


def tells_more(other: Token, word: str) -> bool:
    """»die SPD-Fraktion«, »die Fraktion der SPD«: not one more »die Fraktion«, which would ask in its turn."""
    return other.lemma_.lower() != word or has(other, *MODIFIERS)


def is_authority(name: Span) -> bool:
    return any(is_a(token, "authority") for token in name)


def is_some_of(noun: Token, name: Name) -> bool:
    """»*viele Deutsche*«, »tausend *christliche Ägypter*«: people of a state; »die Russen« are the state."""
    if name.kind != "state" or not names_in(name.candidates[0].demonyms, name.text) or noun.lang_ == "en":
        return False
    before = noun.left_edge.lower_
    counted = has(noun, "nummod") or (has(noun, "amod") and not is_definite(noun)) or before in SOME
    return counted or any(child.lower_ in SOME for child in children(noun, "det", "amod"))


def could_be(noun: Token, party: Party) -> bool:
    """The authority's names tell what its entries are: »die Partei« is no Nato. Of others nothing is known."""
    unknown = party.iri is None or noun.lemma_.lower().endswith(ANY_BODY)
    return unknown or is_so_called(noun, party) or (is_a(noun, "firm") and is_firm(party))


def is_so_called(noun: Token, party: Party) -> bool:
    """»die Umweltorganisation« is Greenpeace, as one of its names says; »das Militärbündnis« a »… Bündnis«."""
    word = noun.lemma_.lower()
    lasts = (name.lower().rpartition(" ")[2] for name in party.names)
    return any(word in name.lower() for name in party.names) or any(
        len(last) > LONG and word.endswith(last) for last in lasts
    )


def is_firm(party: Party) -> bool:
    """»Siemens AG«, »Volkswagen-Konzern«"""
    return any(word in FIRMS for name in party.names for word in name.lower().replace("-", " ").split())
