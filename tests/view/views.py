"""A graph with something to show in each view, and what a reader looks at there."""

from datetime import date

from rdflib import SKOS, Literal, URIRef

from kg.namespaces import ISSUE
from tests.view.graphs import Paper, Said, dataset

PATROL, TOLL, SHIPS = "Patrouille im Sund", "Zoll im Sund", "Zahl der Schiffe"


def said(holder: str, stance: str, target: str, day: date | None, confidence: float, side: str = "") -> Said:
    return Said(
        holder, stance, target, f"Hier [steht] {holder} zu {target} {day}.", side, day=day, confidence=confidence
    )


SUND = dataset(
    Paper(
        (
            said("Jorun Halvik", "opposes", PATROL, date(2031, 1, 10), 0.9, "Nordland"),
            said("Jorun Halvik", "opposes", TOLL, date(2031, 2, 10), 0.6, "Nordland"),
            said("Nordland", "opposes", PATROL, date(2031, 3, 10), 0.9),
            said("Nordland", "supports", SHIPS, date(2031, 3, 11), 0.3),
        ),
        kinds={"Jorun Halvik": "person"},
    ),
    Paper(
        (
            said("Westmark", "supports", PATROL, date(2031, 3, 12), 0.8),
            said("Westmark", "opposes", PATROL, date(2031, 5, 12), 0.7),
            said("Westmark", "states", SHIPS, date(2031, 5, 13), 0.5),
            said("Ostheim", "supports", TOLL, None, 0.95),
        ),
        publisher="Südkurier",
    ),
)
for issue in (PATROL, TOLL):
    wide = ISSUE["sund"]
    SUND.add((URIRef(str(ISSUE[issue.encode().hex()])), SKOS.broader, wide))
    SUND.add((wide, SKOS.prefLabel, Literal("Sund", "de")))
ALL = 8
