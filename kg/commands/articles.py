"""The articles that a command reads: what is said of them, how they come."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from kg.commands.arguments import argument, probability
from kg.console import Console
from kg.model import DOUBTFUL, Document, Extraction
from kg.output import shown
from kg.read import LANGUAGES, Metadata, address, columns, day, line, read

PATHS = (
    "text (.txt, .md), web page (.html), feed (.rss, .atom, .xml), .pdf, e-mail (.eml), folder of such files, "
    "table of articles (.jsonl, .csv, .tsv, .parquet), web archive (.warc, .wet), "
    "or web address of a page, a feed or a PDF"
)


def reading(command: ArgumentParser) -> None:
    """The arguments of the commands that read articles."""
    command.add_argument("paths", nargs="+", metavar="PATH", help=PATHS)
    about = command.add_argument_group(
        "about the articles", "What an article says of itself wins, in front matter too."
    )
    about.add_argument("--title", type=line)
    about.add_argument("--published", type=argument(day), metavar="DATE", help="for example 2025-12-17")
    about.add_argument("--publisher", type=line)
    about.add_argument("--url", type=argument(address))
    about.add_argument("--language", choices=tuple(LANGUAGES), help="(default: told from the words)")
    command.add_argument(
        "--allow-private", action="store_true", help="let web addresses lead to this machine and its own networks"
    )
    about.add_argument(
        "--columns",
        type=argument(columns),
        metavar="PART=COLUMN,…",
        help="what is where in a table: text=body,title=headline,date=…,publisher=…,url=…,id=…,language=… "
        "(default: told from their names)",
    )
    command.add_argument("--model", type=Path, metavar="PIPELINE", help="a spaCy pipeline to use instead of ours")


def weighing(command: ArgumentParser) -> None:
    """The arguments of the commands that look for positions."""
    how = command.add_argument_group("what is found")
    how.add_argument(
        "--actors", type=Path, action="append", default=[], metavar="FILE.ttl", help="more actors; may be repeated"
    )
    how.add_argument(
        "--min-confidence",
        type=argument(probability),
        default=DOUBTFUL,
        metavar="P",
        help=f"leave out what is less certain (default {DOUBTFUL:g}; 0 keeps all)",
    )


def extractions(options: Namespace, console: Console) -> Iterator[Extraction]:
    """What was found in each text, without the positions that are too uncertain."""
    from kg import pipeline

    return pipeline.extract(
        documents(options, console),
        model=options.model,
        actors=options.actors,
        min_confidence=options.min_confidence,
        on_error=console.fault,
    )


def positions(extraction: Extraction) -> int:
    return len(extraction.positions)


def every(options: Namespace, console: Console) -> Iterator[Document]:
    """The articles as they lie there, the same one as often as it does."""
    about = Metadata(options.title, options.published, options.publisher, options.url, options.language)
    found = partial(read, defaults=about, on_error=console.fault, on_note=console.note)
    return found(options.paths, columns=options.columns, allow_private=options.allow_private)


def documents(options: Namespace, console: Console) -> Iterator[Document]:
    """The articles, each once wherever it lies: the graph and the figures have one of it."""
    first: dict[str, str] = {}
    for document in every(options, console):
        if document.iri in first:
            console.double(shown(document.source), shown(first[document.iri]))
        else:
            first[document.iri] = document.source
            yield document
