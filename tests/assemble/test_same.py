"""The same articles give the same bytes."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from rdflib import Literal

from kg.namespaces import PROV
from tests.assemble.examples import (
    ARTICLE,
    CHANGED,
    RUN,
)
from tests.assemble.graphs import built, content, nodes


def test_the_order_of_the_documents_does_not_count() -> None:
    assert content(built(ARTICLE, CHANGED)) == content(built(CHANGED, ARTICLE))


def test_the_same_article_read_twice_adds_nothing() -> None:
    assert content(built(ARTICLE, ARTICLE)) == content(built(ARTICLE))


def test_two_processes_write_the_same_bytes(root: Path, tmp_path: Path) -> None:
    script = (
        "import sys; from kg.assemble import assemble; from kg.store import write\n"
        "from tests.assemble.examples import *\n"
        "write(assemble([ARTICLE, CHANGED], VOCABULARY, RUN), sys.argv[1])"
    )

    def bytes_of(suffix: str) -> Iterator[bytes]:
        for seed in ("1", "2"):
            path = tmp_path / f"{seed}{suffix}"
            environment = {**os.environ, "PYTHONHASHSEED": seed}
            subprocess.run([sys.executable, "-c", script, str(path)], check=True, cwd=root, env=environment)
            yield path.read_bytes()

    for suffix in (".ttl", ".jsonld"):
        assert len(set(bytes_of(suffix))) == 1


def test_no_clock_time_is_in_the_graph() -> None:
    dates = {
        str(term)
        for quad in built().quads()
        for term in quad
        if isinstance(term, Literal) and "date" in str(term.datatype)
    }
    assert dates == {"2031-05-06", "2031-05-07", "2032-01-02"}


def test_every_position_says_what_it_was_derived_from_and_generated_by() -> None:
    dataset = built()
    for node in nodes(dataset):
        assert str(dataset.value(node, PROV.wasDerivedFrom)) == str(node).partition("#")[0]
        assert str(dataset.value(node, PROV.wasGeneratedBy)) == RUN.iri
