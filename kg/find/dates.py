"""Days in a text: »am Mittwoch«, »gestern«, »am 3. Dezember 2004«, "December 3", resolved by the day of publication."""

import re
from datetime import date, timedelta

WEEKDAYS = {
    "montag": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4, "samstag": 5, "sonnabend": 5,
    "sonntag": 6, "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
MONTHS = {
    "januar": 1, "februar": 2, "märz": 3, "april": 4, "mai": 5, "juni": 6, "juli": 7, "august": 8, "september": 9,
    "oktober": 10, "november": 11, "dezember": 12, "january": 1, "february": 2, "march": 3, "may": 5, "june": 6,
    "july": 7, "october": 10, "december": 12,
}  # fmt: skip
CALENDAR = frozenset((*WEEKDAYS, *MONTHS)) - {"may", "march"}  # which are words of their own, too
RELATIVE = {"heute": 0, "gestern": 1, "vorgestern": 2, "today": 0, "yesterday": 1}
NAMES = "|".join(MONTHS)
ENGLISH = "january|february|march|april|may|june|july|august|september|october|november|december"
WRITTEN = re.compile(rf"\b(\d{{1,2}})(?:\.\s*|(?:st|nd|rd|th)?\s+)({NAMES})\b(?:,?\s+(\d{{4}}))?", re.IGNORECASE)
# "December 3", but not "In May 20 countries": a year, a comma, the end or a small closed class of words follows.
AFTER = r"(?=[,.;:)]|$|\s+(?:in|at|that|to|and|by|the|with|after|for|when|over|from)\b)"
MONTH_FIRST = re.compile(rf"\b({ENGLISH})\s+(\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(\d{{4}})\b|{AFTER})", re.IGNORECASE)
NUMERIC = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b")
COMING = r"(?:bis|ab|spätestens|(?:kommende|nächste|folgende|morgige)[nmrs]?|für|by|until|next|coming|from|for)"
DAY_WORD = re.compile(
    rf"\b({COMING}\s+(?:zum\s+|den\s+)?)?({'|'.join((*WEEKDAYS, *RELATIVE))})"
    r"(?:abend|morgen|nachmittag|mittag|vormittag)?\b",
    re.IGNORECASE,
)


def day_in(text: str, published: date | None) -> date | None:
    """The one day that a sentence names, never after publication; None if it names none or several."""
    found = {*written_days(text, published), *day_words(text, published)}
    past = {day for day in found if published is None or day <= published}
    return past.pop() if len(past) == 1 else None


def written_days(text: str, published: date | None) -> set[date]:
    """Days with a month. Without a year it is the latest such day up to publication."""
    days = [(d, m, y) for d, m, y in NUMERIC.findall(text)]
    named = [*WRITTEN.findall(text), *((d, m, y) for m, d, y in MONTH_FIRST.findall(text))]
    days += [(d, str(MONTHS[m.lower()]), y) for d, m, y in named]
    return {day for d, m, y in days if (day := make_day(int(d), int(m), int(y) if y else None, published))}


def make_day(day: int, month: int, year: int | None, published: date | None) -> date | None:
    if year is None and published is None:
        return None
    try:
        found = date(year or (published or date.max).year, month, day)
    except ValueError:
        return None
    return make_day(day, month, found.year - 1, None) if year is None and published and found > published else found


def day_words(text: str, published: date | None) -> set[date]:
    """A weekday is the last such day: news of Wednesday says »am Mittwoch« of that same day.

    »bis Freitag«, »kommenden Freitag« is a day on which something shall be, and none on which it was said.
    """
    if published is None:
        return set()
    words = [word.lower() for coming, word in DAY_WORD.findall(text) if not coming]
    return {published - timedelta(days=days_ago(word, published)) for word in words}


def days_ago(word: str, published: date) -> int:
    if word in RELATIVE:
        return RELATIVE[word]
    return (published.weekday() - WEEKDAYS[word]) % 7
