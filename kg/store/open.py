"""A graph by its place: a file, a folder with a store, the address of an endpoint."""

from pathlib import Path

from kg.address import address_of
from kg.store.base import Store
from kg.store.local import in_memory, on_disk
from kg.store.read import quads
from kg.store.remote import Endpoint, RemoteStore


def open_store(place: str | Path, format: str | None = None) -> Store:
    """The graph to be queried: a file is read into memory, a store in a folder is opened where it lies.

    An address is that of an endpoint.
    Raises `InputError` for a file that is no graph, and `StoreError` for a folder that is no store or is in use.
    """
    if address := address_of(place):
        return RemoteStore(Endpoint.at(address))
    return on_disk(Path(place)) if Path(place).is_dir() else in_memory(quads(place, format))
