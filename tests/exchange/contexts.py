"""What a JSON-LD processor fetches from the web, given without one.

Of http://www.w3.org/ns/anno.jsonld (Web Annotation Vocabulary, Appendix A) the terms that an annotation of ours uses.
"""

from typing import Any

OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"


def link(name: str) -> dict[str, str]:
    return {"@id": name, "@type": "@id"}


ANNOTATION: dict[str, Any] = {
    "id": "@id",
    "type": "@type",
    **{name: OA + name for name in ("Annotation", "TextualBody", "SpecificResource", "classifying", "describing")},
    **{name: OA + name for name in ("TextQuoteSelector", "TextPositionSelector")},
    **{name: OA + name for name in ("exact", "prefix", "suffix", "start", "end")},
    "Person": "http://xmlns.com/foaf/0.1/Person",
    "Software": f"{AS}Application",
    "AnnotationCollection": f"{AS}OrderedCollection",
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "body": link(f"{OA}hasBody"),
    "target": link(f"{OA}hasTarget"),
    "source": link(f"{OA}hasSource"),
    "selector": link(f"{OA}hasSelector"),
    "creator": link("http://purl.org/dc/terms/creator"),
    "generator": link(f"{AS}generator"),
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    "items": {"@id": f"{AS}items", "@type": "@id", "@container": "@list"},
    "first": link(f"{AS}first"),
    "last": link(f"{AS}last"),
    "total": f"{AS}totalItems",
    "startIndex": f"{AS}startIndex",
    "format": "http://purl.org/dc/elements/1.1/format",
    "language": "http://purl.org/dc/elements/1.1/language",
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "name": "http://xmlns.com/foaf/0.1/name",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
}


def loader(url: str, options: dict[str, Any]) -> dict[str, Any]:
    """A document loader of PyLD's that knows one context and asks for nothing."""
    assert url == "http://www.w3.org/ns/anno.jsonld"
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": ANNOTATION}}
