"""English to learn words from: the speeches of states in the General Debate of the United Nations since 1980.

    python -m kg.analyse.train.speeches PATH/TO/CLONE build/train

The texts are CC0 (United Nations General Debate Corpus: Jankin Mikhaylov, Baturo, Dasandi 2017, doi:10.7910/DVN/0TJX8Y)
and lie as one file a speech in git repositories such as SarahFranzen/Emotions_in_the_United_Nations_General_Debates.
Into the work folder go the paragraphs in a shuffled order, and floret vectors of them and of the press releases that
`kg.score.releases` has written (needs the package `floret`).
"""

import argparse
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy

from kg.analyse.train.pretrain import NEWS, SHORTEST, paragraphs
from kg.analyse.train.standoff import RELEASES
from kg.score.standoff import read_texts

SPEECH = re.compile(r"[A-Z]{3}_\d+_(\d{4})\.txt")
SINCE = 1980  # older minutes were read from paper, with many misread letters
PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\t)|\n(?=\d+\.\s)")
# As the German vectors of the treebank folder: see https://github.com/explosion/floret for the terms.
VECTORS = {"model": "cbow", "mode": "floret", "hashCount": 2, "bucket": 50_000, "minn": 4, "maxn": 5, "dim": 96}
PARAGRAPHS, TOKENS, TABLE = "speeches.txt", "speeches-tokens.txt", "en.floret"


def speeches(clone: Path) -> Iterator[str]:
    """The speeches of a folder, by the name of the file."""
    for path in sorted(clone.rglob("*.txt"), key=lambda path: path.name):
        named = SPEECH.fullmatch(path.name)
        if named and int(named[1]) >= SINCE:
            yield path.read_text(encoding="utf-8", errors="replace")


def parts(speech: str) -> Iterator[str]:
    """Each on one line, without the numbers that older minutes give them."""
    text = speech.replace("\ufeff", "").replace("\r", "").replace("-\n", "-")
    for part in PARAGRAPH.split(text):
        line = re.sub(r"\s+", " ", re.sub(r"^\d+\.\s+", "", part.strip()))
        if len(line.split()) > SHORTEST:
            yield line


def tokenised(lines: Iterable[str]) -> Iterator[str]:
    """A blank between tokens, so that the vectors are of the words that the pipeline sees."""
    tokenizer = spacy.blank("en").tokenizer
    for line in lines:
        yield " ".join(token.text for token in tokenizer(line))


def main() -> None:
    import floret

    parser = argparse.ArgumentParser(prog="python -m kg.analyse.train.speeches", description=__doc__)
    parser.add_argument("clone", type=Path, help="a checked-out repository of the speeches")
    parser.add_argument("work", type=Path, help="the work folder of the training")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    lines = [line for speech in speeches(options.clone) for line in parts(speech)]
    random.Random(0).shuffle(lines)
    (options.work / PARAGRAPHS).write_text("\n".join(lines), encoding="utf-8")
    news = paragraphs(read_texts(RELEASES)) * NEWS
    (options.work / TOKENS).write_text("\n".join(tokenised([*news, *lines])), encoding="utf-8")
    vectors = floret.train_unsupervised(str(options.work / TOKENS), epoch=5, minCount=5, thread=2, **VECTORS)
    vectors.save_floret_vectors(str(options.work / TABLE))


if __name__ == "__main__":
    main()
