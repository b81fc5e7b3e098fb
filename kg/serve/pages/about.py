"""The addresses for programs, and the stored queries in full."""

from dataclasses import dataclass

from kg.query.stored import Stored, every
from kg.serve.pages.things import Names
from kg.serve.pages.wanted import Wanted, address
from kg.store import Store


@dataclass(frozen=True)
class About:
    """`links` has, of each query that needs no value, where its answer is."""

    queries: tuple[Stored, ...]
    links: dict[str, str]


def page(_: Store, __: Names, ___: Wanted) -> About:
    queries = tuple(every().values())
    free = (one for one in queries if all(parameter.optional for parameter in one.parameters))
    return About(queries, {one.name: address("query", {"query": one.text}) for one in free})
