"""Positions as Web Annotations (W3C Recommendation of 2017): the position is the body, the article the target.

An article with an address on the web is known by it, and its passages by their words alone, for our characters are
counted in its text and not in the page. One without is known by our IRI, and its passages by words and place.
"""

import json
from collections.abc import Iterator

from kg.address import address_of
from kg.exchange.linked import Node, filled
from kg.exchange.reading import positions
from kg.exchange.values import Article, Held, Selection
from kg.namespaces import BASE, POS, PROV, SOFTWARE
from kg.store import Store

ANNOTATION = "http://www.w3.org/ns/anno.jsonld"
COLLECTION = f"{BASE}annotations"
PAGE = f"{COLLECTION}/1"
OURS = {
    "pos": str(POS),
    "prov": str(PROV),
    **{key: {"@id": f"pos:{key}", "@type": "@id"} for key in ("holder", "stance", "mode", "factuality")},
    "side": {"@id": "pos:onBehalfOf", "@type": "@id"},
    "issue": {"@id": "pos:target", "@type": "@id"},
    "date": {"@id": "pos:expressedOn", "@type": "xsd:date"},
    "confidence": {"@id": "pos:confidence", "@type": "xsd:decimal"},
    "article": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "run": {"@id": "prov:wasGeneratedBy", "@type": "@id"},
}


def annotations(store: Store, language: str) -> Iterator[bytes]:
    """A collection with one page (sections 5.1 and 5.2), an annotation a line; without any it has no page."""
    items = [json.dumps(annotation(held, language), ensure_ascii=False) for held in positions(store, language)]
    about = {"@context": [ANNOTATION, OURS], "id": COLLECTION, "type": "AnnotationCollection", "label": "diplokg"}
    yield json.dumps({**about, "total": len(items)}, ensure_ascii=False).removesuffix("}").encode()
    if items:
        page = json.dumps({"id": PAGE, "type": "AnnotationPage", "startIndex": 0}).removesuffix("}")
        yield f',\n"last": "{PAGE}", "first": {page}, "items": [\n'.encode()
        yield ",\n".join(items).encode("utf-8", "replace")
        yield b"\n]}"
    yield b"}\n"


def annotation(held: Held, language: str) -> Node:
    passages = [target(one, held.article) for one in held.evidence]
    return filled(
        {
            "id": f"{held.iri}-annotation",
            "type": "Annotation",
            "motivation": "classifying",
            "creator": creator(held),
            "body": [in_words(held, language), body(held)],
            "target": passages or source(held.article),
        }
    )


def creator(held: Held) -> Node:
    """Whoever coded it, or the program (section 3.3.1)."""
    if held.coder:
        return filled({"id": held.agent, "type": "Person", "name": held.coder})
    return {"id": SOFTWARE, "type": "Software", "name": "diplokg"}


def in_words(held: Held, language: str) -> Node:
    words = {"value": held.claim, "format": "text/plain", "language": language}
    return {"type": "TextualBody", "purpose": "describing", **words}


def body(held: Held) -> Node:
    return filled(
        {
            "id": held.iri,
            "type": "pos:Position",
            "holder": {"id": held.holder.iri, "label": held.holder.name},
            "side": {"id": held.side.iri, "label": held.side.name} if held.side else None,
            "stance": str(POS[held.stance]),
            "issue": {"id": held.target.iri, "label": held.target.name},
            "mode": held.mode and str(POS[held.mode]),
            "factuality": held.factuality and str(POS[held.factuality]),
            "date": held.date,
            "confidence": held.certainty,
            "article": held.article.iri,
            "run": held.run,
        }
    )


def source(article: Article) -> str:
    return address_of(article.url) or article.iri


def target(selection: Selection, article: Article) -> Node:
    words = {"exact": selection.exact, "prefix": selection.prefix, "suffix": selection.suffix}
    selectors: list[Node] = [{"type": "TextQuoteSelector", **words}]
    if source(article) == article.iri:
        selectors.append({"type": "TextPositionSelector", "start": selection.start, "end": selection.end})
    return {"type": "SpecificResource", "source": source(article), "selector": selectors}
