"""Who holds a position: whom the slots of the frame name, else whoever speaks the words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import filterfalse

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.grammar import bare_nominals, case_of, coordinated, is_passive, is_plural, number_of
from kg.analyse.headlines import is_left_out
from kg.analyse.settled import children, has, sent_of
from kg.analyse.slots import fillers, possessors, subjects
from kg.analyse.words import is_a
from kg.link.both import both
from kg.link.cast import Cast
from kg.link.coreference import everyone, is_first_person, is_pronoun, resolve
from kg.link.lists import with_listed
from kg.link.named import name_tokens
from kg.link.nouns import MODIFIERS, is_definite
from kg.link.parties import known_party
from kg.model import Party
from kg.recognise.attribution import Owner
from kg.recognise.frames import Frame
from kg.recognise.own import own_side
from kg.recognise.unfilled import CLAUSAL

INSIDE = {"compound", "flat:name", "nmod:poss", "amod", "nmod", "obj", "conj"}  # of a noun phrase, or of another clause
WHERE = ("in", "bei")
Holder = tuple[Party | None, Token | None]  # and the noun that names it


@dataclass(frozen=True)
class Holders:
    """The holders of the frames of one text."""

    cast: Cast

    def of(self, frame: Frame, owners: tuple[Owner, ...]) -> list[Holder]:
        """At least one pair; (None, None) where nobody is found."""
        found = list(self._named(frame, owners)) or list(self._by_order(frame))
        if not any(party for party, _ in found):
            found = self._behind(frame) or found
        return found or self._unnamed(frame, owners) or self._going_on(frame, owners) or [(None, None)]

    def _named(self, frame: Frame, owners: tuple[Owner, ...]) -> Iterator[Holder]:
        """Whom the slot asks for."""
        if whose := self._whose(frame):
            yield from whose
            return
        joint = list(with_listed(list(frame.holders), self.cast))
        named = (noun for holder in joint for noun in self.cast.named.members(holder) or [holder])
        nouns = explained(frame.holders) or [
            noun for noun in named if not (is_further_role(noun, joint) or self._is_cut(noun))
        ]
        if frame.holder_slot == "adj":
            yield self._by_adjective(frame)
        elif frame.holder_slot == "owner":
            yield from self._judges(frame) or self.speakers(owners)
        elif frame.holder_slot == "speaker":
            for noun in nouns:
                yield from self.speakers(owners) if self._speaks(noun, owners) else ()
        else:
            for noun in nouns:
                yield from self._parties(noun, owners)

    def _is_cut(self, noun: Token) -> bool:
        """»der *Lesben-* und Schwulenverband« is one; »SPD- und Grünen-Politiker« are of both."""
        return noun.text.endswith("-") and has(noun, "conj") and self.cast.named.of(noun) is None

    def _whose(self, frame: Frame) -> list[Holder]:
        """ "reaffirmed *Norway's* opposition to …", "reiterated *U.S.* support": who reports an attitude has it not."""
        noun, cue = frame.match.token, frame.match.cue
        if noun.lang_ != "en" or cue.pos != "NOUN" or not frame.match.supported or noun.dep_ != "obj":
            return []
        named: list[Holder] = [(self.cast.party(child), child) for child in possessors(noun)]
        return [holder for holder in (*named, self._by_adjective(frame)) if holder[0] is not None][:1]

    def speakers(self, owners: tuple[Owner, ...]) -> list[Holder]:
        """Who speaks the words, and those who say the same with it."""
        if not owners:
            return []
        owner = owners[0]
        if owner.noun is None:
            return [(owner.party, None), *((party, None) for party in owner.others)]
        if two := both(owner.noun, self.cast, speaks=True):
            return [(party, owner.noun) for party in two]
        joint = [noun for token in name_tokens(owner.noun) for noun in coordinated(token)[1:]]
        others = [(party, noun) for noun in joint if (party := self.cast.party(noun)) is not None]
        if not others and (behind := self.cast.joined_behind(owner.noun)) is not None:
            others = [behind]
        return [(owner.party, owner.noun), *others]

    def _behind(self, frame: Frame) -> list[Holder]:
        """ "the request *of Merk* to …": »of« names the holder where the target stands elsewhere."""
        noun, cue = frame.match.token, frame.match.cue
        elsewhere = frame.target_slot not in ("of", "") and frame.holder_slot != "owner"
        if noun.lang_ != "en" or cue.pos != "NOUN" or not elsewhere:
            return []
        return [(party, word) for word in fillers(noun, "of") if (party := self.cast.party(word)) is not None]

    def _judges(self, frame: Frame) -> list[Holder]:
        """»Für Merk ist der Plan inakzeptabel«, »*Merk* ist der Plan wichtig«: whose judgement it is."""
        match = frame.match
        refused = is_a(match.token, "acceptance")  # »ist für Merk tabu« says it
        copula = next(copulas(match.token), None)
        if copula is None or not (match.cue.pos == "ADJ" or (match.cue.pos == "NOUN" and refused)):
            return []
        nouns = [
            noun
            for noun in children(match.token, "obl", "nmod")
            if case_of(noun) in closed(noun).judging and (noun.i < copula.i or (refused and match.cue.pos == "ADJ"))
        ]  # »ist gut für Merk«, »ein guter Schritt für Merk« say nothing of what Merk thinks
        nouns += concerned(match.token) if is_a(match.token, "mattering") else []
        found = [(self.cast.party(noun), noun) for noun in nouns]
        return [(party, noun) for party, noun in found if party is not None and (refused or party.kind != "group")]

    def _by_adjective(self, frame: Frame) -> Holder:
        """»die russische Forderung«"""
        noun = frame.match.token
        attributes = children(noun, "amod")
        actor = next((found for child in attributes if (found := self.cast.setting.roles.adjective(child))), None)
        if actor is not None:
            return known_party(actor, self.cast.setting.language), None
        names = children(noun, "compound") if noun.lang_ == "en" else ()
        return next(((party, name) for name in names if (party := self.cast.party(name)) is not None), (None, None))

    def _by_order(self, frame: Frame) -> Iterator[Holder]:
        """Where the parse has no subject: the first bare noun phrase of the clause that is an actor and no target."""
        match = frame.match
        verb = match.verb.head if match.token.dep_ == "aux" else match.verb
        if match.cue.pos not in ("VERB", "AUX") or "nsubj" not in match.cue.holder or is_passive(verb):
            return
        first = first_nominals(verb) if verb.lang_ == "en" else ()
        for noun in filterfalse(is_first_part, (*bare_nominals(verb), *first)):
            if noun not in frame.targets and self.cast.party(noun) is not None:
                yield from ((self.cast.party(other), other) for other in with_listed([noun], self.cast))
                return

    def _unnamed(self, frame: Frame, owners: tuple[Owner, ...]) -> list[Holder]:
        """»„… den Plan zu unterstützen“, sagte X«: in X's own words a verb without a subject is mostly X's."""
        match = frame.match
        own = match.cue.pos == "VERB" and match.token.lang_ != "en"
        if match.cue.pos == "NOUN" and is_left_out(match.verb):  # »Polen: *Nein* zu Tempolimit«, »Sagen Nein zu …«
            return self.speakers(owners)
        return self.speakers(owners) if own and (not is_passive(match.verb) or is_asked_for(frame)) else []

    def _going_on(self, frame: Frame, owners: tuple[Owner, ...]) -> list[Holder]:
        """»Merk lehnt den Plan ab. *Bemängelt wird außerdem* …«: a passive that goes on with what was held before."""
        if owners or not goes_on(frame.match.verb):
            return []
        verb = frame.match.verb
        nouns = subjects(sent_of(verb.doc[sent_of(verb).start - 1]).root)[:1]
        return [(party, noun) for noun in nouns if (party := self.cast.party(noun)) is not None]

    def _speaks(self, subject: Token, owners: tuple[Owner, ...]) -> bool:
        """»er werde …«, »wir werden …«: whether the subject of reported words is the one who speaks them."""
        if not owners:
            return False
        if is_pronoun(subject):
            return subject.lower_ in closed(subject).speaking
        party, speaker = self.cast.party(subject), owners[0].party
        if party is None or speaker is None:
            return False
        return party.name == speaker.name or self._speaks_for(owners[0], party, subject)

    def _speaks_for(self, owner: Owner, party: Party, subject: Token) -> bool:
        """»Der Minister sagte, die Regierung werde …«: it is his own promise, too."""
        if owner.party is None or party.kind == "person" or owner.party.kind != "person":
            return False
        if party.iri is None and is_definite(subject) and not has(subject, *MODIFIERS):
            return True
        side = self.cast.side(owner.party, owner.noun)
        return side is not None and side == self.cast.side(party, subject)

    def _parties(self, noun: Token, owners: tuple[Owner, ...]) -> list[Holder]:
        """Whom a holder slot names. In reported words »wir« is who speaks, and mostly so are »er«, »sie« and »man«."""
        first = is_first_person(noun)
        if first or (noun.lower_ in closed(noun).third_person and owners and is_reported_by_person(owners[0])):
            return self.speakers(owners)
        if two := both(noun, self.cast):
            return [(party, noun) for party in two]
        if not is_pronoun(noun):
            return [(own_side(noun, owners, self.cast) or self.cast.party(noun, acts=True), noun)]
        if noun.lower_ == "man" and (there := self._there(noun)):
            return there
        together = everyone(noun, self.cast)
        return [(party, noun) for party in together] or [(resolve(noun, self.cast, acts=True), noun)]

    def _there(self, noun: Token) -> list[Holder]:
        """»*In Kiew* lehnt man den Plan ab«, »*bei der Nato* …«: whom »man« means, where the article itself speaks."""
        places = (word for word in children(noun.head, "obl") if case_of(word) in WHERE)
        found = ((self.cast.party(word), word) for word in places)
        named: list[Holder] = [(who, word) for who, word in found if who and who.kind in ("state", "organisation")]
        return named[:1]


def concerned(predicate: Token) -> list[Token]:
    """»*Dem Minister* ist es wichtig, dass …«; beside »es« a name is no subject, whatever the parse says."""
    it = any(child.lower_ in closed(child).it for child in children(predicate, "expl", "nsubj"))
    names = [noun for noun in children(predicate, "nsubj") if noun.pos_ != "PRON"] if it else []
    return fillers(predicate, "dat") or names


def copulas(predicate: Token) -> Iterator[Token]:
    """»*ist* nicht hinnehmbar«: that of the predicate, which the parse may hang on its subject."""
    yield from children(predicate, "cop")
    for noun in children(predicate, "nsubj"):
        yield from children(noun, "cop")


def goes_on(verb: Token) -> bool:
    """»*Kritisiert wird zudem*, …«: what somebody raises, as one more thing."""
    raised = verb.dep_ == "ROOT" and is_a(verb, "raising") and is_passive(verb) and sent_of(verb).start > 0
    return raised and any(word.lower_ in closed(verb).moreover for word in verb.children)


def is_further_role(noun: Token, joint: Sequence[Token]) -> bool:
    """»Kurt Merk, Präsident der Bank *und Vorsitzender* der Kammer, …«: what else the one before it is."""
    first = noun.head
    if noun.dep_ != "conj" or first not in joint or noun.pos_ != "NOUN" or not is_a(noun, "agent"):
        return False
    own = has(noun, "det", "case", "nummod", "appos", "flat:name")
    apart = any(role.pos_ == "NOUN" and first.i < role.i < noun.i for role in children(first, "appos"))
    return apart and not own and not is_plural(noun) and number_of(first.head) != "Plur"


def is_asked_for(frame: Frame) -> bool:
    """»Norwegen werde aufgefordert, … zu …«, »*gefordert wird* laut Merk …«: a passive that the speaker causes."""
    verb = frame.match.verb
    becomes = next((aux for aux in children(verb, "aux:pass") if aux.lemma_ == "werden"), None)
    if becomes is None or verb.dep_ != "ROOT":
        return False
    return frame.target_slot in CLAUSAL or (verb.i < becomes.i and is_a(verb, "raising"))


def explained(holders: Sequence[Token]) -> list[Token]:
    """ "*We*, the ministers of Norway, Japan and Canada, …": who is named behind »we« only says who that is."""
    first = (noun for noun in holders if is_first_person(noun))
    return [noun for noun in first if noun.doc[noun.i + 1 : noun.i + 2].text == ","][:1]


def first_nominals(verb: Token) -> Iterator[Token]:
    """ "*Klobuchar*, along with Wyden, introduced …": what an English sentence begins with is mostly its subject."""
    if verb.dep_ != "ROOT":
        return
    for token in verb.doc[sent_of(verb).start : verb.i]:
        if token.pos_ in ("NOUN", "PROPN") and not case_of(token) and token.dep_ not in INSIDE:
            yield token


def is_first_part(noun: Token) -> bool:
    """ "*state*-sponsored labor": part of a word, and nobody; a name is somebody there ("Iran-backed")."""
    return noun.dep_ == "compound" and noun.pos_ == "NOUN" and noun.i + 1 < len(noun.doc) and noun.nbor().text == "-"


def is_reported_by_person(owner: Owner) -> bool:
    """»er« in what a paper reports is somebody else."""
    return owner.mode == "indirect" and not (owner.party is not None and owner.party.kind == "medium")
