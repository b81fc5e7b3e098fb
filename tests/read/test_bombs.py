"""Small files that unpack to very large ones: told in one sentence, in bounded time and memory."""

import io
import resource
import zipfile
import zlib
from pathlib import Path
from time import monotonic

import pytest

from kg.read import read
from tests.read.test_text import BODY

UNPACKED = 1_000_000_000  # bytes
SECONDS, GROWN = 60, 300_000  # kilobytes


def pdf(packed: bytes) -> bytes:
    """One page whose content is this stream."""
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(packed), packed),
    ]
    body, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(body))
        body += b"%d 0 obj %b endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"xref\n0 5\n0000000000 65535 f \n%btrailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    return body + tail % (table, len(body))


def deflated() -> bytes:
    packer = zlib.compressobj(9)
    piece = b" " * 1_000_000
    return b"".join(packer.compress(piece) for _ in range(UNPACKED // len(piece))) + packer.flush()


def zipped() -> bytes:
    file = io.BytesIO()
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w", force_zip64=True) as inside,
    ):
        for _ in range(UNPACKED // 1_000_000):
            inside.write(b" " * 1_000_000)
    return file.getvalue()


@pytest.mark.parametrize("name", ["a.pdf", "a.zip", "a.docx", "a.txt", "a.csv", "a.eml"])
def test_a_bomb_is_told_and_the_next_file_read(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(pdf(deflated()) if name == "a.pdf" else zipped())
    (tmp_path / "b.txt").write_text(BODY, "utf-8")
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, monotonic()
    faults: list[Exception] = []
    found = list(read([tmp_path / name, tmp_path / "b.txt"], on_error=faults.append))
    assert [document.id for document in found] == ["b"]
    assert [str(fault).startswith(str(tmp_path / name)) for fault in faults] == [True]
    assert monotonic() - start < SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < GROWN
