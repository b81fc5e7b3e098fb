"""The lemma table: what the treebanks know and the lexicon with its rules gets wrong."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.analyse.lemma import Lemmatizer

ENGLISH_WORD = re.compile(r"[a-zA-Z]*['’]?[a-z]+")


def lemma_table(docs: Iterable[Doc], nlp: Language, language: str = "de") -> dict[str, str]:
    """`"form\\tUPOS"` → lemma, the most frequent one.

    Names stay out in English, and so does what is no word: its treebank has weblogs. German names stay in even where
    the rules are right: the rule for genitives asks the table for them.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for token in (token for doc in docs for token in doc if token.lemma_):
        counts[f"{token.text}\t{token.tag_}"][without_particle(token)] += 1
    bare = Lemmatizer(nlp, "lemmatizer", language)
    table = {}
    for key, found in sorted(counts.items()):
        form, pos = key.split("\t")
        (lemma, _), *_ = found.most_common(1)
        if pos == "PROPN":
            wanted = language == "de"
        else:
            wanted = bare.lemma(form, pos) != lemma and (language == "de" or bool(ENGLISH_WORD.fullmatch(form)))
        if wanted:
            table[key] = lemma
    return table


def without_particle(token: Token) -> str:
    """»lehnt« is *lehnen* in the table; its particle joins when the parse is known."""
    particle = next((child.lower_ for child in token.children if child.dep_ == "compound:prt"), "")
    return token.lemma_.removeprefix(particle) if particle else token.lemma_
