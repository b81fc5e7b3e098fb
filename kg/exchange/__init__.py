"""Graphs to what other programs read, and codings by people into graphs."""

from kg.exchange.export import export
from kg.exchange.formats import FORMATS

__all__ = ["FORMATS", "export"]
