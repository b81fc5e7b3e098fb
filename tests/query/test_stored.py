"""The stored queries: what each one answers about the two articles."""

from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Dataset

from kg.assemble import assemble
from kg.errors import QueryError
from kg.model import Document, Extraction, Hop, Party, Position
from kg.query import Table, names, query, query_stored
from kg.query.guard import checked
from kg.query.stored import Stored, every
from kg.store.local import LocalStore
from kg.vocabulary import WordClass
from tests.assemble.examples import AGENCY, CHANGED, DOCUMENT, OPEN, OPPOSES, RUN, VOCABULARY, passage
from tests.assemble.examples import QUOTED as QUOTED_POSITION

QUOTED = "»Den Bau billigen wir nie«, sagte Außenministerin Ada Beispiel dem Morgenblatt"
BRIDGE = "Bau: Brücke"
TALKS = "Gespräche über den Fluss"
OPPONENTS = [("Ada Beispiel", "lehnt ab"), ("Nordland", "lehnt ab"), ("Südland", "lehnt ab")]


def columns(table: Table, *wanted: str) -> list[tuple[str | None, ...]]:
    """Some of the columns, with names."""
    places = [table.columns.index(name) for name in wanted]
    return [tuple(row[place] for place in places) for row in table.named]


def test_each_query_says_what_it_answers() -> None:
    found = dict(names())
    assert set(found) >= {
        "who-holds-what", "positions-of", "opponents-of", "supporters-of", "evidence-for", "contradictions",
        "conflicts", "timeline", "sources", "media-chains", "issues", "languages", "actors", "relations",
    }  # fmt: skip
    assert all(answers[0].isupper() and answers[-1] in ".?" for answers in found.values())


@pytest.mark.parametrize("name", every())
def test_a_query_stands_alone_and_lists_its_values_after_select(name: str, root: Path) -> None:
    """Whoever pastes it elsewhere needs no prefixes of ours."""
    text = (root / "kg" / "query" / f"{name}.rq").read_text(encoding="utf-8")
    columns = [variable.value for variable in ox.Store().query(text).variables]
    parameters = [parameter.name for parameter in every()[name].parameters]
    assert columns[len(columns) - len(parameters) :] == parameters


@pytest.mark.parametrize("one", every().values(), ids=every())
def test_the_guard_lets_every_stored_query_pass_as_it_is(one: Stored) -> None:
    """So it need not look at them each time, which would take longer than some of their answers."""
    assert checked(one.text, [parameter.name for parameter in one.parameters]) == one.text


def test_who_holds_what(store: LocalStore) -> None:
    table = query(store, "who-holds-what")
    assert columns(table, "holder", "side", "stance", "target", "date", "factuality", "condition", "confidence") == [
        ("Nordland", "Nordland", "unterstützt", BRIDGE, "2032-01-02", "ohne Vorbehalt", None, "0.8"),
        ("Südland", "Südland", "lehnt ab", BRIDGE, "2032-01-02", "ohne Vorbehalt", None, "0.7"),
        ("Ada Beispiel", "Nordland", "lehnt ab", BRIDGE, "2031-05-06", "berichtet", None, "0.75"),
        ("Nordland", "Nordland", "lehnt ab", BRIDGE, None, "ohne Vorbehalt", None, "0.9"),
        ("Fischer vom Grenzfluss", None, "ist offen für", TALKS, None, "ohne Vorbehalt", "falls Nordland kommt", "1"),
    ]


def test_names_are_in_the_readers_language_where_there_are_some(store: LocalStore) -> None:
    found = columns(query(store, "who-holds-what", language="en"), "holder", "stance", "target", "factuality")
    assert found[0] == ("Northland", "supports", "construction: bridge", "asserted")
    assert found[-1] == ("Fischer vom Grenzfluss", "is open to", TALKS, "asserted")


@pytest.mark.parametrize(
    ("actor", "holders"),
    [
        ("Nordland", ["Nordland", "Ada Beispiel", "Nordland"]),
        ("northland", ["Nordland", "Ada Beispiel", "Nordland"]),
        ("REICH DES NORDENS", ["Nordland", "Ada Beispiel", "Nordland"]),
        ("https://w3id.org/diplokg/actor/nordland", ["Nordland", "Ada Beispiel", "Nordland"]),
        ("actor:nordland", ["Nordland", "Ada Beispiel", "Nordland"]),
        ("Ada Beispiel", ["Ada Beispiel"]),
        ("beispiel", ["Ada Beispiel"]),
        ("Fischer", ["Fischer vom Grenzfluss"]),
        ("Nord", []),
        ("Grenzfluss", []),
        ("", []),
    ],
)
def test_positions_of(store: LocalStore, actor: str, holders: list[str]) -> None:
    assert [row[0] for row in columns(query(store, "positions-of", actor=actor), "holder")] == holders


@pytest.mark.parametrize(
    ("issue", "number"),
    [
        ("brücke", 3), ("BRIDGE", 3), ("issue:construction.bridge", 3), ("Gespräche", 0), ("", 3),
        ("issue:bridge", 3), ("anything", 3), ("Brück", 0), ("rücke", 0), ("bau, der »Brücke«", 3), ("der", 3),
    ],
)  # fmt: skip
def test_positions_of_an_actor_on_an_issue(store: LocalStore, issue: str, number: int) -> None:
    assert len(query(store, "positions-of", actor="Nordland", issue=issue).rows) == number


def test_positions_of_tells_sentence_and_source(store: LocalStore) -> None:
    table = query(store, "positions-of", actor="Ada Beispiel")
    assert columns(table, "mode", "sentence", "source") == [("wörtlich", QUOTED, "Streit um die Brücke")]
    assert table.rows[0][table.columns.index("source")] == DOCUMENT.iri


@pytest.mark.parametrize(
    ("name", "issue", "expected"),
    [
        ("opponents-of", "Brücke", OPPONENTS),
        ("opponents-of", "bau der brücke", OPPONENTS),
        ("opponents-of", "issue:bridge", OPPONENTS),
        ("opponents-of", "anything", OPPONENTS),
        ("opponents-of", "Gespräche", []),
        ("opponents-of", "Brück", []),
        ("supporters-of", "bridge", [("Nordland", "unterstützt"), ("Südland", "unterstützt")]),
        ("supporters-of", "Gespräche", [("Fischer vom Grenzfluss", "ist offen für")]),
        ("supporters-of", "Tunnel", []),
    ],
)
def test_who_is_against_an_issue_and_who_is_for_it(
    store: LocalStore, name: str, issue: str, expected: list[tuple[str, str]]
) -> None:
    assert columns(query(store, name, issue=issue), "holder", "stance") == expected


def test_evidence_for(store: LocalStore) -> None:
    table = query(store, "evidence-for", actor="Beispiel", issue="Brücke")
    wanted = ("sentence", "cue", "start", "end", "confidence", "url")
    assert columns(table, *wanted) == [(QUOTED, "billigen", "38", "116", "0.75", DOCUMENT.url)]


def test_evidence_pairs_each_sentence_with_its_own_cue() -> None:
    again = replace(OPPOSES, evidence=passage("Südland unterstützt vielleicht den Bau."), cue=passage("vielleicht"))
    dataset = assemble([Extraction(DOCUMENT, (OPPOSES, again))], VOCABULARY, RUN)
    found = columns(query(dataset, "evidence-for", actor="Nordland"), "start", "cue")
    assert found == [("0", "lehnt"), ("218", "vielleicht")]


def test_contradictions_of_a_holder_and_of_those_who_speak_for_one_side(store: LocalStore) -> None:
    found = columns(query(store, "contradictions"), "target", "holder", "favours", "other", "objects", "objectsOn")
    assert found == [
        (BRIDGE, "Nordland", "unterstützt", "Ada Beispiel", "lehnt ab", "2031-05-06"),
        (BRIDGE, "Nordland", "unterstützt", "Nordland", "lehnt ab", None),
    ]


@pytest.mark.parametrize(
    ("values", "number"),
    [
        ({"actor": "Nordland"}, 2),
        ({"actor": "Beispiel"}, 1),
        ({"actor": "Südland"}, 0),
        ({"issue": "Brücke"}, 2),
        ({"issue": "anything"}, 2),
        ({"issue": "Brück"}, 0),
        ({"issue": "Gespräche"}, 0),
        ({"actor": "Beispiel", "issue": "Brücke"}, 1),
    ],
)
def test_contradictions_of_an_actor_or_on_an_issue(store: LocalStore, values: dict[str, str], number: int) -> None:
    assert len(query(store, "contradictions", **values).rows) == number


def test_a_speculation_contradicts_nobody(dataset: Dataset) -> None:
    """Südland is only guessed to be for the bridge, and said to be against it."""
    assert "Südland" not in {name for row in query(dataset, "contradictions").named for name in row}


def test_conflicts_are_between_sides(store: LocalStore) -> None:
    assert columns(query(store, "conflicts"), "target", "holder", "favours", "opponent", "objects") == [
        (BRIDGE, "Nordland", "unterstützt", "Südland", "lehnt ab")
    ]


@pytest.mark.parametrize(("issue", "number"), [("", 1), ("anything", 1), ("Brücke", 1), ("Brück", 0), ("Fluss", 0)])
def test_conflicts_on_an_issue_and_those_below_it(store: LocalStore, issue: str, number: int) -> None:
    assert len(query(store, "conflicts", issue=issue).rows) == number


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("who-holds-what", {}),
        ("positions-of", {"actor": "Fischer"}),
        ("evidence-for", {"actor": "Fischer"}),
        ("supporters-of", {"issue": "Gespräche"}),
        ("timeline", {"issue": "Gespräche"}),
    ],
)
def test_what_is_held_under_a_condition_only_is_shown_with_it(
    store: LocalStore, name: str, values: dict[str, str]
) -> None:
    found = columns(query(store, name, **values), "holder", "condition", "confidence")
    assert ("Fischer vom Grenzfluss", "falls Nordland kommt", "1") in found


@pytest.mark.parametrize("name", ["opponents-of", "media-chains", "conflicts", "contradictions"])
def test_so_it_is_where_others_are_against_it(name: str) -> None:
    under = passage("falls Nordland kommt")
    quoted = replace(QUOTED_POSITION, condition=under)
    dataset = assemble([Extraction(DOCUMENT, (quoted, replace(OPEN, target=quoted.target))), CHANGED], VOCABULARY, RUN)
    table = query(dataset, name, **({"issue": "Brücke"} if name == "opponents-of" else {}))
    column = "objectsIf" if name.startswith("con") else "condition"
    assert (under.text,) in columns(table, column)


def test_the_timeline_of_an_issue(store: LocalStore) -> None:
    assert columns(query(store, "timeline", issue="Brücke"), "day", "holder", "stance") == [
        ("2031-05-06", "Ada Beispiel", "lehnt ab"),
        ("2031-05-07", "Nordland", "lehnt ab"),
        ("2031-05-07", "Südland", "unterstützt"),
        ("2032-01-02", "Nordland", "unterstützt"),
        ("2032-01-02", "Südland", "lehnt ab"),
    ]


def test_sources(store: LocalStore) -> None:
    assert columns(query(store, "sources"), "source", "publisher", "published", "url", "positions") == [
        ("later", None, None, None, "2"),
        ("Streit um die Brücke", "Abendpost", "2031-05-07", DOCUMENT.url, "4"),
    ]


def test_an_article_without_positions_is_a_source_too() -> None:
    dataset = assemble([Extraction(Document("Nichts.", id="empty"))], VOCABULARY, RUN)
    assert columns(query(dataset, "sources"), "source", "positions") == [("empty", "0")]


@pytest.mark.parametrize(("values", "number"), [({}, 2), ({"actor": "Nordland"}, 2), ({"actor": "Südland"}, 0)])
def test_media_chains(store: LocalStore, values: dict[str, str], number: int) -> None:
    found = columns(query(store, "media-chains", **values), "holder", "step", "party")
    assert found == [("Ada Beispiel", "1", "Morgenblatt"), ("Ada Beispiel", "2", "DPX")][:number]


def test_issues_with_how_many_are_for_and_against(store: LocalStore) -> None:
    assert list(query(store, "issues").named) == [(BRIDGE, "2", "3", "0"), ("Gespräche über den Fluss", "1", "0", "0")]


def test_actors_with_how_many_positions(store: LocalStore) -> None:
    assert list(query(store, "actors").named) == [
        ("Nordland", "Staat", "2", "3"),
        ("Südland", "Staat", "2", "2"),
        ("Ada Beispiel", "Person", "1", "1"),
        ("Fischer vom Grenzfluss", "Gruppe", "1", "1"),
        ("DPX", "Medium", "0", "0"),
        ("Morgenblatt", "Medium", "0", "0"),
    ]


def test_relations(store: LocalStore) -> None:
    assert columns(query(store, "relations"), "subject", "relation", "object", "words") == [
        ("Ada Beispiel", "ist Minister von", "Nordland", "Außenministerin Ada Beispiel")
    ]


@pytest.mark.parametrize("name", [name for name, query in every().items() if all(p.optional for p in query.parameters)])
def test_rdflib_gives_the_same_rows(name: str, dataset: Dataset) -> None:
    ours = query(dataset, name)
    theirs = [tuple(None if term is None else str(term) for term in row) for row in dataset.query(every()[name].text)]
    shown = [row[: len(ours.columns)] for row in theirs]
    assert sorted(map(str, shown)) == sorted(map(str, ours.rows))


def test_the_union_counts_a_statement_once(dataset: Dataset) -> None:
    """Label and polarity of a stance stand in the graph of every article that uses it."""
    assert query(dataset, "SELECT (COUNT(*) AS ?n) WHERE { pos:opposes pos:polarity ?p }").rows == (("1",),)


@pytest.mark.parametrize(
    ("name", "values", "sentence"),
    [
        ("who-holds", {}, "No stored query is called 'who-holds'; did you mean who-holds-what?"),
        ("xyz", {}, "No stored query is called 'xyz'; name one of actors, "),
        ("positions-of", {}, "positions-of needs actor: a name in any language, a person's surname, or an IRI."),
        (
            "positions-of",
            {"actor": "x", "date": "y"},
            "positions-of has no 'date'; it takes actor (a name in any language",
        ),
        ("sources", {"a b": "x"}, "sources has no 'a b'; it takes no values."),
    ],
)
def test_a_wrong_name_or_value_is_explained(dataset: Dataset, name: str, values: dict[str, str], sentence: str) -> None:
    with pytest.raises(QueryError) as raised:
        query(dataset, name, **values)
    assert str(raised.value).startswith(sentence)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Actors", "'Actors'; did you mean actors? The names are actors, conditions, "),
        ("ASK { ?a ?b ?c }", "'ASK { ?a ?b ?c }'; name one of actors, conditions, "),
        ("", "''; name one of actors, conditions, "),
    ],
)
def test_what_is_said_to_be_a_name_is_never_read_as_sparql(store: LocalStore, name: str, says: str) -> None:
    with pytest.raises(QueryError) as raised:
        query_stored(store, name)
    assert str(raised.value).startswith(f"No stored query is called {says}")


def test_an_empty_graph_has_no_rows() -> None:
    assert all(
        not query(Dataset(), name, **{p.name: "x" for p in one.parameters}).rows for name, one in every().items()
    )


@pytest.mark.parametrize(
    ("values", "number"),
    [
        ({}, 1),
        ({"actor": "Fischer"}, 1),
        ({"actor": "Nordland"}, 0),
        ({"words": "nordland KOMMT"}, 1),
        ({"words": "Südland"}, 0),
        ({"words": ".*"}, 0),
    ],
)
def test_conditions_by_who_makes_them_and_by_their_words(
    store: LocalStore, values: dict[str, str], number: int
) -> None:
    found = columns(query(store, "conditions", **values), "holder", "stance", "condition")
    assert found == [("Fischer vom Grenzfluss", "ist offen für", "falls Nordland kommt")] * number


DIPLOMATS = Party("Diplomaten", "group", None, ("Diplomaten",))
VIA_DIPLOMATS = replace(OPPOSES, via=(Hop(DIPLOMATS), Hop(AGENCY)), factuality="reported")


@pytest.mark.parametrize(
    ("told", "dropped"),
    [
        ([VIA_DIPLOMATS], True),
        ([VIA_DIPLOMATS, replace(OPPOSES, stance="supports")], True),
        ([VIA_DIPLOMATS, replace(OPPOSES, factuality="speculative", via=(Hop(AGENCY),))], True),
        ([VIA_DIPLOMATS, OPPOSES], False),
        ([VIA_DIPLOMATS, replace(OPPOSES, via=(Hop(AGENCY),))], False),
    ],
    ids=["alone", "with another stance", "with a guess", "with the article itself", "with an agency"],
)
def test_what_rests_only_on_unnamed_sources_is_dropped_by_one_query(told: list[Position], dropped: bool) -> None:
    words = {"unnamed": WordClass("urn:w", "unnamed", (), words=(("de", "Diplomaten"),))}
    dataset = assemble([Extraction(DOCUMENT, tuple(told))], replace(VOCABULARY, word_classes=words), RUN)
    claim = ("Nordland", "lehnt ab", BRIDGE)
    assert (claim in columns(query(dataset, "named-sources"), "holder", "stance", "target")) is not dropped
    assert (claim in columns(query(dataset, "unnamed-sources"), "holder", "stance", "target")) is dropped


def test_a_named_source_is_no_unnamed_one(store: LocalStore) -> None:
    assert query(store, "unnamed-sources").rows == ()
    assert len(query(store, "named-sources").rows) == 5
