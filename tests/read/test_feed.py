"""Feeds → a document an entry; entities, files and addresses in them are not followed."""

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Document
from kg.read import read
from tests.read.samples import ABOUT, ATOM, FIRST, RSS, SECOND, TEXT, known

ENTRY = f"<item><title>A</title><description>{FIRST}</description></item>"


def feed(folder: Path, content: str | bytes, name: str = "feed.rss") -> list[Document]:
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read(file))


def rss(*entries: str, before: str = "") -> str:
    return f'{before}<rss version="2.0"><channel><title>Blatt</title>{"".join(entries)}</channel></rss>'


def refused(folder: Path, content: str | bytes) -> str:
    with pytest.raises(InputError) as raised:
        feed(folder, content)
    message = str(raised.value)
    assert message.startswith(f"{folder / 'feed.rss'}: ")
    assert ";" in message, "no mend is named"
    return message


def test_an_rss_feed(tmp_path: Path) -> None:
    first, second = feed(tmp_path, RSS)
    assert (first.text, known(first)) == (TEXT, ABOUT)
    assert (second.text, known(second)) == (SECOND, ("Die zweite & letzte", None, "Das Blatt", None))


@pytest.mark.parametrize("name", ["feed.atom", "feed.XML"])
def test_an_atom_feed(tmp_path: Path, name: str) -> None:
    (found,) = feed(tmp_path, ATOM, name)
    assert (found.text, known(found)) == (TEXT, ABOUT)


def test_each_entry_has_a_place_of_its_own_that_stays(tmp_path: Path) -> None:
    places = [document.source for document in feed(tmp_path, RSS)]
    assert len(set(places)) == 2
    assert all(place.startswith(f"{tmp_path / 'feed.rss'}#") for place in places)
    changed = feed(tmp_path, RSS.replace("Minister", "Ministerinnen"))
    assert [document.source for document in changed] == places


def test_an_id_is_no_path(tmp_path: Path) -> None:
    assert all("/" not in document.id and ".." not in document.id for document in feed(tmp_path, RSS))


def test_entries_with_the_same_id_are_two(tmp_path: Path) -> None:
    same = "<item><guid>1</guid><description>{}</description></item>"
    found = feed(tmp_path, rss(same.format(FIRST), same.format(SECOND)))
    assert len({document.source for document in found}) == 2


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16"])
def test_an_encoding(tmp_path: Path, encoding: str) -> None:
    content = RSS.replace("utf-8", encoding).replace("–", "-")
    assert feed(tmp_path, content.encode(encoding))[0].text == TEXT


def test_a_feed_of_a_folder_is_read_and_other_xml_is_not(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_text(RSS)
    (tmp_path / "b.xml").write_text("<a/>")
    assert len(list(read(tmp_path))) == 2


def test_headlines_alone_are_one_fault_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "feed.rss").write_text(rss(*["<item><title>A</title></item>"] * 500, ENTRY))
    faults: list[InputError] = []
    assert len(list(read(tmp_path, on_error=faults.append))) == 1
    assert [str(fault) for fault in faults] == [
        f"{tmp_path / 'feed.rss'}: 500 of 501 entries have no text; save the articles that they lead to."
    ]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "no RSS or Atom feed"),
        ("<html><body>Das Haus</body></html>", "no RSS or Atom feed"),
        (b"\0\xff\xfe", "no RSS or Atom feed"),
        (rss(), "no entries"),
        (rss(*["<item/>"] * 1001), "more than 1,000 entries"),
        ("<rss version='2.0'><channel>" + "<item>" * 20_000, "more than 1,000 entries"),
        (" " * 6_000_000, "larger than 5 MB"),
    ],
)
def test_what_is_no_feed_is_one_sentence(tmp_path: Path, content: str | bytes, says: str) -> None:
    assert says in refused(tmp_path, content)


def test_a_feed_that_is_the_name_of_a_file_opens_none(tmp_path: Path) -> None:
    (tmp_path / "secret.rss").write_text(RSS)
    assert "no RSS or Atom feed" in refused(tmp_path, str(tmp_path / "secret.rss"))


@pytest.mark.parametrize("half", ["&#xD800;", "&#x0dfff;", "&#55296;", "&#57343;"])
def test_half_a_character_costs_no_other(tmp_path: Path, half: str) -> None:
    (found,) = feed(tmp_path, rss(ENTRY.replace("Waffen", f"Waf{half}fen")))
    assert found.text == FIRST


def test_external_entities_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("GEHEIM")
    outside = f'<!DOCTYPE r [<!ENTITY x SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
    (found,) = feed(tmp_path, rss(ENTRY.replace("Waffen", "&x;"), before=outside))
    assert "GEHEIM" not in found.text


def test_entities_do_not_grow(tmp_path: Path) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    before = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "lol">{laughs}]>'
    (found,) = feed(tmp_path, rss(ENTRY.replace("Waffen", "&l9;"), before=before))
    assert len(found.text) < 200
