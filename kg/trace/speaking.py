"""Who speaks for whom. To belong to a country is not enough: its opposition and its demonstrators do not speak for it.

| actor | speaks for its side if |
| --- | --- |
| the side itself | always |
| one that the authority knows | an office or `pos:partOf` makes it part of the side on that day, or a text says so |
| an unknown person | a text gives it an office that speaks: head, minister, spokesperson |
| an unknown group or body | it is called a government, a ministry, a delegation (`word:speaking-for`) |
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from kg.namespaces import ACTOR
from kg.vocabulary import load_vocabulary

UNKNOWN = str(ACTOR["x-"])  # how the nodes begin that kg.assemble makes for actors without an entry
Sides = Mapping[str, set[str]]  # actor → for whom it speaks
Row = Mapping[str, str | None]


def speaking(rows: Iterable[Row]) -> Sides:
    """What the graph says, out of the rows of `represents.rq`."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        party, side = str(row["party"]), str(row["side"])
        if party == side or may_speak(party, str(row["name"]), row["person"] == "true", row["office"] == "true"):
            found[party].add(side)
    return found


def may_speak(party: str, name: str, person: bool, office: bool) -> bool:
    if not party.startswith(UNKNOWN) or office:
        return True
    bodies = load_vocabulary().word_classes.get("speaking-for")
    return not person and bodies is not None and bodies.names(name)


def in_office(party: str, day: date | None) -> set[str]:
    """For whom an actor of the authority speaks on a day; the graph may not say it of somebody who is only quoted."""
    actor = load_vocabulary().actors.get(party)
    if actor is None:
        return set()
    offices = {office.organisation for office in actor.offices if office.held_on(day)}
    return offices | ({actor.part_of} if actor.part_of else set())
