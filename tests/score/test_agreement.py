"""How far two coders agree."""

import json
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import krippendorff
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.cli import main
from kg.errors import KgError
from kg.exchange.reading import positions
from kg.exchange.values import Article, Held, Named, Selection
from kg.score.agreed import as_text
from kg.score.agreement import Agreement, Measure, agreements, alpha
from kg.store import open_store, write
from tests.assemble.examples import ARTICLE as EXTRACTED
from tests.exchange.graphs import dataset

ARTICLE = Article("urn:article", title="Streit", published="2031-05-07")
WORDS = "Nordland lehnt die Brücke ab."


def named(name: str, kind: str = "state") -> Named:
    return Named(f"urn:{name}", name, kind)


def held(coder: str = "", at: int = 0, words: str = WORDS, **changes: Any) -> Held:
    says = {
        "holder": named("Nordland"), "side": None, "stance": "opposes", "polarity": "against",
        "target": named("Brücke", "issue"), "mode": "direct", "factuality": "asserted", "article": ARTICLE,
    } | changes  # fmt: skip
    return Held(
        iri="urn:x", stance_name=says["stance"], date="", confidence=1.0, via=(), rule=(), run="", coder=coder,
        evidence=(Selection(words, start=at, end=at + len(words)),), cues=(), conditions=(), **says,
    )  # fmt: skip


def only(found: list[Agreement]) -> Agreement:
    (one,) = found
    return one


def test_who_codes_the_same_agrees() -> None:
    both = [held("", at, target=named(f"T{at}", "issue")) for at in (0, 100, 200)]
    one = only(agreements(both, [replace(each, coder="Anna") for each in both]))
    assert (one.coders, len(one.pairs), one.only, one.both) == (("diplokg", "Anna"), 3, ((), ()), 1.0)
    assert (one.measures["target"].same, one.measures["target"].alpha) == (1.0, 1.0)


def test_alpha_is_not_defined_where_nothing_differs() -> None:
    one = only(agreements([held(), held("", 100)], [held("Anna"), held("Anna", 100)]))
    assert (one.measures["stance"].same, one.measures["stance"].alpha) == (1.0, None)


def test_alpha_is_krippendorffs() -> None:
    """By hand: 1 - (n - 1) · observed / expected disagreement, over the n values of both coders."""
    assert alpha([("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")]) == pytest.approx(1 - 7 * 2 / (2 * 3 * 5))
    assert alpha([("a", "b"), ("b", "c"), ("c", "a")]) == pytest.approx(1 - 5 * 6 / (6 * 2 * 2))


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")), min_size=2, max_size=30))
def test_alpha_is_what_the_library_says_of_all_values_at_once(values: list[tuple[str, str]]) -> None:
    table = [[ord(value[coder]) for value in values] for coder in (0, 1)]
    if len({one for row in table for one in row}) > 1:
        assert alpha(values) == pytest.approx(krippendorff.alpha(table, level_of_measurement="nominal"))


def test_ten_thousand_passages_with_a_thousand_issues_take_no_memory() -> None:
    """All at once they would take 80 GB."""
    values = [(str(number % 1000), str((number + number % 2) % 1000)) for number in range(10_000)]
    assert alpha(values) == pytest.approx(0.5, abs=0.001)


@pytest.mark.parametrize(
    ("other", "pairs"),
    [
        (held("Anna", 10), 1),
        (held("Anna", 100), 0),
        (held("Anna", article=replace(ARTICLE, iri="urn:other")), 1),
        (held("Anna", article=replace(ARTICLE, iri="urn:other", published="2031-05-08")), 0),
        (held("Anna", article=Article("urn:other", url="https://news.example/x")), 0),
        (held("Anna", 500, article=replace(ARTICLE, iri="urn:other"), words="die Brücke"), 1),
        (held("Anna", article=replace(ARTICLE, iri="urn:other"), words="Südland schweigt."), 0),
        (held("Anna", holder=named("Südland")), 1),
        (held("Anna", stance="supports", polarity="favour"), 1),
    ],
)
def test_passages_of_the_same_article_that_overlap_are_one_unit(other: Held, pairs: int) -> None:
    one = only(agreements([held()], [other]))
    assert (len(one.pairs), *map(len, one.only)) == (pairs, 1 - pairs, 1 - pairs)


def test_the_same_holder_and_target_are_paired_whatever_the_stance() -> None:
    first = [held(target=named("Brücke")), held(target=named("Tunnel"), stance="supports", polarity="favour")]
    second = [held("Anna", target=named("Tunnel")), held("Anna", target=named("Brücke"), stance="supports")]
    one = only(agreements(first, second))
    assert (one.measures["target"].same, one.measures["stance"].same) == (1.0, 0.0)
    assert one.measures["stance"].alpha is not None
    assert one.measures["stance"].alpha < 0


def test_what_is_equal_in_all_else_is_paired_by_its_stance() -> None:
    both = [held(stance="warns"), held(stance="opposes")]
    one = only(agreements(both, [replace(each, coder="Anna") for each in reversed(both)]))
    assert one.measures["stance"] == Measure(1.0, 1.0)


def test_as_many_are_paired_as_can_be() -> None:
    """The long passage has all in common with the second, which is the only one that the short passage meets."""
    other = {"holder": named("Südland"), "target": named("Tunnel", "issue")}
    both = [held("", 0, "x" * 60), held("", 50, "y" * 10, **other)]
    others = [held("Anna", 0, "z" * 20, **other), held("Anna", 50, "x" * 10)]
    one = only(agreements(both, others))
    assert (len(one.pairs), one.measures["target"].same) == (2, 0.0)


def test_of_passages_with_the_same_holder_and_target_those_that_are_equal_are_paired() -> None:
    whole, part = "Nordland lehnt die Brücke ab.", "lehnt die Brücke ab."
    both = [held("", 0, whole, stance="warns"), held("", 9, part)]
    others = [held("Anna", 0, whole), held("Anna", 9, part, stance="warns")]
    assert only(agreements(both, others)).measures["stance"].same == 0.0


def test_the_coders_of_one_graph_are_compared_with_each_other() -> None:
    found = agreements([held(), held("Anna"), held("Berta")])
    assert [one.coders for one in found] == [("Anna", "Berta"), ("Anna", "diplokg"), ("Berta", "diplokg")]


def test_one_coder_alone_agrees_with_nobody() -> None:
    with pytest.raises(KgError, match="There are no two coders to compare; "):
        agreements([held()])


def test_the_differences_are_listed() -> None:
    lines = list(as_text(agreements([held()], [held("Anna", stance="doubts"), held("Anna", 99)]), errors=True))
    assert lines[-2:] == [
        "  stance: Streit: Nordland – opposes – Brücke | Nordland – doubts – Brücke",
        "  only Anna: Streit: Nordland – opposes – Brücke",
    ]
    assert lines[1] == "1 passage coded by both, 0 only diplokg, 1 only Anna; share coded by both 0.667"


def test_without_the_library_the_mend_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "krippendorff", None)
    with pytest.raises(KgError, match="pip install krippendorff"):
        agreements([held()], [held("Anna")])


def coded(path: Path, stance: str) -> Path:
    path.write_text(
        f"holder,stance,target,sentence,title\nRussland,{stance},Nato-Truppen,Russland lehnt das ab.,Streit\n", "utf-8"
    )
    return path


def test_the_command_compares_files_of_codings(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    files = [coded(tmp_path / "anna.csv", "opposes"), coded(tmp_path / "berta.csv", "doubts")]
    assert main(["score", *map(str, files), "--json"]) == 0
    (found,) = json.loads(capfd.readouterr().out)
    assert (found["coders"], found["both"], found["only"]) == (["anna", "berta"], 1, [0, 0])
    assert found["variables"]["holder"] == {"same": 1.0, "alpha": None}
    assert found["variables"]["stance"]["same"] == 0.0
    assert main(["import", *map(str, files), "-o", str(tmp_path / "both.nq")]) == 0
    assert main(["score", str(tmp_path / "both.nq")]) == 0
    assert capfd.readouterr().out.startswith("anna and berta\n1 passage coded by both")


def test_one_coder_of_two_graphs_is_told_apart() -> None:
    assert only(agreements([held()], [held()])).coders == ("diplokg (first)", "diplokg (second)")


def test_what_a_decision_put_right_is_no_coding(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Who decides has seen what was found; and what was found and rejected is not there."""
    write(dataset(EXTRACTED), tmp_path / "graph.nq")
    assert main(["load", str(tmp_path / "store"), str(tmp_path / "graph.nq")]) == 0
    with closing(open_store(tmp_path / "store")) as store:
        first = next(one.iri for one in positions(store))
    assert main(["decide", str(tmp_path / "store"), first, "change", "--stance", "doubts", "--by", "Anna"]) == 0
    capfd.readouterr()
    assert main(["score", str(tmp_path / "store")]) == 1
    assert "There are no two coders to compare; " in capfd.readouterr().err
    assert main(["score", str(tmp_path / "graph.nq"), str(tmp_path / "store"), "--json"]) == 0
    (found,) = json.loads(capfd.readouterr().out)
    assert found["only"] == [1, 0]


@pytest.mark.parametrize(
    ("gold", "predictions", "reason"),
    [
        ("gold", "", "{}/gold: name the predictions, too: the output of kg extract --jsonl."),
        ("gold", "anna.csv", "{}/anna.csv: no output of kg extract --jsonl, which GOLD is compared with."),
        ("empty", "", "{}/empty: no gold documents (*.json) lie there; name a folder that has some."),
        ("nowhere", "", "{}/nowhere: no gold documents (*.json) lie there; name a folder that has some."),
        (
            "anna.csv",
            "said.jsonl",
            "{}/said.jsonl: no graph, store or file of codings, as GOLD is; "
            "for decisions in GOLD add --on my-decisions.",
        ),
    ],
)
def test_what_cannot_be_compared_is_told(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], gold: str, predictions: str, reason: str
) -> None:
    coded(tmp_path / "anna.csv", "opposes")
    (tmp_path / "said.jsonl").touch()
    for name in ("gold", "empty"):
        (tmp_path / name).mkdir()
    (tmp_path / "gold" / "x.json").write_text('{"id": "x", "lang": "de", "positions": []}', "utf-8")
    files = [str(tmp_path / name) for name in (gold, predictions) if name]
    assert main(["score", *files]) == 1
    assert capfd.readouterr().err == f"kg: {reason.format(tmp_path)}\n"
