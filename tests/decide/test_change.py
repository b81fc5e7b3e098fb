"""What the words of a change mean, and what is refused."""

from datetime import datetime, timedelta
from typing import Any

import pyoxigraph as ox
import pytest

from kg.assemble import check
from kg.decide import Change, deciding, decisions, decisions_on, undoing
from kg.errors import DecisionError
from kg.namespaces import ACTOR, DECISION, ISSUE, POS
from kg.query import query
from kg.query.labels import labels
from kg.store import Store
from tests.decide.examples import (
    ABOUT,
    NOON,
    OPENING,
    OPPOSING,
    QUOTING,
    SUPPORTING,
    dataset_of,
    decide,
    filled,
    held,
    put,
    state,
    undo,
)  # fmt: skip

BRIDGE = ISSUE["construction.bridge"]
RUSSIA, LAVROV = str(ACTOR["russia"]), str(ACTOR["sergej-lawrow"])
TROOPS = str(ISSUE["presence.troops.by-nato.in-ukraine"])
HOSTILE = [
    'quote " backslash \\ end',
    "line\nbreak\ttab\rreturn",
    '""" } INSERT DATA { <urn:x> <urn:y> <urn:z> } #',
    "\\u0022 . } DROP ALL #",
    "‮right to left‬ ä \U0001f54a",
    "A <script>alert(1)</script>",
    "'; DROP TABLE positions; --",
]


@pytest.fixture
def store() -> Store:
    return filled()


# Change → the part, and what it has become.
MEANT: list[tuple[Change, str, str]] = [
    (Change(stance="doubts"), "stance", str(POS["doubts"])),
    (Change(stance="bezweifelt"), "stance", str(POS["doubts"])),
    (Change(stance="pos:doubts"), "stance", str(POS["doubts"])),
    (Change(stance=str(POS["doubts"])), "stance", str(POS["doubts"])),
    (Change(holder="Südland"), "holder", str(ACTOR["suedland"])),
    (Change(holder="southland"), "holder", str(ACTOR["suedland"])),
    (Change(holder="actor:suedland"), "holder", str(ACTOR["suedland"])),
    (Change(holder="Russland"), "holder", RUSSIA),
    (Change(holder="Russian Federation"), "holder", RUSSIA),
    (Change(holder="Moskau"), "holder", RUSSIA),
    (Change(holder="Sergej Lawrow"), "holder", LAVROV),
    (Change(holder="lawrow"), "holder", LAVROV),
    (Change(holder="Beispiel"), "holder", str(ACTOR["ada-beispiel"])),
    (Change(holder="Sergej Lawrow"), "side", RUSSIA),
    (Change(holder="Russland"), "side", RUSSIA),
    (Change(holder="Südland"), "side", str(ACTOR["suedland"])),
    (Change(holder="Max Neumann"), "side", str(ACTOR["nordland"])),  # of whom nothing is known
    (Change(side="Südland"), "side", str(ACTOR["suedland"])),
    (Change(target="Gespräche über den Fluss"), "target", str(ISSUE["x-gespraeche"])),
    (Change(target="gespräche  über den fluss"), "target", str(ISSUE["x-gespraeche"])),
    (Change(target="issue:x-gespraeche"), "target", str(ISSUE["x-gespraeche"])),
    (Change(target="Präsenz von Nato-Truppen in der Ukraine"), "target", TROOPS),
    (Change(target="presence of NATO troops in Ukraine"), "target", TROOPS),  # though the article is German
]  # fmt: skip


@pytest.mark.parametrize(("change", "part", "meant"), MEANT)
def test_names_and_words_are_understood(store: Store, change: Change, part: str, meant: str) -> None:
    made = decide(store, OPPOSING, "changed", change)
    assert made.changed
    assert getattr(made.changed, part) == meant
    assert check(dataset_of(store)) == []


def test_what_is_not_named_stays(store: Store) -> None:
    made = decide(store, OPPOSING, "changed", Change(stance="doubts"))
    assert made.changed
    assert (made.changed.holder, made.changed.side, made.changed.target) == (
        made.judged.holder, made.judged.side, made.judged.target,
    )  # fmt: skip


def test_a_changed_position_keeps_its_sentence_and_is_certain(store: Store) -> None:
    made = decide(store, QUOTING, "changed", Change(stance="doubts"))
    (row,) = query(
        store,
        """SELECT ?words ?sure ?date ?hop WHERE { ?new prov:wasRevisionOf ?old ; prov:wasGeneratedBy ?decision ;
        pos:confidence ?sure ; pos:expressedOn ?date ; pos:evidence/oa:hasSelector/oa:exact ?words ;
        pos:attribution/rdf:first/pos:party ?hop . ?decision prov:generated ?new ; pos:judges ?old }""",
    ).rows
    assert "billigen" in str(row[0])
    assert row[1:3] == ("1", "2031-05-06")
    assert "morgenblatt" in str(row[3])
    assert made.confidence == 0.75


@pytest.mark.parametrize(("change", "kept"), [(Change(side=""), True), (Change(stance="doubts"), False)])
def test_the_steps_to_the_stance_stay_with_the_stance(store: Store, change: Change, kept: bool) -> None:
    made = decide(store, QUOTING, "changed", change)
    assert query(store, f"ASK {{ <{QUOTING}> pos:rule ?steps }}").rows == (("false",),)
    assert query(store, f"ASK {{ <{made.made}> pos:rule/rdf:first ?step }}").rows == ((str(kept).lower(),),)
    assert check(dataset_of(store)) == []


def test_a_changed_position_is_not_named_by_the_end_of_its_iri(store: Store) -> None:
    made = decide(store, QUOTING, "changed", Change(stance="doubts"))
    assert labels(store, [made.iri, str(made.made)], "en") == {}


def test_a_side_can_be_taken_away(store: Store) -> None:
    made = decide(store, OPPOSING, "changed", Change(side=""))
    assert made.changed
    assert made.changed.side is None


def test_new_words_are_named_as_the_text_has_them(store: Store) -> None:
    decide(store, OPPOSING, "changed", Change(holder="Gilde der Fährleute", target="Bau einer Seilbahn"))
    (row,) = query(
        store,
        """SELECT ?holder ?target ?kind WHERE { ?p prov:wasRevisionOf ?old ; pos:holder ?h ; pos:target ?t .
        ?h skos:prefLabel ?holder ; a ?kind . ?t skos:prefLabel ?target FILTER(LANG(?target) = "de") }""",
    ).rows
    assert row == ("Gilde der Fährleute", "Bau einer Seilbahn", str(POS.State))  # a holder of the same kind


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(store: Store, words: str) -> None:
    original = state(store)
    change = Change(holder=words, side=words, target=words)
    made = decide(store, OPPOSING, "changed", change, by=words, note=words)
    assert made.note == words.strip()
    assert made.by == " ".join(words.split())
    assert check(dataset_of(store)) == []
    assert query(store, "ASK { <urn:x> ?p ?o }").rows == (("false",),)
    undo(store, made)
    assert state(store) == original


REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("urn:nothing", {}, "no position urn:nothing"),
    ("no iri", {}, "no IRI of a position"),
    (ABOUT, {}, "no position"),
    (OPPOSING, {"verdict": "liked"}, "no verdict"),
    (OPPOSING, {"by": " "}, "somebody's"),
    (OPPOSING, {"by": "x" * 201}, "name is longer than 200"),
    (OPPOSING, {"note": "x" * 2001}, "note is longer than 2000"),
    (OPPOSING, {"note": "\udcff"}, "no text in Unicode"),
    (OPPOSING, {"verdict": "changed"}, "what is to be another"),
    (OPPOSING, {"change": Change(stance="doubts")}, "what is to be another"),
    (OPPOSING, {"verdict": "changed", "change": Change()}, "Nothing would change"),
    (OPPOSING, {"verdict": "changed", "change": Change(stance="opposes")}, "Nothing would change"),
    (OPPOSING, {"verdict": "changed", "change": Change(stance="oposes")}, "did you mean opposes"),
    (OPPOSING, {"verdict": "changed", "change": Change(holder="actor:nobody")}, "no actor actor:nobody"),
    (OPPOSING, {"verdict": "changed", "change": Change(holder="<no iri>")}, "no IRI"),
    (OPPOSING, {"verdict": "changed", "change": Change(holder=" ")}, "empty name"),
    (OPPOSING, {"verdict": "changed", "change": Change(holder="x" * 501)}, "longer than 500"),
    (OPPOSING, {"verdict": "changed", "change": Change(target="\udcff")}, "no text in Unicode"),
    (OPPOSING, {"verdict": "changed", "change": Change(target="issue:nothing")}, "no issue issue:nothing"),
    (OPPOSING, {"verdict": "changed", "change": Change(target="actor:nordland")}, "no issue actor:nordland"),
]


@pytest.mark.parametrize(("position", "given", "sentence"), REFUSED)
def test_what_cannot_be_decided_is_told_in_a_sentence(
    store: Store, position: str, given: dict[str, Any], sentence: str
) -> None:
    before = state(store)
    with pytest.raises(DecisionError) as told:
        deciding(store, position, **{"verdict": "accepted", "by": "Ada", "at": NOON, **given})
    assert sentence in str(told.value)
    assert str(told.value).endswith(".")
    assert state(store) == before


def test_a_position_that_stands_in_two_graphs_is_refused(store: Store) -> None:
    """Else queries would still find it in the other."""
    store.put({"urn:copy": list(store.graph(ABOUT))})
    with pytest.raises(DecisionError, match=r"stands in https.* and urn:copy; take out all but one\.$"):
        deciding(store, OPPOSING, "rejected", by="Ada", at=NOON)


def test_a_name_of_two_is_refused(store: Store) -> None:
    label = ox.NamedNode("http://www.w3.org/2004/02/skos/core#altLabel")
    more = [
        ox.Triple(ox.NamedNode(str(ACTOR[name])), label, ox.Literal("Nachbar")) for name in ("nordland", "suedland")
    ]
    store.put({"urn:more": more})
    with pytest.raises(DecisionError, match=r"Nachbar' is the name of .*nordland and .*suedland"):
        deciding(store, OPPOSING, "changed", by="Ada", at=NOON, change=Change(holder="Nachbar"))


def test_a_second_decision_undoes_the_first(store: Store) -> None:
    first = decide(store, OPPOSING, "rejected")
    second = decide(store, OPPOSING, "accepted", at=NOON + timedelta(hours=1))
    assert [(one.iri, one.stands) for one in decisions(store)] == [(second.iri, True), (first.iri, False)]
    assert decisions(store)[1].undone == second.at
    assert second.judged == first.judged


def test_a_changed_position_can_be_changed_again_and_rejected(store: Store) -> None:
    original = state(store)
    first = decide(store, SUPPORTING, "changed", Change(stance="doubts"))
    assert first.made
    second = decide(store, first.made, "changed", Change(holder="Südland"), at=NOON + timedelta(hours=1))
    assert second.position == SUPPORTING
    assert ("suedland", "doubts", "construction.bridge") in held(store)
    assert second.made
    with pytest.raises(DecisionError, match="it stands"):
        deciding(store, second.made, "accepted", by="Ada", at=NOON)
    third = decide(store, second.made, "rejected", at=NOON + timedelta(hours=2))
    assert not any(stance == "doubts" for _, stance, _ in held(store))
    assert [one.iri for one in decisions_on(store, SUPPORTING)] == [third.iri, second.iri, first.iri]
    undo(store, third)
    assert state(store) == original


def test_a_change_back_to_what_was_found_is_no_change(store: Store) -> None:
    decide(store, SUPPORTING, "changed", Change(stance="doubts"))
    with pytest.raises(DecisionError, match="how it was found"):
        deciding(store, SUPPORTING, "changed", by="Ada", at=NOON, change=Change(stance="supports"))


def test_decisions_on_one_position_are_those_on_what_it_was_made_from(store: Store) -> None:
    decide(store, OPENING, "rejected")
    made = decide(store, SUPPORTING, "changed", Change(stance="doubts"))
    assert made.made
    assert [one.iri for one in decisions_on(store, made.made)] == [made.iri]
    assert [one.iri for one in decisions_on(store, SUPPORTING)] == [made.iri]
    assert decisions_on(store, OPPOSING) == []


def test_what_was_undone_or_never_was_cannot_be_undone(store: Store) -> None:
    made = decide(store, OPPOSING, "rejected")
    undo(store, made)
    for iri, sentence in ((made.iri, "undone before"), (str(DECISION.x), "no decision"), ("a b", "no IRI")):
        with pytest.raises(DecisionError, match=sentence):
            undoing(store, iri, at=NOON)


def test_a_time_without_a_zone_is_the_local_one(store: Store) -> None:
    put(store, deciding(store, OPPOSING, "rejected", by="Ada", at=datetime(2032, 1, 1, 12)))
    (made,) = decisions(store)
    assert made.at == datetime(2032, 1, 1, 12).astimezone()


def test_the_same_decision_gives_the_same_statements() -> None:
    one, other = (deciding(filled(), OPPOSING, "accepted", by="Ada", at=NOON) for _ in range(2))
    assert {name: sorted(map(str, triples)) for name, triples in one.items()} == {
        name: sorted(map(str, triples)) for name, triples in other.items()
    }


def test_a_broken_decision_is_passed_over(store: Store) -> None:
    made = decide(store, OPPOSING, "rejected")
    verdict = ox.NamedNode(str(POS.verdict))
    broken = [one for one in store.graph(made.iri) if one.predicate != verdict]
    store.put({made.iri: broken})
    assert decisions(store) == []
    assert decide(store, QUOTING, "rejected").stands
