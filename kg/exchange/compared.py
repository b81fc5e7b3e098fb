"""What is to be compared: the positions of a graph, or of a file of codings."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from kg.each import OnError
from kg.exchange.reader import DATABASES, TABLES
from kg.exchange.reading import positions
from kg.exchange.values import Held
from kg.namespaces import DECISION
from kg.store import in_memory, open_store
from kg.store.formats import format_of
from kg.store.local import is_store
from kg.store.terms import quads_of


def is_comparable(path: Path) -> bool:
    """Whether it is a graph or a file of codings, and no folder of annotated documents."""
    suffixes = (*TABLES, *DATABASES)
    return is_store(path) or (not path.is_dir() and bool(format_of(path, None) or path.suffix.lower() in suffixes))


def compared(path: Path, on_error: OnError, language: str = "de") -> Sequence[Held]:
    """Codings are linked to actors and issues as `kg import` links them. Raises `InputError`.

    What a decision put right is nobody's coding: who decides sees what was found, and coders must not see each other's
    work (Krippendorff, Content Analysis, 4th ed. 2018, chapter 12).
    """
    if path.suffix.lower() not in (*TABLES, *DATABASES):
        with closing(open_store(path)) as graph:
            return [one for one in positions(graph, language) if not one.run.startswith(DECISION)]
    from kg.exchange.coded import coded, dataset

    found = coded(path, on_error=on_error)
    return list(positions(in_memory(quads_of(dataset({found.graph: found.triples}))), language))
