"""Newsletters → the article, its subject and its sender."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Document
from kg.read import read
from tests.read.samples import FIRST, MAIL, PAGE, PDF, SECOND, TEXT, known


def letter(folder: Path, content: str | bytes) -> Document:
    file = folder / "letter.eml"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    (found,) = read(file)
    return found


def refused(folder: Path, content: str | bytes) -> str:
    with pytest.raises(InputError) as raised:
        letter(folder, content)
    message = str(raised.value)
    assert message.startswith(f"{folder / 'letter.eml'}: ")
    assert ";" in message, "no mend is named"
    return message


def message(plain: str = "", html: str = "", charset: str = "utf-8") -> EmailMessage:
    made = EmailMessage()
    made["From"], made["Subject"] = "brief@example.org", "Zusage"
    if plain:
        made.set_content(plain, charset=charset)
    if html:
        (made.add_alternative if plain else made.set_content)(html, subtype="html")
    return made


def nested(depth: int) -> bytes:
    opened = (f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth))
    return f"Subject: a\n{''.join(opened)}\n{FIRST}".encode()


def test_a_plain_letter(tmp_path: Path) -> None:
    found = letter(tmp_path, MAIL)
    assert found.text == TEXT
    assert known(found) == ("Kanzler sagt Waffen zu", "2025-12-17", "Das Blatt für alle", "https://example.org/zusage")


def test_plain_text_is_preferred(tmp_path: Path) -> None:
    assert letter(tmp_path, bytes(message(FIRST, "<p>Das andere Haus ist hier.</p>"))).text == FIRST


STUB = "Diese Mail hat Bilder. Zum Lesen im Browser: https://example.org/a"
MENU = "<nav><ul>" + '<li><a href="/">Hier steht etwas ganz anderes</a></li>' * 20 + "</ul></nav>"


@pytest.mark.parametrize(("plain", "html", "text"), [
    (STUB, PAGE, TEXT), (f"{STUB}\n-- \n{FIRST * 9}", PAGE, TEXT), (STUB, "<p></p>", STUB),
    (STUB, "a " * 2_000_000, STUB), (STUB, f"<p>{FIRST}</p>", STUB), (FIRST, PAGE, FIRST), (TEXT, MENU + PAGE, TEXT),
])  # fmt: skip
def test_a_plain_text_that_says_nothing_gives_way_to_the_html(tmp_path: Path, plain: str, html: str, text: str) -> None:
    assert letter(tmp_path, bytes(message(plain, html))).text == text


def test_html_is_read_as_a_page_is(tmp_path: Path) -> None:
    found = letter(tmp_path, bytes(message(html=PAGE)))
    assert (found.text, found.title, found.publisher) == (TEXT, "Zusage", "example.org")


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-8"])
def test_an_encoding(tmp_path: Path, charset: str) -> None:
    assert letter(tmp_path, bytes(message(SECOND, charset=charset))).text == SECOND


@pytest.mark.parametrize("said", ["us-ascii", "nonsense", "", "utf-16", '"\0"'])
def test_a_wrong_encoding(tmp_path: Path, said: str) -> None:
    assert letter(tmp_path, MAIL.replace("charset=utf-8", f"charset={said}")).text == TEXT


def test_attachments_are_left_alone(tmp_path: Path) -> None:
    sent = message(FIRST)
    sent.add_attachment(PDF, maintype="application", subtype="pdf", filename="../../etc/cron.d/x")
    sent.add_attachment(SECOND, filename="a.txt")
    sent.add_attachment(message("Ein anderer Brief mit anderem Text."))
    assert letter(tmp_path, bytes(sent)).text == FIRST
    assert [file.name for file in tmp_path.iterdir()] == ["letter.eml"]


@pytest.mark.parametrize(
    "header",
    ["From: ", "From: <<<>>>", "From: =?x?q?=FF?=", "Date: gestern", "Date: Wed, 99 Dec 2025", "Subject: a\n b\n\tc",
     "Archived-At: javascript:alert(1)", "Archived-At: <file:///etc/passwd>", "Content-Disposition: ;;;"],
)  # fmt: skip
def test_a_wrong_header_costs_nothing_else(tmp_path: Path, header: str) -> None:
    found = letter(tmp_path, f"{header}\nContent-Type: text/plain; charset=utf-8\n\n{FIRST}\n")
    assert (found.text, found.url) == (FIRST, None)


def test_some_depth_is_read(tmp_path: Path) -> None:
    assert letter(tmp_path, nested(10)).text == FIRST


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no e-mail"),
        (FIRST, "no e-mail"),
        (bytes(range(256)) * 100, "no e-mail"),
        ("Subject: a\n\n", "no text"),
        (f"Subject: a\nContent-Type: image/png\n\n{FIRST}", "no text"),
        (nested(50), "nested"),
        (nested(5_000), "nested"),
        ("Subject: a\n\n" + "a " * 2_000_000, "larger than 3 MB"),
    ],
)
def test_what_is_no_letter_is_one_sentence(tmp_path: Path, content: str | bytes, says: str) -> None:
    assert says in refused(tmp_path, content)
