"""Bodies that are named in quotation marks: »der Verein „Ulmer Bürger“«, »der „Arbeitskreis Küste“«."""

from spacy.tokens import Token

from kg.analyse.settled import sent_of
from kg.find.quotemarks import MARKS
from kg.link.nominal import citation

LONGEST = 8  # words
NAMING = ("appos", "flat", "flat:name", "nmod")


def quoted_name(noun: Token) -> str:
    """The name in quotation marks that stands behind a noun, or begins with it; '' if none does."""
    doc, start = noun.doc, noun.i + 1
    if noun.i and doc[noun.i - 1].text in MARKS and (end := closing(noun, start)):
        return doc[noun.i : end].text
    if start >= len(doc) or doc[start].text not in MARKS or not (end := closing(noun, start + 1)):
        return ""
    inside = doc[start + 1 : end]
    head = inside.root
    named = head.head.i == noun.i and head.dep_ in NAMING and inside[0].text[:1].isupper()
    return f"{citation(noun)} {inside.text}" if named else ""


def closing(noun: Token, start: int) -> int:
    """Where the quotation ends that a name stands in; 0 for one that is longer, or no more than one word."""
    words = noun.doc[start : min(sent_of(noun).end, start + LONGEST)]
    end = next((word.i for word in words if word.text in MARKS), 0)
    return end if end > start else 0
