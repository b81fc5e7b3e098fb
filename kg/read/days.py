"""A day as papers, tables and programs write it → the day."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from kg.find.dates import MONTHS

LONGEST = 100  # characters; a longer value is no date, and would keep the patterns busy
# A time of a program: seconds since 1970, of 9 digits from 1973 on, or milliseconds.
SINCE_1970 = re.compile(r"(\d{9,10}|\d{13})(?:\.\d*)?", re.ASCII)
COMPACT = re.compile(r"(\d{8})(?:\d{4}|\d{6})", re.ASCII)  # 20251217083000
FORMS = tuple(
    re.compile(rf"(?<![\d.]){form}(?!\d)")
    for form in (
        r"(?P<y>\d{4})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})",
        r"(?P<d>\d{1,2})\.\s*(?P<m>\d{1,2})\.\s*(?P<y>\d{4})",
        r"(?P<d>\d{1,2})(?:\.|st|nd|rd|th)?[\s-]*(?P<m>[^\W\d_]{3,})\.?,?[\s-]*(?P<y>\d{4})",
        r"\b(?P<m>[^\W\d_]{3,})\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})",
    )
)  # not 3/12/2025, which is one day in London and another in New York


def day_of(text: str) -> date | None:
    """The one day that is written there; None for none or several."""
    text = text.strip()
    if len(text) > LONGEST:
        return None
    if found := SINCE_1970.fullmatch(text):
        moment = datetime.fromtimestamp(int(found[1]) / (1000 if len(found[1]) == 13 else 1), UTC)
        return moment.date() if moment.year <= datetime.now(UTC).year + 1 else None  # a number of something else
    if found := COMPACT.fullmatch(text):
        text = found[1]
    for parsed in (datetime.fromisoformat, parsedate_to_datetime):
        with suppress(ValueError, TypeError, IndexError, OverflowError):
            day = parsed(text).date()
            return day if str(day.year) in text else None  # mail programs take 0000 and 24 for years of this century
    days = set(written(text))
    return days.pop() if len(days) == 1 else None


def written(text: str) -> Iterator[date]:
    for form in FORMS:
        for found in form.finditer(text):
            with suppress(ValueError):
                yield date(int(found["y"]), month(found["m"]), int(found["d"]))


def month(text: str) -> int:
    """By its number, its German or English name, or how that begins. Raises `ValueError`."""
    if text.isdecimal():
        return int(text)
    start = text.casefold().replace("mrz", "mär")
    for name, number in MONTHS.items():
        if name.startswith(start):
            return number
    raise ValueError(f"{text!r} is no month")
