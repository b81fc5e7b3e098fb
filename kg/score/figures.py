"""The figures of the README: `python -m kg.score.figures ../shared/gold/real-dev ../shared/gold/dev`."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from kg.model import DOUBTFUL
from kg.pipeline import extract
from kg.score.calibration import calibration_error, reliability
from kg.score.judge import documents, gold_of, judged, scored
from kg.score.linking import VERDICTS, links


def table(folder: Path, language: str, minimum: float) -> Iterator[str]:
    """Markdown: strict and lenient scores, and the reliability of the confidence, of one gold folder."""
    gold = gold_of(folder, language)
    extractions = list(extract(documents(folder, language), min_confidence=0))
    result = scored(gold, extractions, minimum).tallies[language]
    yield f"**{folder.name}**, {language}, {len(gold)} texts, confidence at least {minimum:g}"
    yield ""
    yield "| | precision | recall | F1 |"
    yield "| --- | --- | --- | --- |"
    for name in ("strict", "lenient", "holder", "target"):
        yield f"| {name} | {result[name].precision:.3f} | {result[name].recall:.3f} | {result[name].f1:.3f} |"
    pairs = [(position.confidence, right) for each in extractions for position, right in judged(gold, each)]
    bins = ", ".join(f"{each.confidence:.2f} → {each.right:.2f} ({each.count})" for each in reliability(pairs))
    yield ""
    error = calibration_error(pairs)
    yield f"Confidence → share that is right (positions), of all: {bins}; calibration error {error:.3f}"
    yield ""
    found = links(folder, language, extractions)
    shares = ", ".join(f"{found.share(verdict):.3f} {verdict}" for verdict in VERDICTS)
    yield f"Mentions of known actors ({len(found.mentions)}): {shares}"
    yield ""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m kg.score.figures", description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+", help="folders of gold documents")
    parser.add_argument("--language", default="de")
    parser.add_argument("--min-confidence", type=float, default=DOUBTFUL)
    options = parser.parse_args()
    for folder in options.folders:
        print("\n".join(table(folder, options.language, options.min_confidence)))


if __name__ == "__main__":
    main()
