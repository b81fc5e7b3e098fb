"""Whose account of a position it is: the actor's own, the article's, or another actor's.

| voice | rule |
| --- | --- |
| declared | the holder speaks (mode direct or indirect), and whoever stands in between only passes it on |
| told | the article narrates the attitude or the act; who stands in between only passes it on |
| ascribed | somebody in the chain says it of somebody else |

Only passing on do media, and those who speak for the side of the holder: "Russia is ready to talk, its spokesman
said" is Russia's own word. Unnamed sources (»Diplomaten zufolge«) say it of somebody else, since nobody can tell whom
they speak for.
"""

from collections.abc import Callable, Set
from dataclasses import dataclass

from kg.trace.said import Voice


@dataclass(frozen=True)
class Link:
    """One hop of a chain."""

    party: str
    medium: bool
    unnamed: bool


SpeaksFor = Callable[[str], Set[str]]  # of an actor: for whom it speaks


def voice(mode: str, outsiders: list[Link]) -> Voice:
    if outsiders:
        return "ascribed"
    return "told" if mode == "narrated" else "declared"


def outside(chain: list[Link], holder: str, side: str | None, speaks_for: SpeaksFor) -> list[Link]:
    """The hops that do not merely pass on, the nearest to the holder first."""
    own = {holder, side or holder}
    return [
        link
        for link in chain
        if not link.medium and (link.unnamed or (link.party not in own and own.isdisjoint(speaks_for(link.party))))
    ]


def origin(chain: list[Link], holder: str, side: str | None, speaks_for: SpeaksFor) -> str | None:
    """Whom a telling rests on: the hop nearest to the holder that is not the holder's own side.

    Two papers that both cite one agency have one origin; all unnamed sources count as one, for they may be one.
    None where the article itself tells it: then it is the story that it prints, or its paper.
    """
    outsiders = outside(chain, holder, side, speaks_for)
    found = next((link for link in chain if link.medium or link in outsiders), None)
    return None if found is None else "unnamed" if found.unnamed else found.party
