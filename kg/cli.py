"""`kg`: its arguments are those of its commands, and its exit status tells how one ended."""

from argparse import ArgumentParser
from collections.abc import Sequence

from kg.commands import KINDS
from kg.commands.arguments import Run
from kg.console import Console, speak_utf8
from kg.errors import KgError

FINE, FAILED = 0, 1  # 2 is argparse's for wrong usage
INTERRUPTED, READER_LEFT = 130, 141  # 128 and the number of the signal, as a shell reports it


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status. Wrong usage raises `SystemExit(2)`."""
    speak_utf8()
    options = parser().parse_args(arguments)
    console = Console()
    try:
        options.run(options, console)
    except KgError as error:
        console.fault(error)
    except BrokenPipeError:
        return READER_LEFT
    except KeyboardInterrupt:
        return INTERRUPTED
    return FAILED if console.failed else FINE


def parser() -> ArgumentParser:
    top = ArgumentParser(
        prog="kg", description="From news articles to an RDF graph of who holds what position.", allow_abbrev=False
    )
    top.add_argument("--version", action="version", version=f"kg {version()}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def command(run: Run, summary: str) -> ArgumentParser:
        made = commands.add_parser(
            run.__name__.removesuffix("_"), help=summary, description=summary, allow_abbrev=False
        )
        made.set_defaults(run=run)
        return made

    for kind in KINDS:
        kind.arguments(command)
    return top


def version() -> str:
    from importlib import metadata

    try:
        return metadata.version("diplokg")
    except metadata.PackageNotFoundError:
        return "(not installed)"
