"""A store whose pages have something to show, and a server of it."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.store import on_disk
from kg.store.local import name_of
from kg.store.terms import quads_of
from tests.serve.pages.land import LAND
from tests.serve.server import Server, command

REST = "https://example.org/rest"  # of what stands in no article's graph


def filled(place: Path) -> Path:
    graphs = defaultdict[str, list[ox.Triple]](list)
    for quad in quads_of(LAND):
        graphs[name_of(quad) or REST].append(quad.triple)
    with closing(on_disk(place, create=True)) as store:
        store.put(graphs)
    return place


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with command(str(filled(tmp_path_factory.mktemp("pages") / "store")), "--workers", "1") as server:
        yield server
