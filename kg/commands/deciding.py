"""What a person makes of the positions of a store."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing, contextmanager
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING

from kg.address import address_of
from kg.commands.arguments import NewCommand
from kg.commands.asking import in_language, print_answer
from kg.console import Console
from kg.errors import DecisionError, StoreError
from kg.output import shown

if TYPE_CHECKING:
    from kg.decide import Change, Decision, Verdict
    from kg.store import Store
    from kg.store.base import Graphs

STORE = "folder of a store, or address of a SPARQL endpoint"
VERDICTS: "dict[str, Verdict]" = {"accept": "accepted", "reject": "rejected", "change": "changed"}
PARTS = ("holder", "side", "stance", "target")
NOTHING = "Nothing was decided yet; kg decisions --open lists what there is to decide on."
WHAT = "an IRI, a name of the store or of the vocabulary in any language, or new words"


def arguments(command: NewCommand) -> None:
    judging = command(decide, "A position of a store is right, wrong, or ought to be another; undo takes that back.")
    judging.add_argument("store", metavar="STORE", help=STORE)
    judging.add_argument(
        "position", metavar="POSITION", help="its IRI, or the short name that kg decisions --open shows"
    )
    judging.add_argument("verdict", choices=VERDICTS, metavar="VERDICT", help="accept, reject or change")
    change = judging.add_argument_group("what to change", f"Each is {WHAT}.")
    change.add_argument("--holder", metavar="NAME", help="who holds it; the side follows if it is known")
    change.add_argument("--side", metavar="NAME", help="whom the holder speaks for; '' for nobody")
    change.add_argument("--stance", metavar="STANCE", help="opposes, supports, demands …, or its label")
    change.add_argument("--target", metavar="WORDS", help="what it is about")
    judging.add_argument("--by", metavar="NAME", help="who decides (default: your user name)")
    judging.add_argument("--note", default="", metavar="TEXT", help="why")

    undoing = command(undo, "A decision has no effect any more; it stays in the list.")
    undoing.add_argument("store", metavar="STORE", help=STORE)
    undoing.add_argument("decision", metavar="DECISION", help="its IRI, or its name in kg decisions")

    listing = command(decisions, "Store → what was decided on its positions, the newest first.")
    listing.add_argument("store", metavar="STORE", help=STORE)
    listing.add_argument(
        "--open", action="store_true", help="instead: the positions without a decision, the least certain first"
    )
    listing.add_argument("--format", choices=("table", "csv", "json"), default="table")
    in_language(listing)


def decide(options: Namespace, console: Console) -> None:
    from kg.decide import deciding, now, settled_by
    from kg.decide.listing import position_named

    change, by = asked(options), options.by if options.by is not None else user()
    with opened(options.store) as store:
        position = position_named(store, options.position)
        verdict = VERDICTS[options.verdict]
        graphs = deciding(store, position, verdict, by=by, at=now(), change=change, note=options.note)
        changed(store, graphs)
        console.note(said(store, settled_by(store, graphs)))


def undo(options: Namespace, console: Console) -> None:
    from kg.decide import now, settled_by, undoing
    from kg.decide.listing import decision_named

    with opened(options.store) as store:
        decision = decision_named(store, options.decision)
        graphs = undoing(store, decision, at=now())
        changed(store, graphs)
        console.note(f"undone: {said(store, settled_by(store, graphs))}")


def decisions(options: Namespace, console: Console) -> None:
    from kg.decide.listing import listed, told, undecided

    with opened(options.store) as store:
        every = told if options.format == "table" else listed
        table = (undecided if options.open else every)(store, options.language)
    if not table.rows:
        console.note(f"{shown(options.store)}: nothing is left to be decided." if options.open else NOTHING)
    print_answer(table.filled if options.format == "table" else table, options.format)


def asked(options: Namespace) -> "Change | None":
    """What is to be changed. Raises `DecisionError` where that does not go with the verdict."""
    from kg.decide import Change

    given = {part: value for part in PARTS if (value := getattr(options, part)) is not None}
    if given and options.verdict != "change":
        raise DecisionError(
            f"--{next(iter(given))}: to {options.verdict} changes nothing; say change, or leave it out."
        )
    if not given and options.verdict == "change":
        raise DecisionError("Nothing would change; say what: --holder, --side, --stance or --target.")
    return Change(**given) if given else None


@contextmanager
def opened(place: str) -> "Iterator[Store]":
    """A store that can be changed. Raises `StoreError` for a file: it is read into memory, where nothing stays."""
    from kg.store import open_store

    if not address_of(place) and Path(place).is_file():
        raise StoreError(f"{shown(place)}: decisions are kept in a store; make one with kg build --store or kg load.")
    if not address_of(place) and not Path(place).exists():
        raise StoreError(f"{shown(place)}: there is no store; check the path, or make one with kg build --store.")
    with closing(open_store(place)) as store:
        yield store


def changed(store: "Store", graphs: "Graphs") -> None:
    from kg.store import recount

    store.put(graphs)
    recount(store)


def said(store: "Store", decision: "Decision") -> str:
    """»changed: Russia – opposes – … → …«: what was decided, in words."""
    from kg.decide import listing

    after = f" → {listing.said(store, decision.changed)}" if decision.changed else ""
    return f"{decision.verdict}: {listing.said(store, decision.judged)}{after} ({listing.short_of(decision)})"


def user() -> str:
    """Raises `DecisionError` where the system has no name for whoever works with it."""
    try:
        return getuser()
    except (OSError, KeyError, ImportError) as error:
        raise DecisionError("The system does not tell your name; give one with --by.") from error
