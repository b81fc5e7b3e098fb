"""Train a pipeline: `python -m kg.analyse.train --language en --work build/train`, with `--data` and `--gold`.

German takes about 40 minutes on two cores, English as long on one. What already lies in the work folder is used again.
English needs the press releases (`kg.score.releases`) and the speeches (`kg.analyse.train.speeches`) there first.
"""

import logging
from argparse import ArgumentDefaultsHelpFormatter, ArgumentParser
from pathlib import Path

from kg.analyse.load import MODELS, load
from kg.analyse.train.evaluate import card
from kg.analyse.train.recipe import train


def main() -> None:
    parser = ArgumentParser(prog="python -m kg.analyse.train", formatter_class=ArgumentDefaultsHelpFormatter)
    parser.add_argument("--language", choices=("de", "en"), default="de", help="of the pipeline")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="treebanks, entities, vectors")
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold/train"), help="annotated articles")
    parser.add_argument("--work", type=Path, default=Path("build/train"), help="folder for the steps between")
    parser.add_argument("--out", type=Path, help=f"where the pipeline goes (default: its folder in {MODELS})")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    out = options.out or MODELS / options.language
    train(options.language, options.data, options.gold, options.work, out)
    text = card(load(options.language, out), options.data, options.gold, options.language)
    (out / "README.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
