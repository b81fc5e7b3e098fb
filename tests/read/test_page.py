"""HTML pages → the article, in whatever encoding, and nothing worse than a sentence."""

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Document
from kg.read import LanguageError, Metadata, read
from kg.read.page import own_address
from tests.read.samples import ABOUT, FIRST, PAGE, SECOND, TEXT, TITLE, known


def page(folder: Path, content: bytes, defaults: Metadata | None = None) -> Document:
    file = folder / "page.html"
    file.write_bytes(content)
    (found,) = read(file, defaults=defaults)
    return found


def refused(folder: Path, content: bytes) -> str:
    with pytest.raises(InputError) as raised:
        page(folder, content)
    message = str(raised.value)
    assert message.startswith(f"{folder / 'page.html'}: ")
    assert message.isprintable()
    assert ";" in message, "no mend is named"
    return message


def test_the_article_is_found_and_what_stands_around_it_is_not(tmp_path: Path) -> None:
    found = page(tmp_path, PAGE.encode())
    assert found.text == TEXT
    assert known(found) == ABOUT
    assert (found.id, found.source, found.language) == ("page", str(tmp_path / "page.html"), "de")


def test_what_the_page_leaves_open_is_filled_in(tmp_path: Path) -> None:
    found = page(tmp_path, f"<html><body><p>{FIRST}</p><p>{SECOND}</p></body></html>".encode(), Metadata(publisher="X"))
    assert (found.publisher, found.published, found.url) == ("X", None, None)


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("", "utf-8"),
        ("<meta charset='utf-8'>", "utf-8"),
        ("<meta charset='iso-8859-1'>", "cp1252"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>", "cp1252"),
        ("<meta charset='iso-8859-15'>", "iso-8859-15"),
        ("<meta charset='mac-roman'>", "mac-roman"),
        ("<meta charset='utf-8'>", "cp1252"),  # wrong, as is each from here on
        ("<meta charset='iso-8859-1'>", "utf-8"),
        ("<meta charset='no-such-thing'>", "cp1252"),
        ("<meta charset='rot13'>", "utf-8"),
        ("<meta charset='utf-16'>", "utf-8"),
        ("", "cp1252"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("", "utf-16-le"),
        ("", "utf-16-be"),
    ],
)
def test_an_encoding_is_told_or_found(tmp_path: Path, said: str, written: str) -> None:
    assert page(tmp_path, PAGE.replace("–", "-").replace("<head>", f"<head>{said}").encode(written)).text == TEXT


def test_encodings_are_mixed(tmp_path: Path) -> None:
    half = PAGE.index(SECOND)
    assert page(tmp_path, PAGE[:half].encode() + PAGE[half:].encode("cp1252")).text == TEXT


def test_xhtml_with_a_declaration(tmp_path: Path) -> None:
    declared = "<?xml version='1.0' encoding='iso-8859-1'?>\n"
    assert page(tmp_path, (declared + PAGE).encode("iso-8859-1", "xmlcharrefreplace")).text == TEXT


@pytest.mark.parametrize("strange", ["\0", "&#0;", "&#xD800;", "\x1b[2J", "&shy;", "\u200b", "&#30;"])
def test_what_cannot_be_seen_is_left_out(tmp_path: Path, strange: str) -> None:
    found = page(tmp_path, PAGE.replace("Lieferung", f"Lie{strange}ferung").replace("sagt", f"sa{strange}gt").encode())
    assert found.text.encode()
    assert not {"\0", "\x1b", "\x1e", "\xad", "\u200b"} & set(found.text + str(found.title))


def test_marks_of_direction_do_not_harm(tmp_path: Path) -> None:
    found = page(tmp_path, PAGE.replace("Lieferung", "\u202eLieferung\u202c").encode())
    assert found.text.replace("\u202e", "").replace("\u202c", "") == TEXT


def test_a_page_without_an_article_is_all_it_shows(tmp_path: Path) -> None:
    found = page(tmp_path, b"<table><tr><td>Das Haus ist alt.</td><td>Die Frau ist jung.</td></tr></table>")
    assert found.text == "Das Haus ist alt.\n\nDie Frau ist jung."


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no text was found"),
        (b"<html><body><script>x</script></body></html>", "no text was found"),
        (b"<div>" * 10_000 + FIRST.encode(), "no text was found"),
        (b"\0" * 1000, "no text was found"),
        (b"<p>" * 17_000_000, "larger than 3 MB"),
    ],
)
def test_what_is_no_page_is_one_sentence(tmp_path: Path, content: bytes, says: str) -> None:
    assert says in refused(tmp_path, content)


def test_another_language_is_passed_over(tmp_path: Path) -> None:
    with pytest.raises(LanguageError):
        page(tmp_path, "<p>La France a rejeté la proposition du gouvernement américain.</p>".encode())


@pytest.mark.parametrize("title", ['"><script>alert(1)</script>', "x" * 100_000])
def test_a_title_is_a_title(tmp_path: Path, title: str) -> None:
    escaped = title.replace('"', "&quot;").replace("<", "&lt;")
    found = page(tmp_path, PAGE.replace(f'content="{TITLE}"', f'content="{escaped}"').encode())
    assert found.title
    assert len(found.title) <= 500


@pytest.mark.parametrize(
    ("canonical", "fetched", "own"),
    [
        ("https://a.org/x", "", "https://a.org/x"),
        ("https://a.org/x", "https://a.org/x?from=mail", "https://a.org/x"),
        ("https://bank.org/x", "https://a.org/x", "https://a.org/x"),
        ("", "https://a.org/x", "https://a.org/x"),
        ("https://[", "https://a.org/x", "https://a.org/x"),
    ],
)
def test_a_page_speaks_for_its_own_host_alone(canonical: str, fetched: str, own: str) -> None:
    assert own_address(canonical, fetched) == own
