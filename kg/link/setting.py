"""What is fixed for a text before it is read."""

from dataclasses import dataclass
from datetime import date

from kg.link.known import KnownNames
from kg.link.roles import Roles
from kg.vocabulary import Vocabulary


@dataclass(frozen=True)
class Setting:
    """The words of a language and the day of publication, on which offices and surnames are resolved."""

    vocabulary: Vocabulary
    roles: Roles
    known: KnownNames
    language: str
    published: date | None

    def is_title(self, words: list[str]) -> bool:
        """Whether the first words of a name are none of it: a role (»Staatspräsident«), a form of address (»Herr«)."""
        titles = self.vocabulary.word_classes.get("title")
        titled = titles is not None and (self.language, words[0]) in titles.words
        return self.roles.is_role(" ".join(words)) or (len(words) == 1 and titled)
