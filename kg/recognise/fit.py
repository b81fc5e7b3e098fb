"""Fits the confidence: `python -m kg.recognise.fit` writes `weights-<language>.json`.

A logistic regression over binary features (`kg.recognise.weigh`), fitted on our own annotation; needs `diplokg[train]`,
and the second folder of `GOLD`, which `python -m kg.score.standoff` makes.
The cue lexicon was written with the same articles at hand, so on them the rules look better than they are: the
intercept is then set on other articles (`--level`), so that the mean confidence is their share of right positions.
"""

import argparse
import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from kg.model import Document
from kg.pipeline import Reader, reader
from kg.recognise.candidate import Candidate
from kg.recognise.weigh import BIAS, features, weights_of
from kg.score.judge import documents, gold_of, judged

STRENGTH = 0.02  # inverse of the L2 penalty; a weaker one is too sure of itself on articles that it has not seen
OWN = Path("build/gold-own")
GOLD = {language: [Path("../shared/gold/train"), OWN] for language in ("de", "en")}
# English `dev` is easier than news: a level set on it is too high. The shipped English parser was trained on 454
# sentences of the articles of `train`, and on other press releases than those of `OWN`.
LEVEL = {"de": Path("../shared/gold/dev"), "en": Path("../shared/gold/train")}
Features = dict[str, float]


def examples(folder: Path, reading: Reader) -> tuple[list[Features], list[bool]]:
    """The features of every position in the articles of a folder, and whether it is right."""
    gold, inputs, labels = gold_of(folder, reading.language), [], []
    for document in documents(folder, reading.language):
        extraction = reading.extract(document)
        accepted = candidates(document, reading)
        for position, right in judged(gold, extraction):
            inputs.append(
                dict.fromkeys(features(accepted[position.cue.start, position.holder.name, position.stance]), 1.0)
            )
            labels.append(right)
    return inputs, labels


def candidates(document: Document, reading: Reader) -> dict[tuple[int, str, str], Candidate]:
    """Accepted candidates by the place of the cue, the holder and the stance."""
    found = reading.read(document).candidates
    return {
        (each.token.idx, each.holder.name, each.evoked.stance or ""): each
        for each in reversed(found)
        if not each.reason and each.holder is not None
    }


def fit(gold: Iterable[Path], level: Path, reading: Reader) -> dict[str, float]:
    """Feature → weight, and the bias."""
    inputs, labels = [], []
    for folder in gold:
        known, right_there = examples(folder, reading)
        inputs += known
        labels += right_there
    vectorizer = DictVectorizer()
    model = LogisticRegression(C=STRENGTH, max_iter=5000).fit(vectorizer.fit_transform(inputs), labels)
    others, right = examples(level, reading)
    scores = vectorizer.transform(others) @ model.coef_[0]
    weights = {
        name: round(float(weight), 3)
        for name, weight in zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
        if abs(weight) > 0.01
    }
    return weights | {BIAS: round(bias_for(scores, float(np.mean(right))), 3)}


def bias_for(scores: "np.ndarray[tuple[int], np.dtype[np.float64]]", share: float) -> float:
    """The intercept with which the mean probability is the given share (bisection)."""
    low, high = -10.0, 10.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if float(np.mean(1 / (1 + np.exp(-(scores + middle))))) < share else (low, middle)
    return low


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m kg.recognise.fit", description=__doc__)
    parser.add_argument("--gold", type=Path, nargs="+", help="folders of articles to fit on")
    parser.add_argument("--level", type=Path, help="articles that set the level")
    parser.add_argument("--language", default="de")
    parser.add_argument("--model", type=Path, help="a pipeline that has not seen the articles, if the shipped one has")
    options = parser.parse_args()
    language: str = options.language
    weights = fit(options.gold or GOLD[language], options.level or LEVEL[language], reader(language, options.model))
    weights_of(language).write_text(
        json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
