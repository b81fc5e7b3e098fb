"""What a text file says of itself, and what its text is."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Document
from kg.read import LanguageError, Metadata, read

BODY = "Der Kanzler hat die Lieferung von Waffen an die Ukraine zugesagt.\n"


def document(folder: Path, content: str | bytes, defaults: Metadata | None = None) -> Document:
    file = folder / "article.txt"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    (found,) = read(file, defaults=defaults)
    return found


def refused(folder: Path, content: str) -> str:
    with pytest.raises(InputError) as raised:
        document(folder, content)
    assert str(raised.value).isprintable()
    return str(raised.value)


def test_the_front_matter_is_read_and_is_not_part_of_the_text(tmp_path: Path) -> None:
    front = "---\ntitle: Zusage\ndate: 2025-12-17\npublisher: Blatt\nurl: https://example.org/a\nlanguage: de-AT\n---\n"
    expected = Document(
        text="\n" + BODY,
        id="article",
        source=str(tmp_path / "article.txt"),
        language="de",
        title="Zusage",
        published=date(2025, 12, 17),
        publisher="Blatt",
        url="https://example.org/a",
    )
    assert document(tmp_path, front + "\n" + BODY) == expected


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (BODY.encode(), BODY),
        (b"\xef\xbb\xbf" + BODY.encode(), BODY),
        (BODY.encode("utf-16"), BODY),
        (b"\xfe\xff" + f"---\r\ntitle: A\r\n---\r\n{BODY}".encode("utf-16-be"), BODY),
        (BODY.encode("utf-16-le"), BODY),
        (b"\xef\xbb\xbf---\ntitle: A\n---\n" + BODY.encode(), BODY),
        (b"---  \r\ntitle: A\r\n---\r\nDas Haus.\r\n\r\nDie Frau.", "Das Haus.\n\nDie Frau."),
        (b"---\n---\nDas Haus.", "Das Haus."),
        (b"---\ntitle: A\n...\nDas Haus.", "Das Haus."),
        ("Pra\u0308sident Macron hat das nicht gesagt.".encode(), "Präsident Macron hat das nicht gesagt."),
        (b"  Das Haus.\tEin Wort.  \n\n", "  Das Haus.\tEin Wort.  \n\n"),
        (b"--- so sagte er --- das Wort.\n---\n", "--- so sagte er --- das Wort.\n---\n"),
    ],
)
def test_the_text_is_the_body_as_it_stands(tmp_path: Path, content: bytes, text: str) -> None:
    assert document(tmp_path, content).text == text


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025-12-17", date(2025, 12, 17)),
        ('"2025-12-17"', date(2025, 12, 17)),
        ("2025-12-17T23:30:00+01:00", date(2025, 12, 17)),
        ("2025-12-17 08:00:00", date(2025, 12, 17)),
        ("2025-12-17 08:00:00 UTC", date(2025, 12, 17)),
        ("20251217", date(2025, 12, 17)),
        ("20251217083000", date(2025, 12, 17)),
        ("2025/12/17 8:00", date(2025, 12, 17)),
        ("17.12.2025", date(2025, 12, 17)),
        ("7. 2. 2025, 23 Uhr", date(2025, 2, 7)),
        ("17. Dezember 2025", date(2025, 12, 17)),
        ("Mittwoch, 13. März 2024, 8 Uhr", date(2024, 3, 13)),
        ("13. Mär. 2024", date(2024, 3, 13)),
        ("13. Mrz 2024", date(2024, 3, 13)),
        ("March 13, 2024", date(2024, 3, 13)),
        ("Published: Sept. 3rd, 2024 at 8 am", date(2024, 9, 3)),
        ("13 March 2024", date(2024, 3, 13)),
        ("13-Mar-2024", date(2024, 3, 13)),
        ("Wed, 13 Mar 2024 00:30:00 +0100", date(2024, 3, 13)),
        ("Wed Mar 13 08:00:00 +0000 2024", date(2024, 3, 13)),
        ("1710316800", date(2024, 3, 13)),
        ("1710316800.0", date(2024, 3, 13)),
        ("1710316800000", date(2024, 3, 13)),
        ("", None),
    ],
)
@pytest.mark.parametrize("key", ["date", "published"])
def test_a_date(tmp_path: Path, key: str, written: str, day: date | None) -> None:
    assert document(tmp_path, f"---\n{key}: {written}\n---\n{BODY}").published == day


@pytest.mark.parametrize(
    "written",
    ["gestern", "gestern: um acht", "2025-13-45", "31.11.2025", "13. Marzipan 2024", "3/12/2025", "2025", "März 2024",
     "1. Mai 2024 bis 3. Juni 2024", "12345", "9999999999999", "99999999999999999999", "Thu, 3 Dec 0000",
     "1." + "a" * 5_000, "x1.12.20255"],
)  # fmt: skip
def test_what_is_no_date_costs_the_date_alone(tmp_path: Path, written: str) -> None:
    notes: list[str] = []
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"---\ntitle: A\ndate: '{written}'\n---\n{BODY}", "utf-8")
    assert [(one.title, one.published) for one in read(tmp_path, on_note=notes.append)] == [("A", None)] * 2
    told = "is no date; write it like 2025-12-17 (left out; others like it are too, without a word)."
    assert notes == [f"{tmp_path / 'a.txt'}: date: {written[:100]!r} {told}"]


def test_the_other_key_has_the_date(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    for one, other in (("date", "published"), ("published", "date")):
        file.write_text(f"---\n{one}: 2025-12-17\n{other}: gestern\n---\n{BODY}", "utf-8")
        assert [found.published for found in read(file, on_note=[].append)] == [date(2025, 12, 17)]


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Nein", "Nein"),
        ("No", "No"),
        ("2025", "2025"),
        ("2025-12-17", "2025-12-17"),
        ('"a\\nb\\0\\e\\ud800c"', "a bc"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("Streit: Merz gegen Bas", "Streit: Merz gegen Bas"),
        ("Streit: Merz: »Nein«:", "Streit: Merz: »Nein«:"),
        ("Ist's aus: nein  ", "Ist's aus: nein"),
        ('"Nein", sagt Merz: "Nie"', '"Nein", sagt Merz: "Nie"'),
        ('"Streit: Merz gegen Bas"', "Streit: Merz gegen Bas"),
        ("@merz antwortet", "@merz antwortet"),
        ("Streit\n  um Zölle", "Streit um Zölle"),
        ('"Streit: Merz\n  gegen Bas"', "Streit: Merz gegen Bas"),
    ],
)
def test_a_title_is_a_text_whatever_it_looks_like(tmp_path: Path, written: str, title: str) -> None:
    found = document(tmp_path, f"---\ntitle: {written}\n---\n{BODY}")
    assert found.title == title
    assert found.sha256


@pytest.mark.parametrize(
    ("front", "says"),
    [
        ("url: javascript:alert(1)", "is no web address"),
        ("url: 'https://example.org/\"><script>'", "is no web address"),
        ('url: "https://example.org/\\ud800"', "is no web address"),
        ("url: 'https://'", "is no web address"),
        ("title: [", "it is not YAML in line"),
        ("title: a\n b: c", "it is not YAML in line 3"),
        ('title: "a', "it is not YAML in line"),
        ("nur ein Satz", "it is not a list of `key: value` lines"),
        ("- a\n- b", "it is not a list of `key: value` lines"),
        ("? [a]\n: b", "it is not YAML"),
        ("a: " + "[" * 9000, "nested more than 5 deep"),
        ("a: " + "{a: " * 1000 + "}" * 1000, "nested more than 5 deep"),
        ("a: &a [x]\ntitle: *a", "must not use aliases"),
        ("a: &a [x, x]\n" + "".join(f"{c}: &{c} [*{b}, *{b}]\n" for b, c in zip("abcdefg", "bcdefgh", strict=True)),
         "must not use aliases"),
        ("title: " + "a" * 10_000, "the line --- that closes it is missing in the first 10,000 characters"),
    ],
)  # fmt: skip
def test_front_matter_that_is_wrong_is_refused(tmp_path: Path, front: str, says: str) -> None:
    message = refused(tmp_path, f"---\n{front}\n---\n{BODY}")
    assert message.startswith(f"{tmp_path / 'article.txt'}: front matter, ")
    assert says in message


def test_front_matter_that_is_not_closed_is_refused(tmp_path: Path) -> None:
    assert "that closes it is missing" in refused(tmp_path, f"---\ntitle: A\n{BODY}")


@pytest.mark.filterwarnings("ignore:.*front matter")
def test_a_tag_of_python_builds_nothing(tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    front = f"---\ntitle: A\nx: !!python/object/apply:os.mkdir ['{canary}']\n---\n"
    assert document(tmp_path, front + BODY).title == "A"
    assert not canary.exists()


@pytest.mark.filterwarnings("ignore:.*front matter")
def test_other_tools_keys_are_left_alone(tmp_path: Path) -> None:
    front = "---\ntags: [a, b]\ndraft: true\nauthor: {name: A}\ntitle: B\n---\n"
    assert document(tmp_path, front + BODY).title == "B"


def test_a_key_that_is_not_read_is_told_once(tmp_path: Path) -> None:
    for name, front in {"a": "titel: A\ndatum: x", "b": "titel: B", "c": "title: C"}.items():
        (tmp_path / f"{name}.md").write_text(f"---\n{front}\n---\n{BODY}", "utf-8")
    notes: list[str] = []
    assert len(list(read(tmp_path, on_note=notes.append))) == 3
    known = "not read; the keys that are read are title, date, published, publisher, url, language."
    assert notes == [f"{tmp_path / 'a.md'}: front matter, 'titel', 'datum': {known}"]


def test_without_anybody_to_tell_it_is_a_warning(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="front matter, 'titel': not read"):
        document(tmp_path, f"---\ntitel: A\n---\n{BODY}")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Kanzler sagt Waffen zu\n\n" + BODY, "Kanzler sagt Waffen zu"),
        ("\n\nKanzler sagt Waffen zu\n \n" + BODY, "Kanzler sagt Waffen zu"),
        ("# Kanzler sagt Waffen zu\n\n" + BODY, "Kanzler sagt Waffen zu"),
        ("Sagt er Waffen zu?\n\n" + BODY, "Sagt er Waffen zu?"),
        ("„Wir liefern“\n\n" + BODY, "„Wir liefern“"),
        ("Der Kanzler sagt Waffen zu.\n\n" + BODY, None),
        ("Er sagte: „Wir liefern.“\n\n" + BODY, None),
        ("Kanzler sagt Waffen zu\n" + BODY, None),
        ("Kanzler sagt\nWaffen zu\n\n" + BODY, None),
        ("Kanzler sagt Waffen zu\n\n", None),
        ("Die Frau und der Mann sagen " + "und das Haus " * 20 + "\n\n" + BODY, None),
        ("###\n\n" + BODY, None),
    ],
)
def test_a_headline_is_the_title_and_stays_in_the_text(tmp_path: Path, text: str, title: str | None) -> None:
    found = document(tmp_path, text)
    assert found.title == title
    assert found.text == text


def test_a_title_that_is_given_wins_over_the_headline(tmp_path: Path) -> None:
    text = "Kanzler sagt Waffen zu\n\n" + BODY
    assert document(tmp_path, text, Metadata(title="Zusage")).title == "Zusage"
    assert document(tmp_path, f"---\ntitle: Oben\n---\n{text}", Metadata(title="Zusage")).title == "Oben"


def test_defaults_fill_what_the_front_matter_leaves_open(tmp_path: Path) -> None:
    defaults = Metadata("Zusage", date(2025, 12, 17), "Blatt", "https://example.org/a", "en")
    found = document(tmp_path, f"---\ndate: 2024-01-02\n---\n{BODY}", defaults)
    said = Metadata(found.title, found.published, found.publisher, found.url, found.language)
    assert said == replace(defaults, published=date(2024, 1, 2))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Kanzler hat die Lieferung zugesagt.", "de"),
        ("Russland lehnt Nato-Truppen ab.", "de"),
        ("The chancellor has promised the delivery.", "en"),
        ("Russia rejects NATO troops.", "en"),
    ],
)
def test_the_language_is_told_from_the_words(tmp_path: Path, text: str, language: str) -> None:
    assert document(tmp_path, text).language == language


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre des Affaires étrangères a rejeté mardi la proposition américaine.",
        "El ministro de Exteriores rechazó el martes la propuesta de los aliados.",
        "De minister van Buitenlandse Zaken heeft het voorstel dinsdag afgewezen.",
        "Udenrigsministeren afviste tirsdag forslaget fra de allierede.",
        "Министр иностранных дел отклонил предложение во вторник.",
        "12 345 678",
    ],
)
def test_texts_in_other_languages_are_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(LanguageError, match=r"neither in German .* nor in English .* say so with --language"):
        document(tmp_path, text)


def test_a_language_that_is_said_and_not_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match=r"article.txt: texts in the language 'fr' are not read, only German"):
        document(tmp_path, f"---\nlanguage: fr-CA\n---\n{BODY}")


def test_the_language_that_is_given_is_believed(tmp_path: Path) -> None:
    assert document(tmp_path, "12 345 678", Metadata(language="de")).language == "de"


def test_the_same_article_read_twice_is_the_same_document(tmp_path: Path) -> None:
    assert document(tmp_path, BODY).iri == document(tmp_path, b"\xef\xbb\xbf" + BODY.replace("\n", "\r\n").encode()).iri
