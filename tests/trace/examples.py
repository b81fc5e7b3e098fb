"""Positions made by hand: an invented state on an invented bridge."""

from dataclasses import replace
from datetime import date
from typing import Any

from kg.namespaces import ACTOR, ISSUE, POS
from kg.trace.said import Said
from kg.trace.stances import stance

NORTH, SOUTH, ADA, AGENCY = (str(ACTOR[name]) for name in ("nordland", "suedland", "ada", "agency"))
BASIS = Said(
    position="urn:p",
    holder=NORTH,
    side=NORTH,
    official=True,
    issue=str(ISSUE["bridge"]),
    stance=stance(str(POS.opposes)),
    condition=None,
    day=date(2031, 1, 1),
    expressed=False,
    earlier=False,
    speculative=False,
    voice="told",
    by=None,
    chain="urn:d",
    sentence="Nordland …",
    source="urn:d",
    story="urn:d",
    language="de",
)


def said(name: str, day: int | None = 1, **changes: Any) -> Said:
    """A position with that stance on that day of January 2031, in an article of its own unless told otherwise."""
    article = f"urn:d{name}{day}{sorted(changes.items())}"
    own = {"position": f"{article}#p", "source": article, "story": article, "chain": article}
    when = date(2031, 1, day) if day else None
    return replace(BASIS, **(own | {"stance": stance(str(POS[name])), "day": when} | changes))
