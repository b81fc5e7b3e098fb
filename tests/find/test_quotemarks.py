"""Quotation marks of every typography."""

import pytest

from kg.find.quotemarks import quoted


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("Sie sagte: „Ja.“ Er ging.", ["„Ja.“"]),
        ('Sie sagte: "Ja." Er ging.', ['"Ja."']),
        ("Sie sagte: »Ja.« Er ging.", ["»Ja.«"]),
        ("Sie sagte: «Ja.» Er ging.", ["«Ja.»"]),
        ("Sie sagte: “Ja.” Er ging.", ["“Ja.”"]),
        ("Sie sagte: ‚Ja.‘ Er ging.", ["‚Ja.‘"]),
        ('Sie sagte: „Ja." Er ging.', ['„Ja."']),
        ("Sie sagte: „Ja.” Er ging.", ["„Ja.”"]),
        ("„Er rief ‚nein‘ und ging“, sagte sie.", ["„Er rief ‚nein‘ und ging“", "‚nein‘"]),
        ("»Er rief ›nein‹ und ging«, sagte sie.", ["»Er rief ›nein‹ und ging«", "›nein‹"]),
        ("„Er rief „nein“ und ging“, sagte sie.", ["„Er rief „nein“ und ging“", "„nein“"]),
        ("„Das ist Hu’s Haus“, und ’s ist kalt.", ["„Das ist Hu’s Haus“"]),
        ("„Eins. Zwei.\n\n„Drei. Vier.“ Ende.", ["„Eins. Zwei.\n\n„Drei. Vier.“"]),
        ("„Nie geschlossen.\n\nEin neuer Absatz.", ["„Nie geschlossen."]),
        ("Die „Welt und die „Zeit“ kamen.", ["„Welt und die", "„Zeit“"]),
        ("Zoll für Zoll, 5' und 7\" lang.", []),
        ("''kursiv'' im Wiki", []),
        ("Kein Zeichen.", []),
        ("", []),
    ],
)
def test_stretches_in_quotation_marks(text: str, stretches: list[str]) -> None:
    assert [text[stretch.start : stretch.end] for stretch in quoted(text)] == stretches


def test_a_missing_mark_is_known() -> None:
    assert [stretch.closed for stretch in quoted("„Offen.\n\n„Zu.“ „Offen")] == [True, False]
