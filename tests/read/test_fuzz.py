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
from tests.read.test_corpora_size import DAMAGED

USUAL = 1_300  # inputs of each kind
EACH = int(os.environ.get("KG_FUZZ", USUAL))
SECONDS = 20.0  # a mutant is small, and takes 20 ms on a quiet machine


@pytest.mark.slow
@pytest.mark.parametrize("name", SAMPLES)
def test_mutants(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    place = tmp_path_factory.mktemp("mutants") / name
    tried = 0

    @settings(
        max_examples=EACH, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        nonlocal tried
        place.write_bytes(data.draw(mutants(name)))
        read_or_told(place)
        tried += 1

    holds()
    assert tried >= EACH, "hypothesis gave up before"


def test_ten_thousand_inputs_are_tried() -> None:
    assert len(SAMPLES) * USUAL + DAMAGED >= 10_500


def read_or_told(place: Path) -> None:
    faults: list[InputError] = []
    notes: list[str] = []
    begun = time.monotonic()
    for document in read(place, defaults=Metadata(language="de"), on_error=faults.append, on_note=notes.append):
        assert document.text.strip()
        assert document.iri, "the text cannot be written down"
        assert "\n" not in f"{document.title}{document.publisher}{document.url}"
    assert time.monotonic() - begun < SECONDS
    for message in (*map(str, faults), *notes):
        assert message.startswith(f"{place}")
        assert message.isprintable()
        assert "took longer" not in message
