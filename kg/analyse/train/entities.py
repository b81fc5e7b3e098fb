"""Named entities to train and test on: PER, LOC, ORG in DocBin files."""

from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

LABELS = ("PER", "LOC", "ORG")


def read(path: Path, vocab: Vocab) -> Iterator[Doc]:
    """The documents with the three kinds of name that every source marks; MISC is dropped."""
    for doc in DocBin().from_disk(path).get_docs(vocab):
        doc.ents = [entity for entity in doc.ents if entity.label_ in LABELS]
        yield doc
