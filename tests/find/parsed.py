"""Docs built by hand, so that the rules are tested without a model.

A token is written `form/POS/relation/head/lemma`, the head as an index into the text's tokens; the lemma may be left
out where it is the form. A verb that is no infinitive or participle (ending of the form) is finite.
"""

import spacy
from spacy.tokens import Doc

VOCAB = spacy.blank("de").vocab


def parsed(text: str, annotation: str) -> Doc:
    """The Doc of a text whose tokens are annotated; white space between them is that of the text."""
    rows = [row.split("/") for row in annotation.split()]
    words, spaces, at = [], [], 0
    for row in rows:
        start = text.index(row[0], at)
        at = start + len(row[0])
        words.append(row[0])
        spaces.append(text[at : at + 1] == " ")
    return Doc(
        VOCAB,
        words=words,
        spaces=spaces,
        pos=[row[1] for row in rows],
        deps=[row[2] for row in rows],
        heads=[int(row[3]) for row in rows],
        lemmas=[row[4] if len(row) > 4 else row[0] for row in rows],
        morphs=["VerbForm=Fin" if row[1] in ("VERB", "AUX") and is_finite(row) else "" for row in rows],
    )


def is_finite(row: list[str]) -> bool:
    return len(row) > 4 and not row[0].startswith("ge")
