"""What a page shows, read from a dataset into plain values."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from urllib.parse import urlsplit

from rdflib import RDF, SKOS, Dataset, Literal, URIRef
from rdflib.term import Node

from kg.namespaces import OA, POS, PROV, SCHEMA
from kg.view.palette import COLOURS, Stance
from kg.view.values import Article, Entry, Sentence, Shown, Topic

KINDS = ("State", "Organisation", "Person", "Medium", "Group", "Place", "Issue")


class Contents:
    """The positions of a dataset, all its named graphs together, with what they mention; `language` of the labels."""

    def __init__(self, dataset: Dataset, language: str) -> None:
        # A second view on the same store: it sees every named graph, and the caller's dataset stays as it is.
        self._graph = Dataset(store=dataset.store, default_union=True)
        self._language = language

    @cached_property
    def positions(self) -> list[Shown]:
        """Newest first, undated ones last; a node without holder, stance or target is none."""
        nodes = sorted(set(self._graph.subjects(RDF.type, POS.Position)), key=str)
        read = [self._position(node) for node in nodes]
        whole = [one for one in read if one.holder and one.stance and one.target]
        return sorted(whole, key=lambda one: one.date, reverse=True)

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """Holders, sides and issues by IRI, in the order of the IRIs."""
        iris = {iri for one in self.positions for iri in (one.holder, one.side, one.target) if iri}
        return {iri: self._entry(URIRef(iri)) for iri in sorted(iris)}

    @cached_property
    def articles(self) -> dict[str, Article]:
        return {
            iri: self._article(URIRef(iri)) for iri in sorted({one.article for one in self.positions if one.article})
        }

    @cached_property
    def topics(self) -> list[Topic]:
        """The broader issues of two issues or more, those of most first."""
        found = defaultdict[str, set[str]](set)
        for target in sorted({one.target for one in self.positions}):
            for wide in self._graph.transitive_objects(URIRef(target), SKOS.broader):
                found[str(wide)].add(target)
        topics = [Topic(iri, self._label(URIRef(iri)), tuple(sorted(members))) for iri, members in found.items()]
        return sorted(
            (one for one in topics if len(one.members) > 1), key=lambda one: (-len(one.members), one.label, one.iri)
        )

    @cached_property
    def stances(self) -> list[Stance]:
        """Those that occur; one whose polarity the graph does not tell is neither for nor against."""
        return [self._stance(POS[name]) for name in sorted({one.stance for one in self.positions})]

    def _stance(self, node: URIRef) -> Stance:
        polarity = local(self._text(node, POS.polarity))
        return Stance(local(node), self._label(node), polarity if polarity in COLOURS else "neither")

    def _position(self, node: Node) -> Shown:
        return Shown(
            iri=str(node),
            holder=self._text(node, POS.holder),
            side=self._text(node, POS.onBehalfOf),
            stance=local(self._text(node, POS.stance)),
            target=self._text(node, POS.target),
            mode=local(self._text(node, POS.mode)),
            factuality=local(self._text(node, POS.factuality)),
            date=self._text(node, POS.expressedOn),
            evidence=self._evidence(node),
            via=tuple(self._chain(node)),
            condition=" · ".join(text for text, _ in self._quotes(node, POS.condition)),
            confidence=share(self._text(node, POS.confidence)),
            article=self._text(node, PROV.wasDerivedFrom),
        )

    def _chain(self, node: Node) -> Iterator[tuple[str, str]]:
        for hop in self._graph.items(self._one(node, POS.attribution) or RDF.nil):
            party = self._one(hop, POS.party)
            yield self._label(party) if party else "", " · ".join(text for text, _ in self._quotes(hop, POS.cue))

    def _evidence(self, node: Node) -> tuple[Sentence, ...]:
        """Every sentence that tells the position, in the order of the article, its cues marked."""
        cues = self._quotes(node, POS.cue)
        return tuple(
            cut(text, [(word, at - start) for word, at in cues]) for text, start in self._quotes(node, POS.evidence)
        )

    def _quotes(self, node: Node, name: URIRef) -> list[tuple[str, int]]:
        """The exact words of the passages and where each starts in the article, in that order."""
        return sorted(
            {self._quote(one) for one in self._graph.objects(node, name)}, key=lambda quote: (quote[1], quote[0])
        )

    def _quote(self, node: Node) -> tuple[str, int]:
        if isinstance(node, Literal):
            return str(node), 0
        selectors = sorted(self._graph.objects(node, OA.hasSelector), key=str)
        exact = [text for one in selectors if (text := self._text(one, OA.exact))]
        start = [int(text) for one in selectors if (text := self._text(one, OA.start)).isdecimal()]
        return (exact or [""])[0], (start or [0])[0]

    def _entry(self, node: URIRef) -> Entry:
        types = set(self._graph.objects(node, RDF.type))
        kind = next((name.lower() for name in KINDS if POS[name] in types), "unknown")
        names = {str(o) for name in (SKOS.prefLabel, SKOS.altLabel) for o in self._graph.objects(node, name)}
        return Entry(str(node), kind, self._label(node), tuple(sorted(names)))

    def _article(self, node: URIRef) -> Article:
        headline, name, publisher, date, url = (
            self._text(node, SCHEMA[part]) for part in ("headline", "identifier", "publisher", "datePublished", "url")
        )
        return Article(headline or name, publisher, date, url, url if is_web(url) else "")

    def _label(self, node: Node) -> str:
        """The preferred label in the page's language, else in none, else in any; without one the IRI's last part."""
        found = [o for o in self._graph.objects(node, SKOS.prefLabel) if isinstance(o, Literal)]
        order = {self._language: 0, None: 1}
        best = min(found, key=lambda o: (order.get(o.language, 2), str(o.language), str(o)), default=None)
        return str(best) if best else local(str(node))

    def _one(self, node: Node, name: URIRef) -> Node | None:
        """The object; of several the first in the order of their texts, so that two runs agree."""
        return min(self._graph.objects(node, name), key=str, default=None)

    def _text(self, node: Node, name: URIRef) -> str:
        found = self._one(node, name)
        return "" if found is None else str(found)


def cut(sentence: str, cues: list[tuple[str, int]]) -> Sentence:
    """The sentence in pieces; `cues` are words with their place in it, and count where they really stand there."""
    pieces: list[tuple[str, bool]] = []
    done = 0
    for word, at in cues:
        if word and at >= done and sentence.startswith(word, at):
            pieces += [(sentence[done:at], False), (word, True)]
            done = at + len(word)
    return tuple(piece for piece in [*pieces, (sentence[done:], False)] if piece[0])


def share(text: str) -> float | None:
    """A number from 0 to 1; None for what is none (NaN would not survive in JSON)."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if 0 <= number <= 1 else None


def is_web(url: str) -> bool:
    """Whether a click on it opens a web page and nothing else: `javascript:` and the like are not."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def local(iri: str) -> str:
    """The part of an IRI after the last `#` or `/`."""
    return iri.replace("#", "/").rsplit("/", 1)[-1]
