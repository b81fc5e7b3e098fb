"""A graph with something to show on each page: a dispute, somebody who moved, a chain, and names that are hostile."""

from datetime import date

from rdflib import RDF, SKOS, Literal, URIRef

from kg.assemble.actors import actor_iri
from kg.model import Party
from kg.namespaces import ISSUE, POS, PROV
from tests.view.graphs import Paper, Said, dataset

PATROL, TOLL, SHIPS = "Patrouille im Sund", "Zoll im Sund", "Zahl der Schiffe"
SCRIPT = "<script>alert(1)</script>"
BREAKOUT = '"><img src=x onerror=alert(2)>'
RIGHT_TO_LEFT = "\u202eשלום عليكم\u202e {{ 7 * 7 }} {% raw %}"
LONG = "sehr " * 2000 + "langer Name"
HOSTILE = (SCRIPT, BREAKOUT, RIGHT_TO_LEFT, LONG)
NORTH = "Nordblatt"

PAPERS = (
    Paper(
        (
            Said(
                "Jorun Halvik",
                "opposes",
                PATROL,
                "Halvik [lehnt] die Patrouille ab, berichtet die Küstenpost unter Berufung auf das Seeblatt.",
                "Nordland",
                via=(("Seeblatt", ""), ("Küstenpost", "berichtet die Küstenpost")),
                mode="indirect",
                factuality="reported",
                day=date(2031, 1, 10),
            ),
            Said("Nordland", "opposes", TOLL, "Nordland [wendet] sich gegen einen Zoll.", day=date(2031, 2, 10)),
            Said(
                "Ostheim",
                "supports",
                TOLL,
                "Ostheim [stimmt] zu, falls alle zahlen.",
                condition="falls alle zahlen",
                day=date(2031, 2, 11),
            ),
        ),
        kinds={"Jorun Halvik": "person", "Seeblatt": "medium", "Küstenpost": "medium"},
    ),
    Paper(
        (
            Said("Westmark", "supports", PATROL, "Westmark [begrüßt] die Patrouille.", day=date(2031, 3, 12)),
            Said("Westmark", "opposes", PATROL, "Inzwischen [lehnt] Westmark sie ab.", day=date(2031, 5, 12)),
            Said("Westmark", "opposes", TOLL, "Einen Zoll [verwirft] Westmark.", day=date(2031, 5, 12)),
            Said("Westmark", "states", SHIPS, "Es seien vier Schiffe, [sagt] Westmark."),
        ),
        headline="Westmark ändert den Kurs",
        publisher="Südkurier",
        url="javascript:alert(3)",
    ),
    Paper(
        tuple(
            Said(name, "opposes", name, f"Hier [steht] {name}.", side="Nordland", via=((name, ""),)) for name in HOSTILE
        ),
        headline=SCRIPT,
        publisher=BREAKOUT,
        url='https://x.example/"onclick="alert(4)',
    ),
)
LAND = dataset(*PAPERS)
WIDE = URIRef(str(ISSUE["sund"]))


def issue_iri(name: str) -> str:
    return str(ISSUE[name.encode().hex()])


def party_iri(name: str, kind: str = "state") -> str:
    return str(actor_iri(Party(name, kind)))  # type: ignore[arg-type]


for name in (PATROL, TOLL):
    LAND.add((URIRef(issue_iri(name)), SKOS.broader, WIDE))
    LAND.add((WIDE, SKOS.prefLabel, Literal("Sund", "de")))
    LAND.add((WIDE, RDF.type, POS.Issue))
HALVIK, NORDLAND = (URIRef(party_iri(*one)) for one in (("Jorun Halvik", "person"), ("Nordland",)))
ARTICLES = [paper.document.iri for paper in PAPERS]
TIE = URIRef(f"{ARTICLES[0]}#r-1")
for predicate, value in [
    (RDF.type, RDF.Statement),
    (RDF.subject, HALVIK),
    (RDF.predicate, POS.ministerOf),
    (RDF.object, NORDLAND),
    (PROV.wasDerivedFrom, URIRef(ARTICLES[0])),
    (POS.evidence, min(LAND.objects(None, POS.evidence), key=str)),
]:
    LAND.add((TIE, predicate, value))


def position(holder: str, target: str, kind: str = "state") -> str:
    """The IRI of the first position of a holder on an issue."""
    on = set(LAND.subjects(POS.target, URIRef(issue_iri(target)))) & set(
        LAND.subjects(POS.holder, URIRef(party_iri(holder, kind)))
    )
    return min(map(str, on))
