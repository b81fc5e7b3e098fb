"""Stretches of a text in quotation marks, whatever the typography.

German, Swiss, English and typewriter marks, and their mixtures (»„…"«, »“…”«), nested, over several paragraphs.
"""

import re
from dataclasses import dataclass

LOW = "„‚"
GUILLEMETS = "«»‹›"
CURLY = "“‘"  # closes in German, opens in English
HIGH = "”’"
STRAIGHT = "\"'"
MARKS = LOW + GUILLEMETS + CURLY + HIGH + STRAIGHT
BLANK = re.compile(r"\s*")
FAMILIES = ('„“”"', "‚‘’'", "«»", "‹›")


@dataclass(frozen=True)
class Quoted:
    """A stretch in quotation marks, marks included; `closed` is false where the closing mark is missing."""

    start: int
    end: int
    closed: bool = True


def quoted(text: str) -> list[Quoted]:
    """Every stretch of the text in quotation marks, in the order in which they begin.

    A mark that is never closed ends with its paragraph, or before the next mark of its kind; where the next paragraph
    opens again, as in speech over several paragraphs, the stretch goes on.
    """
    found: list[Quoted] = []
    open_marks: list[int] = []
    for at, mark in enumerate(text):
        if mark == "\n" and open_marks and not goes_on(text, at, open_marks):
            found += unclosed(text, open_marks, at)
            open_marks = []
        if mark not in MARKS or is_apostrophe(text, at) or (open_marks and begins_paragraph(text, at)):
            continue
        partner = partner_of(text, at, open_marks)
        if partner is not None:
            del open_marks[partner + 1 :]
            found.append(Quoted(open_marks.pop(), at + 1))
        elif opens(text, at):
            open_marks.append(at)
    found += unclosed(text, open_marks, len(text))
    return sorted(found, key=lambda stretch: (stretch.start, -stretch.end))


def is_apostrophe(text: str, at: int) -> bool:
    """»Hu's«: between letters; and one of two, which is how a wiki writes italics."""
    before, after = around(text, at)
    return text[at] in "’'‘" and ((before.isalnum() and after.isalnum()) or "'" in (before, after))


def around(text: str, at: int) -> tuple[str, str]:
    return text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "


def opens(text: str, at: int) -> bool:
    """Low marks always open; others do where a word follows and none precedes."""
    before, after = around(text, at)
    if text[at] in LOW:
        return True
    return text[at] != "’" and not (before.isalnum() or before in ".,!?;:…)%") and not after.isspace()


def partner_of(text: str, at: int, open_marks: list[int]) -> int | None:
    """The index in `open_marks` of the mark that this one closes, the innermost of its family."""
    before, after = around(text, at)
    if text[at] in LOW or (before.isspace() and not after.isspace()):
        return None
    if before in "([" or (text[at] in GUILLEMETS + STRAIGHT and opens(text, at) and after.isalnum()):
        return None
    fitting = (i for i in reversed(range(len(open_marks))) if closes(text[open_marks[i]], text[at]))
    return next(fitting, None)


def closes(opening: str, closing: str) -> bool:
    family = next(marks for marks in FAMILIES if opening in marks)
    if opening in GUILLEMETS:
        return closing in family and closing != opening
    return closing in family


def goes_on(text: str, at: int, open_marks: list[int]) -> bool:
    """Whether the next paragraph opens with the mark that is still open: each paragraph of a long speech repeats it."""
    after = BLANK.match(text, at)
    following = text[after.end() : after.end() + 1] if after else ""
    return bool(following) and following == text[open_marks[0]] and following in LOW + GUILLEMETS


def begins_paragraph(text: str, at: int) -> bool:
    """Whether a mark stands first in its paragraph; where another is still open, it only repeats that one."""
    before = at - 1
    while before >= 0 and text[before] in " \t\r":
        before -= 1
    return before >= 0 and text[before] == "\n"


def unclosed(text: str, open_marks: list[int], end: int) -> list[Quoted]:
    """What is left open runs to the next mark of its kind, or to the end of the paragraph."""
    stretches = (
        Quoted(start, start + len(text[start : stop(text, start, end)].rstrip()), False) for start in open_marks
    )
    return [stretch for stretch in stretches if stretch.end - stretch.start > 1]


def stop(text: str, start: int, end: int) -> int:
    following = text.find(text[start], start + 1, end)
    return end if following < 0 else following
