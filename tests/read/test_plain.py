"""Paragraphs out of HTML and out of lines that were broken to fit a page."""

import pytest

from kg.read.plain import from_html, paragraphs, plain, unwrapped


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("", ""),
        ("Das <b>Haus</b> ist\n  alt.", "Das Haus ist alt."),
        ("<p>A</p><p>B</p>", "A\n\nB"),
        ("A<p>B</p>C", "A\n\nB\n\nC"),
        ("A<br/>B<br><br>C", "A\n\nB\n\nC"),
        ("<ul><li>A<li>B</ul>", "A\n\nB"),
        ("A<script>x</script><style>y</style>B<!-- z -->", "AB"),
        ("a &lt; b &amp;amp; c", "a < b &amp; c"),
        ("Sicherheits&shy;garantien&nbsp;f&uuml;r", "Sicherheitsgarantien für"),
        ("<p>A<div>B<p>C", "A\n\nB\n\nC"),
        ("</body></html>A", "A"),
    ],
)
def test_what_html_shows(fragment: str, text: str) -> None:
    assert from_html(fragment) == text


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("Das alte Haus steht\nam Ende der Straße.", "Das alte Haus steht am Ende der Straße."),
        (
            "Das alte Haus steht\nam Ende.\nDie Frau geht hinaus.",
            "Das alte Haus steht am Ende.\n\nDie Frau geht hinaus.",
        ),
        ("Das alte Haus\n\nsteht am Ende", "Das alte Haus\n\nsteht am Ende"),
        ("Die Verhand-\nlungen gehen weiter", "Die Verhandlungen gehen weiter"),
        ("Die Verhand\xad\nlungen gehen weiter", "Die Verhandlungen gehen weiter"),
        ("Die Präsenz der Nato-\nTruppen in der Nähe", "Die Präsenz der Nato-Truppen in der Nähe"),
        ("Die Staaten der Nato-\nund EU-Länder heute", "Die Staaten der Nato- und EU-Länder heute"),
        ("Er sagte heute -\naber nicht gestern", "Er sagte heute - aber nicht gestern"),
        ("- der erste Punkt hier\n- der zweite Punkt hier", "- der erste Punkt hier\n\n- der zweite Punkt hier"),
        ("", ""),
    ],
)
def test_lines_become_paragraphs(lines: str, text: str) -> None:
    assert unwrapped(lines) == text


def test_lines_of_any_length_were_not_broken() -> None:
    line = "Das Haus ist alt. " * 20
    assert unwrapped(f"{line}\n{line}") == paragraphs(f"{line}\n{line}") == f"{line.strip()}\n\n{line.strip()}"


def test_every_line_end_is_one() -> None:
    assert plain("a\r\nb\rc\u2028d\x85e") == "a\nb\nc\nd\ne"


def test_a_lone_surrogate_goes() -> None:
    assert plain("a\ud800b").encode() == b"ab"
