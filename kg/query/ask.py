"""Asking a graph in SPARQL."""

from textwrap import shorten

import pyoxigraph as ox
from rdflib import Dataset, Literal, URIRef
from rdflib.term import Node

from kg.errors import QueryError
from kg.query.guard import checked
from kg.query.labels import labels
from kg.query.near import notes
from kg.query.stored import Parameter, check_given, is_name, stored
from kg.query.table import Table
from kg.query.values import value
from kg.store import Store, in_memory
from kg.store.base import Answer
from kg.store.local import LocalStore
from kg.store.terms import Term, node, quads_of

TRIPLE = ("subject", "predicate", "object")
LONGEST_REASON = 200  # characters; the parser of the engine lists every sign that it would have taken
Graph = Dataset | Store | ox.Store


def query(graph: Graph, text_or_name: str, /, *, language: str = "de", **bindings: str) -> Table:
    """The answer to a SPARQL query, or to the stored query of that name, over the union of all named graphs.

    `bindings` give values to variables that stand after SELECT: text, or an IRI (`actor:russia`, `<urn:x>`, `https://…`);
    they are passed as terms and cannot be read as SPARQL. The prefixes of `kg.namespaces` need not be declared.
    A stored query shows names in `language`. For many queries pass what `kg.store.open_store` or `in_memory` gives, for
    a dataset is copied each time; of a store of Oxigraph's own the default graph is asked.

    Raises `QueryError` for what is no SPARQL, changes data, asks another server, or wants other values.
    """
    if is_name(text_or_name):
        return query_stored(graph, text_or_name, language=language, **bindings)
    if not text_or_name.strip():
        raise QueryError("The query is empty; write one in SPARQL, or take the name of a stored one.")
    values = {name: value(text) for name, text in bindings.items()}
    return solved(opened(graph), checked(text_or_name, values), values)


def query_stored(graph: Graph, name: str, /, *, language: str = "de", **bindings: str) -> Table:
    """The answer to the stored query of that name; `Table.notes` says of a value that the graph does not know it.

    Raises `QueryError` for a name that there is not, and for other values than the query takes.
    """
    store, known = opened(graph), stored(name)
    values = {key: value(text) for key, text in bindings.items()}
    check_given(known, values)
    table = without(solved(store, known.text, values), [parameter.name for parameter in known.parameters])
    iris = {str(term) for row in table.terms for term in row if isinstance(term, URIRef)}
    asked = {one.name: values[one.name] for one in known.parameters if given(one, values)}
    unknown = () if table.rows else tuple(notes(store, asked))
    return Table(table.kind, table.columns, table.terms, labels(store, sorted(iris), language), unknown)


def given(parameter: Parameter, values: dict[str, Term]) -> bool:
    """Whether a value is asked for: an empty one of an optional parameter is none."""
    found = values.get(parameter.name)
    return found is not None and bool(found.value or not parameter.optional)


def opened(graph: Graph) -> Store:
    if isinstance(graph, Dataset):
        return store_of(graph)
    return LocalStore(graph) if isinstance(graph, ox.Store) else graph


def store_of(dataset: Dataset) -> Store:
    """The dataset in Oxigraph, which answers 7 to 68 times faster than rdflib; the copy costs less than that saves."""
    try:
        return in_memory(quads_of(dataset))
    except ValueError as error:
        raise QueryError(f"The graph is not valid RDF ({error}); build it again.") from error


def solved(store: Store, text: str, values: dict[str, Term]) -> Table:
    """The answer to a query that has passed the guard, or that is ours: what is stored passes it in the tests."""
    try:
        return tabulated(store.query(text, values))
    except (SyntaxError, ValueError, RuntimeError, OSError) as error:
        reason = shorten(str(error), LONGEST_REASON, placeholder=" …")
        raise QueryError(f"The query cannot be answered ({reason}); mend it.") from error


def tabulated(answer: Answer) -> Table:
    if isinstance(answer, ox.QueryBoolean):
        return Table("ask", ("answer",), ((Literal(bool(answer)),),))
    if not isinstance(answer, ox.QuerySolutions):
        triples = sorted({(node(one.subject), node(one.predicate), node(one.object)) for one in answer}, key=order)
        return Table("construct", TRIPLE, tuple(triples))
    columns = tuple(variable.value for variable in answer.variables)
    rows = (tuple(None if term is None else node(term) for term in solution) for solution in answer)
    return Table("select", columns, tuple(rows))


def order(row: tuple[Node, ...]) -> tuple[str, ...]:
    return tuple(term.n3() for term in row)


def without(table: Table, columns: list[str]) -> Table:
    """The table without the columns that only repeat what was asked."""
    kept = [number for number, name in enumerate(table.columns) if name not in columns]
    terms = tuple(tuple(row[number] for number in kept) for row in table.terms)
    return Table(table.kind, tuple(table.columns[number] for number in kept), terms)
