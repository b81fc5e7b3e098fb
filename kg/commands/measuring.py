"""Predictions to figures."""

from argparse import Namespace
from pathlib import Path

from kg.commands.arguments import NewCommand
from kg.console import Console, out


def arguments(command: NewCommand) -> None:
    scoring = command(score, "Positions against those that people annotated: precision, recall, F1.")
    scoring.add_argument("gold", type=Path, metavar="GOLD", help="folder of annotated documents (*.json)")
    scoring.add_argument("predictions", type=Path, metavar="PREDICTIONS", help="output of kg extract --jsonl")
    scoring.add_argument("--errors", action="store_true", help="list what was missed and what is wrong")
    scoring.add_argument("--json", action="store_true", help="print JSON instead of tables")


def score(options: Namespace, console: Console) -> None:
    import json

    from kg import score

    gold = score.read_gold(options.gold)
    result = score.score(gold, score.read_predictions(options.predictions, gold))
    if options.json:
        out([json.dumps(score.as_dict(result, errors=options.errors), ensure_ascii=False, indent=1) + "\n"])
    else:
        out(f"{line}\n" for line in score.as_text(result, errors=options.errors))
