"""Sources → documents."""

from kg.read.columns import Columns, columns
from kg.read.language import LANGUAGES, LanguageError
from kg.read.metadata import Metadata, address, day, line
from kg.read.read import read

__all__ = ["LANGUAGES", "Columns", "LanguageError", "Metadata", "address", "columns", "day", "line", "read"]
