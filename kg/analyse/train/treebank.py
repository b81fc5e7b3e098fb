"""Universal Dependencies treebanks as spaCy Docs with this project's conventions.

Source: Universal Dependencies guidelines v2, https://universaldependencies.org/guidelines.html
"""

import gzip
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.training.converters.conllu_to_docs import conllu_to_docs

# Features that exist in every treebank used here with the same meaning; one label set is worth 3 points of UPOS.
NOMINAL = {"Case", "Gender", "Number"}
FEATURES = {
    "VERB": {"Mood", "Number", "Person", "Tense", "VerbForm"},
    "AUX": {"Mood", "Number", "Person", "Tense", "VerbForm"},
    "NOUN": NOMINAL,
    "PROPN": NOMINAL,
    "ADJ": NOMINAL | {"Degree"},
    "DET": NOMINAL | {"PronType", "Definite", "Poss"},
    "PRON": NOMINAL | {"PronType", "Person", "Reflex", "Poss"},
    "ADP": NOMINAL,
}
RELATIONS = {
    "iobj": "obl:arg",
    "acl:relcl": "acl:relcl",
    "flat": "flat:name",
    "nsubj:outer": "nsubj",
    "obl:tmod": "obl",
    "obl:unmarked": "obl",
    "nmod:tmod": "nmod",
    "nmod:unmarked": "nmod",
    "advcl:relcl": "advcl",
    "csubj:outer": "csubj",
}
DESCRIPTION = "nmod:desc"  # "President Obama": a title before the name that it belongs to
NAME_PARTS = {"flat:name", "flat", "compound"}
SENTENCES_PER_DOC = (1, 6)  # so that the parser learns to find sentence boundaries in paragraphs


def read(path: Path, nlp: Language) -> list[Doc]:
    """One Doc a sentence, tokenised as `nlp` tokenises, from a CoNLL-U file (gzipped or not)."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    lines = "\n".join(split_contractions(text.split("\n")))
    docs: Iterable[Doc] = conllu_to_docs(  # type: ignore[no-untyped-call]
        lines + "\n\n", n_sents=1, merge_subtokens=True, no_print=True
    )
    return [harmonise(doc, nlp) for doc in docs]


def split_contractions(lines: Iterable[str]) -> Iterator[str]:
    """CoNLL-U lines where "don't" is two words without a space, as spaCy has it; »zum« (zu dem) stays one token.

    Multiword tokens: https://universaldependencies.org/format.html#words-tokens-and-empty-nodes
    """
    buffer = list(lines)
    place = 0
    while place < len(buffer):
        fields = buffer[place].split("\t")
        first, dash, last = fields[0].partition("-")
        size = int(last) - int(first) + 1 if dash and first.isdigit() and last.isdigit() else 0
        words = [line.split("\t") for line in buffer[place + 1 : place + 1 + size]]
        if size and "".join(word[1] for word in words) == fields[1]:
            for word in words:
                yield "\t".join([*word[:9], "SpaceAfter=No" if word is not words[-1] else fields[9]])
        else:
            yield from buffer[place : place + 1 + size]
        place += 1 + size


def harmonise(doc: Doc, nlp: Language) -> Doc:
    """The sentence with the tokens of `nlp`, and one set of labels.

    UD splits »EU-Kommission« and »zum«; spaCy does not. What spaCy keeps together is merged here,
    else a trained model would never meet such a token.
    """
    for token in doc:
        token.lemma_ = lemma(token)
        token.dep_ = RELATIONS.get(token.dep_, token.dep_)
        token.tag_ = token.pos_
    merge(doc, nlp)
    has_features = any(str(token.morph) for token in doc)
    heads, deps = roles_first(doc)
    return Doc(
        nlp.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[token.pos_ for token in doc],
        # Without both, the morphologizer takes a token as not annotated, instead of as one without features.
        pos=[token.pos_ for token in doc] if has_features else None,
        morphs=[features(token) for token in doc] if has_features else None,
        lemmas=[token.lemma_ for token in doc],
        heads=heads,
        deps=deps,
        sent_starts=[token.i == 0 for token in doc],
    )


def roles_first(doc: Doc) -> tuple[list[int], list[str]]:
    """Heads and relations with a role noun above the name that follows it, which is its `appos`, in every language."""
    heads, deps = [token.head.i for token in doc], [token.dep_ for token in doc]
    for role in reversed(range(len(doc))):
        name = heads[role]
        if deps[role] != DESCRIPTION or name < role:
            continue
        for child in range(len(doc)):
            if heads[child] == name and child not in (role, name) and (child < role or deps[child] not in NAME_PARTS):
                heads[child] = role
        heads[role], deps[role] = role if heads[name] == name else heads[name], deps[name]
        heads[name], deps[name] = role, "appos"
    return heads, deps


def merge(doc: Doc, nlp: Language) -> None:
    """One token where `nlp` has one; its last word says what it is."""
    with doc.retokenize() as retokenizer:
        for token in nlp.make_doc(doc.text):
            span = doc.char_span(token.idx, token.idx + len(token))
            if span is not None and len(span) > 1:
                last = span[-1]
                joined = span.text[: -len(last.text)] + last.lemma_
                attrs: dict[str | int, Any] = {"LEMMA": joined, "POS": last.pos_, "TAG": last.pos_}
                retokenizer.merge(span, attrs=attrs)


def lemma(token: Token) -> str:
    """The lemma; a verb's separated particle belongs to it (»lehnt … ab« is *ablehnen*)."""
    own: str = token.lemma_.split()[0] if token.lemma_ else ""
    if own in ("", "_"):
        return ""
    particle = next((child.lower_ for child in token.children if child.dep_ == "compound:prt"), "")
    return own if own.startswith(particle) else particle + own


def features(token: Token) -> str:
    """FEATS reduced to `FEATURES`; ambiguous values (`Gender=Masc,Neut`) are dropped."""
    kept = {
        name: value
        for name, value in token.morph.to_dict().items()
        if name in FEATURES.get(token.pos_, set()) and "," not in value
    }
    if "Mood" in kept:
        kept["VerbForm"] = "Fin"
    elif kept.get("VerbForm") in ("Inf", "Part"):
        kept = {"VerbForm": kept["VerbForm"]}
    return "|".join(f"{name}={value}" for name, value in sorted(kept.items()))


def group(docs: list[Doc], seed: int) -> Iterator[Doc]:
    """The sentences in documents of one to six, in a seeded random rhythm."""
    rng, rest = random.Random(seed), list(docs)
    while rest:
        size = rng.randint(*SENTENCES_PER_DOC)
        yield Doc.from_docs(rest[:size], ensure_whitespace=True)
        del rest[:size]


def with_other_quotes(doc: Doc, seed: int) -> Doc:
    """The same document in another typography: papers write „…“, "…", »…« and “…”."""
    opening, closing = random.Random(seed).choice([("»", "«"), ('"', '"'), ("“", "”"), ("„", "”")])
    table = str.maketrans({"„": opening, "“": closing})
    return Doc(
        doc.vocab,
        words=[token.text.translate(table) for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[token.tag_ for token in doc],
        lemmas=[token.lemma_ for token in doc],
        heads=[token.head.i for token in doc],
        deps=[token.dep_ for token in doc],
        sent_starts=[bool(token.is_sent_start) for token in doc],
    )
