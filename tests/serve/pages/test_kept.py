"""Pages that are kept, lists in pages, and bars over time."""

import pytest

from kg.serve.pages.chart import chart
from kg.serve.pages.kept import Kept
from kg.serve.pages.paging import paged
from kg.serve.pages.wanted import Wanted
from kg.serve.worker import Reply


def wanted(page: str) -> Wanted:
    return Wanted(page, (), "de", False, "store")


def reply(size: int) -> Reply:
    return Reply(200, "text/html", b"x" * size)


def test_a_page_is_kept_for_the_state_of_the_store_that_it_shows() -> None:
    kept = Kept(1000)
    kept.put("1", wanted("start"), reply(10))
    assert kept.get("1", wanted("start")) == reply(10)
    assert kept.get("2", wanted("start")) is None
    assert kept.get("1", wanted("about")) is None


def test_what_nobody_asked_for_lately_goes_when_there_is_no_room() -> None:
    kept = Kept(1000)
    for name in "abcd":
        kept.put("1", wanted(name), reply(250))
    kept.get("1", wanted("a"))
    kept.put("1", wanted("e"), reply(250))
    assert [name for name in "abcde" if kept.get("1", wanted(name))] == ["a", "c", "d", "e"]


def test_a_very_large_page_drives_nothing_out() -> None:
    kept = Kept(1000)
    kept.put("1", wanted("small"), reply(10))
    kept.put("1", wanted("large"), reply(251))
    assert kept.get("1", wanted("small"))
    assert kept.get("1", wanted("large")) is None


def test_a_long_address_counts() -> None:
    kept = Kept(1000)
    long = Wanted("start", (("q", "x" * 251),), "de", False, "store")
    kept.put("1", long, reply(10))
    assert kept.get("1", long) is None


@pytest.mark.parametrize(
    ("number", "shown", "pages"), [(1, ("a", "b"), 3), (3, ("e",), 3), (99, ("e",), 3)], ids=["first", "last", "beyond"]
)
def test_a_list_is_shown_a_page_at_a_time(number: int, shown: tuple[str, ...], pages: int) -> None:
    found = paged("abcde", number, length=2)
    assert (found.items, found.pages, found.all) == (shown, pages, 5)


def test_an_empty_list_is_one_page() -> None:
    assert (paged("", 5).items, paged("", 5).number, paged("", 5).pages) == ((), 1, 1)


def test_a_chart_has_every_month_between_the_first_and_the_last() -> None:
    found = chart([("2031-11-02", "favour"), ("2032-01-30", "against"), ("2032-01-31", "against"), ("", "favour")])
    assert found
    assert [(one.period, one.count) for one in found.bars] == [("2031-11", 1), ("2031-12", 0), ("2032-01", 2)]
    assert found.undated == 1
    assert found.bars[2].parts[0].height == pytest.approx(2 * found.bars[0].parts[0].height)


def test_a_chart_of_many_months_has_years() -> None:
    found = chart([("2021-01-01", "favour"), ("2031-01-01", "neither")])
    assert found
    assert [one.period for one in found.bars] == [str(year) for year in range(2021, 2032)]


def test_a_chart_of_times_far_apart_has_those_that_occur() -> None:
    found = chart([("0001-01-01", "favour"), ("9999-12-31", "against")])
    assert found
    assert [one.period for one in found.bars] == ["0001", "9999"]


@pytest.mark.parametrize("day", ["", "bald", "2031", "2031-13", "2031-99-99", "²031-01-01"])
def test_what_is_no_day_is_in_no_chart(day: str) -> None:
    assert chart([(day, "favour")]) is None
