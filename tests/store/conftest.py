"""The stores that there are, each empty, behind one interface."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kg.store import Store, in_memory, on_disk
from kg.store.remote import Endpoint, RemoteStore

SECONDS = 20  # that a server may take to start on a busy machine


@pytest.fixture(scope="session")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a SPARQL server of somebody else's: Oxigraph's own."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    if not program:
        pytest.skip("no SPARQL server to ask; install one with: pip install oxigraph")
    with socket.create_server(("127.0.0.1", 0)) as free:
        place = f"127.0.0.1:{free.getsockname()[1]}"
    folder = tmp_path_factory.mktemp("endpoint")
    with subprocess.Popen(
        [program, "serve", "--location", str(folder), "--bind", place], stderr=subprocess.DEVNULL
    ) as server:
        try:
            wait_for(place)
            yield f"http://{place}/query"
        finally:
            server.kill()


def wait_for(place: str) -> None:
    host, port = place.split(":")
    until = time.monotonic() + SECONDS
    while True:
        try:
            socket.create_connection((host, int(port)), timeout=1).close()
        except OSError:
            assert time.monotonic() < until, f"nothing answers at {place}"
            time.sleep(0.05)
        else:
            return


@pytest.fixture(params=["memory", "disk", "endpoint"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "endpoint":
        with closing(RemoteStore(Endpoint.at(request.getfixturevalue("endpoint")))) as found:
            found.put({}, list(found.graphs()))
            yield found
    else:
        with closing(on_disk(tmp_path / "store", create=True) if request.param == "disk" else in_memory()) as kept:
            yield kept
