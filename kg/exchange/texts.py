"""The text of an article out of the passages that are known of it, each at its place."""

from collections.abc import Iterable

from kg.exchange.values import Selection

OMITTED = "… "  # stands for what is not known, as long as that is
LONGEST = 20_000_000  # characters: no article is so long, and a wrong number takes no more memory than this


def rebuilt(passages: Iterable[Selection]) -> str:
    """As long as the article up to the last passage, so that the characters count as in it.

    Raises `ValueError` for a passage beyond the twenty millionth character.
    """
    known = list(passages)
    pieces = [piece for one in known for piece in around(one)] + [(one.start, one.exact) for one in known]
    length = max([start + len(text) for start, text in pieces], default=0)
    if length > LONGEST:
        raise ValueError(f"a passage ends at character {length}, where no article has one; mend its offsets.")
    text = list((OMITTED * (length // len(OMITTED) + 1))[:length])
    for start, words in pieces:
        text[start : start + len(words)] = words
    return "".join(text)


def around(passage: Selection) -> list[tuple[int, str]]:
    """What is known around it, over which what was coded goes; of a long one the end is not known."""
    behind, before = passage.start + len(passage.exact), passage.start - len(passage.prefix)
    prefix = (before, passage.prefix) if before >= 0 else (0, passage.prefix[-before:])
    return [(passage.end, ""), prefix, (behind, passage.suffix)]


def utf16(text: str, place: int) -> int:
    """A place in characters as Java counts it, in units of 16 bits."""
    return place + sum(letter > "\uffff" for letter in text[:place])


def characters(text: str, place: int) -> int:
    """A place in units of 16 bits in characters; in the middle of one, before it."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "ignore"))
