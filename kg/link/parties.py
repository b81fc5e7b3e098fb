"""From names to parties: what the authority knows, acronyms that a text introduces, surnames of persons."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Token

from kg.find.names import Name
from kg.link.nominal import actor_name, citation
from kg.link.quoted import quoted_name
from kg.link.roles import MAX_ROLE
from kg.link.setting import Setting
from kg.model import Kind, Party
from kg.vocabulary import Actor, Labels

Longer = dict[str, dict[str, Party]]  # last word → full name → who it is, all in lower case


def full_names(names: list[Name], setting: Setting) -> dict[Name, Party]:
    """A party a name; »Peskow« is the »Dmitri Peskow« of the same text."""
    parties = {name: party_of(name, setting) for name in names}
    parties.update(with_acronyms(names, parties))
    longer = by_last_word(parties.values())
    for name, party in parties.items():
        if not is_settled(name, party) and (full := longer_name(name, party, longer)) is not None:
            parties[name] = full
        elif party.kind == "person" and party.iri is None and " " not in party.name:
            parties[name] = by_surname(party, setting)
    parties = {name: allowed(name, party, setting) for name, party in parties.items()}
    return {name: at_home(name, party, parties.values(), setting) for name, party in parties.items()}


def allowed(name: Name, party: Party, setting: Setting) -> Party:
    """The party, unless its entry says that it is never called so (`pos:notName`): then the name stays by itself."""
    entry = setting.vocabulary.actors.get(party.iri or "")
    denied = entry is not None and names_in(entry.not_names, name.text)
    return Party(name.text, name.kind, names=(name.text,)) if denied else party


def at_home(name: Name, party: Party, others: Iterable[Party], setting: Setting) -> Party:
    """»der Senat« is the one in Washington where the text has to do with its state: Berlin and Manila have one, too."""
    actors = setting.vocabulary.actors
    entry = actors.get(party.iri or "")
    body = entry is not None and entry.kind == "organisation" and entry.part_of and names_in(entry.metonyms, name.text)
    if entry is None or not body or not is_common(name.text, setting):
        return party
    known = (actors[other.iri] for other in others if other.iri and other.iri != party.iri)
    states = {
        iri for actor in known for iri in (actor.iri, actor.part_of, *(each.organisation for each in actor.offices))
    }
    return party if entry.part_of in states else Party(name.text, name.kind, names=(name.text,))


def is_common(name: str, setting: Setting) -> bool:
    """»der Senat«: many states have a body that is so called."""
    common = setting.vocabulary.word_classes.get("common-body")
    return common is not None and names_in(common.words, name)


def is_settled(name: Name, party: Party) -> bool:
    """Whether the authority has the name just as it stands; »Hollandes« may be Holland's or Hollande's."""
    return party.iri is not None and (" " in name.text or name.text in party.names)


def by_last_word(parties: Iterable[Party]) -> Longer:
    """The persons that are named in full, each by the last word of all its names."""
    longer: Longer = defaultdict(dict)
    for party in parties:
        if party.kind == "person" and " " in party.name:
            for known in map(str.lower, party.names):
                longer[known.split()[-1]].setdefault(known, party)
    return longer


def longer_name(name: Name, party: Party, longer: Longer) -> Party | None:
    """The person of the text whose name ends so, in the genitive too; a surname alone may look like a place."""
    words = bare_surname(party.name if party.iri is None else name.text).split()
    if party.kind != "person" and len(words) > 1:
        return None
    for last in dict.fromkeys((words[-1], words[-1].removesuffix("s"))) if words else ():
        end = " ".join(["", *words[:-1], last])  # »Thomas de Maizière« ends in »de Maizières«
        if (
            full := next((one for known, one in longer.get(last, {}).items() if known.endswith(end)), None)
        ) is not None:
            return full
    return None


def party_of(name: Name, setting: Setting) -> Party:
    if chosen := the_one(name) or (None if name.candidates else setting.known.actor(name.text, name.kind)):
        return known_party(chosen, setting.language)
    text = without_title(name.text, setting) if name.kind == "person" else name.text
    return Party(text, name.kind, names=(text,))


def without_title(name: str, setting: Setting) -> str:
    """»Staatspräsident Mattarella«, "Wing Commander Marek" are a role and a name, »Herr Merk« is a form of address."""
    words = name.split()
    titles = (end for end in range(min(MAX_ROLE, len(words) - 1), 0, -1) if setting.is_title(words[:end]))
    end = next(titles, 0)
    return without_title(" ".join(words[end:]), setting) if end else name


def the_one(name: Name) -> Actor | None:
    """The actor that bears a name; of several the one that it is no mere metonym of, none where that is no help."""
    bearers = [actor for actor in name.candidates if not names_in(actor.metonyms, name.text)]
    found = name.candidates if len(name.candidates) == 1 else bearers
    return found[0] if len(found) == 1 else None


def names_in(labels: Labels, text: str) -> bool:
    return any(label in (text, text.removesuffix("s")) for _, label in labels)


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
    return name.lower().rstrip("’'´`")


def by_surname(party: Party, setting: Setting) -> Party:
    """The one office holder of that day with the surname; several or none: the name stays by itself."""
    bearers = setting.known.with_surname(party.name)
    found = [actor for actor in bearers if any(office.held_on(setting.published) for office in actor.offices)]
    return known_party(found[0], setting.language) if len(found) == 1 else party


def known_party(actor: Actor, language: str) -> Party:
    names = tuple(dict.fromkeys(name for _, name in actor.names))
    return Party(actor.label(language), actor.kind, actor.iri, names)


def described(noun: Token, kind: Kind) -> Party:
    """An actor that has no name: by its description, and by the noun alone."""
    name = (quoted_name(noun) if kind == "group" else "") or actor_name(noun)
    return Party(name, kind, names=tuple(dict.fromkeys((name, citation(noun), noun.text))))
