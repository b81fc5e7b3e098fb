"""The Turtle files of `ontologies/` as one indexed set of triples."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
from rdflib import RDF, SKOS

from kg.errors import VocabularyError
from kg.namespaces import POS

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


class Graph:
    """Read-only look-ups by subject and predicate; pyoxigraph parses thirty times faster than rdflib."""

    def __init__(self, folders: list[Path]) -> None:
        self._objects: dict[tuple[str, str], list[Term]] = defaultdict(list)
        self._types: dict[str, list[str]] = defaultdict(list)
        for path in sorted(file for folder in folders for file in files(folder)):
            try:
                self._add(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE, base_iri="https://w3id.org/diplokg/"))
            except (SyntaxError, OSError) as error:
                raise VocabularyError(f"{path}: not readable as Turtle ({error}); mend the file.") from error

    def _add(self, quads: Iterator[ox.Quad]) -> None:
        for quad in quads:
            subject, predicate = key(quad.subject), quad.predicate.value
            self._objects[subject, predicate].append(quad.object)
            if predicate == str(RDF.type):
                self._types[key(quad.object)].append(subject)

    def of_type(self, name: str) -> list[str]:
        """The subjects that are a `pos:` class, each once, in the order of their IRIs."""
        return sorted(set(self._types.get(str(POS[name]), [])))

    def texts(self, subject: str, predicate: str, language: str | None = None) -> list[str]:
        """Literals, of one language (or of none) if asked for, in the order of the files."""
        found = (o for o in self._objects.get((subject, predicate), []) if isinstance(o, ox.Literal))
        return [o.value for o in found if language is None or o.language in (language, None)]

    def labels(self, subject: str, predicate: str = str(SKOS.prefLabel)) -> list[tuple[str, str]]:
        """(language, text) of each literal; a literal without a language has ''."""
        found = (o for o in self._objects.get((subject, predicate), []) if isinstance(o, ox.Literal))
        return [(o.language or "", o.value) for o in found]

    def resources(self, subject: str, predicate: str) -> list[str]:
        """IRIs (and blank nodes) that the property points to."""
        return [key(o) for o in self._objects.get((subject, predicate), []) if not isinstance(o, ox.Literal)]

    def listed(self, subject: str, predicate: str) -> tuple[str, ...]:
        """The texts of an RDF list, or of plain literals: `( "obj" "ccomp" )` keeps its order."""
        items: list[str] = self.texts(subject, predicate)
        for node in self.resources(subject, predicate):
            while node != str(RDF.nil):
                items += self.texts(node, str(RDF.first))
                node = next(iter(self.resources(node, str(RDF.rest))), str(RDF.nil))
        return tuple(items)


def key(term: object) -> str:
    """A subject or object as the text that names it."""
    return term.value if isinstance(term, ox.NamedNode) else str(term)


def files(folder: Path) -> list[Path]:
    """The Turtle files of a folder, or the file itself; `shapes.ttl` constrains graphs and is no vocabulary."""
    found = [folder] if folder.is_file() else sorted(folder.rglob("*.ttl"))
    if not found:
        raise VocabularyError(f"{folder}: no Turtle file (.ttl) is there; check the path.")
    return [path for path in found if path.name != "shapes.ttl"]
