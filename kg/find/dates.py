"""Days in a text: »am Mittwoch«, »gestern«, »am 3. Dezember 2004«, resolved by the day of publication."""

import re
from datetime import date, timedelta

WEEKDAYS = {
    "montag": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4, "samstag": 5, "sonnabend": 5,
    "sonntag": 6,
}  # fmt: skip
MONTHS = (
    "januar", "februar", "märz", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "dezember",
)  # fmt: skip
CALENDAR = frozenset((*WEEKDAYS, *MONTHS))
RELATIVE = {"heute": 0, "gestern": 1, "vorgestern": 2}
WRITTEN = re.compile(rf"\b(\d{{1,2}})\.\s*({'|'.join(MONTHS)})(?:\s+(\d{{4}}))?", re.IGNORECASE)
NUMERIC = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b")
COMING = r"(?:bis|ab|spätestens|(?:kommende|nächste|folgende|morgige)[nmrs]?|für)"
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
    days += [(d, str(MONTHS.index(m.lower()) + 1), y) for d, m, y in WRITTEN.findall(text)]
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
