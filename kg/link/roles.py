"""Offices in a text: »Kremlsprecher Dmitri Peskow«, »der stellvertretende russische Außenminister«, »US-Präsident«."""

from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.grammar import case_of
from kg.analyse.settled import children
from kg.analyse.words import is_a
from kg.vocabulary import Actor, Role, Vocabulary

MAX_ROLE = 4  # words
KEPT = 10_000  # nouns
ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em", "")


@dataclass(frozen=True)
class RoleWord:
    """A role noun in the text, and the state or organisation that it is an office of, if the text says."""

    token: int
    text: str  # in lower case, without what a hyphen sets before it
    role: Role
    organisation: Actor | None


COMPOUND = ((), ("compound",))  # "the Iran envoy"


class Roles:
    """Role words and country adjectives of one language."""

    def __init__(self, vocabulary: Vocabulary, language: str) -> None:
        self._actors = vocabulary.actors
        self._language = language
        self._ending = lru_cache(KEPT)(self._longest_ending)  # of each noun it is asked several times
        self._words = {
            label.lower(): role
            for role in vocabulary.roles.values()
            for written, label in role.labels
            if written == language
        }
        self._adjectives = {
            adjective.lower(): actor
            for actor in vocabulary.actors.values()
            for written, adjective in actor.adjectives
            if written == language
        }
        self._names = {
            name.lower(): actor
            for actor in vocabulary.actors.values()
            if actor.kind in ("state", "organisation", "group")
            for written, name in actor.names
            if written in (language, "")
        }

    def role_of(self, token: Token) -> RoleWord | None:
        """The office that a noun names, if it names one."""
        if token.pos_ not in ("NOUN", "PROPN"):
            return None
        prefix, word = split_compound(token)
        word = self._longest(token) or word
        whole = self._words.get(token.lemma_.lower())  # »EU-Kommissar«
        role = self._words.get(word) or whole or self._ending(word)
        if role is None:
            return None
        of_actor = self._actors.get(role.of_actor or "")
        sent = self.of(token) if role.is_sent else None  # »der russische UN-Botschafter« is Russia's
        organisation = of_actor or sent or self._names.get(prefix) or self.of(token)
        return RoleWord(token.i, word, role, organisation)

    def _longest(self, token: Token) -> str:
        """ "Foreign Minister", "secretary of state": the longest phrase with the noun as its head that is a role."""
        if token.lang_ != "en":
            return ""
        doc, first, last = token.doc, max(0, token.i + 1 - MAX_ROLE), min(len(token.doc), token.i + MAX_ROLE)
        words = [word.lower_ for word in doc[first:last]]
        for size in range(MAX_ROLE, 1, -1):
            for start in range(max(0, token.i - first + 1 - size), token.i - first + 1):
                phrase = " ".join(words[start : start + size])
                if phrase in self._words and doc[first + start : first + start + size].root.i == token.i:
                    return phrase
        return ""

    def is_role(self, word: str) -> bool:
        """»Vizeaußenminister«, "wing commander"."""
        if " " in word:
            return word.lower() in self._words
        last = word.lower().rpartition("-")[2]
        return last in self._words or self._ending(last) is not None

    def _longest_ending(self, word: str) -> Role | None:
        """»Vizeaußenminister«, »Kulturstaatsminister«: the longest role word that the noun ends in; in German alone."""
        starts = range(1, len(word) - 4) if self._language == "de" else ()
        return next((role for start in starts if (role := self._words.get(word[start:]))), None)

    def of(self, noun: Token) -> Actor | None:
        """The actor that an attribute names: an adjective, a genitive, »von …«, the first part of a compound."""
        for child in children(noun, "amod"):
            if actor := self.adjective(child):
                return actor
        for child in children(noun, "nmod", "nmod:poss", "flat:name", "flat", "appos", *COMPOUND[noun.lang_ == "en"]):
            if case_of(child) in closed(noun).owners | {""} and (actor := self.name(child) or self._bodies(child)):
                return actor
        prefix, _ = split_compound(noun)
        return self._names.get(prefix) or self._seat(noun)

    def _bodies(self, noun: Token) -> Actor | None:
        """»der Sprecher des iranischen Außenministeriums« speaks for Iran: the adjective says whose ministry it is."""
        other = noun.pos_ != "NOUN" or is_a(noun, "firm") or noun.lower_.startswith("opposition")
        attributes = () if other else children(noun, "amod")
        return next((actor for child in attributes if (actor := self.adjective(child))), None) or self._seat(noun)

    def _seat(self, noun: Token) -> Actor | None:
        """»erklärte der Regierungssprecher *in Oslo*«, »das Ministerium *in Rom*«, hung anywhere."""
        if not is_a(noun, "governing") or noun.i + 2 >= len(noun.doc) or noun.nbor().lower_ != "in":
            return None
        place = noun.nbor(2).lower_
        actor = self._names.get(place)
        is_capital = actor is not None and any(name.lower() == place for _, name in actor.metonyms)
        return actor if is_capital else None

    def adjective(self, token: Token) -> Actor | None:
        """»russische«, »US-amerikanischen« → the state."""
        word = token.lower_
        stems = (word.removesuffix(end) for end in ADJECTIVE_ENDINGS if word.endswith(end))
        return next((actor for stem in stems if (actor := self._adjectives.get(stem))), None)

    def name(self, token: Token) -> Actor | None:
        return self._names.get(token.lower_) or self._names.get(token.lower_.removesuffix("s"))


def split_compound(token: Token) -> tuple[str, str]:
    """»US-Präsident« → ("us", "präsident"); ("", "präsident") without a hyphen. In lower case, of the lemma."""
    prefix, _, word = token.lemma_.lower().rpartition("-")
    return prefix, word
