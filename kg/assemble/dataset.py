"""Extractions as an RDF dataset: one named graph a document, and everything that it mentions inside it."""

from collections.abc import Iterable, Iterator

from rdflib import SKOS, Dataset, URIRef

from kg.assemble.actors import actor_iri, party_triples, relation_triples
from kg.assemble.documents import document_triples
from kg.assemble.issues import Broader, broader_triples, issue_triples, stance_triples
from kg.assemble.positions import position_triples
from kg.assemble.run import Run, run_triples
from kg.assemble.selectors import Selectors
from kg.assemble.terms import Triple
from kg.assemble.unknown import settled
from kg.model import Extraction, Issue, Party
from kg.namespaces import PREFIXES, SCHEMA
from kg.vocabulary import Vocabulary


def top(_: Issue) -> tuple[Issue, ...]:
    """No issue is broader."""
    return ()


def assemble(
    extractions: Iterable[Extraction],
    vocabulary: Vocabulary,
    run: Run,
    *,
    broader: Broader = top,
    full_text: bool = False,
) -> Dataset:
    """The graph of all documents; queries see the union of the named graphs.

    Quotes are cut to 300 characters, so that the graph may be passed on; `full_text` keeps them whole and adds the
    articles' text (`schema:articleBody`). `broader` gives the issues with one facet less than an issue has, as
    `kg.link.issues.IssueLinker.broader` does. Actors, issues, topics, stances and the run are described in every graph
    that uses them: replacing one graph leaves nothing dangling.
    Raises `VocabularyError` for an actor, a topic or an issue whose name is no absolute IRI.
    """
    dataset = Dataset(default_union=True)
    for prefix, namespace in (PREFIXES | {"skos": SKOS}).items():
        dataset.bind(prefix, namespace)
    for extraction in (settled(each, vocabulary) for each in extractions):
        graph = dataset.graph(URIRef(extraction.document.iri))
        dataset.addN((*triple, graph) for triple in triples(extraction, vocabulary, run, broader, Selectors(full_text)))
    return dataset


def triples(
    extraction: Extraction, vocabulary: Vocabulary, run: Run, broader: Broader, selectors: Selectors
) -> Iterator[Triple]:
    """The named graph of one document; a triple may come more than once."""
    document = extraction.document
    yield from document_triples(document, full_text=selectors.full_text)
    yield from run_triples(run)
    yield from position_triples(extraction.positions, run, selectors)
    for party in parties(extraction):
        yield URIRef(document.iri), SCHEMA.mentions, actor_iri(party)
        yield from party_triples(party, vocabulary, document.language)
    targets = issues(extraction)
    for same in targets:
        yield from issue_triples(same, vocabulary, document.language)
    yield from broader_triples([same[0] for same in targets], broader)
    for stance in dict.fromkeys(position.stance for position in extraction.positions):
        yield from stance_triples(vocabulary.stances[stance])
    for relation in extraction.relations:
        yield from relation_triples(relation, selectors)


def parties(extraction: Extraction) -> list[Party]:
    """Every actor that the extraction names, each once."""
    found: list[Party | None] = [mention.party for mention in extraction.mentions]
    for position in extraction.positions:
        found += [position.holder, position.side, *(hop.party for hop in position.via)]
    for relation in extraction.relations:
        found += [relation.subject, relation.object]
    return list(dict.fromkeys(party for party in found if party is not None))


def issues(extraction: Extraction) -> list[list[Issue]]:
    """The issues of the positions, those of one IRI together."""
    found: dict[str, list[Issue]] = {}
    for position in extraction.positions:
        found.setdefault(position.target.iri, []).append(position.target)
    return list(found.values())
