"""The Turtle files of `ontologies/` as one indexed set of triples."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, partial
from pathlib import Path

import pyoxigraph as ox
from rdflib import RDF, SKOS, Namespace

from kg.errors import VocabularyError
from kg.namespaces import BASE, POS
from kg.vocabulary.sources import Source

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
# As texts, made once: rdflib checks a name each time that it is asked for, and is asked for 50,000 here.
TYPE, FIRST, REST, NIL = (str(name) for name in (RDF.type, RDF.first, RDF.rest, RDF.nil))
PREFERRED, ALTERNATIVE, HIDDEN = (str(name) for name in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel))
BROADER = str(SKOS.broader)


@cache
def named(namespace: Namespace, name: str) -> str:
    """The IRI of a class or property."""
    return str(namespace[name])


pos = partial(named, POS)
LEMMA = pos("lemma")
# What makes an entry what it is, and so is to be said in one place.
DEFINING = (TYPE, PREFERRED, LEMMA)


class Graph:
    """Read-only look-ups by subject and predicate; pyoxigraph parses thirty times faster than rdflib."""

    def __init__(self, found: Iterable[Source]) -> None:
        self._objects: dict[tuple[str, str], list[Term]] = defaultdict(list)
        self._types: dict[str, list[str]] = defaultdict(list)
        self.defining: list[tuple[str, str, Term, Path]] = []  # subject, predicate, object, where it is said
        for source in found:
            self._add(source)

    def _add(self, source: Source) -> None:
        """Raises `VocabularyError` if the file is no Turtle."""
        try:
            self._index(ox.parse(source.content, format=ox.RdfFormat.TURTLE, base_iri=BASE), source.path)
        except (SyntaxError, OSError) as error:
            raise VocabularyError(f"{source.path}: not readable as Turtle ({error}); mend the file.") from error

    def _index(self, quads: Iterator[ox.Quad], path: Path) -> None:
        for quad in quads:
            subject, predicate, found = key(quad.subject), quad.predicate.value, quad.object
            self._objects[subject, predicate].append(found)
            if predicate == TYPE:
                self._types[key(found)].append(subject)
            if predicate in DEFINING and isinstance(quad.subject, ox.NamedNode):
                self.defining.append((subject, predicate, found, path))

    def of_type(self, name: str) -> list[str]:
        """The subjects that are a `pos:` class, each once, in the order of their IRIs."""
        return sorted(set(self._types.get(pos(name), [])))

    def having(self, predicate: str) -> list[str]:
        """The subjects that have a property, in the order of their IRIs."""
        return sorted(subject for subject, name in self._objects if name == predicate)

    def texts(self, subject: str, predicate: str, language: str | None = None) -> list[str]:
        """Literals, of one language (or of none) if asked for, in the order of the files."""
        found = (o for o in self._objects.get((subject, predicate), ()) if isinstance(o, ox.Literal))
        return [o.value for o in found if language is None or o.language in (language, None)]

    def labels(self, subject: str, predicate: str = PREFERRED) -> list[tuple[str, str]]:
        """(language, text) of each literal; a literal without a language has ''."""
        found = (o for o in self._objects.get((subject, predicate), ()) if isinstance(o, ox.Literal))
        return [(o.language or "", o.value) for o in found]

    def resources(self, subject: str, predicate: str) -> list[str]:
        """IRIs (and blank nodes) that the property points to."""
        return [key(o) for o in self._objects.get((subject, predicate), ()) if not isinstance(o, ox.Literal)]

    def listed(self, subject: str, predicate: str) -> tuple[str, ...]:
        """The texts of an RDF list, or of plain literals: `( "obj" "ccomp" )` keeps its order."""
        items: list[str] = self.texts(subject, predicate)
        for node in self.resources(subject, predicate):
            while node != NIL:
                items += self.texts(node, FIRST)
                node = next(iter(self.resources(node, REST)), NIL)
        return tuple(items)


def key(term: object) -> str:
    """A subject or object as the text that names it."""
    return term.value if isinstance(term, ox.NamedNode) else str(term)
