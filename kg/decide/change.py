"""What a person says a position ought to be, as a claim with all that describes it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import lru_cache

import pyoxigraph as ox

from kg.assemble.actors import CLASSES, actor_iri, authority_triples, one_line, party_triples
from kg.assemble.issues import broader_triples, issue_triples, stance_triples
from kg.assemble.terms import Triple
from kg.decide.known import Known
from kg.errors import DecisionError
from kg.link.issues import IssueLinker, issue_linker
from kg.link.issues.linker import LANGUAGES
from kg.model import Issue, Kind, Party
from kg.namespaces import POS
from kg.store.decision import Claim
from kg.store.parts import Triples
from kg.store.terms import name, term
from kg.vocabulary import Actor, Labels, Vocabulary, load_vocabulary

KINDS: dict[str, Kind] = {str(iri): kind for kind, iri in CLASSES.items()}
UNCLEAR: dict[Kind, Kind] = {"place": "state"}  # which is no actor


@dataclass(frozen=True)
class Change:
    """The parts of a position that ought to be other ones; None leaves a part as it is.

    Each is an IRI (`actor:russia`), a name of the store or of the vocabulary in any language, or new words. A side that
    is empty is none; if only the holder changes, the side becomes the one that the new holder speaks for.
    """

    holder: str | None = None
    side: str | None = None
    stance: str | None = None
    target: str | None = None


@dataclass(frozen=True)
class Article:
    """What of the article decides how words are read."""

    language: str
    published: date | None


@lru_cache(maxsize=1)
def linker() -> IssueLinker:
    return issue_linker(load_vocabulary())


class Changing:
    """Finds out what the words of a change mean. What it finds is described in `found`."""

    def __init__(self, known: Known, article: Article) -> None:
        self._known, self._article = known, article
        self._vocabulary: Vocabulary = load_vocabulary()
        self.found: set[ox.Triple] = set()

    def applied(self, change: Change, claim: Claim) -> Claim:
        """Raises `DecisionError` for a stance that there is not, and for a name that several have."""
        holder = self._actor(change.holder, claim.holder, "person") if change.holder is not None else claim.holder
        return Claim(
            holder=holder,
            side=self._side(change, claim, holder),
            stance=self._stance(change.stance) if change.stance is not None else claim.stance,
            target=self._target(change.target) if change.target is not None else claim.target,
        )

    def described(self, claim: Claim) -> Triples:
        """What is found, and what the store says of the other parts."""
        for part in (claim.holder, claim.side, claim.stance, claim.target):
            if part and not any(one.subject == ox.NamedNode(part) for one in self.found):
                self.found |= self._known.described(part)
        return frozenset(self.found)

    def _side(self, change: Change, claim: Claim, holder: str) -> str | None:
        if change.side is not None:
            return self._actor(change.side, claim.side or "", "organisation") if change.side.strip() else None
        return claim.side if holder == claim.holder else self._spoken_for(holder, claim.side)

    def _spoken_for(self, holder: str, before: str | None) -> str | None:
        """As `kg.link.cast.Cast.side` has it; the side stays for a holder of whom nothing is known."""
        actor = self._vocabulary.actors.get(holder)
        if actor is None:
            return holder if self._known.kind(holder) in (POS.State, POS.Organisation) else before
        offices = [office for office in actor.offices if office.held_on(self._article.published)]
        above = self._vocabulary.actors.get(offices[0].organisation if offices else actor.part_of or "")
        if above is not None and above.kind != "group":
            return self._authority(above)
        return holder if actor.kind in ("state", "organisation") else None

    def _actor(self, words: str, replaced: str, otherwise: Kind) -> str:
        if iri := self._known.iri(words):
            if actor := self._vocabulary.actors.get(iri):
                return self._authority(actor)
            if self._known.kind(iri) is None:
                raise DecisionError(f"The store knows no actor {words}; give a name, or the IRI of another.")
            return iri
        bearers = next(filter(None, self._bearers(" ".join(words.split()).casefold())), set())
        if len(bearers) > 1:
            raise DecisionError(f"{words!r} is the name of {listed(bearers)}; give the IRI of one.")
        for iri in bearers:
            return self._authority(self._vocabulary.actors[iri]) if iri in self._vocabulary.actors else iri
        return self._minted(words, KINDS.get(str(self._known.kind(replaced)), otherwise))

    def _bearers(self, asked: str) -> Iterator[set[str]]:
        """Whom a name means: who is called so, else whose capital it is, else the persons of that surname."""
        every = self._vocabulary.actors.values()

        def called(names: Callable[[Actor], Labels], end: str = "") -> set[str]:
            ours = ((actor.iri, text.casefold()) for actor in every for _, text in names(actor))
            return {iri for iri, text in ours if (text.endswith(end) if end else text == asked)}

        yield called(lambda actor: (*actor.labels, *actor.alternatives)) | self._known.actors(asked)
        yield called(lambda actor: actor.metonyms)
        surnames = called(lambda actor: actor.labels if actor.kind == "person" else (), f" {asked}")
        yield surnames | self._known.surnames(asked)

    def _minted(self, words: str, kind: Kind) -> str:
        party = Party(one_line(words), UNCLEAR.get(kind, kind))
        self._add(party_triples(party, self._vocabulary, self._article.language))
        return str(actor_iri(party))

    def _authority(self, actor: Actor) -> str:
        self._add(authority_triples(actor))
        return actor.iri

    def _stance(self, words: str) -> str:
        stances, asked = self._vocabulary.stances, words.casefold()
        iri = self._known.iri(words)
        for stance in stances.values():
            if iri == stance.iri or asked in (stance.name, *(text.casefold() for _, text in stance.labels)):
                self._add(stance_triples(stance))
                return stance.iri
        near = get_close_matches(asked, stances, n=1)
        hint = f"did you mean {near[0]}? There are" if near else "there are"
        raise DecisionError(f"{words!r} is no stance; {hint} {', '.join(sorted(stances))}.")

    def _target(self, words: str) -> str:
        if iri := self._known.iri(words):
            if not self._known.is_a(iri, POS.Issue):
                raise DecisionError(f"The store knows no issue {words}; give its words.")
            return iri
        known = self._known.issues(" ".join(words.split()).casefold())
        linked, language = self._linked(one_line(words))
        if len(known) == 1:
            return known.pop()
        if known and linked.iri not in known:
            raise DecisionError(f"{words!r} is the name of {listed(known)}; give the IRI of one.")
        if not known:
            self._add(issue_triples([linked], self._vocabulary, language))
            self._add(broader_triples([linked], linker().broader))
        return linked.iri

    def _linked(self, words: str) -> tuple[Issue, str]:
        """By the language of the article, else by the first in which the words can be taken apart."""
        own = self._article.language
        found = [(linker()(words, language), language) for language in dict.fromkeys((own, *LANGUAGES))]
        return next((one for one in found if one[0].facets), found[0])

    def _add(self, triples: Iterable[Triple]) -> None:
        for subject, predicate, value in triples:
            self.found.add(ox.Triple(name(subject), ox.NamedNode(str(predicate)), term(value)))


def listed(iris: Iterable[str]) -> str:
    return " and ".join(sorted(iris))
