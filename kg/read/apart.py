"""Hostile files are parsed in a process of their own, which is killed when it takes too long.

The parsers are not ours, some are written in C, and none can be stopped from within. The process stays for the next
file, because its start costs a second. Only JSON comes back from it, so that a parser that was taken over by what it
read can say something wrong, and nothing else.
"""

import atexit
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from threading import Lock, Timer
from typing import IO

from kg.errors import InputError
from kg.read.metadata import line

START = 60.0  # seconds; it takes one on a quiet machine
LONGEST_REPLY = 64_000_000  # bytes; texts of 20 MB of PDF have less
READY = b"ready\n"


class Worker:
    """A process that runs `kg.read.worker`. It is started when it is needed, and again after it has ended."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = os.getpid()
        self._lock = Lock()

    def ask(self, module: str, data: bytes, hints: Mapping[str, str], seconds: float) -> bytes:
        """The reply, a line of JSON, or nothing if the process died. Raises `TimeoutError`."""
        if self._owner != os.getpid():  # after a fork the process is the parent's
            self._process, self._owner, self._lock = None, os.getpid(), Lock()
        with self._lock:
            process = self._started()
            asked = {"module": module, "hints": dict(hints), "size": len(data), "seconds": seconds}
            return self._within(seconds, process, json.dumps(asked).encode() + b"\n" + data)

    def end(self) -> None:
        if self._process and self._owner == os.getpid():
            self._process.kill()
            self._process.communicate()
        self._process = None

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._process is None or self._process.poll() is not None:
            self._process = started()
            if self._within(START, self._process, b"") != READY:
                raise InputError("the process that reads it does not start; see whether memory is free.")
        return self._process

    def _within(self, seconds: float, process: "subprocess.Popen[bytes]", request: bytes) -> bytes:
        """One line of reply. A process that is not done with its work is no use any more, whatever the reason."""
        timer = Timer(seconds, process.kill)
        timer.daemon = True
        timer.start()
        try:
            reply = exchanged(process, request)
        except BaseException:
            self.end()
            raise
        finally:
            late = timer.finished.is_set()
            timer.cancel()
        if not reply.endswith(b"\n"):
            self.end()
            if late:
                raise TimeoutError
        return reply


def exchanged(process: "subprocess.Popen[bytes]", request: bytes) -> bytes:
    sent, replies = pipes(process)
    try:
        sent.write(request)
        sent.flush()
    except OSError:  # it died before it had read all
        return b""
    return replies.readline(LONGEST_REPLY)


def pipes(process: "subprocess.Popen[bytes]") -> tuple[IO[bytes], IO[bytes]]:
    assert process.stdin
    assert process.stdout
    return process.stdin, process.stdout


def started() -> "subprocess.Popen[bytes]":
    """Not by `multiprocessing`, which would run the user's own script again in the new process."""
    path = os.pathsep.join(filter(None, sys.path))
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "kg.read.worker"],  # -P: nothing is imported from where the user stands
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path},
        start_new_session=True,  # Ctrl-C ends us, and we end it
    )


WORKER = Worker()
atexit.register(WORKER.end)


def ask(module: str, data: bytes, hints: Mapping[str, str], seconds: float) -> list[dict[str, str]]:
    """What the `parse` of a module finds in the data: the texts, each with what is known of it, by name.

    Raises `InputError`, without the name of the file, if it is wrong, or takes too long or too much memory.
    """
    try:
        reply = WORKER.ask(module, data, hints, seconds)
    except TimeoutError:
        raise InputError(f"reading it took longer than {seconds:g} seconds; save the article as plain text.") from None
    if not reply.endswith(b"\n"):
        raise InputError("the process that read it died, perhaps for lack of memory; save the article as plain text.")
    try:
        said = json.loads(reply)
        if "error" not in said:
            return [{str(key): str(value) for key, value in one.items()} for one in said["found"]]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise InputError("the process that read it said what makes no sense; save the article as plain text.") from None
    raise InputError(line(str(said["error"])))
