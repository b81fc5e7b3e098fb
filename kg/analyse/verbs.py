"""English verbs that the tagger takes for nouns: "Germany *condemns* the attack". The parser often knows better."""

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.analyse.grammar import children, has

CLAUSES = {"ROOT", "ccomp", "conj", "advcl", "acl:relcl", "parataxis"}
OBJECTS = ("obj", "ccomp", "xcomp")  # no noun has one


@Language.component("kg_verbs")
def retag_verbs(doc: Doc) -> Doc:
    """A noun with an object behind it is a verb, and the noun before it its subject. Goes before the lemmatizer."""
    for token in doc:
        if is_verb(token):
            for before in children(token, "compound", "amod"):
                before.dep_ = "nsubj"
            token.pos_ = "VERB"
    return doc


def is_verb(token: Token) -> bool:
    """By form (*-s*), place and dependents: it heads a clause, has an object behind it and neither article nor case."""
    if token.pos_ not in ("NOUN", "PROPN") or token.dep_ not in CLAUSES or not token.lower_.endswith("s"):
        return False
    subjects = [child for child in children(token, "nsubj", "compound", "amod") if child.i < token.i]
    objects = [child for child in children(token, *OBJECTS) if child.i > token.i]
    return len(subjects) == 1 and bool(objects) and not has(token, "det", "case", "nmod:poss", "nummod", "cop")
