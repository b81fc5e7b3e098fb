"""Commands of QuickStatements (V1, https://www.wikidata.org/wiki/Help:QuickStatements) for what Wikidata takes.

That is little. Wikidata has no property for a stance on an issue, nor items for the issues, and what a newspaper says
that somebody wants is no statement on a person there: no position is exported. What an article says in passing is that
somebody was head of state (P35) or of government (P6) of a state. This is exported with the day of the article as
`point in time` (P585) and with the article as reference (`reference URL` P854, `publication date` P577), if

- state and person have an entry in Wikidata that the authority knows (`skos:exactMatch`),
- the article's own words name the person in the office, and the authority has added neither,
- the article has an address on the web and a date.

The authority that is shipped has entries for states and organisations; those of people come with `--actors`. Where
Wikidata has the statement already, QuickStatements adds what is missing. A person looks at each before it is sent.
"""

import re
from collections.abc import Iterator
from urllib.parse import quote

import pyoxigraph as ox
from rdflib import RDF

from kg.address import address_of
from kg.exchange.reading import Reader, name
from kg.exchange.values import Article, Named
from kg.namespaces import POS, PROV
from kg.store import Store

OFFICES = {str(POS.headOfStateOf): "P35", str(POS.headOfGovernmentOf): "P6"}  # from the state to the person
POINT_IN_TIME, REFERENCE_URL, PUBLICATION_DATE = "P585", "S854", "S577"
ENTITY = re.compile(r"https?://www\.wikidata\.org/entity/(Q[1-9][0-9]{0,11})")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
TO_DAY = 11  # the precision of a date


def commands(store: Store, language: str) -> Iterator[bytes]:
    """A command a line, each once, sorted."""
    reader = Reader(store, language)
    found = store.triples(None, name(RDF.type), name(RDF.Statement))
    nodes = {one.subject for one in found if isinstance(one.subject, ox.NamedNode)}
    said = {line for node in nodes if (line := command(node, reader))}
    yield from (f"{line}\n".encode() for line in sorted(said))


def command(node: ox.NamedNode, reader: Reader) -> str | None:
    office = OFFICES.get(reader.node(node, RDF.predicate))
    person, state = (reader.named(reader.node(node, part)) for part in (RDF.subject, RDF.object))
    article = reader.article(reader.node(node, PROV.wasDerivedFrom))
    url = web(article)
    kinds = (person.kind, state.kind) == ("person", "state")
    if not (office and kinds and url and DAY.fullmatch(article.published) and stands(person, node, reader)):
        return None
    items = entity(state), entity(person)
    day = f"+{article.published}T00:00:00Z/{TO_DAY}"
    cells = (items[0], office, items[1], POINT_IN_TIME, day, REFERENCE_URL, f'"{url}"', PUBLICATION_DATE, day)
    return "\t".join(map(str, cells)) if all(items) else None


def entity(one: Named) -> str | None:
    """The item of Wikidata; none where the authority knows several."""
    found = {match[1] for iri in one.matches if (match := ENTITY.fullmatch(iri))}
    return found.pop() if len(found) == 1 else None


def stands(person: Named, node: ox.NamedNode, reader: Reader) -> bool:
    """Whether the words of the article name the person: by the last word of a name of theirs."""
    words = " ".join(selection.exact for selection in reader.selections(node, POS.evidence))
    return any(re.search(rf"\b{re.escape(label.split()[-1])}", words) for _, label in person.labels if label.split())


def web(article: Article) -> str | None:
    """The address, with nothing in it that ends a string or a command."""
    address = address_of(article.url)
    return quote(address, safe="%:/?#[]@!$&'()*+,;=~-._") if address else None
