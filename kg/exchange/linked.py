"""Positions as JSON-LD 1.1 with a compact context: keys that a person reads; who expands it has the graph's triples.

`kg build -o graph.jsonld` writes everything that a graph says, in expanded form; this is what it says of positions.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from rdflib import RDFS, SKOS, XSD

from kg.exchange.reading import positions
from kg.exchange.values import Article, Held, Named, Selection
from kg.namespaces import OA, POS, PROV, SCHEMA
from kg.store import Store

Node = dict[str, Any]


def link(name: str) -> Node:
    return {"@id": name, "@type": "@id"}


def typed(name: str, datatype: str) -> Node:
    return {"@id": name, "@type": f"xsd:{datatype}"}


CONTEXT: Node = {
    "@version": 1.1,
    "@vocab": str(POS),
    "oa": str(OA),
    "prov": str(PROV),
    "rdfs": str(RDFS),
    "schema": str(SCHEMA),
    "skos": str(SKOS),
    "xsd": str(XSD),
    "id": "@id",
    "type": "@type",
    "label": {"@id": "skos:prefLabel", "@container": "@language"},
    "sameAs": link("skos:exactMatch"),
    "holder": link("holder"),
    "side": link("onBehalfOf"),
    "target": link("target"),
    **{key: {"@id": key, "@type": "@vocab"} for key in ("stance", "mode", "factuality")},
    "date": typed("expressedOn", "date"),
    "confidence": typed("confidence", "decimal"),
    "sources": typed("independentSources", "integer"),
    "via": {"@id": "attribution", "@container": "@list"},
    "party": link("party"),
    "rule": {"@id": "rule", "@container": "@list"},
    "article": link("prov:wasDerivedFrom"),
    "run": link("prov:wasGeneratedBy"),
    "source": link("oa:hasSource"),
    "selector": "oa:hasSelector",
    **{key: f"oa:{key}" for key in ("SpecificResource", "TextQuoteSelector", "TextPositionSelector")},
    **{key: f"oa:{key}" for key in ("exact", "prefix", "suffix")},
    **{key: typed(f"oa:{key}", "integer") for key in ("start", "end")},
    "NewsArticle": "schema:NewsArticle",
    "headline": "schema:headline",
    "identifier": "schema:identifier",
    "published": typed("schema:datePublished", "date"),
    "publisher": "schema:publisher",
    "url": typed("schema:url", "anyURI"),
    "language": "schema:inLanguage",
}


def jsonld(store: Store, language: str) -> Iterator[bytes]:
    """One object a line: the positions, then what they name, each once, in the order of the IRIs."""
    context = json.dumps(CONTEXT, ensure_ascii=False)
    yield f'{{"@context": {context},\n"@graph": ['.encode()
    for number, node in enumerate(nodes(store, language)):
        text = json.dumps(node, ensure_ascii=False)
        yield f"{',' if number else ''}\n{text}".encode("utf-8", "replace")
    yield b"\n]}\n"


def nodes(store: Store, language: str) -> Iterator[Node]:
    named: dict[str, Named] = {}
    articles: dict[str, Article] = {}
    for held in positions(store, language):
        for one in (held.holder, held.target, *([held.side] if held.side else []), *held.via):
            named[one.iri] = one
        articles[held.article.iri] = held.article
        yield position(held)
    yield from (actor_or_issue(one) for _, one in sorted(named.items()) if one.iri)
    yield from (article(one) for _, one in sorted(articles.items()) if one.iri)


def filled(node: Node) -> Node:
    """Without what is unknown."""
    return {key: value for key, value in node.items() if value not in ("", None, [], {})}


def position(held: Held) -> Node:
    """Numbers are texts: JSON has no decimals (JSON-LD 1.1, 10.7)."""
    about: Node = {
        "id": held.iri,
        "type": "Position",
        "holder": held.holder.iri,
        "side": held.side.iri if held.side else "",
        "stance": held.stance,
        "target": held.target.iri,
        "mode": held.mode,
        "factuality": held.factuality,
        "date": held.date,
        "confidence": held.certainty,
        "sources": "" if held.sources is None else str(held.sources),
        "via": [{"type": "Hop", "party": one.iri} for one in held.via],
        "rule": list(held.rule),
        "article": held.article.iri,
        "run": held.run,
    }
    for key, selections in (("evidence", held.evidence), ("cue", held.cues), ("condition", held.conditions)):
        about[key] = [selected(one, held.article.iri) for one in selections]
    return filled(about)


def selected(selection: Selection, source: str) -> Node:
    return filled({"id": selection.iri, "type": "SpecificResource", "source": source, "selector": selectors(selection)})


def selectors(selection: Selection) -> list[Node]:
    """By words and by place (Web Annotation Data Model, 4.2.4 and 4.2.5)."""
    words = {"exact": selection.exact, "prefix": selection.prefix, "suffix": selection.suffix}
    place = {"start": str(selection.start), "end": str(selection.end)}
    return [{"type": "TextQuoteSelector", **words}, {"type": "TextPositionSelector", **place}]


def actor_or_issue(one: Named) -> Node:
    return filled(
        {
            "id": one.iri,
            "type": one.kind.capitalize(),
            "label": by_language(one.labels),
            "sameAs": list(one.matches),
        }
    )


def by_language(labels: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for language, text in labels:
        found.setdefault(language or "@none", []).append(text)
    return found


def article(one: Article) -> Node:
    return filled(
        {
            "id": one.iri,
            "type": "NewsArticle",
            "headline": {"@value": one.title, "@language": one.language} if one.title and one.language else one.title,
            "identifier": one.id,
            "published": one.published,
            "publisher": one.publisher,
            "url": one.url,
            "language": one.language,
            "sha256": one.sha256,
        }
    )
