"""Predictions to figures."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.commands.arguments import NewCommand
from kg.console import Console, out
from kg.errors import InputError

MINE = "my-decisions"
DECISIONS = """With --on my-decisions, GOLD is a store in which people decided on positions (kg decide).
Alone it tells how many of them were right as they were found, in five bins of confidence, and which parts were changed
how often. With PREDICTIONS of the same articles it tells how much of what was accepted or changed is found as it should
be, and how much of what was rejected or changed is said again as it was. Only positions that somebody judged count:
what nobody found nobody could judge, so this is no recall, and what is found besides is neither right nor wrong."""


def arguments(command: NewCommand) -> None:
    scoring = command(score, "Positions against those that people annotated: precision, recall, F1.")
    scoring.epilog = DECISIONS
    scoring.add_argument("gold", type=Path, metavar="GOLD", help="folder of annotated documents (*.json), or a store")
    scoring.add_argument(
        "predictions", type=Path, nargs="?", metavar="PREDICTIONS", help="output of kg extract --jsonl"
    )
    scoring.add_argument("--on", choices=(MINE,), metavar=MINE, help="GOLD is a store with decisions; see below")
    scoring.add_argument("--errors", action="store_true", help="list what was missed and what is wrong")
    scoring.add_argument("--json", action="store_true", help="print JSON instead of tables")


def score(options: Namespace, console: Console) -> None:
    from kg import score

    if options.on == MINE:
        printed(options, *decided(options))
        return
    if options.predictions is None:
        raise InputError("PREDICTIONS are missing; give the output of kg extract --jsonl.")
    gold = score.read_gold(options.gold)
    result = score.score(gold, score.read_predictions(options.predictions, gold))
    printed(options, score.as_dict(result, errors=options.errors), score.as_text(result, errors=options.errors))


def decided(options: Namespace) -> tuple[dict[str, Any], Iterator[str]]:
    """The figures of a store in which people decided, as JSON and as text."""
    from kg.commands.deciding import opened
    from kg.score import again, decided

    if options.errors:
        raise InputError("--errors: there is none with --on my-decisions; kg decisions lists them.")
    with opened(str(options.gold)) as store:
        if options.predictions is None:
            found = decided.judged(store)
            return decided.judged_dict(found), decided.judged_text(found)
        compared = again.again(store, options.predictions)
        return again.again_dict(compared), again.again_text(compared)


def printed(options: Namespace, figures: dict[str, Any], lines: Iterator[str]) -> None:
    import json

    if options.json:
        out([json.dumps(figures, ensure_ascii=False, indent=1) + "\n"])
    else:
        out(f"{line}\n" for line in lines)
