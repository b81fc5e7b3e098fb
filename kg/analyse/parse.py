"""A text through a language pipeline, paragraph by paragraph, without the white space that misleads parsers.

Line breaks are tokens in spaCy, and no treebank has them: a parser takes them for words and builds on them. A paragraph
at a time also keeps the cost linear in the length of the text.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

FEATURES: list[int | str] = [
    get_string_id(name) for name in ["HEAD", "DEP", "POS", "TAG", "LEMMA", "MORPH", "ENT_IOB", "ENT_TYPE"]
]
WHITE = (np.uint64(get_string_id("dep")).astype(np.int64), get_string_id("SPACE"))
INSIDE, OUTSIDE = 1, 2  # of an entity, as spaCy counts (IOB)
POS, NAMED = 2, slice(-2, None)  # which of the features


def analyse(nlp: Language, text: str) -> Doc:
    """The analysed text; `doc.text` is `text`. White space hangs on the word before it, with the class SPACE."""
    full = nlp.make_doc(text)
    pieces = list(paragraphs(full))
    docs = list(nlp.pipe(bare(nlp, piece) for piece in pieces))
    return joined(full, [[token.i for token in piece] for piece in pieces], docs)


def joined(full: Doc, pieces: list[list[int]], docs: list[Doc]) -> Doc:
    """The tokens of the text, with what the paragraphs' pipelines found; `pieces` are their places in the text.

    By arrays, since to ask each token for each of its features takes longer than to look for the positions.
    """
    table = blank(full)
    for piece, doc in zip(pieces, docs, strict=True):
        places, found = np.array(piece), doc.to_array(FEATURES).astype(np.int64)
        heads = places[np.arange(len(piece)) + found[:, 0]]
        table[places] = np.column_stack([heads - places, found[:, 1:]])
    within_names(table)
    return full.from_array(FEATURES, table.astype(np.uint64))  # type: ignore[arg-type]  # any integers of 64 bits


def blank(full: Doc) -> NDArray[np.int64]:
    """White space as it is described: of the class SPACE, hanging on the word before it, or on the first of all."""
    table = np.zeros((len(full), len(FEATURES)), dtype=np.int64)
    before = next((token.i for token in full if not token.is_space), 0)
    for token in full:
        if token.is_space:
            lemma = full.vocab.strings.add(token.text)
            table[token.i] = (before - token.i, WHITE[0], WHITE[1], 0, np.uint64(lemma).astype(np.int64), 0, OUTSIDE, 0)
        else:
            before = token.i
    return table


def within_names(table: NDArray[np.int64]) -> None:
    """White space between two words of a name is in it: »Vereinte\\nNationen« is one name, and spaCy takes no other."""
    for place in np.flatnonzero(table[:-1, POS] == WHITE[1])[::-1]:
        if table[place + 1, NAMED][0] == INSIDE:
            table[place, NAMED] = table[place + 1, NAMED]


def paragraphs(doc: Doc) -> Iterator[list[Token]]:
    """The words between blank lines."""
    piece: list[Token] = []
    for token in doc:
        if not token.is_space:
            piece.append(token)
        elif token.text.count("\n") > 1 and piece:
            yield piece
            piece = []
    if piece:
        yield piece


def bare(nlp: Language, piece: list[Token]) -> Doc:
    """The words of a paragraph, one space where the text has any white space."""
    spaces = [bool(token.whitespace_) or (token.i + 1 < len(token.doc) and token.nbor().is_space) for token in piece]
    return Doc(nlp.vocab, words=[token.text for token in piece], spaces=spaces)
