"""Noun phrases as text: a name in dictionary form for an actor, a short phrase for a target."""

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.analyse.grammar import case_of, is_plural
from kg.analyse.morphology import feature
from kg.analyse.settled import children, has
from kg.analyse.words import is_a
from kg.find.dates import CALENDAR

ARTICLES = {"die": "Fem", "das": "Neut"}  # of a singular: the tagger takes »das Unternehmen« for a masculine
STRONG = {"Masc": "er", "Neut": "es", "Fem": "e"}  # nominative endings without an article: »iranisches Ministerium«
ENDINGS = ("en", "er", "es", "em", "e")  # of adjectives
PARTICIPLE = re.compile(r"(iert|end|ig|lich|(be|ge|ver|ent)\w{2,}t)$")
OFFICIAL = ("beauftragt", "abgeordnet", "iert")  # are lemmas by mistake
WEAK = ("expert", "gefährt")  # nouns that look so: »die Experten« are »Experten«
UNMUTATED = str.maketrans("äöüÄÖÜ", "aouAOU")
JOINT = frozenset({"case", "det", "conj", "cc"})
LOOSE = frozenset({"acl:relcl", "advcl", "parataxis", "punct", "cc", "conj", "appos", "det", "case", "det:poss"})


def actor_name(noun: Token) -> str:
    """»das iranische Außenministerium« → »iranisches Außenministerium«, genitives and »von …« kept."""
    if noun.lang_ == "en":
        return " ".join([*english_attributes(noun), noun.text, *after(noun)])
    before = [declined(child, noun) for child in children(noun, "amod") if child.i < noun.i]
    return " ".join([*before, citation(noun), *after(noun)])


def english_attributes(noun: Token) -> Iterator[str]:
    """ "the French foreign ministry", "Iran's government", without the article."""
    for child in children(noun, "amod", "compound", "nmod:poss", "nummod"):
        if child.i < noun.i and child.pos_ != "PRON":
            yield " ".join(written(child.subtree))


def citation(noun: Token) -> str:
    """The noun alone, as a name: the singular is the lemma; a plural stays as written, since »Kritiker« are several."""
    if noun.lang_ == "en":
        return noun.text
    if noun.pos_ == "NOUN" and feature(noun, "Number") == "Sing" and not is_several(noun):
        return strong(noun) if noun.text == f"{noun.lemma_}e" and adjectival_stem(noun) else noun.lemma_
    if stem := adjectival_stem(noun):
        return f"{stem}e"
    return noun.text.removesuffix("n") if is_dative_plural(noun) else noun.text


def adjectival_stem(noun: Token) -> str:
    """»Beauftragt« of »die Beauftragten«, which is an adjective by its endings; '' for »die Experten«, »Spenden«."""
    stem = noun.text.removesuffix("n").removesuffix("e")
    if stem == noun.text or noun.pos_ != "NOUN":
        return ""
    if noun.lemma_ == f"{stem}er":
        return stem
    feminine, low = feature(noun, "Gender") == "Fem", stem.lower()
    person = noun.lemma_ == f"{stem}e" and not feminine and PARTICIPLE.search(low) and not low.endswith(WEAK)
    return stem if person or (noun.lemma_ == stem and low.endswith(OFFICIAL)) else ""


def strong(noun: Token) -> str:
    """»der Beauftragte« → »Beauftragter«, »die Beauftragte« as it is."""
    female = any(child.lower_ in ("die", "eine") for child in children(noun, "det"))
    return noun.text if female else f"{noun.text}r"


def is_dative_plural(noun: Token) -> bool:
    """»Bürgern«, »Ländern«, »Räten«; a feminine »Kammern« is a plural in every case."""
    nominative, lemma = noun.text.removesuffix("n"), noun.lemma_
    if not noun.text.endswith("n"):
        return False
    if not nominative.startswith(lemma):  # with a vowel that only the plural has
        return nominative.translate(UNMUTATED) in (lemma, f"{lemma}e", f"{lemma}er")
    feminine = feature(noun, "Gender") == "Fem"
    return not feminine and noun.text.endswith(("ern", "eln")) and nominative in (lemma, f"{lemma}er")


def is_several(noun: Token) -> bool:
    """»die führenden Funktionäre«: the article shows the number where the tagger misses it on the noun."""
    return any(is_plural(word) for word in (noun, *children(noun, "det"))) or has_plural_ending(noun)


def has_plural_ending(noun: Token) -> bool:
    """»die so *genannten* Gelbhemden«, »in Nepal *lebende* Tibeter«: the adjective, where no singular has it so."""
    endings = [child.text[-2:] for child in children(noun, "amod") if child.pos_ == "ADJ" and child.i < noun.i]
    if not endings or noun.lang_ == "en":
        return False
    articles = [child.lower_ for child in children(noun, "det", "det:poss")]
    if articles:
        return articles[0] == "die" and endings[-1] == "en"
    fused = any(case.lower_.endswith("s") for case in children(noun, "case"))  # »ins russische Ministerium«
    return feature(noun, "Gender") != "Fem" and endings[-1].endswith("e") and not fused


def declined(adjective: Token, noun: Token) -> str:
    """The adjective with the ending that it has before the noun without an article."""
    ending = next((end for end in ENDINGS if adjective.text.endswith(end)), None)
    if ending is None or adjective.pos_ not in ("ADJ", "NUM") or adjective.text[:1].isupper():
        return adjective.text
    articles = (ARTICLES.get(child.lower_) for child in children(noun, "det"))
    gender = next(filter(None, articles), None) or feature(noun, "Gender") or "Fem"
    return adjective.text.removesuffix(ending) + ("e" if is_several(noun) else STRONG.get(gender, "e"))


def after(noun: Token) -> Iterator[str]:
    """Genitives, »von …«, »für …« that say which one it is, as written, without clauses and asides."""
    for child in children(noun, "nmod", "flat:name", "flat", "nmod:poss", "appos"):
        if child.i > noun.i and (child.dep_ != "appos" or is_owner(child, noun)) and not is_when(child):
            own = own_tokens(child)
            yield " ".join(written([*(token for token in phrase(child, keep=JOINT) if token in own), *called(child)]))


def called(noun: Token) -> list[Token]:
    """»die Regierung des Bundesstaats *Texas*«: the name right behind a noun that says which one."""
    names = (name for name in children(noun, "appos") if name.i == noun.i + 1 and name.pos_ == "PROPN")
    return [token for name in names for token in phrase(name)] if noun.pos_ == "NOUN" and noun.lang_ != "en" else []


def is_owner(name: Token, noun: Token) -> bool:
    """»Anhänger Merks«: the parse may take the genitive for an apposition."""
    return noun.lang_ != "en" and name.i == noun.i + 1 and name.pos_ == "PROPN" and name.right_edge.text.endswith("s")


def own_tokens(attribute: Token) -> set[Token]:
    """What an attribute spans: »Politiker *von SPD und Grünen*«, but not »der Sprecher *des Rates* und die Grünen«."""
    others = [child for child in children(attribute, "conj") if not is_within(child, attribute)]
    return set(attribute.subtree) - {token for child in others for token in child.subtree}


def is_within(joint: Token, attribute: Token) -> bool:
    """Whether what is joined to an attribute belongs to it: an article of its own speaks against it."""
    return has(attribute, "det") or not has(joint, "det")


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


def phrase(head: Token, *, keep: frozenset[str] = frozenset(), drop: frozenset[str] = LOOSE) -> list[Token]:
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
    return noun.dep_ in ("nmod", "obl") and is_day(noun) and case_of(noun) in ("an", "in", "seit", "bis", "ab")


def is_day(noun: Token) -> bool:
    """A weekday, a month, a time of the day."""
    return noun.lemma_.lower() in CALENDAR or is_a(noun, "time-of-day")
