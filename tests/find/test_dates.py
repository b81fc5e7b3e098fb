"""Days in sentences of news."""

from datetime import date

import pytest

from kg.find.dates import day_in

WEDNESDAY = date(2025, 12, 17)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Das sagte er heute.", WEDNESDAY),
        ("Das sagte er gestern.", date(2025, 12, 16)),
        ("Das sagte er vorgestern.", date(2025, 12, 15)),
        ("Das sagte er am Mittwoch.", WEDNESDAY),
        ("Das sagte er am Dienstagabend.", date(2025, 12, 16)),
        ("Das sagte er am Donnerstag.", date(2025, 12, 11)),
        ("Das sagte er am Sonnabend.", date(2025, 12, 13)),
        ("Das sagte er am 3. Dezember 2004.", date(2004, 12, 3)),
        ("Das sagte er am 3. Dezember.", date(2025, 12, 3)),
        ("Das sagte er am 24. Dezember.", date(2024, 12, 24)),
        ("He said so on December 3.", date(2025, 12, 3)),
        ("He said so on December 3, 2004.", date(2004, 12, 3)),
        ("He said so on 3 December in Oslo.", date(2025, 12, 3)),
        ("He said so on Tuesday.", date(2025, 12, 16)),
        ("He demands it by Friday.", None),
        ("Im Mai 20 Staaten, im Juni mehr.", None),
        ("In May 20 countries agreed.", None),
        ("Das fordert er bis Freitag.", None),
        ("Das fordert er für den kommenden Freitag.", None),
        ("Das sagte er am Dienstag über den nächsten Freitag.", date(2025, 12, 16)),
        ("Das sagte er am 03.12.2004.", date(2004, 12, 3)),
        ("Das sagte er am Dienstag, dem 16. Dezember.", date(2025, 12, 16)),
        ("Das gilt vom 1. März 2025 bis zum 2. März 2025.", None),
        ("Das gilt ab dem 1. März 2030.", None),
        ("Das sagte er am 31. Februar 2020.", None),
        ("Das sagte er.", None),
    ],
)
def test_the_one_day_that_a_sentence_names_is_found(text: str, day: date | None) -> None:
    assert day_in(text, WEDNESDAY) == day


@pytest.mark.parametrize(
    ("text", "day"), [("am Mittwoch", None), ("am 3. Dezember", None), ("am 3. Dezember 2004", date(2004, 12, 3))]
)
def test_without_the_day_of_publication_only_full_dates_are_known(text: str, day: date | None) -> None:
    assert day_in(text, None) == day


def test_a_leap_day_without_its_year_is_no_day_of_a_common_year() -> None:
    assert day_in("am 29. Februar", date(2024, 3, 1)) == date(2024, 2, 29)
    assert day_in("am 29. Februar", date(2024, 2, 1)) is None
