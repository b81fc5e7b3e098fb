"""Predictions to figures, codings to agreement, and decisions to how much was right."""

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kg.commands.arguments import NewCommand
from kg.console import Console, out
from kg.errors import InputError
from kg.output import shown

MINE = "my-decisions"
DECISIONS = """With --on my-decisions, GOLD is a store in which people decided on positions (kg decide).
Alone it tells how many of them were right as they were found, in five bins of confidence, and which parts were changed
how often. With PREDICTIONS of the same articles it tells how much of what was accepted or changed is found as it should
be, and how much of what was rejected or changed is said again as it was. Only positions that somebody judged count:
what nobody found nobody could judge, so this is no recall, and what is found besides is neither right nor wrong."""
GOLD = "folder of annotated documents (*.json); or a graph, a store or a file of codings (.csv, .dna), for agreement"
PREDICTIONS = "output of kg extract --jsonl; or what GOLD is compared with (default: the coders in it with each other)"


def arguments(command: NewCommand) -> None:
    scoring = command(score, "Positions against those that people annotated or coded: F1, or agreement with alpha.")
    scoring.epilog = DECISIONS
    scoring.add_argument("gold", type=Path, metavar="GOLD", help=GOLD)
    scoring.add_argument("predictions", type=Path, nargs="?", metavar="PREDICTIONS", help=PREDICTIONS)
    scoring.add_argument("--on", choices=(MINE,), metavar=MINE, help="GOLD is a store with decisions; see below")
    scoring.add_argument("--errors", action="store_true", help="list what was missed, what is wrong, what differs")
    scoring.add_argument("--json", action="store_true", help="print JSON instead of tables")


def score(options: Namespace, console: Console) -> None:
    from kg.exchange.compared import is_comparable

    if options.on == MINE:
        show(options, *decided(options))
    elif is_comparable(options.gold):
        show(options, *agreed(options, console))
    else:
        show(options, *annotated(options))


def annotated(options: Namespace) -> tuple[Any, Iterable[str]]:
    """The figures of predictions, as data and as text."""
    from kg import score
    from kg.exchange.compared import is_comparable

    gold = score.read_gold(options.gold)
    if options.predictions is None:
        raise InputError("name the predictions, too: the output of kg extract --jsonl.", shown(options.gold))
    if is_comparable(options.predictions):
        raise InputError("no output of kg extract --jsonl, which GOLD is compared with.", shown(options.predictions))
    result = score.score(gold, score.read_predictions(options.predictions, gold))
    return score.as_dict(result, errors=options.errors), score.as_text(result, errors=options.errors)


def agreed(options: Namespace, console: Console) -> tuple[Any, Iterable[str]]:
    """How far coders agree."""
    from kg.exchange.compared import compared, is_comparable
    from kg.score import agreed
    from kg.score.agreement import agreements

    if options.predictions and not is_comparable(options.predictions):
        what = "no graph, store or file of codings, as GOLD is; for decisions in GOLD add --on my-decisions."
        raise InputError(what, shown(options.predictions))
    one, *other = (compared(path, console.fault) for path in (options.gold, options.predictions) if path)
    found = agreements(one, *other)
    return agreed.as_dict(found, errors=options.errors), agreed.as_text(found, errors=options.errors)


def decided(options: Namespace) -> tuple[Any, Iterable[str]]:
    """The figures of a store in which people decided."""
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


def show(options: Namespace, data: Any, lines: Iterable[str]) -> None:
    import json

    if options.json:
        out([json.dumps(data, ensure_ascii=False, indent=1) + "\n"])
    else:
        out(f"{line}\n" for line in lines)
