"""Who moved on an issue: by the rule of `kg.trace`, and nobody else."""

from datetime import date

import pytest

from kg.serve.pages.issue import moves
from kg.serve.pages.things import Names
from kg.store import in_memory
from kg.store.terms import quads_of
from tests.serve.pages.land import TOLL, issue_iri
from tests.view.graphs import Paper, Said, dataset

IF = "falls alle zahlen"
AGAINST = Said("Nordland", "opposes", TOLL, "Nordland [lehnt] den Zoll ab.", day=date(2031, 1, 1))


def moved(later: Said) -> list[tuple[str, list[str]]]:
    store = in_memory(quads_of(dataset(Paper((AGAINST, later)))))
    found = moves(store, Names(store, "de"), [issue_iri(TOLL)])
    return [(move.who.label, [step.kind for step in move.steps]) for move in found]


def later(holder: str = "Nordland", **changes: object) -> Said:
    sentence = f"Er [nimmt] den Zoll hin, {IF}."
    return Said(holder, "supports", TOLL, sentence, day=date(2031, 2, 1), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "steps"), [(later(), ["", "kehrt um"]), (later(condition=IF), ["", "stellt Bedingung"])]
)
def test_a_step_is_called_what_the_ledger_calls_it(said: Said, steps: list[str]) -> None:
    assert moved(said) == [("Nordland", steps)]


@pytest.mark.parametrize(
    "said",
    [
        later(factuality="speculative"),
        later(via=(("Ostheim", ""),), mode="indirect"),
        later("Opposition", side="Nordland"),
        Said("Nordland", "opposes", TOLL, "Nordland [lehnt] ihn wieder ab.", day=date(2031, 2, 1)),
    ],
    ids=["a guess", "what others say", "the opposition", "a repetition"],
)
def test_what_the_ledger_does_not_count_moves_nobody(said: Said) -> None:
    assert moved(said) == []
