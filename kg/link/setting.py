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
