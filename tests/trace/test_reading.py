"""What is read from a graph: the chains on which positions rest, and the queries themselves."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kg.assemble import assemble
from kg.model import Document, Extraction, Hop, Issue, Party, Position, Relation
from kg.namespaces import ACTOR
from kg.query.guard import checked
from kg.query.stored import parse
from kg.store import in_memory
from kg.store.terms import quads_of
from kg.trace.answers import ledger_of
from kg.trace.reading import said
from kg.trace.speaking import in_office
from tests.assemble.examples import ADA, AGENCY, DOCUMENT, NORTH, OPPOSES, PAPER, RUN, SOUTH, VOCABULARY

QUERIES = sorted((Path(__file__).parents[2] / "kg" / "trace").glob("*.rq"))
DIPLOMATS = Party("Diplomaten", "group")


def told(name: str, publisher: str | None, *via: Party) -> Extraction:
    """That Nordland opposes the bridge, in an article of its own."""
    document = Document(
        f"{DOCUMENT.text} {name}", id=name, language="de", published=DOCUMENT.published, publisher=publisher
    )
    position = replace(
        OPPOSES,
        via=tuple(map(Hop, via)),
        evidence=replace(OPPOSES.evidence, document=document),
        cue=replace(OPPOSES.cue, document=document),
    )
    return Extraction(document, (position,))


def test_the_positions_on_an_issue_are_those_of_all_that_are_on_it() -> None:
    over_the_toll = replace(told("b", "Blatt").positions[0], target=Issue(f"{OPPOSES.target.iri}-toll", "the toll"))
    other = told("b", "Blatt", AGENCY)
    extractions = [told("a", "Blatt", AGENCY), replace(other, positions=(*other.positions, over_the_toll))]
    store = in_memory(quads_of(assemble(extractions, VOCABULARY, RUN)))
    every = said(store)
    for issue, count in ((OPPOSES.target.iri, 2), (over_the_toll.target.iri, 1)):
        found = said(store, issues=[issue])
        assert (found, len(found)) == ([one for one in every if one.issue == issue], count)
    assert said(store, issues={one.issue for one in every}) == every


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_the_guard_lets_every_query_pass_as_it_is(path: Path) -> None:
    query = parse(path)
    assert checked(query.text, [parameter.name for parameter in query.parameters]) == query.text


@pytest.mark.parametrize(
    ("articles", "chains"),
    [
        ([told("a", "Abendpost"), told("b", "Kurier")], 2),
        ([told("a", "Abendpost"), told("b", "Abendpost")], 1),
        ([told("a", None), told("b", None)], 2),
        ([told("a", "Abendpost", AGENCY), told("b", "Kurier", AGENCY)], 1),
        ([told("a", "Abendpost", PAPER), told("b", "Kurier", PAPER, AGENCY)], 1),
        ([told("a", "Abendpost", AGENCY), told("b", "DPX")], 1),
        ([told("a", "Abendpost", AGENCY), told("b", "Kurier")], 2),
    ],
    ids=[
        "two papers", "one paper", "no papers", "one agency", "one interview", "the agency itself",
        "an agency and a paper",
    ],
)  # fmt: skip
def test_chains_that_meet_somewhere_are_one(articles: list[Extraction], chains: int) -> None:
    store = in_memory(quads_of(assemble(articles, VOCABULARY, RUN)))
    ((entry,),) = ledger_of(store, str(NORTH.iri)).values()
    assert (len(entry.step.positions), entry.step.chains) == (2, chains)


def test_who_is_only_quoted_speaks_for_its_office_of_the_day() -> None:
    party, side = str(ACTOR["dmitri-peskow"]), str(ACTOR["russia"])
    assert in_office(party, date(2025, 1, 1)) == {side}
    assert in_office(party, date(2005, 1, 1)) == set()
    assert in_office("urn:nobody", None) == set()


@pytest.mark.parametrize(
    ("position", "voice", "by"),
    [
        (OPPOSES, "told", None),
        (replace(OPPOSES, mode="indirect", via=(Hop(ADA),)), "declared", None),
        (replace(OPPOSES, mode="indirect", via=(Hop(SOUTH),)), "ascribed", str(SOUTH.iri)),
        (replace(OPPOSES, mode="indirect", via=(Hop(AGENCY),)), "declared", None),
    ],
)
def test_who_speaks_for_a_side_is_read_from_the_graph(position: Position, voice: str, by: str | None) -> None:
    own = replace(OPPOSES, holder=ADA, stance="supports")
    store = in_memory(quads_of(assemble([Extraction(DOCUMENT, (position, own))], VOCABULARY, RUN)))
    (read,) = [one for one in said(store) if one.holder == NORTH.iri]
    assert (read.voice, read.by) == (voice, by)


@pytest.mark.parametrize(
    ("holder", "relation", "official"),
    [
        (NORTH, None, True),
        (ADA, None, True),
        (Party("nordländische Regierung", "group"), None, True),
        (Party("Northlandic foreign ministry", "organisation"), None, True),
        (Party("nordländische Opposition", "group"), None, False),
        (Party("Demonstranten in Nordland", "group"), None, False),
        (Party("Karl Maus", "person"), "minister_of", True),
        (Party("Karl Maus", "person"), "official_of", False),
        (Party("Karl Maus", "person"), None, False),
    ],
)
def test_to_belong_to_a_country_is_not_to_speak_for_it(holder: Party, relation: str | None, official: bool) -> None:
    found = [Relation(holder, relation, NORTH, OPPOSES.evidence)] if relation else []
    extraction = Extraction(DOCUMENT, (replace(OPPOSES, holder=holder),), (), tuple(found))
    (read,) = said(in_memory(quads_of(assemble([extraction], VOCABULARY, RUN))))
    assert read.official is official
