"""Graphs put and deleted over HTTP, in a store whose union stays right; and our own client of endpoints."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.decide import decisions
from kg.errors import StoreError
from kg.namespaces import CATALOGUE
from kg.query import actors, query, query_stored
from kg.store import on_disk, open_store, recount
from kg.store.remote import STAGE
from tests.assemble.examples import ARTICLE
from tests.decide.examples import ABOUT, QUOTING, decide, filled, graph_of, state, undo
from tests.serve.conftest import LABEL, NUMBERS, ONE, SHARED, TRIPLES, TWO, fill
from tests.serve.server import Answer, Server, command, encoded

TURTLE, N_TRIPLES = "text/turtle", "application/n-triples"
NEW = "https://example.org/new"
PROBED = "SELECT (COUNT(*) AS ?n) WHERE { ?s <urn:p> ?o }"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("writable") / "store")


@pytest.fixture(scope="module")
def writable(place: Path) -> Iterator[Server]:
    with command(str(place), "--writable", "--workers", "2", "--timeout", "20") as server:
        yield server


def put(server: Server, name: str, text: str, kind: str = TURTLE) -> Answer:
    return server.ask("PUT", f"/store?graph={encoded(name)}", text, Content_Type=kind)


def delete(server: Server, name: str) -> Answer:
    return server.ask("DELETE", f"/store?graph={encoded(name)}")


def count(server: Server, pattern: str = "?s ?p ?o") -> int:
    return int(server.query(f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}", "text/csv").text.split()[1])


def test_a_change_is_seen_at_once_and_the_union_stays_right(writable: Server) -> None:
    assert put(writable, NEW, f"{SHARED} .\n<urn:x> <urn:p> <y>, <y> .").status == 201
    assert (count(writable), count(writable, "GRAPH ?g { ?s ?p ?o }")) == (TRIPLES + 1, TRIPLES + 3)
    assert count(writable, "?s <urn:p> <https://example.org/y>") == 1
    assert put(writable, NEW, "<urn:x> <urn:p> 1 .\n", N_TRIPLES).status == 400
    assert count(writable) == TRIPLES + 1
    assert put(writable, NEW, "<urn:x> <urn:p> <urn:z> .\n", N_TRIPLES).status == 204
    assert (count(writable), count(writable, "?s <urn:p> <urn:z>")) == (TRIPLES + 1, 1)
    assert delete(writable, NEW).status == 204
    assert (count(writable), count(writable, "<urn:all> ?p ?o")) == (TRIPLES, 1)
    assert delete(writable, NEW).status == 404
    assert writable.ask("GET", "/health").text == f'{{"status":"ok","triples":{TRIPLES},"graphs":2}}'


@pytest.mark.parametrize(
    ("path", "kind", "body", "status", "sentence"),
    [
        (f"?graph={encoded(NEW)}", TURTLE, "<urn:a> <urn:b> .", 400, "The graph is malformed ("),
        (f"?graph={encoded(NEW)}", N_TRIPLES, "<a> <urn:b> <urn:c> .", 400, "The graph is malformed ("),
        (f"?graph={encoded(NEW)}", "application/ld+json", "{}", 415, "The body is of no type"),
        (f"?graph={encoded(NEW)}", "", "", 415, "The body is of no type"),
        (
            f"?graph={encoded(NEW)}",
            TURTLE,
            "<urn:a> <urn:b> <<( <urn:x> <urn:y> 1 )>> .",
            400,
            "The graph is malformed (q",
        ),
        (f"?graph={encoded(STAGE)}1", TURTLE, "", 403, "Graphs are put one by one here"),
        ("?graph=x", TURTLE, "", 400, "The parameter graph is no IRI"),
        ("", TURTLE, "", 400, "The parameter graph is missing"),
        ("?default", TURTLE, "", 403, "This graph is kept by the store itself"),
        (f"?graph={encoded(CATALOGUE['x'])}", TURTLE, "", 403, "This graph is kept by the store itself"),
    ],
)
def test_what_cannot_be_put(writable: Server, path: str, kind: str, body: str, status: int, sentence: str) -> None:
    found = writable.ask("PUT", f"/store{path}", body, Content_Type=kind)
    assert (found.status, found.text[: len(sentence)]) == (status, sentence)
    assert found.text.count("\n") == 1
    assert count(writable) == TRIPLES


def test_updates_are_refused_here_too(writable: Server) -> None:
    for path, kind in (("/update", "application/sparql-update"), ("/query", "application/sparql-query")):
        assert writable.ask("POST", path, "CLEAR ALL", Content_Type=kind).status in (400, 403)
    assert count(writable) == TRIPLES


def test_many_write_and_read_at_once(writable: Server, place: Path) -> None:
    def work(number: int) -> tuple[int, int]:
        done = put(writable, f"urn:g{number}", f"<urn:x{number}> <urn:p> <urn:y> . {SHARED} .").status
        return done, count(writable, f"<urn:x{number}> <urn:p> ?o")

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(work, range(12))) == [(201, 1)] * 12
        assert count(writable) == TRIPLES + 12
        assert {found.status for found in threads.map(lambda one: delete(writable, f"urn:g{one}"), range(12))} == {204}
    assert count(writable) == TRIPLES
    [scratch] = place.parent.glob(".store.kg-serve-*")
    assert len([one for one in scratch.iterdir() if one.is_dir()]) == 2, "what nobody reads any more is gone"


def test_our_own_client_asks_it(writable: Server) -> None:
    pytest.importorskip("httpx")
    with closing(open_store(f"HTTP://127.0.0.1:{writable.port}/query")) as store:
        assert set(store.graphs()) == {ONE, TWO}
        assert set(store.graph(ONE)) == {SHARED, LABEL, *NUMBERS}
        assert len(list(store.triples())) == TRIPLES
        assert list(store.triples(SHARED.subject)) == [SHARED]
        assert query(store, "ASK { <urn:a> ?p ?o }").rows == (("true",),)
        assert query(store, "SELECT ?o WHERE { ?s <urn:label> ?o }").rows == ((LABEL.object.value,),)
        assert query_stored(store, "who-holds-what").rows == ()
        assert actors(store).rows == ()


def test_our_own_client_is_told_that_it_cannot_write(writable: Server) -> None:
    pytest.importorskip("httpx")
    with (
        closing(open_store(f"http://127.0.0.1:{writable.port}/query")) as store,
        pytest.raises(StoreError, match="403 Graphs are put one by one here"),
    ):
        store.put({NEW: [SHARED]})
    assert count(writable, "GRAPH ?g { ?s ?p ?o }") == TRIPLES + 1


def test_what_was_put_is_in_the_store(tmp_path: Path) -> None:
    place = fill(tmp_path / "store")
    with command(str(place), "--writable", "--workers", "1") as server:
        assert put(server, TWO, "<urn:x> <urn:p> <urn:y> .").status == 204
        assert delete(server, ONE).status == 204
    with closing(on_disk(place)) as store:
        only = ox.Triple(ox.NamedNode("urn:x"), ox.NamedNode("urn:p"), ox.NamedNode("urn:y"))
        assert list(store.triples()) == [only]
        assert list(store.graph(TWO)) == [only]
        assert len([name for name in store.graphs() if name.startswith(CATALOGUE)]) == 2


def test_what_is_put_as_it_was_read_changes_nothing_that_was_decided(tmp_path: Path) -> None:
    original = state(filled())
    with closing(on_disk(tmp_path / "store", create=True)) as store:
        made = decide(filled(store), QUOTING, "rejected")
        before = state(store), decisions(store)
    with command(str(tmp_path / "store"), "--writable", "--workers", "1", "--timeout", "20") as server:
        read = server.ask("GET", f"/store?graph={encoded(ABOUT)}", Accept=N_TRIPLES)
        assert put(server, ABOUT, read.text, N_TRIPLES).status == 204
    with closing(on_disk(tmp_path / "store")) as store:
        recount(store)
        assert (state(store), decisions(store)) == before
        undo(store, made)
        assert state(store) == original


def test_an_article_that_is_put_again_keeps_what_was_decided_on_it(tmp_path: Path) -> None:
    with closing(on_disk(tmp_path / "store", create=True)) as store:
        made = decide(filled(store), QUOTING, "rejected")
    (article,) = graph_of(ARTICLE).values()
    text = (ox.serialize(article, format=ox.RdfFormat.N_TRIPLES) or b"").decode()
    ada = "?position pos:holder <https://w3id.org/diplokg/actor/ada-beispiel>"
    with command(str(tmp_path / "store"), "--writable", "--workers", "1", "--timeout", "20") as server:
        assert put(server, ABOUT, text, N_TRIPLES).status == 204
        assert (count(server, ada), count(server, "?one a pos:Position")) == (0, 5)
        for answer in (delete(server, made.iri), put(server, made.iri, "<urn:x> <urn:p> 1 .")):
            assert (answer.status, "kept by the store itself" in answer.text) == (403, True)
        assert delete(server, ABOUT).status == 204
    with closing(on_disk(tmp_path / "store")) as store:
        assert [(one.iri, one.stands) for one in decisions(store)] == [(made.iri, False)]
