"""Mentions of known actors: which count, and which are right."""

from datetime import date
from typing import Any

import pytest

from kg.model import Document, Extraction, Mention, Party, Passage
from kg.score.forms import Authority, expected
from kg.score.linking import Links, judged, lines
from tests.vocabulary.made import made

AUTHORITY = Authority(made(), "de")
ZENDA = {"name": "Flavia Zenda", "type": "person"}
STATE = {"name": "Ruritanien", "type": "state"}
TEXT = "Ruritanien und Zenda, der ruritanische Außenminister und die Partei: Zendas Rat, Anti-Zenda."


def gold(actor: dict[str, str], *forms: str) -> list[dict[str, Any]]:
    return [{**actor, "same_as": list(forms)}]


@pytest.mark.parametrize(
    ("actors", "found"),
    [
        (gold(STATE), ["Ruritanien"]),
        (gold(ZENDA, "Zenda"), ["Zenda", "Zenda"]),
        (gold(ZENDA, "der ruritanische Außenminister"), ["der ruritanische Außenminister"]),
        (gold({"name": "Rupert Hentzau", "type": "person"}, "der ruritanische Außenminister"), []),  # later in office
        (gold(ZENDA, "die Partei"), []),
        (gold(ZENDA, "Ruritanien und Zenda"), ["Zenda"]),
        (gold(ZENDA, "Rat"), []),
        (gold({**ZENDA, "type": "organisation"}, "Zenda"), []),
        (gold({"name": "Anna Berg", "type": "person"}, "Zenda"), []),
        (gold({"name": "Rat", "type": "organisation"}, "Hoher Rat", "Zendas"), ["Zendas"]),  # a name that is not known
        ([*gold(ZENDA, "Zenda"), *gold(STATE, "Zenda")], ["Ruritanien"]),  # nobody knows whose it is
    ],
)
def test_these_mentions_ought_to_be_linked(actors: list[dict[str, Any]], found: list[str]) -> None:
    document = Document(TEXT, "x", language="de", published=date(2012, 5, 1))
    spans = expected(document, actors, AUTHORITY)
    assert [TEXT[one.start : one.end] for one in spans] == found


@pytest.mark.parametrize(
    ("span", "iri", "verdict"),
    [
        ((5, 11), "a:council", "right"),
        ((0, 11), "a:council", "right"),
        ((5, 11), "a:post", "wrong"),
        ((5, 11), None, "unlinked"),
        ((12, 13), "a:council", "unlinked"),
    ],
)
def test_a_mention_is_right_where_it_has_the_node(span: tuple[int, int], iri: str | None, verdict: str) -> None:
    document = Document("Der Hohe Rat tagt", "x", language="de")
    party = Party("?", "organisation", iri)
    found = Extraction(document, mentions=(Mention(Passage(document, *span), party),))
    links = Links(tuple(judged(found, gold({"name": "Hoher Rat", "type": "organisation"}, "Hohe Rat"), AUTHORITY)))
    assert [one.verdict for one in links.mentions] == [verdict]
    assert links.share(verdict) == 1
    assert verdict in "".join(lines("x", "de", links, errors=True))


def test_a_part_of_the_longer_name_of_another_entry_does_not_count() -> None:
    document = Document("Der Hohe Rat tagt", "x", language="de")
    actors = gold(STATE, "Hohe")
    for span, count in (((4, 12), 0), ((4, 8), 1)):
        mention = Mention(Passage(document, *span), Party("?", "organisation", "a:council"))
        assert len(list(judged(Extraction(document, mentions=(mention,)), actors, AUTHORITY))) == count
