"""The first layer learns the language from text without annotation, before it learns syntax.

It predicts the letters of each word from its neighbours (https://spacy.io/usage/embeddings-transformers#pretraining),
which is worth half a point of LAS.
"""

import json
import lzma
import random
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from spacy.tokens import Doc
from spacy.training.pretrain import pretrain as spacy_pretrain
from spacy.util import load_config

from kg.score.standoff import read_texts

MINUTES = 5_000_000  # words of the Bundestag to choose from
WORDS = 1_900_000  # of all; more was not tried, a core takes ten minutes for them
SHORTEST, LONGEST = 5, 1_500  # words, characters of a paragraph
NEWS = 3  # times: it is little, and the kind of text that is read
RELEASES = 2  # times, for the same reason
SPEECHES = 12_000  # paragraphs


def pretrain(config: Path, texts: list[str], work: Path, **paths: Path) -> Path:
    """The weights of the layer, for `initialize.init_tok2vec`."""
    target = work / "pretrained" / "model-last.bin"
    if not target.exists():
        raw = work / "raw.jsonl"
        raw.write_text("".join(lines(texts)), encoding="utf-8")
        target.parent.mkdir(exist_ok=True)
        overrides = {f"paths.{key}": str(path) for key, path in {**paths, "raw": raw}.items()}
        spacy_pretrain(load_config(config, overrides=overrides, interpolate=True), target.parent)
    return target


def lines(texts: list[str]) -> Iterator[str]:
    """Paragraphs in a shuffled order, as the JSON Lines that spaCy reads."""
    random.Random(0).shuffle(texts)
    left = WORDS
    for text in texts:
        if left > 0:
            left -= len(text.split())
            yield json.dumps({"text": text[:LONGEST]}, ensure_ascii=False) + "\n"


def german(data: Path) -> list[str]:
    """News, and minutes of the Bundestag."""
    texts = read_texts(data / "quotes-de" / "train.jsonl.gz")
    return [*(paragraphs(texts) * NEWS), *minutes(data)]


def english(texts: Mapping[str, str], banks: Iterable[Iterable[Doc]], speeches: Path) -> list[str]:
    """Press releases, the treebanks, and as much of the speeches as there is room for."""
    releases = {name: text for name, text in texts.items() if not name.startswith("gold/")}
    sentences = [doc.text for bank in banks for doc in bank]
    return [
        *(paragraphs(releases) * RELEASES),
        *sentences,
        *speeches.read_text(encoding="utf-8").split("\n")[:SPEECHES],
    ]


def paragraphs(texts: Mapping[str, str]) -> list[str]:
    lines = (line for text in texts.values() for line in text.split("\n"))
    return [line for line in lines if len(line.split()) > SHORTEST]


def minutes(data: Path) -> Iterator[str]:
    left = MINUTES
    with lzma.open(data / "vectors-de" / "bundestag-sample.txt.xz", "rt", encoding="utf-8") as speeches:
        for line in speeches:
            if left > 0 and len(line.split()) > SHORTEST:
                left -= len(line.split())
                yield line.strip()
