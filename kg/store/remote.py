"""Graphs behind a SPARQL 1.1 endpoint that has the Graph Store protocol too: Oxigraph, Fuseki and their like."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pyoxigraph as ox

from kg.errors import StoreError
from kg.namespaces import BASE
from kg.store.base import Answer, Graphs, Values, in_union
from kg.store.formats import NAMESPACES
from kg.store.local import checked, leaving, oneline
from kg.store.terms import Name, Term

if TYPE_CHECKING:
    import httpx

JSON, TRIPLES = "application/sparql-results+json", "application/n-triples"
SECONDS = 300.0  # a large graph may take that long to arrive
STAGE = f"{BASE}stage/"
# Where values may be put into a query: after WHERE {, outside of strings, addresses and comments.
STRINGS = r"""(\"{3}|'{3})(?:\\.|(?!\1).)*\1|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'"""
BODY = re.compile(rf"{STRINGS}|<[^<>\s]*>|#[^\n]*|(\bWHERE\s*\{{)", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True)
class Endpoint:
    """The addresses of the three protocols; often they are one (SPARQL 1.1 Protocol; Graph Store HTTP Protocol)."""

    query: str
    update: str
    graphs: str

    @classmethod
    def at(cls, address: str) -> "Endpoint":
        """`…/query` has `…/update` and `…/store` beside it, as Oxigraph has; any other address is for all three."""
        if address.endswith("/query"):
            base = address.removesuffix("/query")
            return cls(address, f"{base}/update", f"{base}/store")
        return cls(address, address, address)


class RemoteStore:
    """`kg.store.base.Store` over HTTP.

    A change is prepared in graphs of its own and takes effect in one SPARQL update: whole or not at all, where the
    server runs an update as a transaction.
    """

    def __init__(self, endpoint: Endpoint, client: "httpx.Client | None" = None) -> None:
        self._endpoint = endpoint
        self._client = client or connected()

    def query(self, text: str, values: Values | None = None) -> Answer:
        prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in NAMESPACES.items())
        answer = self._send(
            "POST",
            self._endpoint.query,
            "application/sparql-query",
            (prefixes + with_values(text, values or {})).encode(),
            accept=f"{JSON}, {TRIPLES};q=0.9",
        )
        if answer.headers.get("content-type", "").startswith(TRIPLES):
            return (quad.triple for quad in ox.parse(answer.content, format=ox.RdfFormat.N_TRIPLES))
        return ox.parse_query_results(answer.content, format=ox.QueryResultsFormat.JSON)

    def triples(
        self, subject: Name | None = None, predicate: ox.NamedNode | None = None, value: Term | None = None
    ) -> Iterator[ox.Triple]:
        if isinstance(subject, ox.BlankNode):  # in SPARQL it would be a variable
            return
        pattern = " ".join(str(term or f"?{name}") for term, name in ((subject, "s"), (predicate, "p"), (value, "o")))
        yield from self._construct(f"CONSTRUCT {{ {pattern} }} WHERE {{ {pattern} }}")

    def graphs(self) -> Iterator[str]:
        found = self.query("SELECT DISTINCT ?name WHERE { GRAPH ?name { ?s ?p ?o } }")
        assert isinstance(found, ox.QuerySolutions)
        names = (row["name"] for row in found)
        yield from (name.value for name in names if isinstance(name, ox.NamedNode) and not name.value.startswith(STAGE))

    def graph(self, name: str) -> Iterator[ox.Triple]:
        yield from self._construct(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{checked(name)}> {{ ?s ?p ?o }} }}")

    def find(
        self,
        subject: ox.NamedNode | None = None,
        predicate: ox.NamedNode | None = None,
        value: Term | None = None,
        graph: str | None = None,
    ) -> Iterator[ox.Quad]:
        place = ox.NamedNode(graph) if graph else None
        given = {"s": subject, "p": predicate, "o": value, "g": place}
        s, p, o, g = (str(term or f"?{name}") for name, term in given.items())
        found = self.query(f"SELECT * WHERE {{ GRAPH {g} {{ {s} {p} {o} }} }}")
        assert isinstance(found, ox.QuerySolutions)
        free = {str(variable)[1:] for variable in found.variables}
        for row in found:
            terms: Any = [row[name] if name in free else term for name, term in given.items()]
            if not (isinstance(terms[3], ox.NamedNode) and terms[3].value.startswith(STAGE)):
                yield ox.Quad(*terms)

    def put(self, graphs: Graphs, drop: Iterable[str] = ()) -> None:
        staged = {name: f"{STAGE}{uuid4().hex}" for name in graphs}
        try:
            for name, triples in graphs.items():
                data = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
                self._send("PUT", self._endpoint.graphs, TRIPLES, data, graph=staged[name])
            self._update(settled(staged, [*graphs, *drop]))
        except StoreError:
            self._unstage(staged.values())
            raise

    def close(self) -> None:
        self._client.close()

    def _construct(self, text: str) -> Iterator[ox.Triple]:
        found = self.query(text)
        assert not isinstance(found, ox.QuerySolutions | ox.QueryBoolean)
        return iter(found)

    def _update(self, text: str) -> None:
        self._send("POST", self._endpoint.update, "application/sparql-update", text.encode())

    def _unstage(self, names: Iterable[str]) -> None:
        """Leave nothing of a change that failed, as far as the server still answers."""
        try:
            self._update(" ;\n".join(f"DROP SILENT GRAPH <{name}>" for name in names))
        except StoreError:
            return

    def _send(
        self, method: str, url: str, kind: str, body: bytes, *, accept: str = "*/*", graph: str | None = None
    ) -> "httpx.Response":
        """Raises `StoreError` if the endpoint cannot be reached or does not do what it is asked."""
        import httpx

        headers = {"Content-Type": kind, "Accept": accept}
        try:
            answer = self._client.request(
                method, url, content=body, headers=headers, params={"graph": graph} if graph else None
            )
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise StoreError(f"{url}: the endpoint cannot be reached ({oneline(error)}); check the address.") from error
        if answer.is_success:
            return answer
        said = f"{answer.status_code} {oneline(answer.text[:200])}".strip()
        raise StoreError(f"{url}: the endpoint answers {said}; check the address and your rights.")


def connected() -> "httpx.Client":
    """Raises `StoreError` where httpx is not installed (the extra `remote`)."""
    try:
        import httpx
    except ImportError as error:
        raise StoreError("An endpoint needs httpx; install it with: pip install 'diplokg[remote]'.") from error
    return httpx.Client(timeout=SECONDS)


def settled(staged: dict[str, str], gone: Iterable[str]) -> str:
    """The SPARQL update by which what was prepared takes the place of what was there."""
    names = [checked(name) for name in gone]
    moves = []
    for name, stage in staged.items():
        moves.append(f"MOVE SILENT GRAPH <{stage}> TO GRAPH <{checked(name)}>")
        if in_union(name):
            moves.append(f"ADD SILENT GRAPH <{name}> TO DEFAULT")
    dropped = [f"DROP SILENT GRAPH <{name}>" for name in names]
    return " ;\n".join((*leaving(names, [*names, *staged.values()]), *dropped, *moves))


def with_values(text: str, values: Values) -> str:
    """A query that knows the values of its variables from the start of each WHERE (SPARQL 1.1, 10.2)."""
    given = " ".join(f"VALUES ?{name} {{ {term} }}" for name, term in values.items())
    return BODY.sub(lambda found: f"{found[2]} {given} " if found[2] else found[0], text) if given else text
