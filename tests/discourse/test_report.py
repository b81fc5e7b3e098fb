"""What a reader is told of a debate."""

from dataclasses import replace
from datetime import date
from math import nan

import pytest

from kg.discourse import report
from kg.discourse.measures import polarisation
from kg.discourse.report import (
    Wanted,
    coalition_table,
    drawn,
    figure,
    issue_table,
    measure_table,
    measures,
    tie_table,
)
from kg.discourse.statements import Statement
from kg.discourse.windows import Window
from tests.discourse.examples import SAMPLE, statements

DNA = statements(SAMPLE)
QUICK = Wanted(samples=3, precision=0.8)


@pytest.mark.parametrize(
    ("value", "exact", "text"),
    [
        (40.0, False, "40"),
        (0.285714, False, "0.2857"),
        (-0.00001, False, "0"),
        (1 / 3, True, repr(1 / 3)),
        (12345.5, False, "12345.5"),
    ],
)
def test_figures_have_four_digits_after_the_point_or_all(value: float, exact: bool, text: str) -> None:
    assert str(figure(value, exact)) == text


def test_what_is_not_defined_is_left_empty() -> None:
    assert figure(nan) is None


def test_a_measure_has_its_error_where_there_are_samples() -> None:
    whole = Window(date(2005, 1, 26), date(2005, 2, 16), tuple(DNA))
    assert measure_table([whole], QUICK).columns == ("from", "to", "measure", "value", "mean", "low", "high")
    table = measure_table([whole], Wanted(samples=0))
    assert table.rows[0] == ("2005-01-26", "2005-02-16", "statements", "40")
    assert [row[2] for row in table.rows][:5] == ["statements", "nodes", "ties", "density", "weight"]


def test_the_division_is_measured_as_the_network_is_normalised() -> None:
    found, average = (measures(DNA, Wanted(one_mode=how, samples=0))["modularity"].value for how in ("no", "average"))
    assert found == pytest.approx(polarisation(DNA, normalise="no")["modularity"])
    assert found != pytest.approx(average)


def test_the_coalitions_have_names_where_there_are_some() -> None:
    table = coalition_table(DNA, QUICK, {"senate": "The Senate"})
    assert table.rows == (
        ("1", "3", "alliance-to-save-energy, public-interest, sierra-club"),
        ("2", "2", "energy-and-environment, petrochemical"),
        ("3", "2", "environmental-agency, The Senate"),
    )


def test_what_divides_most_comes_first() -> None:
    """On no-harm two are for (3) and four against (7): 6 · (1 - 1/9). On regulate four are for and one against, on
    regulate-co2 three for, one against and one both: averages vary by 0.64 around 0.6 and around 0.4."""
    table = issue_table(DNA, QUICK, {"no-harm": "No harm"})
    assert table.rows == (
        ("No harm", "6", "3", "7", "0.8889"),
        ("regulate", "5", "14", "2", "0.64"),
        ("regulate-co2", "5", "5", "2", "0.64"),
        ("caused-by-co2", "3", "3", "0", "0"),
        ("anthropogenic", "2", "3", "0", "0"),
    )


def test_the_heaviest_ties_come_first_whatever_their_sign() -> None:
    """The agency and the Senate share 1 · 2 and 10 · 2 statements; the agency and the petrochemical association 1 · 2,
    and have 10 · 2 against each other."""
    table = tie_table(drawn(DNA, Wanted(kind="subtract", one_mode="no", samples=0)), {})
    assert table.columns == ("one", "other", "weight")
    assert table.rows[:2] == (
        ("environmental-agency", "senate", "22"),
        ("environmental-agency", "petrochemical", "-18"),
    )
    assert len(table.rows) == report.FEW


def test_a_backbone_has_the_errors_of_its_ties_in_the_whole_network() -> None:
    """In a sample a tie may be none of the backbone, but that is no error of its weight."""
    wanted = Wanted(kind="ignore", one_mode="no", samples=20, precision=0.9)
    whole, found = drawn(DNA, wanted), drawn(DNA, replace(wanted, alpha=0.3))
    assert 0 < found.number_of_edges() < whole.number_of_edges()
    for one, other, data in found.edges(data=True):
        assert {name: data[name] for name in whole[one][other]} == whole[one][other]


def test_a_network_of_very_many_ties_has_no_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "MOST", 3)
    assert all("low" not in data for *_, data in drawn(DNA, QUICK).edges(data=True))


def test_who_stands_alone_is_in_no_coalition() -> None:
    lonely = drawn([*DNA, Statement("nobody", "weather", 1)], QUICK)
    assert lonely.nodes["nobody"]["coalition"] == 0


def test_of_what_is_said_three_times_one_may_be_right() -> None:
    """1 - 0.5³ = 0.875 for each of two that agree; the standard error of 2000 samples is 0.01."""
    said = [Statement(actor, "a", 1, confidence=0.5, position=f"{actor}{turn}") for actor in "xy" for turn in range(3)]
    wanted = Wanted(one_mode="no", once="ever", samples=2000)
    ((_, _, tie),) = drawn(said, wanted).edges(data=True)
    assert tie["weight"] == 1
    assert tie["mean"] == pytest.approx(0.875**2, abs=0.04)
