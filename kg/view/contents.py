"""What a page shows, read from a graph into plain values."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from urllib.parse import urlsplit

import pyoxigraph as ox
from rdflib import RDF, SKOS, URIRef

from kg.namespaces import OA, POS, PROV, SCHEMA
from kg.query.ask import Graph, opened
from kg.store.literals import share
from kg.store.terms import Term
from kg.view.facts import Facts, named
from kg.view.palette import COLOURS, Stance
from kg.view.sentence import cut
from kg.view.values import Article, Entry, Sentence, Shown, Topic
from kg.vocabulary.load import local

KINDS = ("State", "Organisation", "Person", "Medium", "Group", "Place", "Issue")


class Contents:
    """The positions of a graph, all its named graphs together, with what they mention; `language` of the labels.

    `only` (IRIs) are those to show: then nothing else of the store is read, however large it is.
    """

    def __init__(self, graph: Graph, language: str, only: Iterable[str] | None = None) -> None:
        self._facts = Facts(opened(graph), language)
        self._only = None if only is None else sorted(set(only))

    @cached_property
    def positions(self) -> list[Shown]:
        """Newest first, undated ones last; a node without holder, stance or target is none."""
        read = [self._position(node) for node in self._nodes()]
        whole = [one for one in read if one.holder and one.stance and one.target]
        return sorted(whole, key=lambda one: one.date, reverse=True)

    def _nodes(self) -> Sequence[Term]:
        if self._only is None:
            return self._facts.subjects(RDF.type, POS.Position)
        return [node for node in map(named, self._only) if self._is_position(node)]

    def _is_position(self, node: Term) -> bool:
        return any(kind.value == str(POS.Position) for kind in self._facts.all(node, RDF.type))

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """Holders, sides and issues by IRI, in the order of the IRIs."""
        iris = {iri for one in self.positions for iri in (one.holder, one.side, one.target) if iri}
        return {iri: self._entry(named(iri)) for iri in sorted(iris)}

    @cached_property
    def articles(self) -> dict[str, Article]:
        return {
            iri: self._article(named(iri)) for iri in sorted({one.article for one in self.positions if one.article})
        }

    @cached_property
    def topics(self) -> list[Topic]:
        """The broader issues of two issues or more, those of most first."""
        found = defaultdict[Term, set[str]](set)
        for target in sorted({one.target for one in self.positions}):
            for wide in self._facts.reached(named(target), SKOS.broader):
                found[wide].add(target)
        topics = [Topic(wide.value, self._facts.label(wide), tuple(sorted(members))) for wide, members in found.items()]
        return sorted(
            (one for one in topics if len(one.members) > 1), key=lambda one: (-len(one.members), one.label, one.iri)
        )

    @cached_property
    def stances(self) -> list[Stance]:
        """Those that occur; one whose polarity the graph does not tell is neither for nor against."""
        return [self._stance(POS[name]) for name in sorted({one.stance for one in self.positions})]

    def _stance(self, iri: URIRef) -> Stance:
        node = named(iri)
        polarity = local(self._facts.text(node, POS.polarity))
        return Stance(local(iri), self._facts.label(node), polarity if polarity in COLOURS else "neither")

    def _position(self, node: Term) -> Shown:
        text = self._facts.text
        return Shown(
            iri=node.value,
            holder=text(node, POS.holder),
            side=text(node, POS.onBehalfOf),
            stance=local(text(node, POS.stance)),
            target=text(node, POS.target),
            mode=local(text(node, POS.mode)),
            factuality=local(text(node, POS.factuality)),
            date=text(node, POS.expressedOn),
            evidence=self._evidence(node),
            via=tuple(self._chain(node)),
            condition=" · ".join(words for words, _ in self._quotes(node, POS.condition)),
            confidence=share(text(node, POS.confidence)),
            article=text(node, PROV.wasDerivedFrom),
        )

    def _chain(self, node: Term) -> Iterator[tuple[str, str]]:
        for hop in self._facts.items(self._facts.one(node, POS.attribution)):
            party = self._facts.one(hop, POS.party)
            cue = " · ".join(words for words, _ in self._quotes(hop, POS.cue))
            yield self._facts.label(party) if party else "", cue

    def _evidence(self, node: Term) -> tuple[Sentence, ...]:
        """Every sentence that tells the position, in the order of the article, its cues and quoted words marked."""
        cues, direct = self._quotes(node, POS.cue), local(self._facts.text(node, POS.mode)) == "direct"
        return tuple(
            cut(text, [(word, at - start) for word, at in cues], within=direct)
            for text, start in self._quotes(node, POS.evidence)
        )

    def _quotes(self, node: Term, name: URIRef) -> list[tuple[str, int]]:
        """The exact words of the passages and where each starts in the article, in that order."""
        return sorted({self._quote(one) for one in self._facts.all(node, name)}, key=lambda quote: (quote[1], quote[0]))

    def _quote(self, node: Term) -> tuple[str, int]:
        if isinstance(node, ox.Literal):
            return node.value, 0
        selectors = self._facts.all(node, OA.hasSelector)
        exact = [text for one in selectors if (text := self._facts.text(one, OA.exact))]
        start = [int(text) for one in selectors if (text := self._facts.text(one, OA.start)).isdecimal()]
        return (exact or [""])[0], (start or [0])[0]

    def _entry(self, node: Term) -> Entry:
        types = {one.value for one in self._facts.all(node, RDF.type)}
        kind = next((name.lower() for name in KINDS if str(POS[name]) in types), "unknown")
        names = {one.value for name in (SKOS.prefLabel, SKOS.altLabel) for one in self._facts.all(node, name)}
        return Entry(node.value, kind, self._facts.label(node), tuple(sorted(names)))

    def _article(self, node: Term) -> Article:
        headline, name, publisher, date, url = (
            self._facts.text(node, SCHEMA[part])
            for part in ("headline", "identifier", "publisher", "datePublished", "url")
        )
        return Article(headline or name, publisher, date, url, url if is_web(url) else "")


def is_web(url: str) -> bool:
    """Whether a click on it opens a web page and nothing else: `javascript:` and the like are not."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
