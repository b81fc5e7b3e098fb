"""How a server starts and ends: what it needs, what it leaves, and who else wants its store."""

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from kg.cli import main
from tests.serve.conftest import ONE, TWO, fill
from tests.serve.server import ALL, ROOT, RUNAWAY, SECONDS, Server, alive, command, descendants


def kg(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "kg", *arguments], cwd=ROOT, capture_output=True, text=True, timeout=SECONDS, check=False
    )


def ends(server: Server, number: int) -> set[int]:
    """Which of its processes are left when it has ended."""
    below = descendants(server.process.pid)
    assert len(below) >= 3, below
    if number == signal.SIGINT:
        os.killpg(server.process.pid, number)  # as a terminal does at Ctrl-C
    else:
        os.kill(server.process.pid, number)
    server.process.wait(SECONDS)
    until = time.monotonic() + 10
    while (left := alive(below)) and time.monotonic() < until:
        time.sleep(0.05)
    return left


def abandoned(server: Server) -> None:
    """A query that is not answered, since the server ends."""
    with contextlib.suppress(OSError, http.client.HTTPException):
        server.query(RUNAWAY)


@pytest.mark.parametrize("number", [signal.SIGTERM, pytest.param(signal.SIGINT, marks=pytest.mark.slow)])
def test_nothing_is_left_after_the_end_whatever_goes_on(tmp_path: Path, number: int) -> None:
    place = fill(tmp_path / "store")
    with command(str(place), "--workers", "2") as server:
        for _ in range(2):  # each holds a worker for half a minute
            threading.Thread(target=abandoned, args=(server,), daemon=True).start()
        time.sleep(0.5)
        start = time.monotonic()
        assert ends(server, number) == set()
        assert time.monotonic() - start < 15
        assert server.process.returncode == 0
        assert server.process.stderr
        assert server.process.stderr.read() == ""
    assert [one.name for one in tmp_path.iterdir()] == ["store"]


def test_after_a_killed_server_no_process_stays_and_the_next_one_tidies_up(
    filled_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a file, whose copy is in the temporary folder, and of a store, whose copy is beside it."""
    home = tmp_path / "temporary"
    own = home / "kg-serve-mine" / "precious"
    own.mkdir(parents=True)
    monkeypatch.setenv("TMPDIR", str(home))
    for place, others in ((filled_file, home), (fill(tmp_path / "store"), tmp_path)):
        with command(str(place), "--workers", "1", "--timeout", "1") as server:
            threading.Thread(target=abandoned, args=(server,), daemon=True).start()
            time.sleep(0.5)
            assert ends(server, signal.SIGKILL) == set()
        [left] = copies(others)
        with command(str(place), "--workers", "1") as server, command(str(filled_file), "--workers", "1") as another:
            assert left not in copies(others)
            assert [one.query(ALL).status for one in (server, another)] == [200, 200]
        assert copies(others) == set()
    assert own.is_dir()


def copies(home: Path) -> set[Path]:
    return {place.parent for place in home.glob("*kg-serve-*/copy")}


def test_beside_a_server_that_only_reads_the_store_can_change(tmp_path: Path) -> None:
    place = str(fill(tmp_path / "store"))
    with command(place, "--workers", "1") as server, command(place, "--workers", "1") as another:
        assert kg("retract", place, ONE, TWO).returncode == 0
        with command(place, "--workers", "1") as later:
            found = [one.query(ALL, "text/csv").text.count("urn:") for one in (server, another, later)]
    assert found[0] == found[1] > found[2] == 0


def test_who_else_wants_a_store_that_is_written_is_told(tmp_path: Path) -> None:
    place = str(fill(tmp_path / "store"))
    with command(place, "--writable", "--workers", "1") as server:
        for found in (kg("serve", place, "--port", "0"), kg("retract", place, ONE)):
            sentence = f"kg: {place}: another process has this store open; wait until it ends, or stop it.\n"
            assert (found.returncode, found.stderr) == (1, sentence)
        assert server.query(ALL).status == 200


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["none.ttl"], "kg: none.ttl: no such file; check the path."),
        (["none"], "kg: none: there is no such file or folder; name a graph (.ttl, "),
        (["tests"], "kg: tests: this folder is no store; "),
        (["pyproject.toml"], "kg: pyproject.toml: not a format of graphs; "),
        (["https://example.org/query"], "kg: https:/example.org/query: this is an endpoint already; "),
        (["none.ttl", "--writable"], "kg: none.ttl: only a store can be written; "),
        (["none.ttl", "--host", "no.such.host.invalid"], "kg: no.such.host.invalid, port 0: no server can be there ("),
        (["none.ttl", "--host", "a" * 70], "kg: " + "a" * 70 + ", port 0: no server can be there ("),
    ],
)
def test_what_cannot_be_served_is_named_in_one_sentence(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["serve", "--port", "0", *arguments]) == 1
    said = capsys.readouterr()
    assert (said.out, said.err[: len(sentence)], said.err.count("\n")) == ("", sentence, 1)


def test_a_port_in_use(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert main(["serve", "none.ttl", "--port", str(port)]) == 1
    assert capsys.readouterr().err == (
        f"kg: 127.0.0.1, port {port}: no server can be there (Address already in use); name another --host or --port.\n"
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["--port", "65536"],
        ["--port", "-1"],
        ["--timeout", "0"],
        ["--timeout", "nan"],
        ["--workers", "0"],
        ["--cors", "https://example.org/"],
        ["--cors", "example.org"],
    ],
)
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["serve", "graph.ttl", *arguments])
    assert f"argument {arguments[0]}: " in capsys.readouterr().err


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from kg.errors import KgError
    from kg.serve import Settings
    from kg.serve.run import serve

    monkeypatch.setitem(sys.modules, "uvicorn", None)
    with pytest.raises(
        KgError, match=r"^A server needs starlette, uvicorn and jinja2; install .* 'diplokg\[serve\]'\.$"
    ):
        serve(tmp_path / "graph.ttl", Settings(), print)
