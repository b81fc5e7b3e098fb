"""PDF files → their text in paragraphs, or one sentence."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from kg.errors import InputError
from kg.model import Document
from kg.read import read
from tests.read.samples import FIRST, PDF, SECOND, TEXT, file, known, pdf


def paper(folder: Path, content: bytes) -> Document:
    place = folder / "paper.pdf"
    place.write_bytes(content)
    (found,) = read(place)
    return found


def refused(folder: Path, content: bytes) -> str:
    with pytest.raises(InputError) as raised:
        paper(folder, content)
    message = str(raised.value)
    assert message.startswith(f"{folder / 'paper.pdf'}: ")
    assert ";" in message, "no mend is named"
    return message


def encrypted(password: str) -> bytes:
    writer, out = PdfWriter(clone_from=PdfReader(BytesIO(PDF))), BytesIO()
    writer.encrypt(password, algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def test_the_text_and_what_the_file_says_of_itself(tmp_path: Path) -> None:
    found = paper(tmp_path, PDF)
    assert found.text == TEXT
    assert known(found) == ("Kanzler sagt Waffen zu", "2025-12-17", None, None)


def test_a_sentence_that_runs_over_the_page_is_whole_and_page_numbers_go(tmp_path: Path) -> None:
    assert paper(tmp_path, pdf(f"{FIRST[:67]}\n1", f"{FIRST[68:]}\n2")).text == FIRST


def test_a_word_that_was_divided_is_whole(tmp_path: Path) -> None:
    assert "Lieferung" in paper(tmp_path, pdf(FIRST.replace("Lieferung", "Lie-\nferung"))).text


@pytest.mark.parametrize("made", ["", "yesterday", "D:99999999", "D:2025"])
def test_a_wrong_date_is_none_and_costs_nothing(tmp_path: Path, made: str) -> None:
    found = paper(tmp_path, pdf(FIRST, made=made))
    assert found.text == FIRST
    assert found.published == (date(2025, 1, 1) if made == "D:2025" else None)


def test_no_password_is_a_password(tmp_path: Path) -> None:
    assert paper(tmp_path, encrypted("")).text == TEXT


def test_cyclic_pages_end(tmp_path: Path) -> None:
    cyclic = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>", b"null", b"<< >>"]
    assert refused(tmp_path, file(cyclic))


def test_a_reference_to_itself_ends(tmp_path: Path) -> None:
    own = [b"<< /Type /Catalog /Pages 2 0 R >>", b"2 0 R", b"null", b"<< >>"]
    assert refused(tmp_path, file(own))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "damaged"),
        (b"hello", "damaged"),
        (b"%PDF-1.4\n", "damaged"),
        (encrypted("secret"), "encrypted"),
        (pdf(""), "text recognition"),
        (pdf(*["Das Haus."] * 201), "more than 200 pages"),
        (b"%PDF" + b" " * 20_000_000, "larger than 20 MB"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(tmp_path: Path, content: bytes, says: str) -> None:
    assert says in refused(tmp_path, content)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
def test_a_truncated_file_is_read_as_far_as_it_goes_or_refused(tmp_path: Path, share: float) -> None:
    (tmp_path / "cut.pdf").write_bytes(PDF[: int(len(PDF) * share)])
    faults: list[InputError] = []
    found = list(read(tmp_path / "cut.pdf", on_error=faults.append))
    assert len(found) + len(faults) == 1
    assert all(SECOND[:10] in one.text for one in found)
