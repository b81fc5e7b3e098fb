"""German and English targets that meet in one issue, and near misses that don't: the pairs are in `phrases.tsv`."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.link.issues import IssueLinker, issue_linker
from kg.vocabulary import load_vocabulary

ROWS = [line.split("\t") for line in Path(__file__).with_name("phrases.tsv").read_text("utf-8").splitlines()]
ENOUGH = 60


@pytest.fixture(scope="module")
def link() -> IssueLinker:
    return issue_linker(load_vocabulary())


def pairs(wanted: str) -> Iterator[object]:
    """(German, English) of the rows with a sign; those with a reason do not hold yet."""
    for sign, *row in (row for row in ROWS if row[0] == wanted):
        german, english, *why = row
        marks = [pytest.mark.xfail(strict=True, reason=why[0])] if why else []
        yield pytest.param(german, english, marks=marks, id=f"{german} {sign} {english}")


@pytest.mark.parametrize(("german", "english"), [*pairs("=")])
def test_both_languages_meet_in_one_issue(link: IssueLinker, german: str, english: str) -> None:
    issue, other = link(german, "de"), link(english, "en")
    assert issue.facets
    assert (issue.iri, issue.facets, issue.labels) == (other.iri, other.facets, other.labels)


@pytest.mark.parametrize(("german", "english"), [*pairs("≠")])
def test_what_looks_alike_stays_apart(link: IssueLinker, german: str, english: str) -> None:
    assert link(german, "de").iri != link(english, "en").iri


def test_near_misses_are_told_apart_by_their_facets(link: IssueLinker) -> None:
    """That two phrases keep their own words would tell nothing."""
    rows = [row[1:3] for row in ROWS if row[0] == "≠"]
    facets = [(link(german, "de").facets, link(english, "en").facets) for german, english in rows]
    assert sum(bool(one and other) for one, other in facets) >= max(ENOUGH, 0.9 * len(facets))


def test_there_are_enough_pairs() -> None:
    assert min(len(list(pairs(sign))) for sign in "=≠") >= ENOUGH


def test_a_label_never_names_another_issue(link: IssueLinker) -> None:
    """What is composed is read again as what it was composed from, or not taken apart."""
    issues = {link(text, tag) for row in ROWS if len(row) > 2 for text, tag in zip(row[1:3], ("de", "en"), strict=True)}
    read = {(issue.iri, text): link(text, tag) for issue in issues if issue.facets for tag, text in issue.labels}
    assert [text for (iri, text), again in read.items() if again.facets and again.iri != iri] == []
    assert sum(bool(again.facets) for again in read.values()) >= 0.98 * len(read)


def test_a_halt_of_deliveries_ends_a_delivery(link: IssueLinker) -> None:
    roles = [(facet.role, facet.iri.rsplit("/", 1)[-1]) for facet in link("Waffenlieferungsstopp", "de").facets]
    assert roles == [("action", "end"), ("of", "delivery"), ("matter", "weapons")]
