"""Extractions made by hand: two invented states that quarrel about a bridge."""

from datetime import date

from kg.assemble import Run
from kg.model import Document, Extraction, Facet, Hop, Issue, Mention, Party, Passage, Position, Relation
from kg.namespaces import ACTOR, ISSUE, POS, TOPIC
from kg.vocabulary import Actor, Stance, Topic, Vocabulary

RUN = Run("1.2.3", "test-model", "abc")
SAYS = {
    "opposes": ("against", "lehnt ab", "opposes"),
    "supports": ("favour", "unterstützt", "supports"),
    "open-to": ("favour", "ist offen für", "is open to"),
}


def labels(german: str, english: str) -> tuple[tuple[str, str], ...]:
    return ("de", german), ("en", english)


VOCABULARY = Vocabulary(
    actors={
        actor.iri: actor
        for actor in (
            Actor(
                str(ACTOR["nordland"]),
                "state",
                labels("Nordland", "Northland"),
                (*labels("Nordland", "Northland"), ("de", "Reich des Nordens"), ("de", "Reichs des Nordens")),
                alternatives=(("de", "Reich des Nordens"),),
            ),
            Actor(str(ACTOR["suedland"]), "state", labels("Südland", "Southland"), labels("Südland", "Southland")),
            Actor(str(ACTOR["ada-beispiel"]), "person", (("de", "Ada Beispiel"),), (("de", "Ada Beispiel"),)),
            Actor(str(ACTOR["dpx"]), "medium", (("", "DPX"),), (("", "DPX"),)),
        )
    },
    roles={},
    stances={
        name: Stance(str(POS[name]), name, polarity, None, labels(*words)) for name, (polarity, *words) in SAYS.items()
    },
    cues=(),
    topics={
        topic.iri: topic
        for topic in (
            Topic(str(TOPIC["construction"]), "action", labels("Bau", "construction"), ()),
            Topic(str(TOPIC["bridge"]), "matter", labels("Brücke", "bridge"), ()),
        )
    },
)

NORTH = Party("Nordland", "state", str(ACTOR["nordland"]))
SOUTH = Party("Südland", "state", str(ACTOR["suedland"]))
ADA = Party("Ada Beispiel", "person", str(ACTOR["ada-beispiel"]))
AGENCY = Party("DPX", "medium", str(ACTOR["dpx"]))
PAPER = Party("Morgenblatt", "medium")
FISHERS = Party("Fischer vom Grenzfluss", "group", None, ("Fischer vom Grenzfluss", "Fischer"))

BRIDGE = Issue(
    str(ISSUE["construction.bridge"]),
    "Bau der Brücke",
    labels("Bau: Brücke", "construction: bridge"),
    (
        Facet("action", str(TOPIC["construction"])),
        Facet("matter", str(TOPIC["bridge"])),
        Facet("led-by", str(ACTOR["suedland"])),
    ),
)
TALKS = Issue(str(ISSUE["x-gespraeche"]), "Gespräche über den Fluss")

ABOVE = {
    "construction.bridge": ("bridge", "construction"),
    "bridge": ("anything",),
    "construction": ("anything",),
}
NAMES = {"bridge": ("Brücke", "bridge"), "construction": ("Bau", "construction"), "anything": ("alles", "anything")}


def broader(issue: Issue) -> list[Issue]:
    """What stands above the bridge and its construction."""
    above = ABOVE.get(issue.iri.removeprefix(ISSUE), ())
    return [Issue(str(ISSUE[name]), NAMES[name][0], labels(*NAMES[name])) for name in above]


DOCUMENT = Document(
    "Nordland lehnt den Bau der Brücke ab. »Den Bau billigen wir nie«, sagte Außenministerin Ada Beispiel dem "
    "Morgenblatt, das sich auf DPX berief. Die Fischer vom Grenzfluss sind offen für Gespräche, falls Nordland kommt. "
    "Südland unterstützt vielleicht den Bau.",
    id="bridge",
    language="de",
    title="Streit um die Brücke",
    published=date(2031, 5, 7),
    publisher="Abendpost",
    url="https://news.example/bridge?a=1&b=2",
)


def passage(words: str, document: Document = DOCUMENT) -> Passage:
    start = document.text.index(words)
    return Passage(document, start, start + len(words))


OPPOSES = Position(
    holder=NORTH,
    side=NORTH,
    stance="opposes",
    target=BRIDGE,
    via=(),
    mode="narrated",
    factuality="asserted",
    date=None,
    evidence=passage("Nordland lehnt den Bau der Brücke ab."),
    cue=passage("lehnt"),
    confidence=0.9,
    rule=("cue:ablehnen",),
)
QUOTED = Position(
    holder=ADA,
    side=NORTH,
    stance="opposes",
    target=BRIDGE,
    via=(Hop(PAPER, passage("dem Morgenblatt")), Hop(AGENCY)),
    mode="direct",
    factuality="reported",
    date=date(2031, 5, 6),
    evidence=passage("»Den Bau billigen wir nie«, sagte Außenministerin Ada Beispiel dem Morgenblatt"),
    cue=passage("billigen"),
    confidence=0.75,
    rule=("cue:billigen", "negated:nie"),
)
OPEN = Position(
    holder=FISHERS,
    side=None,
    stance="open-to",
    target=TALKS,
    via=(),
    mode="narrated",
    factuality="asserted",
    date=None,
    evidence=passage("Die Fischer vom Grenzfluss sind offen für Gespräche, falls Nordland kommt."),
    cue=passage("offen"),
    confidence=1.0,
    rule=("cue:offen",),
    condition=passage("falls Nordland kommt"),
)
GUESSED = Position(
    holder=SOUTH,
    side=SOUTH,
    stance="supports",
    target=BRIDGE,
    via=(),
    mode="narrated",
    factuality="speculative",
    date=None,
    evidence=passage("Südland unterstützt vielleicht den Bau."),
    cue=passage("unterstützt"),
    confidence=0.33333,
    rule=("cue:unterstützen", "hedged:vielleicht"),
)
ARTICLE = Extraction(
    DOCUMENT,
    positions=(OPPOSES, QUOTED, OPEN, GUESSED),
    mentions=(Mention(passage("Nordland"), NORTH),),
    relations=(Relation(ADA, "minister_of", NORTH, passage("Außenministerin Ada Beispiel")),),
)

LATER = Document("Nordland unterstützt die Brücke jetzt. Südland lehnt sie ab.", id="later", language="de")
CHANGED = Extraction(
    LATER,
    positions=(
        Position(
            holder=NORTH,
            side=NORTH,
            stance="supports",
            target=BRIDGE,
            via=(),
            mode="narrated",
            factuality="asserted",
            date=date(2032, 1, 2),
            evidence=passage("Nordland unterstützt die Brücke jetzt.", LATER),
            cue=passage("unterstützt", LATER),
            confidence=0.8,
            rule=("cue:unterstützen",),
        ),
        Position(
            holder=SOUTH,
            side=SOUTH,
            stance="opposes",
            target=BRIDGE,
            via=(),
            mode="narrated",
            factuality="asserted",
            date=date(2032, 1, 2),
            evidence=passage("Südland lehnt sie ab.", LATER),
            cue=passage("lehnt", LATER),
            confidence=0.7,
            rule=("cue:ablehnen",),
        ),
    ),
)
