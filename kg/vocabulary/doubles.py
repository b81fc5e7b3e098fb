"""Entries that are defined in two places, which would be merged without a word."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pyoxigraph as ox

from kg.vocabulary.graph import LEMMA, PREFERRED, Graph, Term, key


def doubles(graph: Graph, shipped: Path) -> Iterator[str]:
    """One sentence for each, with its files.

    A file of the user's own may say more of what is shipped. So only within the folder that is shipped an entry has one
    place, and one preferred label a language; but one lemma is all that a cue has, wherever it stands.
    """
    places: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    paths = {path for *_, path in graph.defining}
    ours = {path: path.relative_to(shipped) for path in paths if path.is_relative_to(shipped)}
    for subject, predicate, found, path in graph.defining:
        if path in ours or predicate == LEMMA:
            places[subject][said(predicate, found)].append(str(ours.get(path, path)))
    for subject, whats in places.items():
        if double := {what: found for what, found in whats.items() if len(found) > 1}:
            files = dict.fromkeys(chain.from_iterable(double.values()))
            yield f"{subject}: {', '.join(double)} stands more than once ({', '.join(files)}); keep one."


def said(predicate: str, found: Term) -> str:
    """What it is that is to be said once."""
    if predicate == LEMMA:
        return "pos:lemma"
    if predicate == PREFERRED and isinstance(found, ox.Literal):
        return f"skos:prefLabel in {found.language or 'no language'}"
    return f"a {key(found).replace('#', '/').rpartition('/')[2]}"
