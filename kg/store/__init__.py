"""Graphs in files: written whole or not at all, the same bytes each time."""

from kg.store.read import open_store, read, united
from kg.store.write import serialized, write

__all__ = ["open_store", "read", "serialized", "united", "write"]
