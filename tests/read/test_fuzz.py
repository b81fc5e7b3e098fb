"""Whatever bytes come: a document that can be written down, or one sentence, within the limit of time."""

import os
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.read import Metadata, read
from tests.read.mutants import mutants
from tests.read.samples import SAMPLES

EACH = int(os.environ.get("KG_FUZZ", "700"))  # inputs of each kind
SECONDS = 20.0  # a mutant is small, and takes 20 ms on a quiet machine


@pytest.mark.slow
@pytest.mark.parametrize("name", SAMPLES)
def test_mutants(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    place = tmp_path_factory.mktemp("mutants") / name

    @settings(
        max_examples=EACH, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        place.write_bytes(data.draw(mutants(name)))
        read_or_told(place)

    holds()


def read_or_told(place: Path) -> None:
    faults: list[InputError] = []
    begun = time.monotonic()
    for document in read(place, defaults=Metadata(language="de"), on_error=faults.append):
        assert document.text.strip()
        assert document.iri, "the text cannot be written down"
        assert "\n" not in f"{document.title}{document.publisher}{document.url}"
    assert time.monotonic() - begun < SECONDS
    for fault in faults:
        message = str(fault)
        assert message.startswith(f"{place}")
        assert message.isprintable()
        assert "took longer" not in message
