"""English verbs that the tagger takes for nouns: "Germany *condemns* the attack". The parser often knows better."""

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.analyse.settled import children, has

CLAUSES = {"ROOT", "ccomp", "conj", "advcl", "acl:relcl", "parataxis"}
OBJECTS = ("obj", "ccomp", "xcomp")  # no noun has one
BEFORE = ("nsubj", "compound", "amod")  # how a parser hangs the subject on what it takes for a noun


@Language.component("kg_verbs")
def retag_verbs(doc: Doc) -> Doc:
    """A noun with an object behind it is a verb, and the noun before it its subject. Goes before the lemmatizer."""
    for token in doc:
        subject = subject_of(token)
        if subject is None:
            continue
        token.pos_, subject.dep_ = "VERB", "nsubj"
        for word in list(children(token, "det", "amod", "nmod:poss", "compound")):
            if word.i < subject.i:
                word.head = subject
    return doc


def subject_of(token: Token) -> Token | None:
    """The subject of a verb that is tagged as a noun, known by its form (*-s*), its place and its object; else None."""
    if token.pos_ not in ("NOUN", "PROPN") or token.dep_ not in CLAUSES or not token.lower_.endswith("s"):
        return None
    objects = [child for child in children(token, *OBJECTS) if child.i > token.i]
    if not objects or has(token, "case", "cop", "nummod"):
        return None
    found = [child for child in children(token, *BEFORE) if child.i < token.i and child.pos_ != "ADJ"]
    return found[-1] if found else None
