"""Decisions outlive what becomes of their articles: read again, changed, retracted, loaded in bulk."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import RDF

from kg.assemble import check
from kg.decide import Change, Verdict, decisions
from kg.namespaces import DECISION, INDEPENDENCE, POS, PROV
from kg.store import Catalogue, Store, bulk, in_memory, on_disk, recount, serialized
from kg.store.base import quads
from kg.store.catalogue import Entry
from kg.store.decisions import completed
from kg.store.local import LocalStore
from kg.store.unfinished import mended
from tests.assemble.examples import ARTICLE, CHANGED, QUOTED
from tests.decide.examples import (
    ABOUT,
    NOON,
    OPENING,
    OPPOSING,
    QUOTING,
    dataset_of,
    decide,
    filled,
    graph_of,
    held,
    keep,
    plain,
    reworded,
    state,
    undo,
)

ADA, NORTH = ("ada-beispiel", "opposes", "construction.bridge"), ("nordland", "opposes", "construction.bridge")
DOUBTED = ("ada-beispiel", "doubts", "construction.bridge")
DOUBTS = Change(stance="doubts")
# Verdict on what Ada says, change → whether the store says what she was found to say, and whether it says the other.
CASES: list[tuple[Verdict, Change | None, bool, bool]] = [
    ("accepted", None, True, False),
    ("rejected", None, False, False),
    ("changed", DOUBTS, False, True),
]
UNSURE = replace(ARTICLE, positions=tuple(replace(one, confidence=0.5) for one in ARTICLE.positions))
WITHOUT_ADA = replace(ARTICLE, positions=tuple(one for one in ARTICLE.positions if one != QUOTED))


def sees(store: Store) -> tuple[bool, bool]:
    return ADA in held(store), DOUBTED in held(store)


@pytest.mark.parametrize(("verdict", "change", "old", "new"), CASES)
class TestEachVerdict:
    """What stands after the article was read again."""

    def test_by_the_same_recipe(self, verdict: Verdict, change: Change | None, old: bool, new: bool) -> None:
        store, untouched = filled(), state(filled())
        made = decide(store, QUOTING, verdict, change)
        decided = state(store)
        keep(store, ARTICLE)
        recount(store)
        assert (sees(store), state(store)) == ((old, new), decided)
        undo(store, made)
        assert state(store) == untouched

    def test_by_another_recipe_that_is_less_sure(
        self, verdict: Verdict, change: Change | None, old: bool, new: bool
    ) -> None:
        store, untouched = filled(), state(filled(None, UNSURE), INDEPENDENCE)
        made = decide(store, QUOTING, verdict, change)
        keep(store, UNSURE, "second")
        assert sees(store) == (old, new)
        assert check(dataset_of(store)) == []
        undo(store, made)
        assert state(store, INDEPENDENCE)[ABOUT] == untouched[ABOUT]

    def test_by_a_recipe_that_does_not_find_it(
        self, verdict: Verdict, change: Change | None, old: bool, new: bool
    ) -> None:
        store = filled()
        made = decide(store, QUOTING, verdict, change)
        keep(store, WITHOUT_ADA, "second")
        assert sees(store) == (old, new)
        assert check(dataset_of(store)) == []
        undo(store, made)
        assert sees(store) == (False, False)
        assert state(store, INDEPENDENCE)[ABOUT] == state(filled(None, WITHOUT_ADA))[ABOUT]

    def test_and_again_by_one_that_finds_it(
        self, verdict: Verdict, change: Change | None, old: bool, new: bool
    ) -> None:
        store, untouched = filled(), state(filled())
        made = decide(store, QUOTING, verdict, change)
        keep(store, WITHOUT_ADA, "second")
        keep(store, ARTICLE, "third")
        recount(store)
        assert sees(store) == (old, new)
        undo(store, made)
        assert state(store) == untouched

    def test_with_a_text_that_changed(self, verdict: Verdict, change: Change | None, old: bool, new: bool) -> None:
        store, later = filled(), reworded(ARTICLE)
        made = decide(store, QUOTING, verdict, change)
        keep(store, later, origin="/bridge")
        recount(store)
        assert ABOUT not in set(store.graphs())
        assert sees(store) == (old, new)
        (carried,) = decisions(store)
        assert (carried.iri, carried.document, carried.stands) == (made.iri, later.document.iri, True)
        assert check(dataset_of(store)) == []
        undo(store, carried)
        other = filled()
        keep(other, later, origin="/bridge")
        recount(other)
        assert state(store) == state(other)

    def test_with_a_text_that_no_longer_says_it(
        self, verdict: Verdict, change: Change | None, old: bool, new: bool
    ) -> None:
        store = filled()
        made = decide(store, QUOTING, verdict, change)
        keep(store, reworded(WITHOUT_ADA), origin="/bridge")
        assert sees(store) == (False, False)
        (kept,) = decisions(store)
        assert (kept.iri, kept.stands) == (made.iri, False)
        assert "changed" in kept.lapsed
        assert kept.judged == made.judged
        assert check(dataset_of(store)) == []

    def test_of_an_article_that_is_retracted(
        self, verdict: Verdict, change: Change | None, old: bool, new: bool
    ) -> None:
        store = filled()
        decide(store, QUOTING, verdict, change)
        Catalogue(store).remove("/bridge")
        recount(store)
        assert sees(store) == (False, False)
        (kept,) = decisions(store)
        assert (kept.stands, "no longer in the store" in kept.lapsed) == (False, True)
        assert plain(store, "opposes", "doubts") == {("suedland", "opposes", "construction.bridge")}
        assert check(dataset_of(store)) == []

    def test_of_an_article_that_lies_elsewhere_too(
        self, verdict: Verdict, change: Change | None, old: bool, new: bool
    ) -> None:
        store = filled()
        keep(store, ARTICLE, origin="/copy")
        made = decide(store, QUOTING, verdict, change)
        Catalogue(store).remove("/bridge")
        assert (sees(store), decisions(store)) == ((old, new), [made])

    def test_in_a_file_that_is_loaded_into_a_new_store(
        self, verdict: Verdict, change: Change | None, old: bool, new: bool, tmp_path: Path
    ) -> None:
        store, untouched = filled(), state(filled())
        made = decide(store, QUOTING, verdict, change)
        with loaded(tmp_path, saved(tmp_path, store)) as other:
            assert (sees(other), state(other), decisions(other)) == ((old, new), state(store), [made])
            undo(other, made)
            assert state(other) == untouched

    def test_of_an_article_that_is_loaded_as_it_was_found(
        self, verdict: Verdict, change: Change | None, old: bool, new: bool, tmp_path: Path
    ) -> None:
        store, untouched = filled(), state(filled())
        made = decide(store, QUOTING, verdict, change)
        before = state(store)
        with loaded(tmp_path, saved(tmp_path, store)) as other:
            bulk.load(other, [saved(tmp_path, filled())])
            recount(other)
            assert (sees(other), state(other)) == ((old, new), before)
            undo(other, made)
            assert state(other) == untouched

    def test_in_a_file_beside_the_article_as_it_was_found(
        self, verdict: Verdict, change: Change | None, old: bool, new: bool, tmp_path: Path
    ) -> None:
        store, untouched = filled(), state(filled())
        made = decide(store, QUOTING, verdict, change)
        with loaded(tmp_path, decisions_saved(tmp_path, store), saved(tmp_path, filled())) as other:
            assert (sees(other), state(other)) == ((old, new), state(store))
            undo(other, made)
            assert state(other) == untouched


def saved(folder: Path, store: Store) -> Path:
    path = folder / f"{len(list(folder.iterdir()))}.nq"
    path.write_bytes(serialized(quads(store), ox.RdfFormat.N_QUADS))
    return path


def decisions_saved(folder: Path, store: Store) -> Path:
    """Their graphs without those of the articles."""
    path = folder / f"{len(list(folder.iterdir()))}.nq"
    only = [one for one in quads(store) if str(one.graph_name).startswith(f"<{DECISION}")]
    path.write_bytes(serialized(only, ox.RdfFormat.N_QUADS))
    return path


def loaded(folder: Path, *files: Path) -> "closing[LocalStore]":
    store = on_disk(folder / f"store{len(list(folder.iterdir()))}", create=True)
    bulk.load(store, files)
    recount(store)
    return closing(store)


def test_an_article_without_decisions_is_put_as_ever() -> None:
    store = filled()
    decide(store, QUOTING, "rejected")
    keep(store, reworded(WITHOUT_ADA), origin="/elsewhere")
    assert [one.stands for one in decisions(store)] == [True]


def test_two_decisions_go_over_and_a_third_does_not() -> None:
    store = filled()
    for position, verdict in ((QUOTING, "rejected"), (OPPOSING, "accepted"), (OPENING, "rejected")):
        decide(store, position, verdict)  # type: ignore[arg-type]
    keep(store, reworded(WITHOUT_ADA), origin="/bridge")
    assert sorted((one.judged.stance[-7:], one.verdict, one.stands) for one in decisions(store)) == [
        ("open-to", "rejected", True),
        ("opposes", "accepted", True),
        ("opposes", "rejected", False),
    ]


def test_a_decision_goes_over_to_an_article_that_the_store_had_already() -> None:
    store, later = filled(), reworded(ARTICLE)
    keep(store, later, origin="/elsewhere")
    first = decide(store, OPPOSING, "rejected")
    second = decide(store, QUOTING, "accepted")
    other = decide(store, QUOTING.replace(ABOUT, later.document.iri), "rejected")
    Catalogue(store).put("/bridge", Entry(later.document.iri, "first"), {})  # the text of /bridge is that one now
    assert {(one.iri, one.document, one.stands) for one in decisions(store)} == {
        (first.iri, later.document.iri, True),
        (second.iri, ABOUT, False),  # there somebody had decided already
        (other.iri, later.document.iri, True),
    }
    assert not {NORTH, ADA} & held(store)
    assert check(dataset_of(store)) == []
    for one in (first, other):
        undo(store, one)
    keep(store, later, origin="/elsewhere")
    fresh = filled()
    keep(fresh, later, origin="/bridge")
    assert state(store, INDEPENDENCE) == state(fresh, INDEPENDENCE)


def test_in_a_graph_of_many_articles_a_decision_goes_over_to_the_same_position() -> None:
    """As what people coded in a table has it, whose graph has another name when the table has changed."""
    store = in_memory()
    (article,) = graph_of(ARTICLE).values()
    for name in ("urn:coded:1", "urn:coded:2"):
        Catalogue(store).put("/codings.csv", Entry(name, "r"), {name: article})
        if name.endswith("1"):
            decide(store, QUOTING, "rejected")
        assert ADA not in held(store)
    assert [(one.document, one.position, one.stands) for one in decisions(store)] == [("urn:coded:2", QUOTING, True)]


def test_a_decision_that_is_loaded_before_its_article_waits_for_it(tmp_path: Path) -> None:
    store = filled()
    made = decide(store, QUOTING, "rejected")
    with loaded(tmp_path, decisions_saved(tmp_path, store)) as other:
        assert decisions(other) == [made]
        for extraction in (ARTICLE, CHANGED):
            keep(other, extraction)
        recount(other)
        assert state(other) == state(store)


def test_what_was_undone_in_a_copy_is_undone_when_the_decision_is_loaded(tmp_path: Path) -> None:
    store, untouched = filled(), state(filled())
    other, made = decide(store, OPPOSING, "accepted"), decide(store, QUOTING, "rejected")
    with loaded(tmp_path, saved(tmp_path, store)) as copy:
        undo(store, made)
        bulk.load(copy, [decisions_saved(tmp_path, store)])
        recount(copy)
        assert (state(copy), decisions(copy)) == (state(store), decisions(store))
        undo(copy, other)
        assert state(copy) == untouched


@pytest.mark.parametrize("save", [saved, decisions_saved])
@pytest.mark.parametrize(("hours", "seen"), [(1, False), (-1, True)])
def test_of_what_two_people_decided_on_a_position_the_newer_stands(
    save: Callable[[Path, Store], Path], hours: int, seen: bool, tmp_path: Path
) -> None:
    one, other = filled(), filled(None, UNSURE, CHANGED)
    decide(one, QUOTING, "accepted")
    decide(other, QUOTING, "rejected", by="Bo", at=NOON + timedelta(hours=hours))
    with loaded(tmp_path, saved(tmp_path, one)) as both:
        bulk.load(both, [save(tmp_path, other)])
        recount(both)
        assert sees(both) == (seen, False)
        assert check(dataset_of(both)) == []
        (standing,) = (each for each in decisions(both) if each.stands)
        assert standing == decisions(both)[0]
        undo(both, standing)
        assert state(both) == state(filled(None, UNSURE if save is saved else ARTICLE, CHANGED))


def test_a_decision_on_what_the_article_there_does_not_say_brings_nothing_into_it(tmp_path: Path) -> None:
    store = filled()
    made = decide(store, QUOTING, "accepted")
    with loaded(tmp_path, saved(tmp_path, filled(None, WITHOUT_ADA, CHANGED))) as other:
        before = state(other)
        bulk.load(other, [decisions_saved(tmp_path, store)])
        assert sees(other) == (True, False)
        undo(other, made)
        assert state(other) == before


def test_a_graph_that_says_what_was_decided_on_is_taken_as_it_is() -> None:
    store, (sent,) = filled(), graph_of(UNSURE).values()
    decide(store, QUOTING, "rejected")
    assert completed(store, ABOUT, sent) == frozenset(sent)


def test_a_position_that_is_all_that_a_graph_has_comes_back() -> None:
    """As in a nanopublication."""
    store = in_memory()
    alone = {one for one in graph_of(ARTICLE)[ABOUT] if str(one.subject) == f"<{QUOTING}>"}
    store.put({"urn:alone": alone})
    undo(store, decide(store, QUOTING, "rejected"))
    assert alone <= set(store.graph("urn:alone"))


def test_a_decision_outlives_a_loading_that_was_cut_short(tmp_path: Path) -> None:
    store, untouched = filled(), state(filled())
    made = decide(store, QUOTING, "changed", DOUBTS)
    articles = saved(tmp_path, filled())
    with loaded(tmp_path, saved(tmp_path, store)) as other:
        cut_short(other, articles)
        assert ABOUT not in set(other.graphs())
        bulk.load(other, [articles])
        recount(other)
        assert (sees(other), state(other)) == ((False, True), state(store))
        undo(other, made)
        assert state(other) == untouched


def test_nothing_comes_back_of_an_article_that_a_loading_took_with_it(tmp_path: Path) -> None:
    store = filled()
    made = decide(store, QUOTING, "rejected")
    with loaded(tmp_path, saved(tmp_path, store)) as other:
        cut_short(other, saved(tmp_path, filled()))
        undo(other, made)
        assert held(other) == set()


def cut_short(store: LocalStore, articles: Path, step: str = "write") -> None:
    """A loading that ended before this step, and the store as it is opened next."""
    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(bulk, step, interrupted)
        with pytest.raises(KeyboardInterrupt):
            bulk.load(store, [articles])
    mended(store)


def interrupted(*_: object) -> None:
    raise KeyboardInterrupt


# What a graph says of a decision besides its class and its article.
BROKEN = [f'<{POS.verdict}> "rejected"', f"<{POS.judges}> <urn:p>", f'<{PROV.used}> "no address"']


@pytest.mark.parametrize("more", BROKEN)
def test_a_graph_that_only_looks_like_a_decision_is_passed_over(more: str, tmp_path: Path) -> None:
    parts = (f"<{RDF.type}> <{POS.Decision}>", f"<{PROV.used}> <{ABOUT}>", more)
    (tmp_path / "x.nq").write_text("".join(f"<{DECISION.x}> {part} <{DECISION.x}> .\n" for part in parts), "utf-8")
    with loaded(tmp_path, tmp_path / "x.nq") as store:
        assert decisions(store) == []
        keep(store, ARTICLE)
        decide(store, QUOTING, "rejected")
        assert ADA not in held(store)
