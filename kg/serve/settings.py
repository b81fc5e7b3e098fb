"""What whoever starts a server may choose, and its limits: what is not bounded here, a stranger fills."""

import os
from dataclasses import dataclass

MEBI = 1 << 20


@dataclass(frozen=True)
class Settings:
    """Sizes are in bytes, times in seconds."""

    host: str = "127.0.0.1"
    port: int = 7878  # Oxigraph's own, which clients try first; 0 takes any that is free
    seconds: float = 30.0  # that a query may take, and that it may wait for its turn
    workers: int = min(max(2, os.cpu_count() or 2), 8)  # one alone would let one slow query hold up all
    waiting: int = 256  # queries that wait for a worker; two workers answer so many in 2 s, if none is slow
    cors: str | None = None  # the web origin whose pages may ask, or *
    writable: bool = False
    longest_query: int = MEBI // 16  # the longest stored query has 2 KiB; some take seconds to parse
    longest_answer: int = 32 * MEBI  # an answer is held in memory until it is sent
    longest_graph: int = 32 * MEBI  # of a PUT; an article's graph has 0.1 MiB
    memory: int = 2048 * MEBI  # of a worker
    connections: int = 512  # below the 1,024 open files that a process has by default
