"""Half a year of an invented quarrel, read by the shipped pipelines."""

from pathlib import Path

import pytest
from rdflib import Dataset

import kg
from kg.store import in_memory
from kg.store.local import LocalStore
from kg.store.terms import quads_of

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def history() -> Dataset:
    documents = kg.read([str(path) for path in sorted((HERE / "history").glob("*.txt"))])
    return kg.build(kg.extract(documents, actors=HERE / "history" / "actors.ttl"))


@pytest.fixture(scope="session")
def store(history: Dataset) -> LocalStore:
    return in_memory(quads_of(history))
