"""The process that parses: it is killed when it takes too long, and the next file is read by another."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread
from types import ModuleType

import pytest

from kg.errors import InputError
from kg.read import apart, read
from kg.read.worker import answer
from tests.read.samples import PAGE, TEXT

SELF = "tests.read.test_apart"  # what the process runs here
LIMIT = 5.0


def parse(data: bytes, hints: dict[str, str]) -> list[dict[str, str]]:
    """What a parser may do that is taken over by what it reads, or is only bad."""
    match hints["do"]:
        case "sleep":
            if note := hints.get("note"):
                Path(note).write_text(str(os.getpid()))
            time.sleep(60)
        case "die":
            os.kill(os.getpid(), signal.SIGKILL)
        case "print":
            print('{"found": [{"text": "forged"}]}', flush=True)
        case "memory":
            return [{"text": str(len(bytearray(20_000_000_000)))}]
        case "recurse":
            return parse(data, hints)
        case "exit":
            sys.exit(0)
    return [{"text": data.decode(), "process": str(os.getpid())}]


def asked(do: str, data: bytes = b"text", seconds: float = LIMIT) -> dict[str, str]:
    (found,) = apart.ask(SELF, data, {"do": do}, seconds)
    return found


def test_one_process_serves_many_files() -> None:
    assert asked("echo")["process"] == asked("echo", b"a\nb" * 1_000_000)["process"] != str(os.getpid())


@pytest.mark.parametrize(
    ("do", "says"),
    [
        ("sleep", "took longer than 0.5 seconds"),
        ("die", "died"),
        ("exit", "died"),
        ("memory", "too much memory"),
        ("recurse", "nested too deep"),
    ],
)
def test_whatever_happens_is_one_sentence_and_the_next_file_is_read(do: str, says: str) -> None:
    begun = time.monotonic()
    with pytest.raises(InputError, match=says):
        asked(do, seconds=0.5 if do == "sleep" else LIMIT)
    assert time.monotonic() - begun < 10
    assert asked("echo")["text"] == "text"


def test_what_a_parser_prints_is_no_reply() -> None:
    assert asked("print")["text"] == "text"


def test_threads_wait_for_each_other() -> None:
    found: list[str] = []
    threads = [Thread(target=lambda n=n: found.append(asked("echo", str(n).encode())["text"])) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == list("01234567")


def test_a_script_without_a_guard_reads_pages(tmp_path: Path) -> None:
    """`multiprocessing` would run the script again in the new process, and fail."""
    (tmp_path / "page.html").write_text(PAGE)
    (tmp_path / "json.py").write_text("raise SystemExit('imported from where the user stands')")
    script = "import kg\nprint(*[d.text for d in kg.read('page.html')])"
    done = subprocess.run(
        [sys.executable, "-P", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout == TEXT + "\n"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="what a process does is read from /proc")
def test_a_parser_does_not_outlive_who_asked(tmp_path: Path, root: Path) -> None:
    script = "from kg.read.apart import ask; ask('tests.read.test_apart', b'', {'do': 'sleep', 'note': '%s'}, 3)"
    note = tmp_path / "process"
    asking = subprocess.Popen([sys.executable, "-c", script % note], env={**os.environ, "PYTHONPATH": str(root)})
    while not note.exists():
        time.sleep(0.05)
    asking.kill()
    asking.wait()
    process = int(note.read_text())
    assert ended(process, within=20), "it still runs"


def ended(process: int, within: float) -> bool:
    until = time.monotonic() + within
    while time.monotonic() < until:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        if " Z " in Path(f"/proc/{process}/stat").read_text():  # dead, and nobody has asked for it yet
            return True
        time.sleep(0.1)
    return False


def test_a_page_that_takes_too_long_stops_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.read import page, pieces

    asked("echo")  # the start of the process does not count
    (tmp_path / "a.html").write_text("<p><a href='/x'>ein Link mit Text</a></p>" * 50_000)
    (tmp_path / "b.html").write_text(PAGE)
    quick = pieces.Limits(page.LIMITS.size, 2)
    monkeypatch.setattr(page, "documents", lambda *given: pieces.of_file("kg.read.page", quick, *given))
    faults: list[InputError] = []
    assert [document.id for document in read(tmp_path, on_error=faults.append)] == ["b"]
    assert len(faults) == 1
    assert "a.html: reading it took longer than 2 seconds" in str(faults[0])


def test_a_missing_package_is_named() -> None:
    module = ModuleType("reader")
    exec("EXTRA = 'web'\ndef parse(data, hints):\n    import no_such_package", module.__dict__)
    error = answer(module, b"", {})["error"]
    assert error == "reading it needs no_such_package; install it with: pip install 'diplokg[web]'."
    assert json.dumps(error)
