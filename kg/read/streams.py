"""Files of any size, line by line, never with more of them in memory than a row may have."""

import codecs
import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from kg.errors import InputError
from kg.output import shown
from kg.read.charset import utf16
from kg.read.files import MAX_BYTES, reason, require_file

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

PIECE = 1 << 16  # bytes


@contextmanager
def opened(path: Path) -> Iterator[BufferedReader]:
    """The bytes of a regular file, unpacked if its name ends in .gz, and those of UTF-16 as UTF-8.

    Raises `InputError` whenever reading fails. gzip says when a file is cut off, unlike the readers of WARC files that
    there are.
    """
    packed = path.suffix.lower() == ".gz"
    try:
        require_file(path)
        with path.open("rb") as file, gzip.open(file) if packed else file as unpacked:
            bytes_of = cast("BufferedReader", unpacked)
            encoding = utf16(bytes_of.peek(PIECE))
            yield BufferedReader(Recoded(bytes_of, encoding)) if encoding else bytes_of
    except EOFError as error:
        raise InputError("the file is cut off, and the rest is not read; fetch it again.", shown(path)) from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise InputError(
            f"it is no gzip from some place on ({error}), and the rest is not read; fetch it again.", shown(path)
        ) from error
    except OSError as error:
        raise InputError(reason(error), shown(path)) from error


class Recoded(RawIOBase):
    """A file in another encoding as UTF-8."""

    def __init__(self, file: BinaryIO, encoding: str) -> None:
        self._file, self._decoder = file, codecs.getincrementaldecoder(encoding)("replace")
        self._left, self._ended = b"", False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        while not self._left and not self._ended:
            piece = self._file.read(PIECE)
            self._ended = not piece
            self._left = self._decoder.decode(piece, self._ended).encode()
        size = min(len(memoryview(buffer)), len(self._left))
        memoryview(buffer)[:size] = self._left[:size]
        self._left = self._left[size:]
        return size


def lines(file: BinaryIO) -> Iterator[bytes | None]:
    """The lines with their ends; None for one that is longer than a row may be, which is passed over in pieces."""
    while found := file.readline(MAX_BYTES + 1):
        if len(found) <= MAX_BYTES:
            yield found
        else:
            while found and not found.endswith(b"\n"):
                found = file.readline(PIECE)
            yield None


def decoded(data: bytes) -> str:
    """UTF-8. Raises `ValueError`."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        byte = f"byte {data[error.start]:#04x} at position {error.start}"
        mend = "convert the file to UTF-8, for example with iconv -f WINDOWS-1252 -t UTF-8."
        raise ValueError(f"it is not in UTF-8 ({byte}); {mend}") from None
