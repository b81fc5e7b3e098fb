"""Who says »I« and »we« in a text in which nobody is quoted."""

from datetime import date

import pytest

from kg.model import Document
from kg.pipeline import reader

INTERVIEW = """Norwegens Außenminister Jonas Merk über Zölle, Fisch und Freunde

Herr Minister, lehnen Sie die Zölle ab?

Merk: Ja. Wir lehnen die Zölle auf Fisch ab.

Und die Konferenz in Oslo?

Die Konferenz über den Fischfang unterstütze ich.
"""
STATEMENT = """Wir, die Außenminister der G7, sind in Oslo zusammengekommen.

1. Wir lehnen die Zölle auf Fisch ab.

2. Die Regierung muss die Gefangenen freilassen.
"""
SPEECH = """Exzellenzen, ich danke Ihnen.

Wir lehnen die Zölle auf Fisch ab. Schweden schlägt eine Konferenz über den Fischfang vor.
"""
REPORT = """Außenminister Jonas Merk äußerte sich am Montag. „Wir lehnen die Zölle auf Fisch ab“, sagte er.

„Wir unterstützen die Konferenz“, sagte Ministerin Renate Kern. Wer zahlt?
"""


def said(text: str, title: str = "") -> set[tuple[str, str, str, str]]:
    found = reader().extract(Document(text, "text", title=title, published=date(2025, 3, 4)))
    return {
        (each.holder.name, each.stance, each.target.name, ", ".join(hop.party.name for hop in each.via))
        for each in found.positions
    }


def test_the_guest_answers_the_questions() -> None:
    assert said(INTERVIEW) == {
        ("Jonas Merk", "opposes", "Zölle auf Fisch", ""),
        ("Jonas Merk", "supports", "Konferenz über den Fischfang", ""),
    }


def test_who_signs_says_all_of_it() -> None:
    assert said(STATEMENT) >= {
        ("Außenminister der G7", "opposes", "Zölle auf Fisch", ""),
        ("Außenminister der G7", "demands", "Die Regierung die Gefangenen freilassen", ""),
    }


@pytest.mark.parametrize(
    "opening",
    [
        "We, the Governments of Norway, Chile, and the United Kingdom, issued this today.",
        "The following statement was released by the Governments of Norway, Chile, and the United Kingdom.",
    ],
)
def test_states_whose_governments_sign_say_it_one_each(opening: str) -> None:
    text = f"{opening}\n\nWe condemn the tariffs on fish. We would welcome a conference."
    found = reader("en").extract(Document(text, "text", language="en", published=date(2025, 3, 4)))
    opposed = {(each.holder.name, len(each.via)) for each in found.positions if each.stance == "opposes"}
    assert opposed == {("Norway", 0), ("Chile", 0), ("United Kingdom", 0)}


def test_the_headline_names_who_speaks() -> None:
    assert said(SPEECH, "Rede von Außenminister Jonas Merk vor den Vereinten Nationen") == {
        ("Jonas Merk", "opposes", "Zölle auf Fisch", ""),
        ("Schweden", "proposes", "Konferenz über den Fischfang", "Jonas Merk"),
    }


def test_what_the_interviewer_says_is_not_the_guests() -> None:
    text = INTERVIEW.replace("Und die Konferenz", "ZEIT: Wir fordern aber neue Sanktionen.\n\nUnd die Konferenz")
    assert {target for _, _, target, _ in said(text)} == {"Zölle auf Fisch", "Konferenz über den Fischfang"}


def test_questions_alone_make_no_interview() -> None:
    text = (
        "Jonas Merk traf Renate Kern.\n\nWer zahlt?\n\nWir lehnen die Zölle auf Fisch ab.\n\nUnd nun?\n\nWir warten.\n"
    )
    assert said(text) == set()


@pytest.mark.parametrize("title", ["", "Rede von Ministerin Lena Falk"])
def test_a_report_speaks_in_nobodys_voice(title: str) -> None:
    assert {(holder, target) for holder, _, target, _ in said(REPORT, title)} == {
        ("Jonas Merk", "Zölle auf Fisch"),
        ("Renate Kern", "Konferenz"),
    }


TRANSCRIPT = """MINISTERIN KERN: Ich danke Ihnen. Wir lehnen die Zölle auf Fisch ab.

Die Konferenz über den Fischfang unterstütze ich.

FRAGE: Wann beginnt die Konferenz?

MINISTER MERK: Ich lehne die Quoten ab.
"""


def test_names_in_capitals_say_who_speaks() -> None:
    assert said(TRANSCRIPT, "Ministerin Renate Kern und Minister Jonas Merk vor ihrem Treffen") == {
        ("Renate Kern", "opposes", "Zölle auf Fisch", ""),
        ("Renate Kern", "supports", "Konferenz über den Fischfang", ""),
        ("Jonas Merk", "opposes", "Quoten", ""),
    }
