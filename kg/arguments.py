"""The arguments of `kg`: their names, their help, and what is wrong usage."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from math import nan
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from kg.model import DOUBTFUL
from kg.output import shown
from kg.plot import KINDS
from kg.read import LANGUAGES, address, columns, day, line
from kg.serve.settings import Settings
from kg.store.formats import SUFFIXES, format_of
from kg.view import languages

T = TypeVar("T")
PATHS = (
    "text (.txt, .md), web page (.html), feed (.rss, .atom, .xml), .pdf, e-mail (.eml), folder of such files, "
    "table of articles (.jsonl, .csv, .tsv, .parquet), web archive (.warc, .wet), "
    "or web address of a page, a feed or a PDF"
)
DAY = 86400  # seconds; a query that takes longer is a mistake
GRAPH = f"file ({SUFFIXES}) or folder of a store"
ANYWHERE = f"{GRAPH}, or address of a SPARQL endpoint"


def parser() -> ArgumentParser:
    top = ArgumentParser(
        prog="kg", description="From news articles to an RDF graph of who holds what position.", allow_abbrev=False
    )
    top.add_argument("--version", action="version", version=f"kg {version()}")
    commands = top.add_subparsers(title="commands", dest="command", metavar="COMMAND", required=True)

    def command(name: str, summary: str) -> ArgumentParser:
        return commands.add_parser(name, help=summary, description=summary, allow_abbrev=False)

    building = command("build", "Articles → graph, in the format of the output's suffix.")
    reading(building)
    weighing(building)
    into = building.add_mutually_exclusive_group(required=True)
    into.add_argument("-o", "--output", type=argument(graph_file), metavar="GRAPH", help=f"file to write ({SUFFIXES})")
    into.add_argument(
        "--store", type=Path, metavar="FOLDER", help="store to add to; what it knows already is not read again"
    )
    into.add_argument("--partitions", type=Path, metavar="FOLDER", help="folder for files that kg load takes")
    building.add_argument(
        "--failures", type=Path, metavar="FILE.jsonl", help="write what failed and why into it, as it goes"
    )
    building.add_argument(
        "--jobs",
        type=argument(positive),
        default=1,
        metavar="N",
        help="processes that read, with --store or --partitions (default 1)",
    )
    building.add_argument(
        "--timeout",
        type=argument(positive),
        metavar="SECONDS",
        help="with --store or --partitions: leave out what takes longer (default 600 with several processes)",
    )
    building.add_argument(
        "--ray", action="store_true", help="with --partitions: the processes run on a Ray cluster (extra ray)"
    )
    building.add_argument("--check", action="store_true", help="check the graph against ontologies/shapes.ttl")
    building.add_argument("--full-text", action="store_true", help="put the articles' whole text into the graph")

    loading = command("load", "Files of kg build --partitions → store, all at once.")
    loading.add_argument("store", type=Path, metavar="STORE", help="folder of a store, or a new one")
    loading.add_argument("files", type=Path, nargs="+", metavar="FILE.nq", help="file of graphs")

    retracting = command("retract", "Articles out of a store, with everything that only they say.")
    retracting.add_argument("store", type=Path, metavar="STORE", help="folder of a store")
    retracting.add_argument("origins", nargs="+", metavar="ORIGIN", help="path, web address or IRI of an article")

    extracting = command("extract", "Articles → positions, one JSON object a line.")
    reading(extracting)
    weighing(extracting)
    writing_lines(extracting)

    quoting = command("quotes", "Articles → quotations, direct and indirect, one JSON object a line.")
    reading(quoting)
    writing_lines(quoting)

    querying = command("query", "Graph → answer to a SPARQL query, your own or a stored one.")
    querying.add_argument("graph", metavar="GRAPH", help=ANYWHERE)
    asked = querying.add_mutually_exclusive_group(required=True)
    asked.add_argument("query", nargs="?", metavar="QUERY", help="SPARQL text")
    asked.add_argument("--name", help="a stored query, such as who-holds-what; a wrong name is answered with all")
    querying.add_argument(
        "--set", type=setting, action="append", default=[], metavar="KEY=VALUE", help="what a stored query asks for"
    )
    querying.add_argument("--format", choices=("table", "csv", "json", "turtle"), default="table")
    in_language(querying)

    naming = command("actors", "Graph → its actors: names, kind, positions, and the articles that mention them.")
    naming.add_argument("graph", metavar="GRAPH", help=ANYWHERE)
    naming.add_argument("--format", choices=("table", "csv", "json"), default="table")
    in_language(naming)

    listing = command("issues", "Graph → its issues: positions, holders, and labels in German and English.")
    listing.add_argument("graph", metavar="GRAPH", help=ANYWHERE)
    listing.add_argument("--broader", action="store_true", help="with the issues above them, and what is below each")
    listing.add_argument("--format", choices=("table", "csv", "json"), default="table")

    viewing = command("view", "Graph → one HTML page that needs no network.")
    viewing.add_argument("graph", type=Path, metavar="GRAPH", help=GRAPH)
    viewing.add_argument(
        "-o", "--output", type=argument(page_file), required=True, metavar="PAGE", help="file to write (.html)"
    )
    viewing.add_argument("--title", type=line, default="", help="what the page is headed with")
    viewing.add_argument(
        "--language", choices=languages(), default="de", help="of the page and its labels (default de)"
    )

    plotting = command("plot", "Graph → a picture for a paper: matrix, timeline or network.")
    plotting.add_argument("graph", type=Path, metavar="GRAPH", help=GRAPH)
    plotting.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="an .svg, .pdf or .png")
    plotting.add_argument("--what", choices=KINDS, default="matrix", help="(default matrix)")
    plotting.add_argument("--most", type=positive, default=20, metavar="N", help="actors and issues shown (default 20)")
    plotting.add_argument("--language", choices=languages(), default="de", help="of the labels (default de)")

    serving(command("serve", "Graph, as it is now → SPARQL 1.1 endpoint and a page that lists what there is."))

    explaining = command("explain", "Articles → every sentence: what was found, by which rule, what was not, and why.")
    reading(explaining)
    weighing(explaining)

    scoring = command("score", "Positions against those that people annotated: precision, recall, F1.")
    scoring.add_argument("gold", type=Path, metavar="GOLD", help="folder of annotated documents (*.json)")
    scoring.add_argument("predictions", type=Path, metavar="PREDICTIONS", help="output of kg extract --jsonl")
    scoring.add_argument("--errors", action="store_true", help="list what was missed and what is wrong")
    scoring.add_argument("--json", action="store_true", help="print JSON instead of tables")
    return top


def in_language(command: ArgumentParser) -> None:
    command.add_argument("--language", choices=languages(), default="de", help="of the names in it (default de)")


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


def serving(command: ArgumentParser) -> None:
    default = Settings()
    command.add_argument("graph", type=Path, metavar="GRAPH", help=GRAPH)
    command.add_argument("--host", default=default.host, help=f"address to listen at (default {default.host})")
    command.add_argument(
        "--port", type=argument(port), default=default.port, help=f"(default {default.port}; 0 takes any that is free)"
    )
    command.add_argument(
        "--timeout",
        type=argument(seconds),
        default=default.seconds,
        dest="seconds",
        metavar="SECONDS",
        help=f"after which a query is ended (default {default.seconds:g})",
    )
    command.add_argument(
        "--workers",
        type=argument(positive),
        default=default.workers,
        metavar="N",
        help=f"queries at a time (default {default.workers})",
    )
    command.add_argument("--cors", type=argument(origin), metavar="ORIGIN", help="let its pages ask; * for all pages")
    command.add_argument("--writable", action="store_true", help="take PUT and DELETE of graphs at /store")


def writing_lines(command: ArgumentParser) -> None:
    command.add_argument("--jsonl", action="store_true", help="JSON Lines, the only format so far")
    command.add_argument("-o", "--output", type=Path, metavar="FILE", help="file to write instead of stdout")


def argument(value_of: Callable[[str], T]) -> Callable[[str], T]:
    """A value's own words for what is wrong with it, as argparse shows them."""

    def parsed(text: str) -> T:
        try:
            return value_of(text)
        except ValueError as error:
            raise ArgumentTypeError(str(error)) from None

    return parsed


def graph_file(text: str) -> Path:
    if not format_of(Path(text), None):
        raise ValueError(f"{shown(text)} is no format of graphs; name the file with one of {SUFFIXES}")
    return Path(text)


def page_file(text: str) -> Path:
    """A name without a suffix may be that of a device."""
    if Path(text).suffix.lower() not in ("", ".html", ".htm"):
        raise ValueError(f"{shown(text)} is no name of a page; let it end in .html")
    return Path(text)


def probability(text: str) -> float:
    if not 0 <= decimal(text) <= 1:
        raise ValueError(f"{text} is not a number from 0 to 1")
    return float(text)


def decimal(text: str) -> float:
    """What is none is `nan`, which lies between no two numbers."""
    try:
        return float(text)
    except ValueError:
        return nan


def positive(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise ValueError(f"{text} is not a number from 1 on")
    return int(text)


def port(text: str) -> int:
    if not text.isdigit() or int(text) > 65535:
        raise ValueError(f"{text} is not a number from 0 to 65535")
    return int(text)


def seconds(text: str) -> float:
    if not 0 < decimal(text) <= DAY:
        raise ValueError(f"{text} is not a number of seconds up to {DAY}")
    return float(text)


def origin(text: str) -> str:
    """As a browser writes it in `Origin`: no path, not even a slash."""
    parts = urlsplit(text)
    if text != "*" and not (parts.netloc and text == f"{parts.scheme}://{parts.netloc}"):
        raise ValueError(f"{shown(text)} is no origin; write it like https://example.org, or *")
    return text


def setting(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not key or not equals:
        raise ArgumentTypeError(f"{text!r} is not of the form KEY=VALUE")
    return key, value


def version() -> str:
    from importlib import metadata

    try:
        return metadata.version("diplokg")
    except metadata.PackageNotFoundError:
        return "(not installed)"
