"""How much of their text two articles share, from a few hundred bytes of each.

MinHash (Broder 1997): under a hash of the shingles, which are runs of words, two texts have the same least value as
often as shingles are common to them. Bands of values (locality-sensitive hashing; Leskovec, Rajaraman, Ullman, Mining
of Massive Datasets, 3.4) find those that may be alike without comparing all.
"""

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from itertools import islice

import numpy as np
from numpy.typing import NDArray

# Measured on an agency's story in German and one in English (tests/alike/examples.py), as it is reprinted, cut to a
# third, put under another headline, added to, edited throughout, and on other reporters' accounts of the same events
# with the same quotations. With runs of four words the copies share a Jaccard index of 0.32 and more, and 0.76 and
# more of the shorter one; the other accounts at most 0.06 and 0.12. With two words these would be 0.14 and 0.31.
WORDS = 4
CONTAINED = 0.5  # of the shorter text; a third of two different reports may be what both quote
JACCARD = 0.15  # a fifth of a text, printed alone, has 0.2; below, the figures are too rough (standard deviation 0.03)
# Hashes, and how many of them make a band: of two texts with an index of 0.3 (0.2) a band is equal in 99.8 (93) of 100.
HASHES, BAND = 128, 2
WORD = re.compile(r"\w+")


def constants(name: str) -> NDArray[np.uint64]:
    """One for each hash, the same for ever, which the generators of numpy do not promise."""
    digests = (blake2b(f"{name} {number}".encode(), digest_size=8).digest() for number in range(HASHES))
    return np.array([int.from_bytes(digest, "big") for digest in digests], dtype=np.uint64)


FACTORS, TERMS = constants("factor") | np.uint64(1), constants("term")  # odd: no hash loses bits


@dataclass(frozen=True)
class Signature:
    """The least value of each hash, and the number of different shingles."""

    least: bytes  # `HASHES` numbers of 32 bits, big-endian
    size: int

    @cached_property
    def values(self) -> NDArray[np.uint32]:
        return np.frombuffer(self.least, dtype=">u4").astype(np.uint32)

    @property
    def bands(self) -> list[str]:
        """Texts that have one in common may be alike; those that have none are not taken for it."""
        width = 4 * BAND
        return [f"{start // width}-{self.least[start : start + width].hex()}" for start in range(0, 4 * HASHES, width)]

    def __str__(self) -> str:
        return f"{self.size} {base64.b64encode(self.least).decode()}"


def read(text: str) -> Signature:
    """From what `str` makes of one."""
    size, _, least = text.partition(" ")
    return Signature(base64.b64decode(least), int(size))


def signature(text: str) -> Signature:
    """The same for the same words, whatever their capitals and what stands between them."""
    found = np.unique(np.fromiter(shingles(text), dtype=np.uint64))
    least = [int((found * factor + term).min() >> np.uint64(32)) for factor, term in zip(FACTORS, TERMS, strict=True)]
    return Signature(np.array(least, dtype=">u4").tobytes(), len(found))


def shingles(text: str) -> Iterator[int]:
    """A hash of each run of `WORDS` words; of all words where there are fewer."""
    words = WORD.findall(text.casefold())
    runs = zip(*(islice(words, start, None) for start in range(WORDS)), strict=False)
    for run in runs if len(words) >= WORDS else [words]:
        yield int.from_bytes(blake2b(" ".join(run).encode(), digest_size=8).digest(), "big")


def alike(one: Signature, other: Signature) -> bool:
    """Whether two texts tell one story in the same words: the shorter one is contained in the other, by and large."""
    jaccard = float(np.mean(one.values == other.values))
    common = jaccard / (1 + jaccard) * (one.size + other.size)
    near = jaccard >= JACCARD and common >= CONTAINED * min(one.size, other.size)
    return near and not set(one.bands).isdisjoint(other.bands)
