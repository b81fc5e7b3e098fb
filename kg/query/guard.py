"""Which SPARQL may run: queries that read this graph and nothing else.

No engine here can be told not to follow SERVICE, so a query is parsed and looked through first. Both parsers must see
the same text: rdflib decodes `\\u0022` before it parses (SPARQL 1.1, 19.2) and ends a comment at a line feed only;
Oxigraph does neither, so that a SERVICE could hide in what one of them takes for a comment or a string.
"""

import re
from collections.abc import Iterable, Iterator

from pyparsing import ParseBaseException, ParseResults
from rdflib import Variable
from rdflib.plugins.sparql.parser import Query, parseUpdate
from rdflib.plugins.sparql.parserutils import CompValue

from kg.errors import QueryError
from kg.store.formats import NAMESPACES

ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
BLIND = {"Builtin_BOUND": "BOUND", "Bind": "BIND", "MinusGraphPattern": "MINUS"}  # where Oxigraph substitutes nothing


def checked(text: str, given: Iterable[str]) -> str:
    """The query as it may be handed to the engine, with values for the variables `given`. Raises `QueryError`."""
    plain = decoded(text)
    tree = parsed(plain)
    if any(name(node) == "ServiceGraphPattern" for node in walk(tree)):
        raise QueryError("SERVICE is refused: a query may only read this graph, and ask no other server.")
    check_prefixes(tree)
    for variable in given:
        check_visible(variable, tree)
    return plain


def check_prefixes(tree: ParseResults) -> None:
    """Refuse a name with a prefix that is none of ours and is not declared."""
    used, declared = (prefixes(kind, tree) for kind in ("pname", "PrefixDecl"))
    for prefix in sorted(used - declared - NAMESPACES.keys()):
        raise QueryError(f"The prefix {prefix}: is not declared; write PREFIX {prefix}: <…> before the query.")


def prefixes(kind: str, tree: ParseResults) -> set[str]:
    nodes = [node for node in walk(tree) if isinstance(node, CompValue) and node.name == kind]
    return {str(node["prefix"]) if "prefix" in node else "" for node in nodes}


def decoded(text: str) -> str:
    """Line ends as one line feed, and no codepoint escapes left, those that escapes spell neither."""
    text = re.sub(r"\r\n?", "\n", text)
    try:
        while ESCAPE.search(text):
            text = ESCAPE.sub(lambda found: chr(int(found[1] or found[2], 16)), text)
        text.encode()
    except (ValueError, OverflowError) as error:
        raise QueryError("The query has an escape that is no character; write the character itself.") from error
    return re.sub(r"\r\n?", "\n", text)


def parsed(text: str) -> ParseResults:
    try:
        return Query.parse_string(text, parse_all=True)
    except RecursionError as error:
        raise QueryError("The query is nested too deeply; simplify it.") from error
    except ParseBaseException as error:
        if is_update(text):
            raise QueryError("The query changes data; ask with SELECT, ASK, CONSTRUCT or DESCRIBE.") from error
        place = f"line {error.lineno}, column {error.column}"
        raise QueryError(f"The query is not valid SPARQL ({place}: {error.msg}); mend it there.") from error


def is_update(text: str) -> bool:
    try:
        return "request" in parseUpdate(text)
    except (ParseBaseException, RecursionError):
        return False


def check_visible(variable: str, tree: ParseResults) -> None:
    """Refuse a value where Oxigraph would pass over it in silence (RDF-dev SEP-0007)."""
    for node in walk(tree):
        if (place := BLIND.get(name(node))) and names(variable, node):
            raise QueryError(f"?{variable} stands in {place}, where a given value is not seen; write it without.")
        if name(node) == "SubSelect" and names(variable, node) and not names(variable, selected(node)):
            raise QueryError(f"?{variable} stands in an inner SELECT; let that SELECT name ?{variable} too.")
    if not any(names(variable, selected(node)) for node in walk(tree) if name(node) == "SelectQuery"):
        raise QueryError(f"The query has no ?{variable} to give a value to; name it after SELECT.")


def selected(node: object) -> object:
    return node["projection"] if isinstance(node, CompValue) and "projection" in node else []


def names(variable: str, tree: object) -> bool:
    return any(isinstance(node, Variable) and str(node) == variable for node in walk(tree))


def name(node: object) -> str:
    return node.name if isinstance(node, CompValue) else ""


def walk(tree: object) -> Iterator[object]:
    """Every part of a parsed query, from the outside in."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, CompValue):
            waiting.extend(node.values())
        elif isinstance(node, ParseResults | list | tuple):  # a ParseResults calls itself a mapping, and a poor one
            waiting.extend(list(node))
