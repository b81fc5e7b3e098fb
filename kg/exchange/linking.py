"""What a person coded → positions whose actors and issues are those of the authority and of other texts."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import cast

from kg.exchange.values import Held, Named, Selection
from kg.link.issues import IssueLinker, issue_linker
from kg.link.issues.linker import LANGUAGES
from kg.link.known import KnownNames
from kg.link.parties import known_party
from kg.model import Document, Factuality, Hop, Issue, Kind, Mode, Party, Passage, Position
from kg.vocabulary import Actor, load_vocabulary


@lru_cache(maxsize=2)
def linker(actors: tuple[Path, ...] = ()) -> "Linker":
    """With the user's own Turtle files. Raises `VocabularyError` for what is wrong in them."""
    return Linker(actors)


class Linker:
    def __init__(self, actors: tuple[Path, ...]) -> None:
        self.vocabulary = load_vocabulary(*actors)
        self.issues: IssueLinker = issue_linker(self.vocabulary, *actors)
        self._known: Callable[[str], KnownNames] = lru_cache(lambda language: KnownNames(self.vocabulary, language))

    def position(self, held: Held, document: Document) -> Position:
        """The coded passage is the evidence, and the cue where none is given."""
        evidence = passage(held.sentence, document)
        said = date.fromisoformat(held.date) if held.date else None
        day = said or document.published
        return Position(
            holder=self.party(held.holder, document, day),
            side=self.party(held.side, document, day) if held.side else None,
            stance=held.stance,
            target=self.issue(held.target, document.language or LANGUAGES[0]),
            via=tuple(Hop(self.party(one, document, day)) for one in held.via),
            mode=cast("Mode", held.mode),
            factuality=cast("Factuality", held.factuality),
            date=said,
            evidence=evidence,
            cue=passage(held.cues[0], document) if held.cues else evidence,
            confidence=held.confidence,
            rule=held.rule,
            condition=passage(held.conditions[0], document) if held.conditions else None,
        )

    def party(self, named: Named, document: Document, day: date | None) -> Party:
        """By its IRI, else by its name in the article's language and in others; who is unknown is as coded."""
        language, kind = document.language or LANGUAGES[0], cast("Kind", named.kind or "group")
        found = self.vocabulary.actors.get(named.iri)
        if found is None and not named.iri:
            found = self._by_name(named, (language, *LANGUAGES), day)
        return known_party(found, language) if found else Party(named.name, kind, named.iri or None, (named.name,))

    def _by_name(self, named: Named, languages: tuple[str, ...], day: date | None) -> Actor | None:
        kind = cast("Kind", named.kind or "group")
        for language in dict.fromkeys(languages):
            if actor := self._known(language).actor(named.name, kind):
                return actor
        if named.kind not in ("", "person") or " " in named.name:
            return None
        bearers = self._known(languages[0]).with_surname(named.name)
        found = [one for one in bearers if any(office.held_on(day) for office in one.offices)]
        return found[0] if len(found) == 1 else None

    def issue(self, named: Named, language: str) -> Issue:
        """The phrase taken apart as that of an article is; what has another IRI keeps it."""
        every = [self.issues.link(named.name, one) for one in dict.fromkeys((language, *LANGUAGES))]
        same = (one for one in every if one.iri == named.iri)
        other = Issue(named.iri, named.name, ((language, named.name),)) if named.iri else every[0]
        return next(same, other)


def passage(selection: Selection, document: Document) -> Passage:
    return Passage(document, selection.start, selection.end)
