"""German declension, as far as composed labels need it."""

from itertools import pairwise

from kg.link.issues.grammar import Frame

STRONG = {  # endings of an adjective without an article, by gender and case
    "m": {"nom": "er", "acc": "en", "dat": "em"},
    "f": {"nom": "e", "acc": "e", "dat": "er"},
    "n": {"nom": "es", "acc": "es", "dat": "em"},
    "pl": {"nom": "e", "acc": "e", "dat": "en"},
}
ARTICLES = {
    "m": {"nom": "der", "gen": "des", "acc": "den", "dat": "dem"},
    "f": {"nom": "die", "gen": "der", "acc": "die", "dat": "der"},
    "n": {"nom": "das", "gen": "des", "acc": "das", "dat": "dem"},
    "pl": {"nom": "die", "gen": "der", "acc": "die", "dat": "den"},
}
ACCUSATIVE = ("über", "auf", "gegen", "für", "durch", "um")
CONTRACTED = {"in dem": "im", "zu der": "zur", "zu dem": "zum", "von dem": "vom", "an dem": "am", "bei dem": "beim"}
SIBILANTS = ("s", "ß", "x", "z")
ENDINGS = ("er", "es", "e")  # nominative endings of adjectives in names: »Vereinigte Staaten«


def noun(frame: Frame, adjectives: list[str], case: str, prefix: str = "") -> str:
    """A topic's label with adjectives in a case: with the article in the singular, with »von« in the plural.

    The nominative is the label's own form, without an article.
    """
    inner, label = split_label(frame.label("de"), frame.gender)
    words, label = [*adjectives, *inner], prefix + label
    if frame.gender is None:
        return " ".join([*(["von"] if case == "gen" else []), *(inflected(word, "e") for word in words), label])
    if case == "nom" or frame.gender == "pl" or "mass" in frame.traits:
        von, case = (["von"], "dat") if case == "gen" else ([], case)
        ending = STRONG[frame.gender][case]
        return " ".join([*von, *(inflected(word, ending) for word in words), declined(label, frame.gender, case)])
    ending = "e" if case == "acc" and frame.gender != "m" else "en"
    article = ARTICLES[frame.gender][case]
    return " ".join([article, *(inflected(word, ending) for word in words), declined(label, frame.gender, case)])


def split_label(label: str, gender: str | None) -> tuple[list[str], str]:
    """The adjectives that a label starts with, without their endings, and the rest."""
    words = label.split()
    number = next((n for n, word in enumerate(words) if not word[:1].islower()), 0)
    ending = STRONG[gender]["nom"] if gender else ""
    return [word.removesuffix(ending) for word in words[:number]], " ".join(words[number:])


def inflected(adjective: str, ending: str) -> str:
    return adjective.removesuffix("e") + ending


def declined(label: str, gender: str, case: str) -> str:
    """The noun, the first word of the label, in its case."""
    first, *rest = label.split(" ")
    if case == "gen" and gender in "mn":
        first += "" if first.endswith("us") else "es" if first.endswith(SIBILANTS) else "s"
    if case == "dat" and gender == "pl" and first.endswith(("e", "er", "el")):
        first += "n"
    return " ".join([first, *rest])


def declined_name(label: str, gender: str, case: str) -> str:
    """»Vereinigte Staaten« → »Vereinigten Staaten«: every adjective before the noun, and the noun's dative."""
    *before, last = label.removeprefix("Die ").split(" ")
    weak = "en" if case in ("gen", "dat") or gender == "pl" or (gender == "m" and case == "acc") else "e"
    changed = [weakened(w, weak) if after[:1].isupper() else w for w, after in pairwise([*before, last])]
    return " ".join([*changed, declined(last, gender, case) if case == "dat" else last])


def weakened(word: str, ending: str) -> str:
    ends = (end for end in ENDINGS if word.endswith(end) and len(word) > len(end) + 2 and word.isalpha())
    bare = next((word.removesuffix(end) for end in ends), None)
    return bare + ending if bare else word


def case_after(word: str, role: str) -> str:
    """The case that a preposition takes in a label: »Kritik an« the dative, »Lieferung an« the accusative."""
    if word == "an":
        return "dat" if role == "object" else "acc"
    if word == "in":
        return "dat" if role == "in" else "acc"
    return "acc" if word in ACCUSATIVE else "dat"


def contracted(word: str, text: str) -> str:
    """»in der«, but »im«."""
    first, _, rest = text.partition(" ")
    short = CONTRACTED.get(f"{word} {first}")
    return f"{short} {rest}" if short else f"{word} {text}"
