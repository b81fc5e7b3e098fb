"""Cells of a table that a spreadsheet must not take for formulas.

A spreadsheet runs what begins with `=`, `+`, `-`, `@` (OWASP, CSV Injection), and if it cuts lines at semicolons, as
those for German do, also what follows one. An apostrophe before the sign makes it text, and is taken away again when
the table is read, so that nothing is lost.
"""

import re

BEGINS = r"((?:^|[;\t\r\n])[ \"']*)"
SIGN = "(?=[-=+@\uff1d\uff0b\uff0d\uff20])"  # the wide ones of Japanese are taken for the others
FORMULA = re.compile(BEGINS + SIGN)
MADE_TEXT = re.compile(BEGINS + "'" + SIGN)


def harmless(text: str) -> str:
    return FORMULA.sub(r"\1'", text.replace("\0", "\N{REPLACEMENT CHARACTER}"))


def original(cell: str) -> str:
    return MADE_TEXT.sub(r"\1", cell)
