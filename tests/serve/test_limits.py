"""What is bounded: the time of a query, how many there are, the length of answers, and the patience of nobody."""

import json
import os
import signal
import socket
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.serve.conftest import TRIPLES
from tests.serve.server import ALL, RUNAWAY, SECONDS, Answer, Server, alive, descendants, limited

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
BIG = "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f }"  # 40,804 rows, of some 300 bytes each as JSON
HUNGRY = "SELECT ?a ?d ?g WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } ORDER BY DESC(STR(?a)) ?d ?g"
CLIENTS = 200


@pytest.fixture(scope="module")
def narrow(filled_copy: Path) -> Iterator[Server]:
    """One worker, room for two more queries, 1 MiB an answer, 300 MiB a worker."""
    with limited(filled_copy, workers=1, waiting=2, seconds=4, longest_answer=1 << 20, memory=300 << 20) as server:
        yield server


def counted(answer: Answer) -> bool:
    return answer.status == 200 and answer.text.split() == ["n", str(TRIPLES)]


def test_a_runaway_query_is_ended_while_another_is_answered(server: Server) -> None:
    with ThreadPoolExecutor(1) as threads:
        start = time.monotonic()
        runaway = threads.submit(server.query, RUNAWAY)
        time.sleep(0.5)
        asked = time.monotonic()
        assert counted(server.query(COUNT, "text/csv"))
        took = time.monotonic() - asked
        assert not runaway.done()
        found = runaway.result()
        ended = time.monotonic() - start
    assert (found.status, found.text) == (504, "The query took longer than 2 s and was ended; ask for less.\n")
    assert took < 1.5
    assert 2 <= ended < 5


def test_a_killed_worker_is_replaced(server: Server) -> None:
    with ThreadPoolExecutor(4) as threads:
        statuses = {found.status for found in threads.map(server.query, [RUNAWAY] * 4)}
    assert statuses <= {503, 504}
    assert all(counted(server.query(COUNT, "text/csv")) for _ in range(4))
    assert len(workers(server)) == 2


def test_a_worker_that_somebody_else_kills_is_replaced_too(server: Server) -> None:
    before = workers(server)
    for pid in before:
        os.kill(pid, signal.SIGKILL)
    while alive(before):
        time.sleep(0.05)
    assert all(counted(server.query(COUNT, "text/csv")) for _ in range(4))
    assert not before & workers(server)


def test_a_client_that_hangs_up_frees_its_worker(narrow: Server) -> None:
    for _ in range(3):
        with socket.create_connection(("127.0.0.1", narrow.port)) as client:
            client.sendall(f"GET /query?{urlencode({'query': RUNAWAY})} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            time.sleep(0.3)
    start = time.monotonic()
    assert counted(narrow.query(COUNT, "text/csv"))
    assert time.monotonic() - start < 3, "one query alone would have held the worker for four seconds"


def test_beyond_the_queue_clients_are_told_when_to_come_again_and_health_answers(narrow: Server) -> None:
    with ThreadPoolExecutor(6) as threads:
        asking = [threads.submit(narrow.query, RUNAWAY) for _ in range(6)]
        time.sleep(0.5)
        start = time.monotonic()
        health = narrow.ask("GET", "/health")
        took = time.monotonic() - start
        busy = [one.result() for one in asking if one.done()]
    assert len(busy) >= 3
    for one in busy:
        assert (one.status, one.text) == (503, "Too many queries are under way; ask again in a moment.\n")
        assert int(one.headers["retry-after"]) > 0
    assert (health.status, json.loads(health.text)["status"]) == (200, "ok")
    assert took < 3


def test_an_answer_is_whole_or_an_error(narrow: Server) -> None:
    found = narrow.query(BIG)
    assert (found.status, found.text) == (
        403,
        "The answer is longer than 1048576 bytes; ask for less, for example with LIMIT.\n",
    )
    fits = narrow.query(f"{BIG} LIMIT 1000")
    assert (fits.status, len(json.loads(fits.text)["results"]["bindings"])) == (200, 1000)


@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="no limits of processes here")
def test_a_query_that_takes_all_memory_ends_alone(narrow: Server) -> None:
    found = narrow.query(HUNGRY)
    assert (found.status, found.text) == (500, "The query ended its process, which may use 300 MiB; ask for less.\n")
    assert counted(narrow.query(COUNT, "text/csv"))


def test_two_hundred_clients_at_once(server: Server) -> None:
    texts = [COUNT, ALL, "ASK {", "SELECT * WHERE { SERVICE <urn:x> {} }"]

    def ask(number: int) -> tuple[int, Answer]:
        return number % len(texts), server.query(texts[number % len(texts)], "text/csv")

    with ThreadPoolExecutor(CLIENTS) as threads:
        found = list(threads.map(ask, range(CLIENTS), timeout=SECONDS))
    statuses = Counter(answer.status for _, answer in found)
    assert statuses[200] + statuses[400] >= 100, statuses
    for number, answer in found:
        if answer.status != 503:
            assert answer.status == (200 if number < 2 else 400)
            assert number != 0 or counted(answer)
            assert number != 1 or answer.text.count("urn:number") == TRIPLES - 2
    assert counted(server.query(COUNT, "text/csv"))


def test_a_body_that_never_comes_is_not_waited_for(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port)) as client:
        client.settimeout(SECONDS)
        client.sendall(
            b"POST /query HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
            b"Content-Length: 100\r\n\r\nASK"
        )
        assert client.recv(1000).startswith(b"HTTP/1.1 408 ")


def workers(server: Server) -> set[int]:
    """The processes that answer: the children of the one that all are forked from."""
    below = alive(descendants(server.process.pid))
    first = {pid for pid in below if pid in children(server.process.pid)}
    return below - first


def children(root: int) -> set[int]:
    return descendants(root) - {one for child in descendants(root) for one in descendants(child)}
