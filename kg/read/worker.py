"""The process that `kg.read.apart` starts: a request in, a reply out, until there are no more."""

import contextlib
import json
import os
import signal
import sys
from collections.abc import Mapping
from importlib import import_module
from types import ModuleType
from typing import IO, Any

from kg.errors import InputError
from kg.read.apart import READY

MEMORY = 3_000_000_000  # bytes of address space; 3 MB of HTML need 0.5 GB, and Python with its libraries as much
GRACE = 2.0  # seconds after which it ends by itself, when it should have been killed
AS_TEXT = "save the article as plain text"


def serve(requests: IO[bytes], replies: IO[bytes]) -> None:
    replies.write(READY)
    replies.flush()
    while line := requests.readline():
        asked = json.loads(line)
        data = requests.read(asked["size"])
        limit_time(asked["seconds"] + GRACE)
        replies.write(json.dumps(answer(import_module(asked["module"]), data, asked["hints"])).encode() + b"\n")
        replies.flush()
        limit_time(0)


def answer(module: ModuleType, data: bytes, hints: Mapping[str, str]) -> dict[str, Any]:
    """What the module finds, or one sentence on why not. Parsers that meet what they do not expect raise anything."""
    try:
        return {"found": list(module.parse(data, hints))}
    except InputError as error:
        return {"error": str(error)}
    except ImportError as error:
        needs = f"reading it needs {error.name or 'another package'}"
        return {"error": f"{needs}; install it with: pip install 'diplokg[{module.EXTRA}]'."}
    except MemoryError:
        return {"error": f"reading it needs too much memory; {AS_TEXT}."}
    except RecursionError:
        return {"error": f"it is nested too deep; {AS_TEXT}."}
    except Exception as error:
        return {"error": f"it is damaged, and its parser fails on it ({type(error).__name__}); {AS_TEXT}."}


def limit_time(seconds: float) -> None:
    """End this process then, whatever it does, for the one that would kill it may be dead. 0 is no limit."""
    if hasattr(signal, "setitimer"):  # Windows has none
        signal.setitimer(signal.ITIMER_REAL, seconds)


def limit_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # Windows has none, others may have lower ones
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a parser prints is no reply
    limit_memory()
    with contextlib.suppress(BrokenPipeError):
        serve(sys.stdin.buffer, replies)


if __name__ == "__main__":
    main()
