"""Who bears an office: the person that the text names with it, else the one that the authority dates to the day."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from kg.analyse.settled import children
from kg.analyse.words import is_a
from kg.find.names import Name
from kg.link.named import NamedNouns
from kg.link.parties import known_party
from kg.link.roles import RoleWord
from kg.link.setting import Setting
from kg.model import Party
from kg.vocabulary import Actor, Office, Role

OTHERS = (
    "vize",
    "alt",
    "ex",
    "schatten",
    "ehren",
    "vice",
    "deputy",
    "former",
    "shadow",
)  # begin the name of another office
PAST = ("ex-", "alt-")
EITHER = ("e", "en")  # endings of words for both: »Vorsitzende«
HEADS = {"head_of_state_of", "head_of_government_of"}  # »Premier« and »Regierungschef« are one office
UNIQUE = {"minister_of", *HEADS}  # offices that one person holds at a time


@dataclass(frozen=True)
class Bearer:
    """A role word and the person that stands with it: »Kremlsprecher Dmitri Peskow«."""

    word: RoleWord
    party: Party
    is_former: bool = False  # »der frühere Präsident«, who speaks for nobody any more


class Offices:
    """The role words of a text by token, and who bears them."""

    def __init__(self, doc: Doc, named: NamedNouns, parties: Mapping[Name, Party], setting: Setting) -> None:
        self._setting = setting
        self.words = {word.token: word for token in doc if (word := setting.roles.role_of(token))}
        self.bearers = list(introduced(self.words, doc, named, parties))
        self._borne: dict[str, set[str]] = defaultdict(set)
        for bearer in self.bearers:
            self._borne[bearer.party.name].add(bearer.word.text)
        self._bearers = cache(self._compatible)  # a text has many role words, but few different ones
        self._of_the_day = cache(self._known)

    def bearer(self, word: RoleWord) -> Party | None:
        """Whom a role word without a name means: the last one named before it, else the first behind it."""
        same = self._bearers(word.text, word.role, word.organisation)
        behind = bisect_right(same, word.token, key=lambda bearer: bearer.word.token)
        return same[max(0, behind - 1)].party if same else self._of_the_day(word.role, word.organisation)

    def is_womans(self, party: Party) -> bool | None:
        """Whether the office of a person has the form for women: »Ministerin«; None where no office tells."""
        told = {word.endswith("in") for word in self._borne.get(party.name, ()) if not word.endswith(EITHER)}
        return told.pop() if len(told) == 1 else None

    def _compatible(self, text: str, role: Role, organisation: Actor | None) -> list[Bearer]:
        word = RoleWord(0, text, role, organisation)
        return [each for each in self.bearers if compatible(each.word, word) and not self._is_elsewhere(each, word)]

    def _is_elsewhere(self, bearer: Bearer, word: RoleWord) -> bool:
        """»der kenianische Präsident … Präsident Selenskyj«: known to hold office in other states alone; or a woman."""
        if self._setting.language == "de" and bearer.word.text.endswith("in") != word.text.endswith("in"):
            return True
        actors, state = self._setting.vocabulary.actors, word.organisation
        actor = actors.get(bearer.party.iri or "")
        if actor is None or state is None or state.kind != "state" or bearer.word.organisation is not None:
            return False
        states = [office.organisation for office in actor.offices if is_state(actors.get(office.organisation))]
        return bool(states) and state.iri not in states

    def _known(self, role: Role, organisation: Actor | None) -> Party | None:
        """The one that the authority knows in that office on the day of publication; None if there are several."""
        day = self._setting.published
        if organisation is None or day is None or role.relation not in UNIQUE:
            return None
        office = (role.iri, organisation.iri)
        actors = self._setting.vocabulary.actors.values()
        holders = [
            actor for actor in actors if any(is_of(each, office) and each.held_on(day) for each in actor.offices)
        ]
        return known_party(holders[0], self._setting.language) if len(holders) == 1 else None


def introduced(
    words: Mapping[int, RoleWord], doc: Doc, named: NamedNouns, parties: Mapping[Name, Party]
) -> Iterator[Bearer]:
    """Role words that stand with the name of a person."""
    for word in words.values():
        name = named.of_role(doc[word.token])
        if name is not None and parties[name].kind == "person":
            yield Bearer(word, parties[name], is_former(doc[word.token]))


def is_former(noun: Token) -> bool:
    return noun.lower_.startswith(PAST) or any(is_a(word, "formerly") for word in children(noun, "amod"))


def is_private(word: RoleWord) -> bool:
    """»der türkische *Journalist*«: where somebody is from, and no office of the state."""
    return is_state(word.organisation) and not word.role.of_state


def is_state(actor: Actor | None) -> bool:
    return actor is not None and actor.kind == "state"


def is_of(office: Office, sought: tuple[str, str]) -> bool:
    return (office.role, office.organisation) == sought


def is_shorter(known: str, word: str) -> bool:
    """»Kanzler« of »Bundeskanzler«, not of »Vizekanzler«, who is somebody else; "secretary" of "secretary of state"."""
    if known.startswith(f"{word} of "):
        return True
    return known.endswith(word) and not known.removesuffix(word).lower().startswith(OTHERS)


def is_so_called(known: RoleWord, word: RoleWord) -> bool:
    """»der Parteichef« is the »SPD-Chef«, »die Ressortchefin« a minister."""
    if word.text.startswith("partei"):
        party = known.organisation is not None and known.organisation.kind == "organisation"
        return party and known.text == word.text.removeprefix("partei")
    return word.text.startswith("ressortchef") and known.role.relation == "minister_of"


def compatible(known: RoleWord, word: RoleWord) -> bool:
    """Whether two role words can mean one office; »die Ministerin« fits any one, and so does a word without a state."""
    same = known.role.iri == word.role.iri or is_shorter(known.text, word.text) or is_so_called(known, word)
    if not same and (known.role.relation != word.role.relation or word.role.relation not in HEADS):
        return False
    return word.organisation is None or known.organisation is None or word.organisation.iri == known.organisation.iri
