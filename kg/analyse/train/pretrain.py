"""The first layer learns the language from text without annotation, before it learns syntax.

It predicts the letters of each word from its neighbours (https://spacy.io/usage/embeddings-transformers#pretraining),
which is worth half a point of LAS.
"""

import json
import lzma
import random
from collections.abc import Iterator
from pathlib import Path

from spacy.training.pretrain import pretrain as spacy_pretrain
from spacy.util import load_config

from kg.score.standoff import read_texts

MINUTES = 5_000_000  # words of the Bundestag to choose from
WORDS = 1_900_000  # of all; more was not tried, a core takes ten minutes for them
SHORTEST, LONGEST = 5, 1_500  # words, characters of a paragraph
NEWS = 3  # times: it is little, and the kind of text that is read


def pretrain(config: Path, data: Path, work: Path, **paths: Path) -> Path:
    """The weights of the layer, for `initialize.init_tok2vec`."""
    target = work / "pretrained" / "model-last.bin"
    if not target.exists():
        raw = work / "raw.jsonl"
        raw.write_text("".join(lines(data)), encoding="utf-8")
        target.parent.mkdir(exist_ok=True)
        overrides = {f"paths.{key}": str(path) for key, path in {**paths, "raw": raw}.items()}
        spacy_pretrain(load_config(config, overrides=overrides, interpolate=True), target.parent)
    return target


def lines(data: Path) -> Iterator[str]:
    """Paragraphs in a shuffled order, as the JSON Lines that spaCy reads."""
    texts = [*(news(data) * NEWS), *minutes(data)]
    random.Random(0).shuffle(texts)
    left = WORDS
    for text in texts:
        if left > 0:
            left -= len(text.split())
            yield json.dumps({"text": text[:LONGEST]}, ensure_ascii=False) + "\n"


def news(data: Path) -> list[str]:
    texts = read_texts(data / "quotes-de" / "train.jsonl.gz")
    paragraphs = [paragraph for text in texts.values() for paragraph in text.split("\n")]
    return [text for text in paragraphs if len(text.split()) > SHORTEST]


def minutes(data: Path) -> Iterator[str]:
    left = MINUTES
    with lzma.open(data / "vectors-de" / "bundestag-sample.txt.xz", "rt", encoding="utf-8") as speeches:
        for line in speeches:
            if left > 0 and len(line.split()) > SHORTEST:
                left -= len(line.split())
                yield line.strip()
