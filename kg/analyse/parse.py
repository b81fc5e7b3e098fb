"""A text through a language pipeline, paragraph by paragraph, without the white space that misleads parsers.

Line breaks are tokens in spaCy, and no treebank has them: a parser takes them for words and builds on them. A paragraph
at a time also keeps the cost linear in the length of the text.
"""

from collections.abc import Iterator, Mapping

from spacy.language import Language
from spacy.tokens import Doc, Token


def analyse(nlp: Language, text: str) -> Doc:
    """The analysed text; `doc.text` is `text`. White space hangs on the word before it, with the class SPACE."""
    full = nlp.make_doc(text)
    pieces = list(paragraphs(full))
    docs = nlp.pipe(bare(nlp, piece) for piece in pieces)
    words = {
        token.i: word for piece, doc in zip(pieces, docs, strict=True) for token, word in zip(piece, doc, strict=True)
    }
    return joined(full, words)


def joined(full: Doc, words: Mapping[int, Token]) -> Doc:
    """The tokens of the text, with what the paragraphs' pipelines found; `words` by the place in the text."""
    found = [described(words.get(token.i), token) for token in full]
    deps, pos, tags, lemmas, morphs, ents = map(list, zip(*found, strict=True)) if found else ([], [], [], [], [], [])
    return Doc(
        full.vocab,
        words=[token.text for token in full],
        spaces=[bool(token.whitespace_) for token in full],
        heads=heads(full, words),
        deps=deps,
        pos=pos,
        tags=tags,
        lemmas=lemmas,
        morphs=morphs,
        ents=ents,
    )


def described(word: Token | None, token: Token) -> tuple[str, str, str, str, str, str]:
    """Relation, part of speech, tag, lemma, morphology and entity, as `Doc` takes them; white space has none."""
    if word is None:
        return "dep", "SPACE", "", token.text, "", "O"
    return word.dep_ or "dep", word.pos_ or "SPACE", word.tag_, word.lemma_ or token.text, str(word.morph), entity(word)


def heads(full: Doc, words: Mapping[int, Token]) -> list[int]:
    """The place of each token's head in the text; white space hangs on the word before it."""
    places = {(id(word.doc), word.i): place for place, word in words.items()}
    found, before = [], next(iter(words), 0)
    for token in full:
        word = words.get(token.i)
        before = before if word is None else token.i
        found.append(before if word is None else places[id(word.doc), word.head.i])
    return found


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


def entity(word: Token) -> str:
    """As `Doc` takes it: `B-PER`, `I-PER`, `O`."""
    return f"{word.ent_iob_}-{word.ent_type_}" if word.ent_type_ else "O"
