"""Graphs in files and in stores: written whole or not at all, the same bytes each time."""

from kg.store.base import Store
from kg.store.catalogue import Catalogue
from kg.store.independence import recount
from kg.store.local import growing, in_memory, on_disk
from kg.store.open import open_store
from kg.store.read import read
from kg.store.write import serialized, write

__all__ = [
    "Catalogue",
    "Store",
    "growing",
    "in_memory",
    "on_disk",
    "open_store",
    "read",
    "recount",
    "serialized",
    "write",
]
