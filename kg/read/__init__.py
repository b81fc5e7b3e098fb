"""Sources → documents."""

from kg.read.language import LANGUAGES, LanguageError
from kg.read.metadata import Metadata, address, day, line
from kg.read.read import read

__all__ = ["LANGUAGES", "LanguageError", "Metadata", "address", "day", "line", "read"]
