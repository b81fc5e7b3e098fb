"""Which name a noun goes with: the noun itself, an apposition, a person named right behind a role."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.analyse.closed import closed
from kg.analyse.grammar import NAME_PARTS, coordinated, is_plural, number_of
from kg.analyse.settled import children, has
from kg.analyse.words import is_a
from kg.find.names import Name
from kg.link.roles import Roles

OF = {"der", "des", "von", "vom", "für", "of", "for"}
PHRASE = 14  # tokens; a longer description before a name is rare
STOPS = {"VERB", "AUX", "PRON", "SCONJ", "CCONJ"}


class NamedNouns:
    """The names of a text by the tokens that they cover, and the nouns that stand with them."""

    def __init__(self, doc: Doc, names: list[Name], roles: Roles) -> None:
        self._doc = doc
        self._roles = roles
        self._at = {i: name for name in names for i in range(name.start, name.end)}
        self._persons = {name.text for name in names if name.kind == "person"}

    def of(self, noun: Token) -> Name | None:
        """The name that a noun is, or that stands with it as an apposition; a person's first."""
        plural = noun.pos_ == "NOUN" and is_plural(noun)  # »Anhänger Merks« are not Merk
        near = [name for token in ([noun] if plural else name_tokens(noun)) if (name := self._at.get(token.i))]
        near = [name for name in near if not self._is_owner(name, noun)]
        persons = [name for name in near if name.kind == "person"]
        if not persons and not plural and (following := self._behind(noun) or self._shared(noun)):
            return following
        return next(iter(persons), self._at.get(noun.i) or next(iter(near), None))

    def _is_owner(self, name: Name, noun: Token) -> bool:
        """»die Verteidigung Jonas Merks«, where the text has »Jonas Merk«, too: the parse takes it for the name."""
        owned = noun.pos_ == "NOUN" and name.start == noun.i + 1
        return owned and name.text.endswith("s") and name.text.removesuffix("s") in self._persons

    def of_role(self, role: Token) -> Name | None:
        """As `of`, and »Walter Merk, der Außenminister«, where the role is an apposition to the name."""
        beside = role.dep_ == "appos" or (
            role.dep_ == "acl:relcl" and role.pos_ == "NOUN" and not has(role, "cop", "nsubj")
        )
        return self.of(role) or (self._at.get(role.head.i) if beside else None)

    def _behind(self, noun: Token) -> Name | None:
        """The person named right after a role, or behind a comma after the whole phrase of the role.

        »Bürgermeister Jonas Merk«, »die Vorsitzende der Fraktion im Landtag, Renate Kern,«: the parser hangs
        such names on the wrong noun more often than the order of the words misleads.
        """
        if self._roles.role_of(noun) is None:
            return None
        for token in self._doc[noun.i + 1 : noun.i + PHRASE]:
            name = self._at.get(token.i)
            if name is not None and name.kind == "person" and name.start == token.i:
                return name if self._follows(noun, token) else None
            if token.pos_ in STOPS or token.text in ".:;(":
                return None
        return None

    def _follows(self, noun: Token, name: Token) -> bool:
        """Whether nothing stands between them, a comma before the name, or only what the role is of.

        »die Ministerin für Strafvollzug Anna Merk«, »der Abgeordnete der CDU Jan Kern«, »der Rat der Stadt Ulm Jan
        Kern«, but not »der Sprecher der Ministerin Anna Merk«.
        """
        between = [token for token in self._doc[noun.i + 1 : name.i] if not token.is_space]
        if not between or name.nbor(-1).text == ",":
            return True
        nouns = [token for token in between if token.pos_ == "NOUN"]
        others = any(is_a(token, "agent") or self._roles.role_of(token) is not None for token in nouns)
        last = self._at.get(between[-1].i)
        body = between[-1].pos_ == "NOUN" or (last is not None and last.kind == "organisation" and not last.guessed)
        body = body or (len(between) > 1 and between[-1].pos_ == "PROPN")  # »der Stadt Split«, »von Split«
        return between[0].lower_ in OF and body and not others

    def _shared(self, noun: Token) -> Name | None:
        """»der Vizekanzler und Arbeitsminister Jonas Merk« is one person: the second role has no article."""
        second = next((child for child in children(noun, "conj") if not has(child, "det", "case")), None)
        if second is None or not (self._is_role(noun) and self._is_role(second)) or number_of(noun.head) == "Plur":
            return None
        between = noun.doc[noun.i + 1 : second.i]
        if sum(word.lower_ in closed(noun).and_ for word in between) != 1:
            return None
        name = self._at.get(second.i + 1)
        return name if name is not None and name.kind == "person" else None

    def _is_role(self, noun: Token) -> bool:
        """An office, or who one is: »Landtagsabgeordnete«, »Vorsitzender«."""
        return noun.pos_ == "NOUN" and (self._roles.role_of(noun) is not None or is_a(noun, "agent"))

    def members(self, noun: Token) -> list[Token]:
        """»die Mitglieder China und Indonesien«: a plural noun with the names that it sums up."""
        relations = ("appos", "flat:name") if noun.pos_ == "NOUN" else ("appos",)
        behind = [child for child in children(noun, *relations) if child.i > noun.i]
        named = ((child, self._at.get(child.i)) for child in behind)
        heads = [child for child, name in named if name is not None and not self._is_owner(name, noun)]
        found = [token for head in heads for token in coordinated(head) if token.i in self._at]
        if is_plural(noun):
            return found
        misread = noun.pos_ == "NOUN" and noun.lower_ != noun.lemma_.lower()  # for a singular
        several = len(found) > 1 and not any(self._at[token.i].kind == "person" for token in found)
        return found if misread and several else []


def name_tokens(noun: Token) -> Iterator[Token]:
    """The noun and the name that hangs on it."""
    yield noun
    for child in children(noun, *NAME_PARTS):
        yield from name_tokens(child)
