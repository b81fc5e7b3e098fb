"""Codings by people as a graph, of the same shape as that of articles that were read, beside which it can lie.

Each coder is the agent of a run of its own (PROV-O), and has nodes of its own for what it coded: a position that the
program found too is not the same statement. Issues, actors and articles are the same for all.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
from rdflib import RDF, RDFS, Dataset

from kg.alike.independence import independence
from kg.assemble import Run, assemble
from kg.assemble.terms import hashed, slug
from kg.corpus import place_of
from kg.each import OnError
from kg.errors import InputError, fail
from kg.exchange.articles import by_article
from kg.exchange.linking import linker
from kg.exchange.reader import codings
from kg.exchange.values import Held
from kg.model import Extraction
from kg.namespaces import CODER, CODING, DOCUMENT, POS, PROV
from kg.output import shown
from kg.provenance import vocabulary_hash
from kg.store import Store, recount
from kg.store.catalogue import Catalogue, Entry
from kg.store.local import placed
from kg.store.terms import fill, quads_of
from kg.version import package_version


@dataclass(frozen=True)
class Coded:
    """What a file of codings says, and the name of its graph, which comes from what it says."""

    graph: str
    triples: frozenset[ox.Triple]
    positions: int


def coded(path: str | Path, *, coder: str = "", actors: tuple[Path, ...] = (), on_error: OnError = fail) -> Coded:
    """The graph of a file of codings; `coder` is who coded what names nobody.

    Raises `InputError` for a file that cannot be read or says nothing; a coding that is wrong goes to `on_error`.
    """
    found = list(codings(path, coder=coder, on_error=on_error))
    if not found:
        raise InputError("no coding could be read; nothing is made of it.", shown(path))
    said = frozenset(triples(found, str(path), actors))
    positions = sum(one.predicate.value == str(POS.holder) for one in said)
    return Coded(graph_name(said), said, positions)


def keep(found: Mapping[Path, Coded], store: Store) -> None:
    """Put the graphs of files into a store, each in place of what its file said before. Raises `StoreError`."""
    catalogue = Catalogue(store)
    for path, one in found.items():
        entry = Entry(one.graph, hashed("coded", package_version()))
        catalogue.put(place_of(str(path)), entry, {one.graph: sorted(one.triples, key=str)})
    recount(store)


def triples(found: Iterable[Held], source: str, actors: tuple[Path, ...] = ()) -> set[ox.Triple]:
    """Everything that the codings of a file say. Raises `InputError` for places that no article has."""
    link, words = linker(actors), vocabulary_hash(actors)
    by_coder = defaultdict[str, list[Extraction]](list)
    for document, placed_there in by_article(found, source):
        of = defaultdict[str, list[Held]](list)
        for held in placed_there:
            of[held.coder].append(held)
        for coder, own in of.items():
            positions = tuple(link.position(held, document) for held in own)
            by_coder[coder].append(Extraction(document, positions))
    said = set[ox.Triple]()
    for coder, extractions in by_coder.items():
        run = Run(package_version(), f"coded by {coder}", words)
        dataset = assemble(extractions, link.vocabulary, run, broader=link.issues.broader)
        said.update(apart(one.triple, coder) for one in quads_of(dataset))
        said.update(coding(run, coder))
    return said


def dataset(graphs: Mapping[str, Iterable[ox.Triple]]) -> Dataset:
    """The graphs of files, with the numbers of their sources."""
    made = Dataset(default_union=True)
    fill(made, placed(graphs))
    fill(made, independence(made))
    return made


def graph_name(said: Iterable[ox.Triple]) -> str:
    """By what it says: the same codings are the same graph."""
    return str(CODING[hashed(*sorted(map(str, said)), length=24)])


def coding(run: Run, coder: str) -> Iterator[ox.Triple]:
    node, agent = ox.NamedNode(run.iri), ox.NamedNode(coder_iri(coder))
    rdf_type = ox.NamedNode(str(RDF.type))
    yield ox.Triple(node, rdf_type, ox.NamedNode(str(POS.Coding)))
    yield ox.Triple(node, ox.NamedNode(str(PROV.wasAssociatedWith)), agent)
    yield ox.Triple(agent, rdf_type, ox.NamedNode(str(PROV.Agent)))
    yield ox.Triple(agent, ox.NamedNode(str(RDFS.label)), ox.Literal(coder))


def coder_iri(coder: str) -> str:
    return str(CODER["-".join(filter(None, (slug(coder), hashed(coder, length=8))))])


def apart(triple: ox.Triple, coder: str) -> ox.Triple:
    """With the coder's own nodes below the article."""
    mark = hashed(coder, length=8)
    return ox.Triple(own(triple.subject, mark), triple.predicate, own(triple.object, mark))


def own(term: object, mark: str) -> ox.NamedNode:
    """Terms that are no nodes below an article stay as they are."""
    if isinstance(term, ox.NamedNode):
        article, below, name = term.value.partition("#")
        if below and article.startswith(DOCUMENT):
            return ox.NamedNode(f"{article}#c-{mark}-{name}")
    return term  # type: ignore[return-value]  # a triple has nothing else than terms
