"""Servers for the tests: each a process of its own, as `kg serve` starts it or with limits that it has no option for.

python -m tests.serve.server PLACE {"workers": 1, …}
"""

import http.client
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

ROOT = Path(__file__).parents[2]
SECONDS = 60  # that anything here may take on a busy machine
RUNAWAY = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }"
ALL = "SELECT ?s ?p ?o WHERE { ?s ?p ?o }"


@dataclass(frozen=True)
class Answer:
    status: int
    kind: str
    text: str
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Server:
    port: int
    process: "subprocess.Popen[str]"

    def ask(self, method: str, path: str, body: bytes | str = b"", **headers: str) -> Answer:
        connection = self.connection()
        try:
            sent = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body.encode() if isinstance(body, str) else body, sent)
            found = connection.getresponse()
            text = found.read().decode()
        finally:
            connection.close()
        got = {name.lower(): value for name, value in found.getheaders()}
        return Answer(found.status, got.get("content-type", ""), text, got)

    def query(self, text: str, accept: str = "*/*", **headers: str) -> Answer:
        return self.ask("GET", f"/query?{urlencode({'query': text})}", Accept=accept, **headers)

    def connection(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)


@contextmanager
def command(*arguments: str) -> Iterator[Server]:
    """`kg serve` with these arguments, at a port that is free."""
    with started([sys.executable, "-m", "kg", "serve", *arguments, "--port", "0"]) as server:
        yield server


@contextmanager
def limited(place: Path, **settings: Any) -> Iterator[Server]:
    with started([sys.executable, "-m", "tests.serve.server", str(place), json.dumps(settings)]) as server:
        yield server


@contextmanager
def started(command: list[str]) -> Iterator[Server]:
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, text=True, start_new_session=True, **pipes) as process:
        try:
            assert process.stdout
            address = process.stdout.readline().strip()
            assert address.startswith("http://127.0.0.1:"), address or (process.stderr and process.stderr.read())
            yield Server(int(address.rstrip("/").rsplit(":")[-1]), process)
        finally:
            process.terminate()
            process.wait(SECONDS)


def encoded(iri: str) -> str:
    return quote(iri, safe="")


def descendants(root: int) -> set[int]:
    """The processes that a process has started, and those that they have."""
    listed = subprocess.run(["ps", "-e", "-o", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    parents = {int(pid): int(parent) for pid, parent in (line.split() for line in listed.splitlines())}
    found: set[int] = set()
    while new := {pid for pid, parent in parents.items() if parent in found | {root}} - found:
        found |= new
    return found


def alive(pids: set[int]) -> set[int]:
    """Those that still run; one that has ended and that nobody has waited for is gone.

    While a thread of it is left (`Zl`) its pipes are open, and it can be asked and dies of it.
    """
    listed = subprocess.run(["ps", "-e", "-o", "pid=,stat="], capture_output=True, text=True, check=True).stdout
    states = (line.split() for line in listed.splitlines())
    return {int(pid) for pid, state in states if int(pid) in pids and (state[0] != "Z" or "l" in state)}


if __name__ == "__main__":
    from kg.serve import Settings
    from kg.serve.run import serve

    serve(sys.argv[1], Settings(port=0, **json.loads(sys.argv[2])), lambda address: print(address, flush=True))
