"""Noun phrases as text: a name in dictionary form for an actor, a short phrase for a target."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.analyse.grammar import case_of, children

STRONG = {"Masc": "er", "Neut": "es", "Fem": "e"}  # nominative endings without an article: »iranisches Ministerium«
PERSONS = {"PRON", "DET"}
DAYS = {
    "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag", "abend", "morgen", "nacht",
    "mittag", "nachmittag", "vormittag", "wochenende", "januar", "februar", "märz", "april", "mai", "juni", "juli", "august",
    "september", "oktober", "november", "dezember",
}  # fmt: skip
LOOSE = {"acl:relcl", "advcl", "parataxis", "punct", "cc", "conj", "appos", "det", "case", "det:poss"}


def actor_name(noun: Token) -> str:
    """»das iranische Außenministerium« → »iranisches Außenministerium«, genitives and »von …« kept."""
    before = [declined(child, noun) for child in children(noun, "amod") if child.i < noun.i]
    return " ".join([*before, citation(noun), *after(noun)])


def short_name(noun: Token) -> str:
    """The noun alone, in the form that a dictionary has."""
    return citation(noun)


def citation(noun: Token) -> str:
    """Singular stays the lemma; a plural stays as written, since »Kritiker« are several."""
    if noun.pos_ == "NOUN" and noun.morph.get("Number", []) == ["Sing"]:
        return noun.lemma_
    dative = noun.text.endswith(("ern", "eln")) and noun.text.removesuffix("n") == noun.lemma_
    return noun.lemma_ if dative else noun.text


def declined(adjective: Token, noun: Token) -> str:
    if (
        adjective.pos_ not in ("ADJ", "NUM")
        or adjective.text[:1].isupper()
        or not adjective.text.endswith(("e", "en", "er", "es", "em"))
    ):
        return adjective.text
    stem = next(
        adjective.text.removesuffix(end) for end in ("en", "er", "es", "em", "e") if adjective.text.endswith(end)
    )
    plural = noun.morph.get("Number", []) == ["Plur"]
    gender = next(iter(noun.morph.get("Gender", [])), "Fem")
    return stem + ("e" if plural else STRONG.get(gender, "e"))


def after(noun: Token) -> Iterator[str]:
    """Genitives, »von …«, »für …« that say which one it is."""
    for child in children(noun, "nmod", "flat:name", "flat", "nmod:poss"):
        if child.i > noun.i:
            yield text_of(child)


def text_of(head: Token, keep: Iterable[str] = ("case", "det")) -> str:
    """The phrase below a noun as written, without clauses and asides."""
    return " ".join(written(phrase(head, keep=frozenset(keep))))


def written(tokens: Iterable[Token]) -> Iterator[str]:
    """The words, those glued that the text has glued."""
    word, previous = "", None
    for token in tokens:
        if previous is not None and (previous.whitespace_ or token.i != previous.i + 1):
            yield word
            word = ""
        word += token.text.strip()
        previous = token
    if word:
        yield word


def phrase(head: Token, *, keep: frozenset[str] = frozenset(), drop: frozenset[str] = frozenset(LOOSE)) -> list[Token]:
    """The tokens of a phrase in text order; what hangs on it by a dropped relation is left out."""
    tokens = [head]
    for child in head.children:
        if is_when(child) and child.i > head.i:
            continue
        if child.dep_ not in drop or child.dep_ in keep:
            tokens += phrase(child, keep=keep | {"case", "det", "det:poss"}, drop=drop)
    return sorted(tokens, key=lambda token: token.i)


def is_when(noun: Token) -> bool:
    """»am Dienstag«, »im März«: the parser hangs on nouns what belongs to the verb."""
    return (
        noun.dep_ in ("nmod", "obl")
        and noun.lemma_.lower() in DAYS
        and case_of(noun) in ("an", "in", "seit", "bis", "ab")
    )
