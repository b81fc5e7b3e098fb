"""A corpus of any size of short articles with positions, in German and English, all different: the same for ever.

Each names a person and a place that no other names, so that words are met for the first time up to the end, as in a
corpus of news. What is said is drawn from so many that articles seldom share four words in a row, which would make
stories of them; every twentieth is an earlier one with a new end, as papers print what an agency sends.
"""

import json
import random
from pathlib import Path

REPRINTED, BEFORE = 20, 7  # every so manieth article is the one that came so many before
FIRST = ("ba", "do", "fe", "gi", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "wu", "za")
LAST = ("bel", "dorf", "gar", "kin", "lov", "mar", "nen", "pat", "ros", "stan", "ters", "vic", "win", "zek")
STATES = (
    ("Russland", "Russia"), ("Deutschland", "Germany"), ("Frankreich", "France"), ("China", "China"),
    ("Polen", "Poland"), ("Indien", "India"), ("Brasilien", "Brazil"), ("Japan", "Japan"), ("Kanada", "Canada"),
    ("Italien", "Italy"), ("Spanien", "Spain"), ("Ungarn", "Hungary"), ("Schweden", "Sweden"), ("Israel", "Israel"),
    ("Ägypten", "Egypt"), ("Mexiko", "Mexico"), ("Norwegen", "Norway"), ("Finnland", "Finland"),
    ("Südkorea", "South Korea"), ("Australien", "Australia"),
)  # fmt: skip
CITIES = (
    ("Wien", "Vienna"), ("Genf", "Geneva"), ("Brüssel", "Brussels"), ("Doha", "Doha"), ("Helsinki", "Helsinki"),
    ("Astana", "Astana"), ("Lissabon", "Lisbon"), ("Prag", "Prague"), ("Kairo", "Cairo"), ("Oslo", "Oslo"),
)  # fmt: skip
DAYS = (
    ("Montag", "Monday"), ("Dienstag", "Tuesday"), ("Mittwoch", "Wednesday"), ("Donnerstag", "Thursday"),
    ("Freitag", "Friday"),
)  # fmt: skip
# What a position is on; »{0}« is a state.
MATTERS = (
    ("neue Sanktionen gegen {0}", "new sanctions against {0}"),
    ("die Stationierung von Truppen in {0}", "the deployment of troops in {0}"),
    ("Waffenlieferungen an {0}", "arms deliveries to {0}"),
    ("direkte Verhandlungen mit {0}", "direct negotiations with {0}"),
    ("einen Waffenstillstand in {0}", "a ceasefire in {0}"),
    ("das Handelsabkommen mit {0}", "the trade agreement with {0}"),
    ("den Abzug der Soldaten aus {0}", "the withdrawal of soldiers from {0}"),
    ("höhere Zölle auf Waren aus {0}", "higher tariffs on goods from {0}"),
    ("humanitäre Hilfe für {0}", "humanitarian aid for {0}"),
    ("den Beitritt von {0} zur Nato", "the accession of {0} to NATO"),
)
GERMAN = (
    "{a} lehnt {m} ab.", "{a} fordert {m}.", "{a} unterstützt {m} nachdrücklich.", "{a} verurteilt {m} scharf.",
    "{p} erklärte am {d} in {o}, {a} lehne {m} ab.", "»{a} wird {m} nicht hinnehmen«, sagte {p} in {o}.",
    "Nach Angaben von {p} ist {a} für {m}.", "{a} hat {m} am {d} zurückgewiesen, berichtete {p} aus {o}.",
    "Bei einem Treffen in {o} warb {p} am {d} für {m}.", "{a} begrüßt {m}, während {b} davor warnt.",
    "In {o} kamen am {d} {n} Abgesandte zusammen.", "{p} leitet seit {n} Tagen das Büro in {o}.",
)  # fmt: skip
ENGLISH = (
    "{a} rejects {m}.", "{a} calls for {m}.", "{a} strongly supports {m}.", "{a} has condemned {m}.",
    "{p} said in {o} on {d} that {a} opposes {m}.", '"{a} will not accept {m}," {p} said in {o}.',
    "According to {p}, {a} is in favour of {m}.", "{a} rejected {m} on {d}, {p} reported from {o}.",
    "At a meeting in {o} on {d}, {p} argued for {m}.", "{a} welcomes {m}, while {b} warns against it.",
    "On {d}, {n} delegates met in {o}.", "{p} has run the office in {o} for {n} days.",
)  # fmt: skip
LENGTH = 380  # characters at least; the last sentence makes it up to 500


def write(path: Path, count: int) -> None:
    """As JSON Lines."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            file.write(json.dumps(article(number), ensure_ascii=False) + "\n")


def article(number: int) -> dict[str, str]:
    reprinted = number >= BEFORE and number % REPRINTED == REPRINTED - 1
    language, text = told(number - BEFORE if reprinted else number)
    if reprinted:
        text += f" {sentence(random.Random(-number), number, language == 'en')}"
    day = f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}"
    return {"id": f"a{number:06}", "text": text, "language": language, "date": day, "publisher": "Tagesblatt"}


def told(number: int) -> tuple[str, str]:
    """A language and a text."""
    chance, english = random.Random(number), number % 3 == 2
    text = sentence(chance, number, english)
    while len(text) < LENGTH:
        text += f" {sentence(chance, number, english)}"
    return "en" if english else "de", text


def sentence(chance: random.Random, number: int, english: bool) -> str:
    def one(pairs: tuple[tuple[str, str], ...]) -> str:
        return chance.choice(pairs)[english]

    return chance.choice(ENGLISH if english else GERMAN).format(
        a=one(STATES),
        b=one(STATES),
        d=one(DAYS),
        m=one(MATTERS).format(one(STATES)),
        n=chance.randrange(3, 10_000),
        o=chance.choice([one(CITIES), named(number, LAST)]),
        p=f"{named(chance.randrange(400), FIRST)} {named(number, FIRST)}",
    )


def named(number: int, ends: tuple[str, ...]) -> str:
    """A name for each number."""
    name = ends[number % len(ends)]
    while number := number // len(ends):
        name = FIRST[number % len(FIRST)] + name if len(name) > 9 else name + FIRST[number % len(FIRST)]
    return (FIRST[0] + name if len(name) < 4 else name).capitalize()
