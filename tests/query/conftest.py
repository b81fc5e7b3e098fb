"""Two articles on a bridge, as a dataset and as a store."""

import pytest
from rdflib import Dataset

from kg.assemble import assemble
from kg.store import in_memory
from kg.store.local import LocalStore
from kg.store.terms import quads_of
from tests.assemble.examples import ARTICLE, CHANGED, RUN, VOCABULARY, broader


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    return assemble([ARTICLE, CHANGED], VOCABULARY, RUN, broader=broader)


@pytest.fixture(scope="session")
def store(dataset: Dataset) -> LocalStore:
    return in_memory(quads_of(dataset))
