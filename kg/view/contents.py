"""What a page shows, read from a dataset into plain values."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from rdflib import RDF, SKOS, Dataset, Literal, URIRef
from rdflib.term import Node

from kg.namespaces import OA, POS, PROV, SCHEMA

KINDS = ("State", "Organisation", "Person", "Medium", "Group", "Place", "Issue")


@dataclass(frozen=True)
class Entry:
    """An actor or an issue. `kind` is one of `KINDS` in lower case, or "unknown"."""

    iri: str
    kind: str
    label: str
    names: tuple[str, ...] = ()  # every label known, in any language: what the search looks through


@dataclass(frozen=True)
class Article:
    """Where a position was read. `url` is as the graph has it; `link` repeats it where it is safe to be clicked."""

    headline: str
    publisher: str
    date: str
    url: str
    link: str


@dataclass(frozen=True)
class Shown:
    """A position; actors and the issue by IRI. Unknown texts are empty."""

    iri: str
    holder: str
    side: str
    stance: str
    target: str
    mode: str
    factuality: str
    date: str
    sentence: tuple[str, str, str]  # before the cue, the cue, after it
    via: tuple[tuple[str, str], ...]  # (party, cue), nearest to the holder first
    condition: str
    confidence: float | None
    article: str


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
        return {iri: self._article(URIRef(iri)) for iri in sorted({one.article for one in self.positions if one.article})}

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
            sentence=self._sentence(self._one(node, POS.evidence), self._one(node, POS.cue)),
            via=tuple(self._chain(node)),
            condition=self._quote(self._one(node, POS.condition))[0],
            confidence=share(self._text(node, POS.confidence)),
            article=self._text(node, PROV.wasDerivedFrom),
        )

    def _chain(self, node: Node) -> Iterator[tuple[str, str]]:
        for hop in self._graph.items(self._one(node, POS.attribution) or RDF.nil):
            party = self._one(hop, POS.party)
            yield self._label(party) if party else "", self._quote(self._one(hop, POS.cue))[0]

    def _sentence(self, evidence: Node | None, cue: Node | None) -> tuple[str, str, str]:
        """The sentence cut at its cue; uncut where the cue does not stand in it."""
        (sentence, start), (word, at) = self._quote(evidence), self._quote(cue)
        cut = at - start
        if not (word and cut >= 0 and sentence[cut : cut + len(word)] == word):
            cut = sentence.find(word) if word else -1
        if cut < 0:
            return sentence, "", ""
        return sentence[:cut], word, sentence[cut + len(word) :]

    def _quote(self, node: Node | None) -> tuple[str, int]:
        """The exact words of a selection and where they start in the article (0 if unknown)."""
        if node is None or isinstance(node, Literal):
            return str(node or ""), 0
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
        headline, publisher, date, url = (
            self._text(node, SCHEMA[name]) for name in ("headline", "publisher", "datePublished", "url")
        )
        return Article(headline, publisher, date, url, url if is_web(url) else "")

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
