"""`kg decide`, `kg undo` and `kg decisions`, from their arguments to what they print."""

import csv
import io
import json
from contextlib import closing
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.cli import main
from kg.decide import decisions
from kg.store import on_disk
from tests.decide.examples import ABOUT, OPPOSING, QUOTING, SUPPORTING, decide, filled, held

NAME = QUOTING.rpartition("#")[2]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    with closing(on_disk(tmp_path / "store", create=True)) as store:
        filled(store)
    return tmp_path / "store"


def kg(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def rows(place: Path, capfd: pytest.CaptureFixture[str], *options: str) -> list[dict[str, str]]:
    capfd.readouterr()
    assert kg("decisions", place, "--format", "csv", *options) == 0
    return list(csv.DictReader(io.StringIO(capfd.readouterr().out)))


def test_a_rejected_position_is_listed_and_can_be_undone(place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert kg("decide", place, NAME, "reject", "--by", "Ada", "--note", "nur ein Zitat") == 0
    said = capfd.readouterr().err
    assert "rejected: Ada Beispiel (Northland) – opposes – construction: bridge" in said
    (row,) = rows(place, capfd)
    assert (row["by"], row["verdictLabel"], row["position"]) == ("Ada", "verworfen", QUOTING)
    assert (row["holderLabel"], row["note"], row["undone"]) == ("Ada Beispiel", "nur ein Zitat", "")
    assert kg("undo", place, row["decisionLabel"]) == 0
    assert "undone: rejected: Ada Beispiel" in capfd.readouterr().err
    assert rows(place, capfd)[0]["undone"]
    with closing(on_disk(place)) as store:
        assert held(store) == held(filled())


def test_a_change_says_what_it_makes_of_a_position(place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert kg("decide", place, SUPPORTING, "change", "--holder", "Südland", "--stance", "bezweifelt") == 0
    assert "→ Southland – doubts – construction: bridge" in capfd.readouterr().err
    (row,) = rows(place, capfd, "--language", "en")
    assert (row["newHolderLabel"], row["newStanceLabel"], row["newTarget"]) == ("Southland", "doubts", "")
    assert row["by"]


def test_a_change_is_changed_again_and_undone(place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    kg("decide", place, SUPPORTING, "change", "--stance", "doubts")
    (row,) = rows(place, capfd)
    assert kg("decide", place, f"{row['decision']}#position", "change", "--stance", "opposes") == 0
    assert "changed: " in capfd.readouterr().err
    newest = next(row for row in rows(place, capfd) if not row["undone"])
    assert kg("undo", place, f"<{newest['decision']}>") == 0
    assert "undone: changed: " in capfd.readouterr().err


def test_the_table_is_for_readers(place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    kg("decide", place, OPPOSING, "change", "--stance", "doubts", "--by", "Ada\x1b[31m")
    capfd.readouterr()
    assert kg("decisions", place) == 0
    head, _, row = capfd.readouterr().out.splitlines()
    assert head.split() == ["decision", "at", "by", "verdict", "was", "becomes"]
    assert "Nordland – lehnt ab – Bau: Brücke" in row
    assert "Nordland – bezweifelt – Bau: Brücke" in row
    assert "\x1b" not in row


def test_json_has_the_form_of_sparql_results(place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    kg("decide", place, OPPOSING, "accept", "--by", "Ada")
    capfd.readouterr()
    assert kg("decisions", place, "--format", "json") == 0
    (row,) = json.loads(capfd.readouterr().out)["results"]["bindings"]
    assert (row["by"]["value"], row["position"]["value"]) == ("Ada", OPPOSING)


def test_what_is_open_comes_least_certain_first(place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert [row["confidence"] for row in rows(place, capfd, "--open")] == ["0.3333", "0.7", "0.75", "0.8", "0.9", "1"]
    kg("decide", place, NAME, "reject")
    kg("decide", place, SUPPORTING, "change", "--stance", "doubts")
    open_ones = rows(place, capfd, "--open")
    assert [row["confidence"] for row in open_ones] == ["0.3333", "0.7", "0.9", "1"]
    assert open_ones[0]["sentence"] == "Südland unterstützt vielleicht den Bau."


def test_what_a_person_coded_is_not_called_like_what_was_found(place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    coded = QUOTING.replace("#", "#c-1234abcd-")
    with closing(on_disk(place)) as store:
        swap = {ox.NamedNode(QUOTING): ox.NamedNode(coded)}
        told = [ox.Triple(swap.get(one.subject, one.subject), one.predicate, one.object) for one in store.graph(ABOUT)]
        store.put({"urn:coded": told})
        decide(store, QUOTING, "rejected")
    assert [row.get("positionLabel") for row in rows(place, capfd, "--open") if row["position"] == coded] == [""]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("decide", "STORE", "p-0000", "accept"), "no position p-0000"),
        (("decide", "STORE", "nothing", "accept"), "nothing is no IRI of a position"),
        (("decide", "STORE", NAME, "accept", "--stance", "doubts"), "--stance: to accept changes nothing"),
        (("decide", "STORE", NAME, "change"), "say what: --holder"),
        (("decide", "STORE", NAME, "change", "--stance", "opose"), "did you mean opposes"),
        (("decide", "STORE", NAME, "accept", "--by", ""), "somebody's"),
        (("decide", "nowhere", NAME, "accept"), "nowhere: there is no store"),
        (("decide", "FILE", NAME, "accept"), "decisions are kept in a store"),
        (("undo", "STORE", "abcd"), "no decision abcd"),
        (("decisions", "nowhere"), "nowhere: there is no store"),
    ],
)
def test_what_is_wrong_is_one_sentence(
    arguments: tuple[str, ...], sentence: str, place: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "g.ttl").write_text("", "utf-8")
    named = {"STORE": str(place), "FILE": str(tmp_path / "g.ttl")}
    assert kg(*(named.get(one, one) for one in arguments)) == 1
    error = capfd.readouterr().err
    assert sentence in error
    assert error.count("\n") == 1
    with closing(on_disk(place)) as store:
        assert decisions(store) == []


def test_a_retracted_article_is_told_to_have_had_decisions(place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    kg("decide", place, NAME, "reject")
    capfd.readouterr()
    assert kg("retract", place, "/later") == 0
    assert "decision" not in capfd.readouterr().err
    assert kg("retract", place, "/bridge") == 0
    assert "1 decision on what is no longer said" in capfd.readouterr().err
    assert kg("decisions", place) == 0
    assert "no longer in the store" in capfd.readouterr().out


def test_an_article_that_is_built_again_keeps_its_decision(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Changed text, another threshold: the claim is the same, and so is what was decided on it."""
    article, store = tmp_path / "a.txt", tmp_path / "store"
    said = "Russland lehnt die Stationierung von Nato-Truppen in der Ukraine ab."
    article.write_text(f"{said}\n", "utf-8")
    assert kg("build", article, "--store", store) == 0
    (row,) = rows(store, capfd, "--open")
    assert kg("decide", store, row["positionLabel"], "reject") == 0
    for text, options in ((f"Es regnet. {said}", ()), (f"Es regnet. {said}", ("--min-confidence", "0"))):
        article.write_text(f"{text}\n", "utf-8")
        assert kg("build", article, "--store", store, *options) == 0
        assert [row["undone"] for row in rows(store, capfd)] == [""]
        assert rows(store, capfd, "--open") == []
    capfd.readouterr()
    article.write_text("Es regnet nicht mehr.\n", "utf-8")
    assert kg("build", article, "--store", store) == 0
    assert "1 decision on what is no longer said" in capfd.readouterr().err


def test_another_verdict_is_wrong_usage(place: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        kg("decide", place, NAME, "like")
    assert ended.value.code == 2
