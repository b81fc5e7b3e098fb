"""Codings by people as a graph: from a table, from a database of DNA, beside what the program found."""

import csv
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from kg.assemble import check
from kg.cli import main
from kg.errors import InputError, KgError
from kg.exchange.coded import coded, dataset
from kg.exchange.dna.write import dna
from kg.exchange.reading import positions
from kg.exchange.table import table
from kg.exchange.values import Held
from kg.store import in_memory, read
from kg.store.local import LocalStore
from kg.store.terms import quads_of
from tests.exchange.graphs import BRIDGE, STORES

RUSSIA, LAVROV = "https://w3id.org/diplokg/actor/russia", "https://w3id.org/diplokg/actor/sergei-lawrow"
ROW = {
    "holder": "Russland", "stance": "opposes", "target": "Nato-Truppen in der Ukraine",
    "sentence": "Russland lehnt Nato-Truppen in der Ukraine ab.", "title": "Streit", "language": "de",
}  # fmt: skip


def written(path: Path, *rows: Mapping[str, str], delimiter: str = ",") -> Path:
    file = StringIO()
    writer = csv.DictWriter(file, list(dict.fromkeys(name for row in rows for name in row)), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(file.getvalue(), "utf-8")
    return path


def held(path: Path, **options: Any) -> list[Held]:
    return list(positions(in_memory(quads_of(dataset({"urn:x": coded(path, **options).triples})))))


def one(folder: Path, **changes: str) -> Held:
    (found,) = held(written(folder / "anna.csv", ROW | changes))
    return found


def test_four_columns_suffice(tmp_path: Path) -> None:
    found = one(tmp_path)
    assert (found.holder.iri, found.stance, found.coder) == (RUSSIA, "opposes", "anna")
    assert found.target.iri.startswith("https://w3id.org/diplokg/issue/troops.")
    assert (found.mode, found.factuality, found.confidence) == ("indirect", "asserted", 1.0)
    assert found.sentence.exact == ROW["sentence"]
    assert (found.cue.exact, found.date, found.side) == (ROW["sentence"], "", None)


@pytest.mark.parametrize(
    ("changes", "field", "value"),
    [
        ({"stance": "lehnt ab"}, "stance", "opposes"),
        ({"stance": "Is open to"}, "stance", "open-to"),
        ({"date": "17.12.2025"}, "date", "2025-12-17"),
        ({"confidence": "0,8"}, "confidence", 0.8),
        ({"mode": "direct"}, "mode", "direct"),
        ({"factuality": "speculative"}, "factuality", "speculative"),
        ({"coder": "Berta"}, "coder", "Berta"),
    ],
)
def test_what_a_cell_says(tmp_path: Path, changes: dict[str, str], field: str, value: object) -> None:
    assert getattr(one(tmp_path, **changes), field) == value


@pytest.mark.parametrize(
    ("holder", "kind", "iri"),
    [
        ("Russia", "", RUSSIA),
        ("Russische Föderation", "state", RUSSIA),
        ("Anna Berg", "person", "https://w3id.org/diplokg/actor/x-anna-berg-"),
        ("Die Nachbarn", "", "https://w3id.org/diplokg/actor/x-die-nachbarn-"),
    ],
)
def test_holders_are_linked_to_the_authority(tmp_path: Path, holder: str, kind: str, iri: str) -> None:
    assert one(tmp_path, holder=holder, holder_kind=kind).holder.iri.startswith(iri)


def test_sentences_without_a_place_are_not_told_to_stand_side_by_side(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", ROW, ROW | {"stance": "warns", "sentence": "Moskau warnt davor."})
    found = sorted(held(path), key=lambda one: one.sentence.start)
    assert [one.sentence.exact for one in found] == [ROW["sentence"], "Moskau warnt davor."]
    assert set(found[0].sentence.suffix) == set(found[1].sentence.prefix) == {"…", " "}


def test_a_hash_counts_only_with_places(tmp_path: Path) -> None:
    known = "0" * 64
    assert one(tmp_path, sha256=known).article.sha256 != known
    assert one(tmp_path, sha256=known, start="7").article.sha256 == known
    assert one(tmp_path, sha256=known, start="7").sentence.start == 7


@pytest.mark.parametrize(
    ("cue", "words"), [("Russland", "Russland"), ("lehnt", "lehnt"), ("verbietet", ROW["sentence"])]
)
def test_a_cue_stands_where_the_sentence_has_it(tmp_path: Path, cue: str, words: str) -> None:
    found = one(tmp_path, cue=cue)
    assert (found.cue.exact, found.cue.start) == (words, ROW["sentence"].index(words))


def test_a_surname_is_whoever_had_an_office_that_day(tmp_path: Path) -> None:
    assert one(tmp_path, holder="Peskow", date="2025-12-17").holder.name == "Dmitri Peskow"


def test_a_target_in_english_is_the_same_issue(tmp_path: Path) -> None:
    english = one(tmp_path, target="Nato troops in Ukraine", language="en").target.iri
    assert english == one(tmp_path).target.iri


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_what_divides_the_cells_does_not_matter(tmp_path: Path, delimiter: str) -> None:
    path = written(tmp_path / "a.csv", ROW, ROW | {"stance": "warns"}, delimiter=delimiter)
    assert {one.stance for one in held(path)} == {"opposes", "warns"}


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"stance": "mag"}, "'mag' is no stance; write one of accuses, "),
        ({"holder": " "}, "the holder is missing."),
        ({"sentence": ""}, "the sentence is missing."),
        ({"confidence": "2"}, "the confidence '2' is no number from 0 to 1."),
        ({"confidence": "nan"}, "the confidence 'nan' is no number from 0 to 1."),
        ({"date": "gestern"}, "'gestern' is no date; write it like 2025-12-17."),
        ({"mode": "laut"}, "'laut' is none of direct, indirect, narrated."),
        ({"holder_kind": "Hund"}, "'Hund' is no kind of actor; write one of state, "),
        ({"holder_iri": "urn:a b"}, "'urn:a b' is no IRI; "),
        ({"target_iri": "x"}, "'x' is no IRI; "),
        ({"sha256": "1"}, "'1' is no SHA-256, "),
        ({"start": "99999999"}, "'99999999' is no place in a text, "),
        ({"start": "-1"}, "'-1' is no place in a text, "),
        ({"url": "javascript:alert(1)"}, "'javascript:alert(1)' is no web address; "),
    ],
)
def test_a_row_that_is_wrong_is_told_and_the_others_are_read(
    tmp_path: Path, changes: dict[str, str], reason: str
) -> None:
    path = written(tmp_path / "a.csv", ROW | changes, ROW | dict.fromkeys(changes.keys() - ROW.keys(), ""))
    errors: list[KgError] = []
    assert len(held(path, on_error=errors.append)) == 1
    (error,) = errors
    assert str(error).startswith(f"{path}, row 1: {reason}")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.csv", b"", "it is empty"),
        ("a.csv", b"holder,stance\nx,opposes\n", "the column 'target' is missing; "),
        ("a.csv", b"holder,stance,target,sentence\n", "no coding could be read; "),
        ("a.xls", b"", "no file of codings; "),
        ("a.dna", b"SQLite?", "it cannot be read as a database ("),
        ("a.dna", b"", "it is no database of DNA 3; "),
        ("no.csv", None, "no such file"),
        ("no.dna", None, "there is no such file; "),
    ],
)
def test_a_file_that_is_none_is_told(tmp_path: Path, name: str, content: bytes | None, reason: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError) as caught:
        coded(tmp_path / name)
    assert str(caught.value).startswith(f"{tmp_path / name}: ")
    assert reason in str(caught.value)


def frame(graph: LocalStore) -> pd.DataFrame:
    rows = list(csv.DictReader(StringIO(b"".join(table(graph, "de")).decode(), newline="")))
    kept = [name for name in (rows or [{}])[0] if name not in ("position", "coder")]
    return pd.DataFrame(rows)[kept].sort_values(kept, ignore_index=True)


def again(path: Path) -> LocalStore:
    return in_memory(quads_of(dataset({"urn:x": coded(path).triples})))


@pytest.mark.parametrize("graph", ["bridge", "hostile"])
def test_what_was_exported_as_a_table_is_imported_without_loss(tmp_path: Path, graph: str) -> None:
    """But for the coder, and a name of the authority's that somebody else's vocabulary spells otherwise."""
    (tmp_path / "x.csv").write_bytes(b"".join(table(STORES[graph], "de")))
    before, after = frame(STORES[graph]), frame(again(tmp_path / "x.csv"))
    same = [name for name in before if name not in ("sources", "id")]
    if graph == "bridge":
        pd.testing.assert_frame_equal(before[same], after[same])
    assert len(before) == len(after)
    assert set(before["sentence"]) == set(after["sentence"])


def test_what_was_exported_for_dna_comes_back(tmp_path: Path) -> None:
    (tmp_path / "x.dna").write_bytes(b"".join(dna(BRIDGE, "de")))
    before, after = frame(BRIDGE), frame(again(tmp_path / "x.dna"))
    lost = {f"{name}{part}" for name in ("cue", "condition") for part in ("", "_start", "_end")}
    lost |= {"rule", "via_iri", "via_kind"}
    same = [name for name in before if name not in lost | {"before", "after", "sources", "id"}]
    columns = ["document", "holder_iri", "stance", "target_iri"]
    pd.testing.assert_frame_equal(
        before[same].sort_values(columns, ignore_index=True), after[same].sort_values(columns, ignore_index=True)
    )


def test_the_coder_is_the_agent_of_a_run_of_its_own(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", ROW | {"coder": "Anna"}, ROW | {"coder": "Berta"})
    found = held(path)
    assert sorted(one.coder for one in found) == ["Anna", "Berta"]
    assert len({one.run for one in found}) == len({one.iri for one in found}) == 2
    assert len({(one.holder, one.target, one.article) for one in found}) == 1


def test_the_same_codings_are_the_same_graph(tmp_path: Path) -> None:
    first, second = (coded(written(tmp_path / f"{name}.csv", ROW), coder="Anna") for name in "ab")
    assert first == second


def test_both_lie_in_one_store_and_a_file_that_changed_replaces_itself(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "streit.txt"
    article.write_text(f"---\ntitle: Streit\n---\n{ROW['sentence']}\n", "utf-8")
    path, store = tmp_path / "anna.csv", tmp_path / "store"
    assert main(["build", str(article), "--store", str(store)]) == 0
    for row in (ROW, ROW | {"stance": "warns"}):
        assert main(["import", str(written(path, row)), "--store", str(store), "--check"]) == 0
    found = list(positions(in_memory(quads_of(read(store)))))
    assert {(one.coder, one.stance) for one in found} == {("", "opposes"), ("anna", "warns")}
    assert "1 coded position → " in capfd.readouterr().err
    assert main(["retract", str(store), str(path)]) == 0
    assert {one.coder for one in positions(in_memory(quads_of(read(store))))} == {""}


def test_a_bad_file_does_not_stop_a_good_one(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    good = written(tmp_path / "good.csv", ROW)
    assert main(["import", str(tmp_path / "no.csv"), str(good), "-o", str(tmp_path / "graph.nq")]) == 1
    assert len(list(positions(in_memory(quads_of(read(tmp_path / "graph.nq")))))) == 1
    assert "no.csv: " in capfd.readouterr().err


@pytest.mark.parametrize("text", ['" . <urn:a>', "a\nb", "x\u2028", "<x>", "=1+1", "ä" * 300])
def test_the_graph_is_as_the_shapes_ask_whatever_a_cell_holds(tmp_path: Path, text: str) -> None:
    row = dict.fromkeys(("holder", "side", "target", "sentence", "title", "publisher", "coder", "via", "rule"), text)
    made = dataset({"urn:x": coded(written(tmp_path / "a.csv", ROW | row)).triples})
    assert check(made) == []
    assert len(list(positions(in_memory(quads_of(made))))) == 1
