"""What a person wrote into a field of a coding → values. Each raises `ValueError` that says what is wrong."""

import re
from functools import lru_cache
from typing import get_args

from pyoxigraph import NamedNode

from kg.exchange.texts import LONGEST
from kg.exchange.values import Named
from kg.model import Factuality, Kind, Mode
from kg.read import day
from kg.store.literals import share
from kg.vocabulary import load_vocabulary

# A coded statement gives as a rule what somebody said, in the words of the article, and without reserve.
MODE, FACTUALITY = "indirect", "asserted"
CERTAIN = 1.0  # that of what a person read
HASH = re.compile(r"[0-9a-f]{64}")


@lru_cache(maxsize=1)
def stances() -> dict[str, str]:
    """The stances by all that they are called, in small letters."""
    every = load_vocabulary().stances.values()
    labels = {label.lower(): one.name for one in every for _, label in one.labels}
    return labels | {one.name: one.name for one in every}


def stance(text: str) -> str:
    found = stances().get(text.strip().lower())
    if not found:
        known = ", ".join(dict.fromkeys(sorted(stances().values())))
        raise ValueError(f"{text[:40]!r} is no stance; write one of {known}")
    return found


@lru_cache
def polarity(name: str) -> str:
    return next(one.polarity for one in load_vocabulary().stances.values() if one.name == name)


def mode(text: str) -> str:
    return one_of(get_args(Mode), text or MODE)


def factuality(text: str) -> str:
    return one_of(get_args(Factuality), text or FACTUALITY)


def one_of(known: tuple[str, ...], text: str) -> str:
    if text not in known:
        raise ValueError(f"{text[:40]!r} is none of {', '.join(known)}")
    return text


def date(text: str) -> str:
    return day(text).isoformat() if text else ""


def confidence(text: str) -> float:
    """As spreadsheets for German write it, too: 0,8."""
    found = share(text.replace(",", ".")) if text else CERTAIN
    if found is None:
        raise ValueError(f"the confidence {text[:40]!r} is no number from 0 to 1")
    return found


def place(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text) <= LONGEST):
        raise ValueError(f"{text[:40]!r} is no place in a text, which is a number of characters")
    return int(text)


def iri(text: str) -> str:
    """Absolute, as RDF takes it; empty if there is none."""
    try:
        return NamedNode(text).value if text else ""
    except ValueError:
        raise ValueError(f"{text[:80]!r} is no IRI; write it in full, or leave it out") from None


def sha256(text: str) -> str:
    if text and not HASH.fullmatch(text):
        raise ValueError(f"{text[:80]!r} is no SHA-256, which has 64 hexadecimal digits")
    return text


def named(name: str, node: str = "", kind: str = "") -> Named:
    if kind and kind not in get_args(Kind):
        raise ValueError(f"{kind[:40]!r} is no kind of actor; write one of {', '.join(get_args(Kind))}")
    return Named(iri(node), name, kind)
