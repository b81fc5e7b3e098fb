"""Predictions to figures, and codings to agreement."""

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kg.commands.arguments import NewCommand
from kg.console import Console, out
from kg.errors import InputError

GOLD = "folder of annotated documents (*.json); or a graph, a store or a file of codings (.csv, .dna), for agreement"
PREDICTIONS = "output of kg extract --jsonl; or what GOLD is compared with (default: the coders in it with each other)"


def arguments(command: NewCommand) -> None:
    scoring = command(score, "Positions against those that people annotated or coded: F1, or agreement with alpha.")
    scoring.add_argument("gold", type=Path, metavar="GOLD", help=GOLD)
    scoring.add_argument("predictions", type=Path, nargs="?", metavar="PREDICTIONS", help=PREDICTIONS)
    scoring.add_argument("--errors", action="store_true", help="list what was missed, what is wrong, what differs")
    scoring.add_argument("--json", action="store_true", help="print JSON instead of tables")


def score(options: Namespace, console: Console) -> None:
    from kg import score
    from kg.exchange.compared import is_comparable

    if is_comparable(options.gold):
        agree(options, console)
        return
    if options.predictions is None:
        raise InputError("name the predictions, too: the output of kg extract --jsonl.", str(options.gold))
    gold = score.read_gold(options.gold)
    result = score.score(gold, score.read_predictions(options.predictions, gold))
    show(options, score.as_dict(result, errors=options.errors), score.as_text(result, errors=options.errors))


def agree(options: Namespace, console: Console) -> None:
    from kg.exchange.compared import compared
    from kg.score import agreed
    from kg.score.agreement import agreements

    one, *other = (compared(path, console.fault) for path in (options.gold, options.predictions) if path)
    found = agreements(one, *other)
    show(options, agreed.as_dict(found, errors=options.errors), agreed.as_text(found, errors=options.errors))


def show(options: Namespace, data: Any, lines: Iterable[str]) -> None:
    import json

    if options.json:
        out([json.dumps(data, ensure_ascii=False, indent=1) + "\n"])
    else:
        out(f"{line}\n" for line in lines)
